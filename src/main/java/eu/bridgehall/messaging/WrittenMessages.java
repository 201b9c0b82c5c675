package eu.bridgehall.messaging;

import eu.bridgehall.platform.Count;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Messages as programs look through them, for automatic signals. Nobody is shown a text by this:
 * what people read, {@link ConversationService} gives them.
 */
@Singleton
public class WrittenMessages {
  private final JdbcOperations jdbc;

  WrittenMessages(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A message as it reads now.
   *
   * @param authority for which it was written
   */
  public record Written(
      UUID id, UUID conversation, UUID authority, UUID author, String text, Instant at) {}

  /** The message, where it was written for an authority. */
  @Transactional
  public Optional<Written> find(UUID message) {
    return jdbc.prepareStatement(
        """
        select m.id, m.conversation_id, m.organisation_id, m.author_id, m.text, m.at
          from message m
          join conversation_side s on s.conversation_id = m.conversation_id
                                  and s.organisation_id = m.organisation_id
         where m.id = ? and s.kind = 'AUTHORITY'
        """,
        s -> {
          s.setObject(1, message);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Written(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getObject(3, UUID.class),
                        rows.getObject(4, UUID.class),
                        rows.getString(5),
                        rows.getObject(6, OffsetDateTime.class).toInstant()))
                : Optional.empty();
          }
        });
  }

  /** In how many other conversations its author has written the same since then, before it. */
  @Transactional
  public long countSame(Written message, Instant since) {
    return Count.of(
        jdbc,
        """
        select count(distinct conversation_id) from message
         where author_id = ? and at >= ? and at <= ? and conversation_id <> ?
           and md5(lower(regexp_replace(text, '\\s+', ' ', 'g')))
             = md5(lower(regexp_replace(?, '\\s+', ' ', 'g')))
        """,
        s -> {
          s.setObject(1, message.author());
          s.setObject(2, since.atOffset(ZoneOffset.UTC));
          s.setObject(3, message.at().atOffset(ZoneOffset.UTC));
          s.setObject(4, message.conversation());
          s.setString(5, message.text());
        });
  }
}
