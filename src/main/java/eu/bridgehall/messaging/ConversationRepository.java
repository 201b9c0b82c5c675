package eu.bridgehall.messaging;

import eu.bridgehall.organisations.OrganisationKind;
import eu.bridgehall.platform.Count;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
class ConversationRepository {
  private static final String COLUMNS =
      """
      select c.id, c.introduction_id, c.subject, c.opened_at, c.last_number, c.revision,
             c.active_at,
             (select array_agg(concat_ws(' ', s.organisation_id, s.kind, s.contact_since is not null,
                                         s.left_after, s.left_revision,
                                         extract(epoch from s.left_active_at) * 1000000)
                               order by s.organisation_id)
                from conversation_side s where s.conversation_id = c.id) sides
        from conversation c
      """;
  private static final String OF_SIDES =
      """
      exists (select 1 from conversation_side s
               where s.conversation_id = c.id and s.organisation_id = any(?))
      """;

  private final JdbcOperations jdbc;

  ConversationRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Whether it was added; false where the introduction has opened one before.
   *
   * @param openedFor the side that has begun it; null where it came from an introduction
   */
  boolean add(Conversation c, @Nullable UUID openedFor) {
    int added =
        jdbc.prepareStatement(
            """
            insert into conversation
              (id, introduction_id, subject, opened_for, opened_at, active_at)
            values (?, ?, ?, ?, ?, ?) on conflict (introduction_id) do nothing
            """,
            s -> {
              s.setObject(1, c.id());
              s.setObject(2, c.introduction());
              s.setString(3, c.subject());
              s.setObject(4, openedFor);
              s.setObject(5, c.openedAt().atOffset(ZoneOffset.UTC));
              s.setObject(6, c.activeAt().atOffset(ZoneOffset.UTC));
              return s.executeUpdate();
            });
    if (added == 1) {
      c.sides().forEach(side -> addSide(c.id(), side));
    }
    return added == 1;
  }

  private void addSide(UUID conversation, Side side) {
    jdbc.prepareStatement(
        "insert into conversation_side (conversation_id, organisation_id, kind) values (?, ?, ?)",
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, side.id());
          s.setString(3, side.kind().name());
          return s.executeUpdate();
        });
  }

  /** How many conversations a side has begun since then. */
  long countOpened(UUID openedFor, Instant since) {
    return Count.of(
        jdbc,
        "select count(*) from conversation where opened_for = ? and opened_at >= ?",
        s -> {
          s.setObject(1, openedFor);
          s.setObject(2, since.atOffset(ZoneOffset.UTC));
        });
  }

  Optional<Conversation> find(UUID id) {
    return listAll(List.of(id)).stream().findFirst();
  }

  /**
   * The conversation, alone with it until the transaction ends. It is read when nobody else is at
   * it any more: a statement that waits for the row sees the sides as they were when it began.
   */
  Optional<Conversation> lock(UUID id) {
    jdbc.prepareStatement(
        "select 1 from conversation where id = ? for update",
        s -> {
          s.setObject(1, id);
          return s.execute();
        });
    return find(id);
  }

  /** Makes those who begin conversations for an organisation go one after the other. */
  void lockStarts(UUID openedFor) {
    jdbc.prepareStatement(
        "select pg_advisory_xact_lock(hashtextextended('conversation start ' || ?, 0))",
        s -> {
          s.setString(1, openedFor.toString());
          return s.execute();
        });
  }

  /** Those of these ids that there are. */
  List<Conversation> listAll(Collection<UUID> ids) {
    return jdbc.prepareStatement(
        COLUMNS + "where c.id = any(?)",
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", ids.toArray()));
          return read(s);
        });
  }

  /**
   * The number of the next message, and its revision. Who asks next waits until this transaction
   * has ended, so that messages become visible in the order of their numbers.
   */
  Next nextNumber(UUID id, Instant at) {
    return jdbc.prepareStatement(
        """
        update conversation
           set last_number = last_number + 1, revision = revision + 1,
               active_at = greatest(active_at, ?)
         where id = ? returning last_number, revision
        """,
        s -> {
          s.setObject(1, at.atOffset(ZoneOffset.UTC));
          s.setObject(2, id);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return new Next(rows.getLong(1), rows.getLong(2));
          }
        });
  }

  /** The next revision, for a change of what is there. */
  long nextRevision(UUID id) {
    return jdbc.prepareStatement(
        "update conversation set revision = revision + 1 where id = ? returning revision",
        s -> {
          s.setObject(1, id);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** Those of any of these sides, the last active first, as far as they know. */
  List<Conversation> list(Collection<UUID> sides, int offset, int limit) {
    return jdbc.prepareStatement(
        COLUMNS
            + """
            join (select s.conversation_id, max(coalesce(s.left_active_at, a.active_at)) active_at
                    from conversation_side s join conversation a on a.id = s.conversation_id
                   where s.organisation_id = any(?) group by s.conversation_id) known
              on known.conversation_id = c.id
            order by known.active_at desc, c.id desc offset ? limit ?
            """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", sides.toArray()));
          s.setInt(2, offset);
          s.setInt(3, limit);
          return read(s);
        });
  }

  long count(Collection<UUID> sides) {
    return Count.of(
        jdbc,
        "select count(*) from conversation c where " + OF_SIDES,
        s -> s.setArray(1, s.getConnection().createArrayOf("uuid", sides.toArray())));
  }

  /** The side leaves; it reads what there is by now, and shows its contact no longer. */
  void leave(UUID id, UUID side, Instant at) {
    jdbc.prepareStatement(
        """
        update conversation_side s
           set left_at = ?, left_after = c.last_number, left_revision = c.revision,
               left_active_at = c.active_at, contact_by = null, contact_since = null
          from conversation c
         where c.id = s.conversation_id and c.id = ? and s.organisation_id = ? and left_at is null
        """,
        s -> {
          s.setObject(1, at.atOffset(ZoneOffset.UTC));
          s.setObject(2, id);
          s.setObject(3, side);
          return s.executeUpdate();
        });
  }

  /**
   * Shows the others the contact of a side, or no longer.
   *
   * @param by who has decided that they see it; null where they do not
   */
  void shareContact(UUID id, UUID side, @Nullable UUID by, Instant at) {
    jdbc.prepareStatement(
        """
        update conversation_side set contact_by = ?, contact_since = ?
         where conversation_id = ? and organisation_id = ?
        """,
        s -> {
          s.setObject(1, by);
          s.setObject(2, by == null ? null : at.atOffset(ZoneOffset.UTC));
          s.setObject(3, id);
          s.setObject(4, side);
          return s.executeUpdate();
        });
  }

  /** What a message that is posted now is counted as. */
  record Next(long number, long revision) {}

  private static List<Conversation> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Conversation> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new Conversation(
                rows.getObject("id", UUID.class),
                rows.getObject("introduction_id", UUID.class),
                rows.getString("subject"),
                rows.getObject("opened_at", OffsetDateTime.class).toInstant(),
                rows.getLong("last_number"),
                rows.getLong("revision"),
                rows.getObject("active_at", OffsetDateTime.class).toInstant(),
                Stream.of((String[]) rows.getArray("sides").getArray())
                    .map(ConversationRepository::side)
                    .toList()));
      }
      return found;
    }
  }

  private static Side side(String written) {
    List<String> parts = List.of(written.split(" ", -1));
    return new Side(
        UUID.fromString(parts.getFirst()),
        OrganisationKind.valueOf(parts.get(1)),
        parts.size() > 3 ? left(parts) : null,
        "t".equals(parts.get(2)) || "true".equals(parts.get(2)));
  }

  private static Side.Left left(List<String> parts) {
    long micros = new BigDecimal(parts.get(5)).longValue();
    return new Side.Left(
        Long.parseLong(parts.get(3)),
        Long.parseLong(parts.get(4)),
        Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
  }
}
