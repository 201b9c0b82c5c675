package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.moderation.Decision.Moved;
import eu.bridgehall.moderation.Decision.Step;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.ModerationRule;
import eu.bridgehall.moderation.model.RestrictionScope;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.Parameters;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class DecisionRepository {
  private static final String NEWEST = " order by decided_at desc, id desc offset ? limit ?";

  /** Those that concern somebody: of an authority of hers, or about what she has written. */
  private static final String CONCERNING =
      """
      where kind <> 'NO_ACTION' and status not in ('PROPOSED', 'DECLINED')
        and (authority_id = any(?) or person_id = ?)
      """;

  /** Those about which a moderator is impartial. */
  private static final String SEEN = Impartiality.ofDecisions("moderation_decision");

  private static final String LISTED = "where (?::text is null or status = ?::text) and " + SEEN;

  private final JdbcOperations jdbc;

  DecisionRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was added; false where the same is in force, or waits for the second moderator. */
  boolean add(Decision d) {
    return jdbc.prepareStatement(
        """
        insert into moderation_decision
          (id, kind, scope, reason, rule, text, subject_kind, subject, conversation_id,
           authority_id, person_id, status, decided_by, decided_at, term_days, term_until,
           in_force_at, origin)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (subject, kind) where status in ('PROPOSED', 'IN_FORCE')
          and kind in ('HIDE', 'REMOVE', 'RESTRICT', 'SUSPEND') do nothing
        """,
        s -> {
          RestrictionScope scope = d.scope();
          ModerationRule rule = d.rule();
          s.setObject(1, d.id());
          s.setString(2, d.kind().name());
          s.setString(3, scope == null ? null : scope.name());
          s.setString(4, d.reason().name());
          s.setString(5, rule == null ? null : rule.name());
          s.setString(6, d.text());
          s.setString(7, d.subjectKind().name());
          s.setObject(8, d.subject());
          s.setObject(9, d.conversation());
          s.setObject(10, d.authority());
          s.setObject(11, d.person());
          s.setString(12, d.status().name());
          s.setObject(13, d.decidedBy());
          s.setObject(14, utc(d.decidedAt()));
          s.setObject(15, d.termDays());
          s.setObject(16, utc(d.termUntil()));
          s.setObject(17, utc(d.inForceAt()));
          s.setString(18, d.origin().name());
          return s.executeUpdate() == 1;
        });
  }

  /** Keeps what has become of it. */
  void update(Decision d) {
    jdbc.prepareStatement(
        """
        update moderation_decision
           set status = ?, term_until = ?, confirmed_by = ?, confirmed_at = ?, confirm_text = ?,
               in_force_at = ?, lifted_by = ?, lifted_at = ?, lift_text = ?, profile_from = ?,
               profile_version = ?
         where id = ?
        """,
        s -> {
          Step second = d.second();
          Step lifted = d.lifted();
          Moved moved = d.profile();
          s.setString(1, d.status().name());
          s.setObject(2, utc(d.termUntil()));
          s.setObject(3, second == null ? null : second.by());
          s.setObject(4, second == null ? null : utc(second.at()));
          s.setString(5, second == null ? null : second.text());
          s.setObject(6, utc(d.inForceAt()));
          s.setObject(7, lifted == null ? null : lifted.by());
          s.setObject(8, lifted == null ? null : utc(lifted.at()));
          s.setString(9, lifted == null ? null : lifted.text());
          s.setString(10, moved == null ? null : moved.from());
          s.setObject(11, moved == null ? null : moved.version());
          s.setObject(12, d.id());
          return s.executeUpdate();
        });
  }

  /** From now on one that is in force answers for where the profile stands. */
  void move(UUID id, Moved moved) {
    jdbc.prepareStatement(
        """
        update moderation_decision set profile_from = ?, profile_version = ?
         where id = ? and status = 'IN_FORCE'
        """,
        s -> {
          s.setString(1, moved.from());
          s.setLong(2, moved.version());
          s.setObject(3, id);
          return s.executeUpdate();
        });
  }

  Optional<Decision> find(UUID id) {
    return list("where id = ?", s -> s.setObject(1, id)).stream().findFirst();
  }

  /** The decision, alone with what concerns the same authority until the transaction ends. */
  Optional<Decision> lock(UUID id) {
    find(id).ifPresent(this::lockConcerned);
    return list("where id = ? for update", s -> s.setObject(1, id)).stream().findFirst();
  }

  /** Who decides about the same authority waits: what two hide together, the end of both shows. */
  void lockConcerned(Decision d) {
    jdbc.prepareStatement(
        "select pg_advisory_xact_lock(hashtextextended('decision ' || ?, 0))",
        s -> {
          UUID authority = d.authority();
          s.setString(1, (authority == null ? d.subject() : authority).toString());
          return s.execute();
        });
  }

  /** Those of these ids that there are. */
  List<Decision> listAll(Collection<UUID> ids) {
    return list(
        "where id = any(?)",
        s -> s.setArray(1, s.getConnection().createArrayOf("uuid", ids.toArray())));
  }

  /**
   * Those in a status, or all where it is null, about which the actor is impartial, the newest
   * first.
   */
  List<Decision> list(Actor actor, @Nullable DecisionStatus status, int offset, int limit) {
    return list(
        LISTED + NEWEST,
        s -> {
          int next = fill(s, actor, status);
          s.setInt(next, offset);
          s.setInt(next + 1, limit);
        });
  }

  long count(Actor actor, @Nullable DecisionStatus status) {
    return Count.of(
        jdbc, "select count(*) from moderation_decision " + LISTED, s -> fill(s, actor, status));
  }

  private static int fill(PreparedStatement s, Actor actor, @Nullable DecisionStatus status)
      throws SQLException {
    String name = status == null ? null : status.name();
    s.setString(1, name);
    s.setString(2, name);
    return Impartiality.bind(s, 3, actor);
  }

  /**
   * Those about an authority, its profile and what it has written, about which the actor is
   * impartial, the newest first.
   */
  List<Decision> listOf(Actor actor, UUID authority, int limit) {
    return list(
        "where authority_id = ? and " + SEEN + NEWEST,
        s -> {
          s.setObject(1, authority);
          int next = Impartiality.bind(s, 2, actor);
          s.setInt(next, 0);
          s.setInt(next + 1, limit);
        });
  }

  /** Those about a person, her account or what she reports, the newest first. */
  List<Decision> listAbout(SubjectKind kind, UUID person, int limit) {
    return list(
        "where subject = ? and subject_kind = '" + kind.name() + "'" + NEWEST,
        s -> {
          s.setObject(1, person);
          s.setInt(2, 0);
          s.setInt(3, limit);
        });
  }

  /**
   * All about a person or what she has written, but for what a second moderator has still to say.
   */
  List<Decision> listAllAbout(UUID person) {
    return list(
        "where status <> 'PROPOSED' and person_id = ? order by decided_at, id",
        s -> s.setObject(1, person));
  }

  /** Those that somebody has made, confirmed, declined or lifted. */
  List<Decision> listWrittenBy(UUID moderator) {
    return list(
        "where ? in (decided_by, confirmed_by, lifted_by) order by decided_at, id",
        s -> s.setObject(1, moderator));
  }

  /** Until when the reports of a person are put aside; empty where they are not. */
  Optional<Instant> findReportsStopped(UUID person, Instant now) {
    return list(
            """
            where subject = ? and subject_kind = 'REPORTER' and scope = 'NO_REPORTS'
              and status = 'IN_FORCE' and term_until > ?
            """,
            s -> {
              s.setObject(1, person);
              s.setObject(2, utc(now));
            })
        .stream()
        .flatMap(d -> Optional.ofNullable(d.termUntil()).stream())
        .findFirst();
  }

  /** Those that concern a person, also as one who acts for these authorities, the newest first. */
  List<Decision> listConcerning(UUID person, Collection<UUID> authorities, int offset, int limit) {
    return list(
        CONCERNING + NEWEST,
        s -> {
          fill(s, person, authorities);
          s.setInt(3, offset);
          s.setInt(4, limit);
        });
  }

  long countConcerning(UUID person, Collection<UUID> authorities) {
    return Count.of(
        jdbc,
        "select count(*) from moderation_decision " + CONCERNING,
        s -> fill(s, person, authorities));
  }

  private static void fill(PreparedStatement s, UUID person, Collection<UUID> authorities)
      throws SQLException {
    s.setArray(1, s.getConnection().createArrayOf("uuid", authorities.toArray()));
    s.setObject(2, person);
  }

  /** Those in force by which a thing is withheld, or the profile of an authority hidden. */
  List<Decision> listHiding(UUID id) {
    return list(
        """
        where status = 'IN_FORCE'
          and (subject = ? and kind in ('HIDE', 'REMOVE')
            or authority_id = ? and (kind = 'SUSPEND' or kind = 'HIDE' and subject_kind = 'PROFILE'))
        order by in_force_at, id
        """,
        s -> {
          s.setObject(1, id);
          s.setObject(2, id);
        });
  }

  /**
   * Those whose term is over.
   *
   * @param after the last of those that were listed before; null for the first
   */
  List<UUID> listExpired(Instant now, @Nullable UUID after, int limit) {
    return list(
            """
            where status = 'IN_FORCE' and term_until <= ? and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """,
            s -> {
              s.setObject(1, utc(now));
              s.setObject(2, after);
              s.setObject(3, after);
              s.setInt(4, limit);
            })
        .stream()
        .map(Decision::id)
        .toList();
  }

  /** Whether a decision has brought a profile to this version. */
  boolean hasMoved(UUID authority, long version) {
    return Count.of(
            jdbc,
            """
            select count(*) from moderation_decision where authority_id = ? and profile_version = ?
            """,
            s -> {
              s.setObject(1, authority);
              s.setLong(2, version);
            })
        > 0;
  }

  private List<Decision> list(String which, Parameters parameters) {
    return jdbc.prepareStatement(
        "select * from moderation_decision " + which,
        s -> {
          parameters.set(s);
          try (ResultSet rows = s.executeQuery()) {
            List<Decision> found = new ArrayList<>();
            while (rows.next()) {
              found.add(DecisionRow.read(rows));
            }
            return found;
          }
        });
  }

  private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
    return at == null ? null : at.atOffset(ZoneOffset.UTC);
  }
}
