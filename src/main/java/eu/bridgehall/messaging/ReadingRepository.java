package eu.bridgehall.messaging;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;

/** How far people have read, and who wants to hear nothing of a conversation. */
@Singleton
class ReadingRepository {
  /** Number up to which the reader's sides read; a side that has left reads no further. */
  private static final String UP_TO =
      """
      (select max(coalesce(s.left_after, c.last_number)) from conversation_side s
        where s.conversation_id = c.id and s.organisation_id = any(?))
      """;

  private final JdbcOperations jdbc;

  ReadingRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * How far somebody has read in a conversation.
   *
   * @param upTo number of the last message read, 0 for none
   * @param unread how many messages of others come after
   * @param muted whether she wants no mails and notices about it
   */
  record Reading(long upTo, long unread, boolean muted) {}

  /** Marks as read up to there, and never back; whether that was further than before. */
  boolean mark(UUID conversation, UUID person, UUID side, long upTo, Instant at) {
    return jdbc.prepareStatement(
        """
        insert into conversation_read (conversation_id, person_id, organisation_id, up_to, at)
        values (?, ?, ?, ?, ?)
        on conflict (conversation_id, person_id) do update
          set up_to = excluded.up_to, organisation_id = excluded.organisation_id, at = excluded.at
        where conversation_read.up_to < excluded.up_to
        """,
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, person);
          s.setObject(3, side);
          s.setLong(4, upTo);
          s.setObject(5, at.atOffset(ZoneOffset.UTC));
          return s.executeUpdate() == 1;
        });
  }

  /** Up to where the person has read; empty where she never marked anything. */
  OptionalLong findUpTo(UUID conversation, UUID person) {
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

  /** How far the person has read in each of these, as one of these sides; every id is a key. */
  Map<UUID, Reading> list(Collection<UUID> conversations, UUID person, Collection<UUID> sides) {
    return jdbc.prepareStatement(
        """
        select c.id, coalesce(r.up_to, 0),
               (select count(*) from message m
                 where m.conversation_id = c.id and m.number > coalesce(r.up_to, 0)
                   and m.author_id <> ? and m.withheld is null and m.number <=
        """
            + UP_TO
            + """
            ),
               exists (select 1 from conversation_mute q
                        where q.conversation_id = c.id and q.person_id = ?)
              from conversation c
              left join conversation_read r on r.conversation_id = c.id and r.person_id = ?
             where c.id = any(?)
            """,
        s -> {
          s.setObject(1, person);
          s.setArray(2, s.getConnection().createArrayOf("uuid", sides.toArray()));
          s.setObject(3, person);
          s.setObject(4, person);
          s.setArray(5, s.getConnection().createArrayOf("uuid", conversations.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, Reading> readings = new HashMap<>();
            while (rows.next()) {
              readings.put(
                  rows.getObject(1, UUID.class),
                  new Reading(rows.getLong(2), rows.getLong(3), rows.getBoolean(4)));
            }
            return readings;
          }
        });
  }

  /** How many messages of others before this number the person has not read. */
  long countUnreadBefore(UUID conversation, UUID person, long number) {
    return jdbc.prepareStatement(
        """
        select count(*) from message m
         where m.conversation_id = ? and m.number < ? and m.author_id <> ?
           and m.number > coalesce((select r.up_to from conversation_read r
                                     where r.conversation_id = m.conversation_id
                                       and r.person_id = ?), 0)
        """,
        s -> {
          s.setObject(1, conversation);
          s.setLong(2, number);
          s.setObject(3, person);
          s.setObject(4, person);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** Up to where somebody of each side has read in each of these conversations. */
  Map<UUID, Map<UUID, Long>> listBySide(Collection<UUID> conversations) {
    return jdbc.prepareStatement(
        """
        select conversation_id, organisation_id, max(up_to) from conversation_read
         where conversation_id = any(?) and organisation_id is not null
         group by conversation_id, organisation_id
        """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", conversations.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, Map<UUID, Long>> read = new HashMap<>();
            while (rows.next()) {
              read.computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashMap<>())
                  .put(rows.getObject(2, UUID.class), rows.getLong(3));
            }
            return read;
          }
        });
  }

  /** What the person has not read in the conversations of these sides; of muted ones nothing. */
  UnreadCount countUnread(Collection<UUID> sides, UUID person) {
    return jdbc.prepareStatement(
        """
        select coalesce(sum(u.unread), 0), count(*) filter (where u.unread > 0)
          from conversation c
          left join conversation_read r on r.conversation_id = c.id and r.person_id = ?
         cross join lateral (
           select count(*) unread from message m
            where m.conversation_id = c.id and m.number > coalesce(r.up_to, 0)
              and m.author_id <> ? and m.withheld is null and m.number <=
        """
            + UP_TO
            + """
            ) u
             where c.last_number > coalesce(r.up_to, 0)
               and exists (select 1 from conversation_side s
                            where s.conversation_id = c.id and s.organisation_id = any(?))
               and not exists (select 1 from conversation_mute q
                                where q.conversation_id = c.id and q.person_id = ?)
            """,
        s -> {
          s.setObject(1, person);
          s.setObject(2, person);
          s.setArray(3, s.getConnection().createArrayOf("uuid", sides.toArray()));
          s.setArray(4, s.getConnection().createArrayOf("uuid", sides.toArray()));
          s.setObject(5, person);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return new UnreadCount(rows.getLong(1), rows.getLong(2));
          }
        });
  }

  /** The person wants no mails and notices about the conversation, or wants them again. */
  void mute(UUID conversation, UUID person, boolean muted, Instant at) {
    jdbc.prepareStatement(
        muted
            ? """
            insert into conversation_mute (conversation_id, person_id, at) values (?, ?, ?)
            on conflict do nothing
            """
            : "delete from conversation_mute where conversation_id = ? and person_id = ?",
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, person);
          if (muted) {
            s.setObject(3, at.atOffset(ZoneOffset.UTC));
          }
          return s.executeUpdate();
        });
  }

  boolean isMuted(UUID conversation, UUID person) {
    return jdbc.prepareStatement(
        "select 1 from conversation_mute where conversation_id = ? and person_id = ?",
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, person);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next();
          }
        });
  }

  /** Forgets how far the person has read, and what she has muted. */
  void forget(UUID person) {
    for (String table : new String[] {"conversation_read", "conversation_mute"}) {
      jdbc.prepareStatement(
          "delete from " + table + " where person_id = ?",
          s -> {
            s.setObject(1, person);
            return s.executeUpdate();
          });
    }
  }
}
