package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.platform.Count;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class ReportRepository {
  private static final String SEEN =
      Impartiality.of(
          "report.authority_id", "report.author_id", "report.conversation_id", "null::uuid");

  private static final String LISTED =
      "(?::text is null or (decision_id is null) = (?::text = 'OPEN')) and " + SEEN;

  private final JdbcOperations jdbc;

  ReportRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The row.
   *
   * @param conversation null for a profile
   * @param reportedFor for whom the reporter acts; null for nobody
   * @param authority the organisation whose it is; null for a conversation
   * @param author who has written it; null where that is nobody alone
   * @param decision that closes it; null while it is open
   * @param again how the reporter has asked for another look; null where she has not
   */
  record Row(
      UUID id,
      SubjectKind kind,
      UUID subject,
      @Nullable UUID conversation,
      @Nullable String excerpt,
      List<String> earlier,
      List<String> files,
      ReportReason reason,
      @Nullable String text,
      UUID reporter,
      @Nullable UUID reportedFor,
      Instant at,
      @Nullable UUID authority,
      @Nullable UUID author,
      @Nullable UUID decision,
      @Nullable ReportAgain again) {}

  /** Whether it was added; false where the reporter has reported the same, and it is open. */
  boolean add(Row r) {
    return jdbc.prepareStatement(
        """
        insert into report (id, kind, subject, conversation_id, excerpt, reason, text, reporter_id,
                            reported_for, at, earlier, files, authority_id, author_id)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (subject, reporter_id) where decision_id is null do nothing
        """,
        s -> {
          s.setObject(1, r.id());
          s.setString(2, r.kind().name());
          s.setObject(3, r.subject());
          s.setObject(4, r.conversation());
          s.setString(5, r.excerpt());
          s.setString(6, r.reason().name());
          s.setString(7, r.text());
          s.setObject(8, r.reporter());
          s.setObject(9, r.reportedFor());
          s.setObject(10, r.at().atOffset(ZoneOffset.UTC));
          s.setArray(11, s.getConnection().createArrayOf("text", r.earlier().toArray()));
          s.setArray(12, s.getConnection().createArrayOf("text", r.files().toArray()));
          s.setObject(13, r.authority());
          s.setObject(14, r.author());
          return s.executeUpdate() == 1;
        });
  }

  /**
   * Those in a state, or all where it is null, about which the actor is impartial, the newest
   * first.
   */
  List<Row> list(Actor actor, @Nullable ReportState state, int offset, int limit) {
    return jdbc.prepareStatement(
        "select * from report where " + LISTED + " order by at desc, id desc offset ? limit ?",
        s -> {
          int next = fill(s, actor, state);
          s.setInt(next, offset);
          s.setInt(next + 1, limit);
          return read(s);
        });
  }

  long count(Actor actor, @Nullable ReportState state) {
    return Count.of(
        jdbc, "select count(*) from report where " + LISTED, s -> fill(s, actor, state));
  }

  private static int fill(PreparedStatement s, Actor actor, @Nullable ReportState state)
      throws SQLException {
    String name = state == null ? null : state.name();
    s.setString(1, name);
    s.setString(2, name);
    return Impartiality.bind(s, 3, actor);
  }

  Optional<Row> find(UUID id) {
    return find(id, "select * from report where id = ?");
  }

  /** The report, alone with it until the transaction ends. */
  Optional<Row> lock(UUID id) {
    return find(id, "select * from report where id = ? for update");
  }

  private Optional<Row> find(UUID id, String query) {
    return jdbc
        .prepareStatement(
            query,
            s -> {
              s.setObject(1, id);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  /**
   * Whether among what a person has reported is anything about which the actor is not impartial.
   */
  boolean hasPartial(Actor actor, UUID reporter) {
    return Count.of(
            jdbc,
            "select count(*) from report where reporter_id = ? and not " + SEEN,
            s -> {
              s.setObject(1, reporter);
              Impartiality.bind(s, 2, actor);
            })
        > 0;
  }

  /**
   * Opens it for another look. Whether it was; false where the reporter has reported the same anew,
   * and that is open.
   */
  boolean again(UUID id, ReportAgain again) {
    return jdbc.prepareStatement(
        """
        update report r set decision_id = null, again_at = ?, again_text = ?, again_decision = ?
         where id = ? and not exists (select 1 from report o where o.subject = r.subject
                                         and o.reporter_id = r.reporter_id and o.decision_id is null)
        """,
        s -> {
          s.setObject(1, again.at().atOffset(ZoneOffset.UTC));
          s.setString(2, again.text());
          s.setObject(3, again.decision());
          s.setObject(4, id);
          return s.executeUpdate() == 1;
        });
  }

  /**
   * Whether the person has decided before about a report that is looked at again: an open one of
   * this thing, or one that this decision closes.
   *
   * @param decision null where there is none yet
   */
  boolean isDecidedBy(UUID person, UUID subject, @Nullable UUID decision) {
    return Count.of(
            jdbc,
            """
            select count(*) from report r join moderation_decision d on d.id = r.again_decision
             where (r.subject = ? and r.decision_id is null or r.decision_id = ?)
               and d.decided_by = ?
            """,
            s -> {
              s.setObject(1, subject);
              s.setObject(2, decision);
              s.setObject(3, person);
            })
        > 0;
  }

  /** Everything that was reported of a thing, the newest first. */
  List<Row> listAbout(UUID subject) {
    return jdbc.prepareStatement(
        "select * from report where subject = ? order by at desc, id desc",
        s -> {
          s.setObject(1, subject);
          return read(s);
        });
  }

  /**
   * The open reports of a thing, for whoever decides about it: another one who does so waits, and
   * finds none.
   */
  List<UUID> lockOpen(UUID subject) {
    return jdbc.prepareStatement(
        """
        select id from report where subject = ? and decision_id is null order by id for update
        """,
        s -> {
          s.setObject(1, subject);
          try (ResultSet rows = s.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
              ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
          }
        });
  }

  /** Whether one of the open reports of a thing is this person's. */
  boolean isReportedBy(UUID person, UUID subject) {
    return Count.of(
            jdbc,
            """
            select count(*) from report
             where subject = ? and reporter_id = ? and decision_id is null
            """,
            s -> {
              s.setObject(1, subject);
              s.setObject(2, person);
            })
        > 0;
  }

  /** A decision closes these. */
  void close(List<UUID> ids, UUID decision) {
    jdbc.prepareStatement(
        "update report set decision_id = ? where id = any(?)",
        s -> {
          s.setObject(1, decision);
          s.setArray(2, s.getConnection().createArrayOf("uuid", ids.toArray()));
          return s.executeUpdate();
        });
  }

  /** What a decision has closed is open again, but for what was reported anew meanwhile. */
  void reopen(UUID decision) {
    jdbc.prepareStatement(
        """
        update report r set decision_id = null where decision_id = ?
           and not exists (select 1 from report o where o.subject = r.subject
                            and o.reporter_id = r.reporter_id and o.decision_id is null)
        """,
        s -> {
          s.setObject(1, decision);
          return s.executeUpdate();
        });
  }

  /** Those that a decision has closed, also until they were looked at again, the first first. */
  List<Row> listClosedBy(UUID decision) {
    return jdbc.prepareStatement(
        "select * from report where decision_id = ? or again_decision = ? order by at, id",
        s -> {
          s.setObject(1, decision);
          s.setObject(2, decision);
          return read(s);
        });
  }

  /** The ids of those that these decisions have closed, as above, by the decision. */
  Map<UUID, List<UUID>> listClosedBy(Collection<UUID> decisions) {
    return jdbc.prepareStatement(
        """
        select d.id, r.id from unnest(?::uuid[]) d(id)
          join report r on r.decision_id = d.id or r.again_decision = d.id
         order by r.at, r.id
        """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", decisions.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, List<UUID>> found = new HashMap<>();
            while (rows.next()) {
              found
                  .computeIfAbsent(rows.getObject(1, UUID.class), id -> new ArrayList<>())
                  .add(rows.getObject(2, UUID.class));
            }
            return found;
          }
        });
  }

  /** What the person has reported, the newest first. */
  List<Row> listBy(UUID reporter, int offset, int limit) {
    return jdbc.prepareStatement(
        "select * from report where reporter_id = ? order by at desc, id desc offset ? limit ?",
        s -> {
          s.setObject(1, reporter);
          s.setInt(2, offset);
          s.setInt(3, limit);
          return read(s);
        });
  }

  long countBy(UUID reporter) {
    return Count.of(
        jdbc, "select count(*) from report where reporter_id = ?", s -> s.setObject(1, reporter));
  }

  /**
   * What has come of the reports of a person.
   *
   * @param made how many there are
   * @param unfounded how many of them were decided with no action
   */
  record Tally(long made, long unfounded) {
    static final Tally NONE = new Tally(0, 0);
  }

  /** What has come of the reports of these people; of who has made none there is nothing. */
  Map<UUID, Tally> tally(Collection<UUID> reporters) {
    return jdbc.prepareStatement(
        """
        select r.reporter_id, count(*), count(*) filter (where d.kind = 'NO_ACTION')
          from report r left join moderation_decision d on d.id = r.decision_id
         where r.reporter_id = any(?) group by r.reporter_id
        """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", reporters.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, Tally> found = new HashMap<>();
            while (rows.next()) {
              found.put(rows.getObject(1, UUID.class), new Tally(rows.getLong(2), rows.getLong(3)));
            }
            return found;
          }
        });
  }

  /** Everything that the person has reported, the first first. */
  List<Row> listOf(UUID reporter) {
    return jdbc.prepareStatement(
        "select * from report where reporter_id = ? order by at, id",
        s -> {
          s.setObject(1, reporter);
          return read(s);
        });
  }

  private static List<Row> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Row> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new Row(
                rows.getObject("id", UUID.class),
                SubjectKind.valueOf(rows.getString("kind")),
                rows.getObject("subject", UUID.class),
                rows.getObject("conversation_id", UUID.class),
                rows.getString("excerpt"),
                List.of((String[]) rows.getArray("earlier").getArray()),
                List.of((String[]) rows.getArray("files").getArray()),
                ReportReason.valueOf(rows.getString("reason")),
                rows.getString("text"),
                rows.getObject("reporter_id", UUID.class),
                rows.getObject("reported_for", UUID.class),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                rows.getObject("authority_id", UUID.class),
                rows.getObject("author_id", UUID.class),
                rows.getObject("decision_id", UUID.class),
                again(rows)));
      }
      return found;
    }
  }

  private static @Nullable ReportAgain again(ResultSet row) throws SQLException {
    OffsetDateTime at = row.getObject("again_at", OffsetDateTime.class);
    return at == null
        ? null
        : new ReportAgain(
            at.toInstant(),
            row.getString("again_text"),
            row.getObject("again_decision", UUID.class));
  }
}
