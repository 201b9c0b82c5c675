package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.moderation.Appeal.Decided;
import eu.bridgehall.moderation.model.AppealOutcome;
import eu.bridgehall.moderation.model.AppealSide;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.Parameters;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

@Singleton
class AppealRepository {
  /** Of several in the same state against a decision the first stands for all. */
  private static final String FIRST =
      """
       and not exists (select 1 from moderation_appeal o
                        where o.decision_id = moderation_appeal.decision_id
                          and (o.decided_at is null) = (moderation_appeal.decided_at is null)
                          and (o.at, o.id) < (moderation_appeal.at, moderation_appeal.id))
      """;

  /** Those against decisions about which a moderator is impartial. */
  private static final String SEEN =
      " and exists (select 1 from moderation_decision d where d.id = moderation_appeal.decision_id"
          + " and "
          + Impartiality.ofDecisions("d")
          + ")";

  private final JdbcOperations jdbc;

  AppealRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was added; false where that side has appealed against the decision before. */
  boolean add(Appeal a) {
    return jdbc.prepareStatement(
        """
        insert into moderation_appeal (id, decision_id, text, by, at, side)
        values (?, ?, ?, ?, ?, ?)
        on conflict (decision_id, side) do nothing
        """,
        s -> {
          s.setObject(1, a.id());
          s.setObject(2, a.decision());
          s.setString(3, a.text());
          s.setObject(4, a.by());
          s.setObject(5, a.at().atOffset(ZoneOffset.UTC));
          s.setString(6, a.side().name());
          return s.executeUpdate() == 1;
        });
  }

  /** Keeps what came of it. */
  void decide(UUID id, Decided decided) {
    jdbc.prepareStatement(
        """
        update moderation_appeal set decided_by = ?, decided_at = ?, outcome = ?, answer = ?
         where id = ?
        """,
        s -> {
          s.setObject(1, decided.by());
          s.setObject(2, decided.at().atOffset(ZoneOffset.UTC));
          s.setString(3, decided.outcome().name());
          s.setString(4, decided.answer());
          s.setObject(5, id);
          return s.executeUpdate();
        });
  }

  Optional<Appeal> find(UUID id) {
    return list("where id = ?", s -> s.setObject(1, id)).stream().findFirst();
  }

  /**
   * Those about which the actor is impartial, one for each decision: the open ones, the
   * longest-waiting first, or those that were decided, the latest first.
   */
  List<Appeal> list(Actor actor, boolean open, int offset, int limit) {
    return list(
        "where (decided_at is null) = ?"
            + SEEN
            + FIRST
            + (open ? " order by at, id" : " order by decided_at desc, id desc")
            + " offset ? limit ?",
        s -> {
          s.setBoolean(1, open);
          int next = Impartiality.bind(s, 2, actor);
          s.setInt(next, offset);
          s.setInt(next + 1, limit);
        });
  }

  long count(Actor actor, boolean open) {
    return Count.of(
        jdbc,
        "select count(*) from moderation_appeal where (decided_at is null) = ?" + SEEN + FIRST,
        s -> {
          s.setBoolean(1, open);
          Impartiality.bind(s, 2, actor);
        });
  }

  /**
   * Whether an appeal against what stands against an authority or its profile is open, or still can
   * be made.
   *
   * @param since what has come into force after that can still be appealed against
   */
  boolean isContestable(UUID authority, Instant since) {
    return Count.of(
            jdbc,
            """
            select count(*) from moderation_decision d
             where d.authority_id = ? and d.status = 'IN_FORCE'
               and (d.kind in ('RETURN', 'RESTRICT', 'SUSPEND')
                 or d.kind = 'HIDE' and d.subject_kind = 'PROFILE')
               and (exists (select 1 from moderation_appeal a
                             where a.decision_id = d.id and a.decided_at is null)
                 or d.in_force_at > ?
                    and (select count(*) from moderation_appeal a where a.decision_id = d.id)
                        < case when d.person_id is null then 1 else 2 end)
            """,
            s -> {
              s.setObject(1, authority);
              s.setObject(2, since.atOffset(ZoneOffset.UTC));
            })
        > 0;
  }

  /** Those against these decisions, by the decision, the first first. */
  Map<UUID, List<Appeal>> listAgainst(Collection<UUID> decisions) {
    return list(
            "where decision_id = any(?) order by at, id",
            s -> s.setArray(1, s.getConnection().createArrayOf("uuid", decisions.toArray())))
        .stream()
        .collect(Collectors.groupingBy(Appeal::decision));
  }

  /** Those that somebody has made, the first first. */
  List<Appeal> listOf(UUID person) {
    return list("where by = ? order by at, id", s -> s.setObject(1, person));
  }

  /** Those that somebody has decided, the first first. */
  List<Appeal> listDecidedBy(UUID moderator) {
    return list("where decided_by = ? order by decided_at, id", s -> s.setObject(1, moderator));
  }

  private List<Appeal> list(String which, Parameters parameters) {
    return jdbc.prepareStatement(
        "select * from moderation_appeal " + which,
        s -> {
          parameters.set(s);
          try (ResultSet rows = s.executeQuery()) {
            List<Appeal> found = new ArrayList<>();
            while (rows.next()) {
              found.add(read(rows));
            }
            return found;
          }
        });
  }

  private static Appeal read(ResultSet r) throws SQLException {
    OffsetDateTime decidedAt = r.getObject("decided_at", OffsetDateTime.class);
    return new Appeal(
        r.getObject("id", UUID.class),
        r.getObject("decision_id", UUID.class),
        AppealSide.valueOf(r.getString("side")),
        r.getString("text"),
        r.getObject("by", UUID.class),
        r.getObject("at", OffsetDateTime.class).toInstant(),
        decidedAt == null
            ? null
            : new Decided(
                r.getObject("decided_by", UUID.class),
                decidedAt.toInstant(),
                AppealOutcome.valueOf(r.getString("outcome")),
                r.getString("answer")));
  }
}
