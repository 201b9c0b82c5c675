package eu.bridgehall.messaging;

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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

@Singleton
class MessageRepository {
  private static final String COLUMNS =
      """
      select id, conversation_id, number, revision, organisation_id, author_id, text, quotes_id, at,
             edited_at, withheld
        from message
      """;

  private final JdbcOperations jdbc;

  MessageRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Makes those who post under the same key at the same time go one after the other. */
  void lockKey(UUID author, String clientKey) {
    jdbc.prepareStatement(
        "select pg_advisory_xact_lock(hashtextextended('message ' || ? || ' ' || ?, 0))",
        s -> {
          s.setString(1, author.toString());
          s.setString(2, clientKey);
          return s.execute();
        });
  }

  /** What the author has posted under this key. */
  Optional<Message> findByKey(UUID author, String clientKey) {
    return jdbc
        .prepareStatement(
            COLUMNS + "where author_id = ? and client_key = ?",
            s -> {
              s.setObject(1, author);
              s.setString(2, clientKey);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  Optional<Message> find(UUID conversation, UUID id) {
    return jdbc
        .prepareStatement(
            COLUMNS + "where conversation_id = ? and id = ?",
            s -> {
              s.setObject(1, conversation);
              s.setObject(2, id);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  void add(Message m, @Nullable String clientKey) {
    jdbc.prepareStatement(
        """
        insert into message
          (id, conversation_id, number, revision, organisation_id, author_id, text, quotes_id, at,
           client_key)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        s -> {
          s.setObject(1, m.id());
          s.setObject(2, m.conversation());
          s.setLong(3, m.number());
          s.setLong(4, m.revision());
          s.setObject(5, m.side());
          s.setObject(6, m.author());
          s.setString(7, m.text());
          s.setObject(8, m.quotes());
          s.setObject(9, m.at().atOffset(ZoneOffset.UTC));
          s.setString(10, clientKey);
          return s.executeUpdate();
        });
  }

  /** Gives a message another text, and keeps the one that it had. */
  void edit(Message before, String text, long revision, Instant at) {
    jdbc.prepareStatement(
        """
        insert into message_version (message_id, revision, text, at, until)
        values (?, ?, ?, ?, ?)
        """,
        s -> {
          s.setObject(1, before.id());
          s.setLong(2, before.revision());
          s.setString(3, before.text());
          Instant since = before.editedAt() == null ? before.at() : before.editedAt();
          s.setObject(4, since.atOffset(ZoneOffset.UTC));
          s.setObject(5, at.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
    jdbc.prepareStatement(
        "update message set text = ?, revision = ?, edited_at = ? where id = ?",
        s -> {
          s.setString(1, text);
          s.setLong(2, revision);
          s.setObject(3, at.atOffset(ZoneOffset.UTC));
          s.setObject(4, before.id());
          return s.executeUpdate();
        });
  }

  /** What a message said before a revision of the conversation, the oldest first. */
  List<MessageVersion> listVersions(UUID message, long before) {
    return jdbc.prepareStatement(
        """
        select text, at, until, withheld_by is not null from message_version
         where message_id = ? and revision < ? order by revision
        """,
        s -> {
          s.setObject(1, message);
          s.setLong(2, before);
          try (ResultSet rows = s.executeQuery()) {
            List<MessageVersion> versions = new ArrayList<>();
            while (rows.next()) {
              versions.add(
                  new MessageVersion(
                      rows.getString(1),
                      rows.getObject(2, OffsetDateTime.class).toInstant(),
                      rows.getObject(3, OffsetDateTime.class).toInstant(),
                      rows.getBoolean(4) ? Withholding.HIDDEN.id() : null));
            }
            return versions;
          }
        });
  }

  /** Hides from its readers what a message said before it was corrected, for this decision. */
  void withholdVersions(UUID message, UUID decision) {
    jdbc.prepareStatement(
        """
        update message_version set withheld_by = ? where message_id = ? and withheld_by is null
        """,
        s -> {
          s.setObject(1, decision);
          s.setObject(2, message);
          return s.executeUpdate();
        });
  }

  /** Shows again what a message said before it was corrected for this decision. */
  void showVersions(UUID decision) {
    jdbc.prepareStatement(
        "update message_version set withheld_by = null where withheld_by = ?",
        s -> {
          s.setObject(1, decision);
          return s.executeUpdate();
        });
  }

  long countVersions(UUID message) {
    return Count.of(
        jdbc,
        "select count(*) from message_version where message_id = ?",
        s -> s.setObject(1, message));
  }

  /** What a message said when it was posted. */
  String firstText(Message message) {
    if (message.editedAt() == null) {
      return message.text();
    }
    return listVersions(message.id(), message.revision()).stream()
        .findFirst()
        .map(first -> first.text())
        // what it said was erased
        .orElse(message.text());
  }

  /**
   * Messages as they were when the conversation had this revision, by id; one that did not stand
   * there yet is left out.
   */
  Map<UUID, Message> listAt(Collection<UUID> ids, long revision) {
    return jdbc
        .prepareStatement(
            """
            select m.id, m.conversation_id, m.number, v.revision, m.organisation_id, m.author_id,
                   v.text, m.quotes_id, m.at, case when v.at > m.at then v.at end edited_at,
                   coalesce(m.withheld, case when v.withheld_by is not null then 'HIDDEN' end)
                     withheld
              from message m
             cross join lateral (
               select w.revision, w.text, w.at, w.withheld_by from message_version w
                where w.message_id = m.id and w.revision <= ?
                order by w.revision desc limit 1) v
             where m.id = any(?) and m.revision > ?
            union all
            select id, conversation_id, number, revision, organisation_id, author_id, text,
                   quotes_id, at, edited_at, withheld
              from message where id = any(?) and revision <= ?
            """,
            s -> {
              var all = s.getConnection().createArrayOf("uuid", ids.toArray());
              s.setLong(1, revision);
              s.setArray(2, all);
              s.setLong(3, revision);
              s.setArray(4, all);
              s.setLong(5, revision);
              return read(s);
            })
        .stream()
        .collect(Collectors.toMap(Message::id, m -> m));
  }

  /**
   * The messages of a slice, in the order of their numbers.
   *
   * @param upTo number of the last one that may be read
   */
  List<Message> list(UUID conversation, MessageSlice slice, long upTo) {
    List<Message> found =
        jdbc.prepareStatement(
            COLUMNS
                + (slice.forward()
                    ? "where conversation_id = ? and number > ? and number <= ? order by number"
                        + " limit ?"
                    : "where conversation_id = ? and number < ? and number <= ? order by number"
                        + " desc limit ?"),
            s -> {
              s.setObject(1, conversation);
              s.setLong(2, slice.from());
              s.setLong(3, upTo);
              s.setInt(4, slice.limit());
              return read(s);
            });
    return slice.forward() ? found : found.reversed();
  }

  /**
   * The sides that have written between two numbers, neither included, the first to do so first;
   * without what this person has written and what is withheld.
   */
  List<UUID> listWriters(UUID conversation, long after, long before, UUID person) {
    return jdbc.prepareStatement(
        """
        select organisation_id from message
         where conversation_id = ? and number > ? and number < ? and author_id <> ?
           and withheld is null
         group by organisation_id order by min(number)
        """,
        s -> {
          s.setObject(1, conversation);
          s.setLong(2, after);
          s.setLong(3, before);
          s.setObject(4, person);
          try (ResultSet rows = s.executeQuery()) {
            List<UUID> writers = new ArrayList<>();
            while (rows.next()) {
              writers.add(rows.getObject(1, UUID.class));
            }
            return writers;
          }
        });
  }

  /** Those between two numbers, both included, that are shown otherwise since a revision. */
  List<Message> listEdited(UUID conversation, long revision, long from, long to) {
    return jdbc.prepareStatement(
        COLUMNS
            + """
            where conversation_id = ?
              and (revision > ? and edited_at is not null or withheld_revision > ?)
              and number between ? and ? order by number
            """,
        s -> {
          s.setObject(1, conversation);
          s.setLong(2, revision);
          s.setLong(3, revision);
          s.setLong(4, from);
          s.setLong(5, to);
          return read(s);
        });
  }

  /** Those of these ids that there are. */
  List<Message> listByIds(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    return jdbc.prepareStatement(
        COLUMNS + "where id = any(?)",
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", ids.toArray()));
          return read(s);
        });
  }

  /** Everything that the author has written and that is not erased, the oldest first. */
  List<Message> listAllOf(UUID author) {
    return jdbc.prepareStatement(
        COLUMNS + "where author_id = ? and erased_at is null order by at, id",
        s -> {
          s.setObject(1, author);
          return read(s);
        });
  }

  static List<Message> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Message> found = new ArrayList<>();
      while (rows.next()) {
        String withheld = rows.getString("withheld");
        OffsetDateTime editedAt = rows.getObject("edited_at", OffsetDateTime.class);
        found.add(
            new Message(
                rows.getObject("id", UUID.class),
                rows.getObject("conversation_id", UUID.class),
                rows.getLong("number"),
                rows.getLong("revision"),
                rows.getObject("organisation_id", UUID.class),
                rows.getObject("author_id", UUID.class),
                rows.getString("text"),
                rows.getObject("quotes_id", UUID.class),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                editedAt == null ? null : editedAt.toInstant(),
                withheld == null ? null : Withholding.valueOf(withheld)));
      }
      return found;
    }
  }
}
