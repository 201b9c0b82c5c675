package eu.bridgehall.messaging;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class MessageRepository {
  private static final String COLUMNS =
      "select id, conversation_id, number, authority_id, author_id, text, at from message ";

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

  void add(Message m, @Nullable String clientKey) {
    jdbc.prepareStatement(
        """
        insert into message
          (id, conversation_id, number, authority_id, author_id, text, at, client_key)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        s -> {
          s.setObject(1, m.id());
          s.setObject(2, m.conversation());
          s.setLong(3, m.number());
          s.setObject(4, m.authority());
          s.setObject(5, m.author());
          s.setString(6, m.text());
          s.setObject(7, m.at().atOffset(ZoneOffset.UTC));
          s.setString(8, clientKey);
          return s.executeUpdate();
        });
  }

  /** The messages of a slice, in the order of their numbers. */
  List<Message> list(UUID conversation, MessageSlice slice) {
    List<Message> found =
        jdbc.prepareStatement(
            COLUMNS
                + (slice.forward()
                    ? "where conversation_id = ? and number > ? order by number limit ?"
                    : "where conversation_id = ? and number < ? order by number desc limit ?"),
            s -> {
              s.setObject(1, conversation);
              s.setLong(2, slice.from());
              s.setInt(3, slice.limit());
              return read(s);
            });
    return slice.forward() ? found : found.reversed();
  }

  /** Everything that the author has written, the oldest first. */
  List<Message> listAllOf(UUID author) {
    return jdbc.prepareStatement(
        COLUMNS + "where author_id = ? order by at, id",
        s -> {
          s.setObject(1, author);
          return read(s);
        });
  }

  private static List<Message> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Message> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new Message(
                rows.getObject("id", UUID.class),
                rows.getObject("conversation_id", UUID.class),
                rows.getLong("number"),
                rows.getObject("authority_id", UUID.class),
                rows.getObject("author_id", UUID.class),
                rows.getString("text"),
                rows.getObject("at", OffsetDateTime.class).toInstant()));
      }
      return found;
    }
  }
}
