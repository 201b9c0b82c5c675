package eu.bridgehall.moderation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what was decided. It reads the tables of several features, and changes none. */
@Singleton
class TransparencyRepository {
  /**
   * For each topic the things that are counted: id, outcome, reason, how long it took, and whether
   * it is the first row of the thing, of which there is one for each of its reasons. What became of
   * it after the day that is told up to is not told.
   */
  private static final Map<TransparencyTopic, String> THINGS =
      new EnumMap<>(TransparencyTopic.class);

  static {
    THINGS.put(
        TransparencyTopic.DECISIONS,
        """
        select d.id::text id, lower(replace(d.kind, '_', '-')) outcome,
               lower(replace(d.reason, '_', '-')) reason,
               d.in_force_at - (
                 select min(case when r.decision_id = d.id then coalesce(r.again_at, r.at)
                                 else r.at end)
                   from report r
                  where r.decision_id = d.id or r.again_decision = d.id) taken,
               true first
          from moderation_decision d
         where d.in_force_at >= ? and d.in_force_at < ?
        """);
    THINGS.put(
        TransparencyTopic.PROFILES,
        """
        select c.number::text id, c.action outcome, r.reason,
               case when c.from_status = 'SUBMITTED' then c.at - (
                 select max(s.at) from profile_change s
                  where s.profile = c.profile and s.number < c.number
                    and s.to_status = 'SUBMITTED') end taken,
               coalesce(r.place, 1) = 1 first
          from profile_change c
          left join lateral unnest(c.reasons) with ordinality r(reason, place) on true
         where c.action in ('confirm', 'return', 'archive') and c.decision is null
           and c.acted_as in ('association', 'secretariat')
           and c.at >= ? and c.at < ?
        """);
    THINGS.put(
        TransparencyTopic.CLAIMS,
        """
        select id::text, lower(state) outcome, lower(kind) reason,
               decided_at - at taken, true first
          from place_claim where decided_at >= ? and decided_at < ?
        """);
    THINGS.put(
        TransparencyTopic.INTRODUCTIONS,
        """
        select id::text, case when review_reason is null then 'approve' else 'reject' end outcome,
               review_reason reason, review_at - asked_at taken, true first
          from introduction where review_at >= ? and review_at < ?
        """);
    THINGS.put(
        TransparencyTopic.REPORTS,
        """
        select id::text, lower(kind) outcome, lower(reason) reason, null::interval taken, true first
          from report where at >= ? and at < ?
        """);
    THINGS.put(
        TransparencyTopic.APPEALS,
        """
        select id::text,
               case when decided_at < (select day from told) then lower(outcome) else 'open' end
                 outcome,
               null::text reason,
               case when decided_at < (select day from told) then decided_at - at end taken,
               true first
          from moderation_appeal where at >= ? and at < ?
        """);
    THINGS.put(
        TransparencyTopic.FLAGS,
        """
        select f.id::text, lower(replace(s.signal, '_', '-')) outcome,
               case when f.closed_at < (select day from told) then lower(f.closed_why) else 'open'
                 end reason, null::interval taken,
               s.place = 1 first
          from content_flag f
         cross join lateral unnest(f.signals) with ordinality s(signal, place)
         where f.found_at >= ? and f.found_at < ?
        """);
  }

  private final JdbcOperations jdbc;

  TransparencyRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The numbers of a topic, none of them left out.
   *
   * @param from the first day that is counted (UTC)
   * @param to the day after the last one
   * @param told the day before which something must have become of it to be told
   */
  List<TransparencyLine> count(
      TransparencyTopic topic, LocalDate from, LocalDate to, LocalDate told) {
    return jdbc.prepareStatement(
        """
        with told as (select ?::timestamptz as day)
        select outcome, reason, count(distinct id),
               case when grouping(reason) = 0
                    then percentile_cont(0.5) within group (order by days)
                    else percentile_cont(0.5) within group (order by days) filter (where first) end,
               case when grouping(reason) = 0
                    then percentile_cont(0.9) within group (order by days)
                    else percentile_cont(0.9) within group (order by days) filter (where first) end
          from (select t.*, (extract(epoch from t.taken) / 86400)::double precision days
                  from (%s) t) t
         group by grouping sets ((), (outcome), (outcome, reason))
        having count(*) > 0 and (grouping(reason) = 1 or reason is not null)
         order by grouping(outcome) desc, outcome, grouping(reason) desc, reason
        """
            .formatted(THINGS.get(topic)),
        s -> {
          s.setObject(1, begin(told));
          s.setObject(2, begin(from));
          s.setObject(3, begin(to));
          try (ResultSet rows = s.executeQuery()) {
            List<TransparencyLine> lines = new ArrayList<>();
            while (rows.next()) {
              lines.add(
                  new TransparencyLine(
                      rows.getString(1),
                      rows.getString(2),
                      rows.getLong(3),
                      days(rows, 4),
                      days(rows, 5)));
            }
            return lines;
          }
        });
  }

  /** The year in which the first profile was started here; null while there is none. */
  @Nullable Year first() {
    return jdbc.prepareStatement(
        "select at from profile_change order by number limit 1",
        s -> {
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? Year.of(rows.getObject(1, OffsetDateTime.class).getYear()) : null;
          }
        });
  }

  private static OffsetDateTime begin(LocalDate day) {
    return day.atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  /** To a tenth. */
  private static @Nullable Double days(ResultSet row, int column) throws SQLException {
    double days = row.getDouble(column);
    return row.wasNull() ? null : Math.round(days * 10) / 10.0;
  }
}
