package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.platform.waiting.WaitingQuery;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the secretariat alone decides: what was reported, what waits for a second moderator,
 * appeals, and what has been corrected. A moderator sees neither that about which she is not
 * impartial nor what another pair of eyes than hers must look at.
 */
@Singleton
class QueueDecisions implements QueueSource {
  /**
   * The same columns of each: subject, the thing that it is about, authority, author, conversation,
   * account, since, urgent, how often, who must not decide. Of several reports of a thing the first
   * open one stands for all.
   */
  private static final String REPORTS =
      """
      select (array_agg(r.id order by r.at, r.id))[1] subject, r.subject thing,
             (array_agg(r.authority_id))[1] authority, (array_agg(r.author_id))[1] person,
             (array_agg(r.conversation_id))[1] conversation, null::uuid account,
             min(coalesce(r.again_at, r.at)) since,
             bool_or(r.reason in ('FRAUD', 'ABUSE', 'IMPERSONATION', 'PRIVACY')) urgent,
             count(*) times,
             array_remove(array_agg(r.reporter_id) || array_agg(a.decided_by), null) excluded
        from report r left join moderation_decision a on a.id = r.again_decision
       where r.decision_id is null group by r.subject
      """;

  /** Of a decision that about which somebody is or is not impartial. */
  private static final String MATTER =
      """
      d.authority_id authority, d.person_id person, d.conversation_id conversation,
             case when d.subject_kind = 'ACCOUNT' then d.subject end account\
      """;

  /** Who has reported it: what the decision closes, or the same thing, and that is open. */
  private static final String REPORTERS =
      """
      array(select r.reporter_id from report r
                     where r.decision_id = d.id or r.again_decision = d.id
                        or r.subject = d.subject and r.decision_id is null)\
      """;

  /** Who has decided before about a report of it that is looked at again. */
  private static final String FIRST =
      """
      array(select b.decided_by from report r join moderation_decision b on b.id = r.again_decision
                     where r.decision_id = d.id or r.subject = d.subject and r.decision_id is null)\
      """;

  private static final String SECOND_OPINIONS =
      """
      select d.id subject, d.subject thing, %s, d.decided_at since, true urgent, 1::bigint times,
             d.decided_by || %s || %s excluded
        from moderation_decision d where d.status = 'PROPOSED'
      """
          .formatted(MATTER, REPORTERS, FIRST);

  private static final String APPEALS =
      """
      select d.id subject, d.subject thing, %s, a.at since, false urgent, 1::bigint times,
             array_remove(array[d.decided_by, d.confirmed_by], null)
               || array(select o.by from moderation_appeal o where o.decision_id = d.id)
               || %s excluded
        from moderation_appeal a join moderation_decision d on d.id = a.decision_id
       where a.decided_at is null
         and not exists (select 1 from moderation_appeal o
                          where o.decision_id = d.id and o.decided_at is null
                            and (o.at, o.id) < (a.at, a.id))
      """
          .formatted(MATTER, REPORTERS);

  private static final String CORRECTIONS =
      """
      select d.id subject, d.subject thing, %s, c.at since, false urgent, 1::bigint times,
             c.by || %s excluded
        from moderation_correction c join moderation_decision d on d.id = c.decision_id
       where c.decided_at is null and d.status = 'IN_FORCE'
      """
          .formatted(MATTER, REPORTERS);

  private final JdbcOperations jdbc;
  private final QueueSettings settings;

  QueueDecisions(JdbcOperations jdbc, QueueSettings settings) {
    this.jdbc = jdbc;
    this.settings = settings;
  }

  @Override
  public Set<WaitingKind> kinds() {
    return EnumSet.of(
        WaitingKind.REPORT, WaitingKind.SECOND_OPINION, WaitingKind.APPEAL, WaitingKind.CORRECTION);
  }

  @Override
  public boolean isFor(Actor actor, WaitingKind kind) {
    return actor.isSecretariat();
  }

  @Override
  public boolean hasSignals(WaitingKind kind) {
    return kind == WaitingKind.REPORT;
  }

  @Override
  @Transactional
  public List<WaitingItem> list(Actor actor, WaitingKind kind, WaitingQuery query) {
    return jdbc.prepareStatement(
        """
        select w.subject, o.country_code, w.since, coalesce(o.name, ''), w.urgent, w.times,
               array(select distinct unnest(f.signals) from content_flag f
                      where f.subject = w.thing and f.closed_at is null order by 1)
        """
            + waiting(kind)
            + """
             order by w.since + make_interval(secs => case when w.urgent then ? else ? end),
                      w.subject
             limit ?
            """,
        s -> {
          int next = bind(s, actor, query);
          s.setLong(next, within(kind, true));
          s.setLong(next + 1, within(kind, false));
          s.setInt(next + 2, query.limit());
          try (ResultSet rows = s.executeQuery()) {
            List<WaitingItem> found = new ArrayList<>();
            while (rows.next()) {
              String name = rows.getString(4);
              found.add(
                  new WaitingItem(
                      rows.getObject(1, UUID.class),
                      rows.getString(2),
                      rows.getObject(3, OffsetDateTime.class).toInstant(),
                      name.isEmpty() ? List.of() : List.of(name),
                      Stream.of((String[]) rows.getArray(7).getArray())
                          .map(signal -> Signal.valueOf(signal).id())
                          .toList(),
                      rows.getBoolean(5),
                      rows.getLong(6)));
            }
            return found;
          }
        });
  }

  @Override
  @Transactional
  public long count(Actor actor, WaitingKind kind, WaitingQuery query) {
    return Count.of(jdbc, "select count(*)" + waiting(kind), s -> bind(s, actor, query));
  }

  @Override
  @Transactional
  public Optional<Instant> oldest(Actor actor, WaitingKind kind, WaitingQuery query) {
    return jdbc.prepareStatement(
        "select min(w.since)" + waiting(kind),
        s -> {
          bind(s, actor, query);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return Optional.ofNullable(rows.getObject(1, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
          }
        });
  }

  private long within(WaitingKind kind, boolean urgent) {
    return settings.within(QueuePriority.of(kind, urgent)).toSeconds();
  }

  private static String waiting(WaitingKind kind) {
    return """
      from (%s) w left join organisation o on o.id = w.authority
     where not (? = any(w.excluded)) and %s
       and (?::text is null or o.country_code = ?::text)
       and (?::uuid[] is null or w.subject = any(?::uuid[])) and w.subject <> all(?)
       and (not ? or exists (select 1 from content_flag f
                              where f.subject = w.thing and f.closed_at is null))
    """
        .formatted(
            rows(kind), Impartiality.of("w.authority", "w.person", "w.conversation", "w.account"));
  }

  private static String rows(WaitingKind kind) {
    return switch (kind) {
      case SECOND_OPINION -> SECOND_OPINIONS;
      case APPEAL -> APPEALS;
      case CORRECTION -> CORRECTIONS;
      default -> REPORTS;
    };
  }

  private static int bind(PreparedStatement s, Actor actor, WaitingQuery query)
      throws SQLException {
    Collection<UUID> only = query.only();
    s.setObject(1, actor.person());
    int at = Impartiality.bind(s, 2, actor);
    s.setString(at++, query.country());
    s.setString(at++, query.country());
    for (int i = 0; i < 2; i++) {
      s.setArray(
          at++, only == null ? null : s.getConnection().createArrayOf("uuid", only.toArray()));
    }
    s.setArray(at++, s.getConnection().createArrayOf("uuid", query.without().toArray()));
    s.setBoolean(at++, query.flagged());
    return at;
  }
}
