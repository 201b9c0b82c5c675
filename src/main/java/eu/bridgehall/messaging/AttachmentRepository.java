package eu.bridgehall.messaging;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
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
class AttachmentRepository {
  private static final String COLUMNS =
      "select id, message_id, author_id, name, type, size, withheld from message_attachment ";

  private final JdbcOperations jdbc;

  AttachmentRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A file without its content.
   *
   * @param message null while it waits for its message
   * @param withheld how the secretariat keeps it from its readers; null where it does not
   */
  record Row(
      AttachmentRef ref, @Nullable UUID message, UUID author, @Nullable Withholding withheld) {}

  /** Adds a file that waits for its message; the content is read to its end. */
  void add(AttachmentRef ref, UUID conversation, UUID author, InputStream content, Instant at) {
    jdbc.prepareStatement(
        """
        insert into message_attachment
          (id, conversation_id, author_id, name, type, size, content, at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        s -> {
          s.setObject(1, ref.id());
          s.setObject(2, conversation);
          s.setObject(3, author);
          s.setString(4, ref.name());
          s.setString(5, ref.type());
          s.setLong(6, ref.size());
          s.setBinaryStream(7, content, ref.size());
          s.setObject(8, at.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
  }

  Optional<Row> find(UUID conversation, UUID id) {
    return jdbc
        .prepareStatement(
            COLUMNS + "where conversation_id = ? and id = ? and erased_at is null",
            s -> {
              s.setObject(1, conversation);
              s.setObject(2, id);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  byte[] content(UUID id) {
    return jdbc.prepareStatement(
        "select content from message_attachment where id = ?",
        s -> {
          s.setObject(1, id);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getBytes(1);
          }
        });
  }

  /** The author's files of these ids that wait in the conversation, in the order they came. */
  List<Row> listWaiting(UUID conversation, UUID author, Collection<UUID> ids) {
    return jdbc.prepareStatement(
        COLUMNS
            + """
            where conversation_id = ? and author_id = ? and id = any(?) and message_id is null
            order by at, id
            """,
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, author);
          s.setArray(3, s.getConnection().createArrayOf("uuid", ids.toArray()));
          return read(s);
        });
  }

  /** Makes the files that an author sends at the same time come one after the other. */
  void lockWaiting(UUID author) {
    jdbc.prepareStatement(
        "select pg_advisory_xact_lock(hashtextextended('attachment ' || ?, 0))",
        s -> {
          s.setString(1, author.toString());
          return s.execute();
        });
  }

  /** Deletes what of a person's waits, but for the newest ones. */
  void deleteOldestWaiting(UUID author, int newest) {
    jdbc.prepareStatement(
        """
        delete from message_attachment where id in
          (select id from message_attachment where author_id = ? and message_id is null
            order by at desc, id desc offset ?)
        """,
        s -> {
          s.setObject(1, author);
          s.setInt(2, newest);
          return s.executeUpdate();
        });
  }

  /** Deletes those of these files of a person's that wait in a conversation. */
  void deleteWaitingOf(UUID conversation, UUID author, Collection<UUID> ids) {
    jdbc.prepareStatement(
        """
        delete from message_attachment
         where conversation_id = ? and author_id = ? and id = any(?) and message_id is null
        """,
        s -> {
          s.setObject(1, conversation);
          s.setObject(2, author);
          s.setArray(3, s.getConnection().createArrayOf("uuid", ids.toArray()));
          return s.executeUpdate();
        });
  }

  /** Gives files that wait to a message; how many did. */
  int attach(UUID message, UUID conversation, UUID author, Collection<UUID> ids) {
    return jdbc.prepareStatement(
        """
        update message_attachment set message_id = ?
         where conversation_id = ? and author_id = ? and id = any(?) and message_id is null
        """,
        s -> {
          s.setObject(1, message);
          s.setObject(2, conversation);
          s.setObject(3, author);
          s.setArray(4, s.getConnection().createArrayOf("uuid", ids.toArray()));
          return s.executeUpdate();
        });
  }

  /** The files shown with each of these messages; a message without any is no key. */
  Map<UUID, List<AttachmentRef>> listOf(Collection<UUID> messages) {
    List<Row> rows =
        jdbc.prepareStatement(
            COLUMNS + "where message_id = any(?) and withheld is null order by at, id",
            s -> {
              s.setArray(1, s.getConnection().createArrayOf("uuid", messages.toArray()));
              return read(s);
            });
    Map<UUID, List<AttachmentRef>> files = new HashMap<>();
    for (Row row : rows) {
      files.computeIfAbsent(row.message(), id -> new ArrayList<>()).add(row.ref());
    }
    return files;
  }

  /** Every file that the person has sent and that is not erased, the first first. */
  List<AttachmentRef> listAllOf(UUID author) {
    return jdbc
        .prepareStatement(
            COLUMNS + "where author_id = ? and erased_at is null order by at, id",
            s -> {
              s.setObject(1, author);
              return read(s);
            })
        .stream()
        .map(Row::ref)
        .toList();
  }

  /** How many files of each of these messages are withheld; one without any is no key. */
  Map<UUID, Integer> countWithheld(Collection<UUID> messages) {
    return jdbc.prepareStatement(
        """
        select message_id, count(*) from message_attachment
         where message_id = any(?) and withheld is not null group by message_id
        """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", messages.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, Integer> counts = new HashMap<>();
            while (rows.next()) {
              counts.put(rows.getObject(1, UUID.class), rows.getInt(2));
            }
            return counts;
          }
        });
  }

  /** Deletes what of a person's waits. */
  void deleteWaitingOf(UUID author) {
    jdbc.prepareStatement(
        "delete from message_attachment where message_id is null and author_id = ?",
        s -> {
          s.setObject(1, author);
          return s.executeUpdate();
        });
  }

  private static List<Row> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Row> found = new ArrayList<>();
      while (rows.next()) {
        String withheld = rows.getString("withheld");
        found.add(
            new Row(
                new AttachmentRef(
                    rows.getObject("id", UUID.class),
                    rows.getString("name"),
                    rows.getString("type"),
                    rows.getLong("size")),
                rows.getObject("message_id", UUID.class),
                rows.getObject("author_id", UUID.class),
                withheld == null ? null : Withholding.valueOf(withheld)));
      }
      return found;
    }
  }
}
