package eu.bridgehall.messaging;

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
import java.util.OptionalLong;
import java.util.UUID;

@Singleton
class ConversationRepository {
  private static final String COLUMNS =
      """
      select c.id, c.introduction_id, c.opened_at, c.last_number, c.active_at,
             (select array_agg(s.authority_id order by s.authority_id)
                from conversation_side s where s.conversation_id = c.id) sides
        from conversation c
      """;
  private static final String OF_AUTHORITIES =
      """
      exists (select 1 from conversation_side s
               where s.conversation_id = c.id and s.authority_id = any(?))
      """;

  private final JdbcOperations jdbc;

  ConversationRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was added; false where the introduction has opened one before. */
  boolean add(Conversation c) {
    int added =
        jdbc.prepareStatement(
            """
            insert into conversation (id, introduction_id, opened_at, active_at)
            values (?, ?, ?, ?) on conflict (introduction_id) do nothing
            """,
            s -> {
              s.setObject(1, c.id());
              s.setObject(2, c.introduction());
              s.setObject(3, c.openedAt().atOffset(ZoneOffset.UTC));
              s.setObject(4, c.activeAt().atOffset(ZoneOffset.UTC));
              return s.executeUpdate();
            });
    if (added == 1) {
      c.authorities().forEach(a -> addSide(c.id(), a));
    }
    return added == 1;
  }

  private void addSide(UUID conversation, UUID authority) {
    jdbc.prepareStatement(
        "insert into conversation_side (conversation_id, authority_id) values (?, ?)",
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, authority);
          return s.executeUpdate();
        });
  }

  Optional<Conversation> find(UUID id) {
    return jdbc
        .prepareStatement(
            COLUMNS + "where c.id = ?",
            s -> {
              s.setObject(1, id);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  /**
   * The number of the next message. Who asks next waits until this transaction has ended, so that
   * messages become visible in the order of their numbers.
   */
  long nextNumber(UUID id, Instant at) {
    return jdbc.prepareStatement(
        """
        update conversation
           set last_number = last_number + 1, active_at = greatest(active_at, ?)
         where id = ? returning last_number
        """,
        s -> {
          s.setObject(1, at.atOffset(ZoneOffset.UTC));
          s.setObject(2, id);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** Those of any of these authorities, the last active first. */
  List<Conversation> list(Collection<UUID> authorities, int offset, int limit) {
    return jdbc.prepareStatement(
        COLUMNS
            + "where "
            + OF_AUTHORITIES
            + "order by c.active_at desc, c.id desc offset ? limit ?",
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", authorities.toArray()));
          s.setInt(2, offset);
          s.setInt(3, limit);
          return read(s);
        });
  }

  long count(Collection<UUID> authorities) {
    return jdbc.prepareStatement(
        "select count(*) from conversation c where " + OF_AUTHORITIES,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", authorities.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** Forgets up to where the person has read. */
  void forgetReader(UUID person) {
    jdbc.prepareStatement(
        "delete from conversation_read where person_id = ?",
        s -> {
          s.setObject(1, person);
          return s.executeUpdate();
        });
  }

  /** Marks as read up to there, and never back. */
  void markRead(UUID conversation, UUID person, long upTo, Instant at) {
    jdbc.prepareStatement(
        """
        insert into conversation_read (conversation_id, person_id, up_to, at) values (?, ?, ?, ?)
        on conflict (conversation_id, person_id) do update
          set up_to = excluded.up_to, at = excluded.at
        where conversation_read.up_to < excluded.up_to
        """,
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, person);
          s.setLong(3, upTo);
          s.setObject(4, at.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
  }

  /** Up to where the person has read; empty where she never marked anything. */
  OptionalLong findReadUpTo(UUID conversation, UUID person) {
    return jdbc.prepareStatement(
        "select up_to from conversation_read where conversation_id = ? and person_id = ?",
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, person);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? OptionalLong.of(rows.getLong(1)) : OptionalLong.empty();
          }
        });
  }

  /** How far the person has read in each of these; every id is a key. */
  Map<UUID, Reading> readings(Collection<UUID> conversations, UUID person) {
    return jdbc.prepareStatement(
        """
        select c.id, coalesce(r.up_to, 0),
               (select count(*) from message m
                 where m.conversation_id = c.id and m.number > coalesce(r.up_to, 0)
                   and m.author_id <> ?)
          from conversation c
          left join conversation_read r on r.conversation_id = c.id and r.person_id = ?
         where c.id = any(?)
        """,
        s -> {
          s.setObject(1, person);
          s.setObject(2, person);
          s.setArray(3, s.getConnection().createArrayOf("uuid", conversations.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, Reading> readings = new HashMap<>();
            while (rows.next()) {
              readings.put(
                  rows.getObject(1, UUID.class), new Reading(rows.getLong(2), rows.getLong(3)));
            }
            return readings;
          }
        });
  }

  /** What the person has not read in the conversations of these authorities. */
  UnreadCount countUnread(Collection<UUID> authorities, UUID person) {
    return jdbc.prepareStatement(
        """
        select coalesce(sum(u.unread), 0), count(*) filter (where u.unread > 0)
          from conversation c
          left join conversation_read r on r.conversation_id = c.id and r.person_id = ?
         cross join lateral (
           select count(*) unread from message m
            where m.conversation_id = c.id and m.number > coalesce(r.up_to, 0)
              and m.author_id <> ?) u
         where c.last_number > coalesce(r.up_to, 0) and
        """
            + OF_AUTHORITIES,
        s -> {
          s.setObject(1, person);
          s.setObject(2, person);
          s.setArray(3, s.getConnection().createArrayOf("uuid", authorities.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return new UnreadCount(rows.getLong(1), rows.getLong(2));
          }
        });
  }

  /** How far somebody has read in a conversation, and how many messages of others come after. */
  record Reading(long upTo, long unread) {}

  private static List<Conversation> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Conversation> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new Conversation(
                rows.getObject("id", UUID.class),
                rows.getObject("introduction_id", UUID.class),
                rows.getObject("opened_at", OffsetDateTime.class).toInstant(),
                rows.getLong("last_number"),
                rows.getObject("active_at", OffsetDateTime.class).toInstant(),
                List.of((UUID[]) rows.getArray("sides").getArray())));
      }
      return found;
    }
  }
}
