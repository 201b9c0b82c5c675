package eu.bridgehall.notifications;

import eu.bridgehall.accounts.LinkKind;
import eu.bridgehall.kernel.Ids;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of mails. */
@Singleton
public class Mails {
  private static final int LONGEST_ERROR = 500;

  private final JdbcOperations jdbc;
  private final Facts facts;
  private final Clock clock;

  Mails(JdbcOperations jdbc, Facts facts, Clock clock) {
    this.jdbc = jdbc;
    this.facts = facts;
    this.clock = clock;
  }

  /** Queues a mail in the caller's transaction: it is sent if, and only if, that succeeds. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void queue(NewMail mail) {
    queue(mail, List.of());
  }

  /**
   * The same for a mail that tells of these notices: before it is written it is asked of each again
   * whether its reader may still be told of it.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void queue(NewMail mail, List<UUID> notices) {
    UUID id = Ids.next();
    MailLink link = mail.link();
    jdbc.prepareStatement(
        """
        insert into mail (id, recipient, language, kind, facts, link_path, link_kind, link_subject,
                          next_attempt, message_id, created_at, notices)
        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?)
        """,
        statement -> {
          statement.setObject(1, id);
          statement.setString(2, mail.to());
          statement.setString(3, mail.language());
          statement.setString(4, mail.kind());
          statement.setString(5, facts.write(mail.facts()));
          statement.setString(6, link == null ? null : link.path());
          statement.setString(7, kind(link));
          statement.setObject(8, link == null ? null : link.tokenSubject());
          statement.setObject(9, now());
          statement.setString(10, "<" + id + "@bridgehall>");
          statement.setObject(11, now());
          statement.setArray(
              12, statement.getConnection().createArrayOf("uuid", notices.toArray()));
          return statement.executeUpdate();
        });
  }

  /**
   * The next mail that is due, taken for as long as the lease: should this service die meanwhile,
   * it is due again after that.
   */
  @Transactional
  Optional<QueuedMail> take(Duration lease) {
    return jdbc.prepareStatement(
        """
        update mail set attempts = attempts + 1, next_attempt = ?
         where id = (select id from mail where status = 'QUEUED' and next_attempt <= ?
                      order by next_attempt, id limit 1 for update skip locked)
        returning id, recipient, language, kind, facts::text, link_path, link_kind, link_subject,
                  attempts, message_id, notices
        """,
        statement -> {
          statement.setObject(1, now().plus(lease));
          statement.setObject(2, now());
          try (ResultSet rows = statement.executeQuery()) {
            return rows.next() ? Optional.of(mail(rows)) : Optional.empty();
          }
        });
  }

  /** Notes that it was sent. Of the farewell to whoever has closed an account no name is kept. */
  @Transactional
  void sent(UUID id) {
    jdbc.prepareStatement(
        """
        update mail
           set status = 'SENT', sent_at = ?, last_error = null,
               recipient = case kind when 'account-closed' then id || '@closed.invalid'
                                else recipient end,
               facts = case kind when 'account-closed' then '{}' else facts end
         where id = ?
        """,
        statement -> {
          statement.setObject(1, now());
          statement.setObject(2, id);
          return statement.executeUpdate();
        });
  }

  /** It failed: to be tried again after the pause, or never. */
  @Transactional
  void failed(UUID id, @Nullable Duration pause, String error) {
    jdbc.prepareStatement(
        "update mail set status = ?, next_attempt = ?, last_error = ? where id = ?",
        statement -> {
          statement.setString(1, pause == null ? "DEAD" : "QUEUED");
          statement.setObject(2, pause == null ? now() : now().plus(pause));
          statement.setString(3, error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
          statement.setObject(4, id);
          return statement.executeUpdate();
        });
  }

  /** It is not sent: nothing of what it tells may be told any more. */
  @Transactional
  void leftOut(UUID id) {
    jdbc.prepareStatement(
        "update mail set status = 'DROPPED', next_attempt = ?, last_error = ? where id = ?",
        statement -> {
          statement.setObject(1, now());
          statement.setString(2, "What it tells of may not be told any more, or is read");
          statement.setObject(3, id);
          return statement.executeUpdate();
        });
  }

  private QueuedMail mail(ResultSet row) throws SQLException {
    String path = row.getString(6);
    String kind = row.getString(7);
    MailLink link =
        path == null
            ? null
            : new MailLink(
                path, kind == null ? null : LinkKind.valueOf(kind), row.getObject(8, UUID.class));
    return new QueuedMail(
        row.getObject(1, UUID.class),
        new NewMail(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            facts.read(row.getString(5)),
            link),
        row.getInt(9),
        row.getString(10),
        List.of((UUID[]) row.getArray(11).getArray()));
  }

  private static @Nullable String kind(@Nullable MailLink link) {
    LinkKind kind = link == null ? null : link.tokenKind();
    return kind == null ? null : kind.name();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
