package eu.bridgehall.messaging;

import eu.bridgehall.organisations.OrganisationKind;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

@Singleton
class ConversationRepository {
  private static final String COLUMNS =
      """
      select c.id, c.introduction_id, c.subject, c.opened_at, c.last_number, c.revision,
             c.active_at,
             (select array_agg(concat_ws(' ', s.organisation_id, s.kind, s.contact_since is not null,
                                         s.left_after) order by s.organisation_id)
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
  int countOpened(UUID openedFor, Instant since) {
    return jdbc.prepareStatement(
        "select count(*) from conversation where opened_for = ? and opened_at >= ?",
        s -> {
          s.setObject(1, openedFor);
          s.setObject(2, since.atOffset(ZoneOffset.UTC));
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getInt(1);
          }
        });
  }

  Optional<Conversation> find(UUID id) {
    return listAll(List.of(id)).stream().findFirst();
  }

  /** The conversation, alone with it until the transaction ends. */
  Optional<Conversation> lock(UUID id) {
    return jdbc
        .prepareStatement(
            COLUMNS + "where c.id = ? for update of c",
            s -> {
              s.setObject(1, id);
              return read(s);
            })
        .stream()
        .findFirst();
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

  /** Those of any of these sides, the last active first. */
  List<Conversation> list(Collection<UUID> sides, int offset, int limit) {
    return jdbc.prepareStatement(
        COLUMNS + "where " + OF_SIDES + "order by c.active_at desc, c.id desc offset ? limit ?",
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", sides.toArray()));
          s.setInt(2, offset);
          s.setInt(3, limit);
          return read(s);
        });
  }

  long count(Collection<UUID> sides) {
    return jdbc.prepareStatement(
        "select count(*) from conversation c where " + OF_SIDES,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", sides.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** The side leaves; it reads what there is by now. */
  void leave(UUID id, UUID side, Instant at) {
    jdbc.prepareStatement(
        """
        update conversation_side s set left_at = ?, left_after = c.last_number
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
        parts.size() > 3 ? Long.valueOf(parts.get(3)) : null,
        "t".equals(parts.get(2)) || "true".equals(parts.get(2)));
  }
}
