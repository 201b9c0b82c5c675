package eu.bridgehall.notifications;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mails that were given up, for administrators: each is tried again, or dropped. */
@Singleton
public class DeadMails {
  private static final String COLUMNS =
      "select id, kind, recipient, last_error, attempts, created_at, next_attempt from mail ";

  private final JdbcOperations jdbc;
  private final AuditLog audit;
  private final Clock clock;

  DeadMails(JdbcOperations jdbc, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Those that were given up, the last first.
   *
   * @throws DomainException.Forbidden for everybody but administrators
   */
  @Transactional
  public Page<DeadMail> list(Actor actor, PageRequest page) {
    permit(actor);
    List<DeadMail> found =
        jdbc.prepareStatement(
            COLUMNS + "where status = 'DEAD' order by next_attempt desc, id desc offset ? limit ?",
            s -> {
              s.setInt(1, page.offset());
              s.setInt(2, page.limit());
              try (ResultSet rows = s.executeQuery()) {
                List<DeadMail> mails = new ArrayList<>();
                while (rows.next()) {
                  mails.add(mail(rows));
                }
                return mails;
              }
            });
    return Page.at(page.offset(), found, count(actor));
  }

  /**
   * How many were given up and wait for a decision.
   *
   * @throws DomainException.Forbidden as {@link #list}
   */
  @Transactional
  public long count(Actor actor) {
    permit(actor);
    return jdbc.prepareStatement(
        "select count(*) from mail where status = 'DEAD'",
        s -> {
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /**
   * One of them.
   *
   * @throws DomainException.NotFound where there is no such mail that was given up
   * @throws DomainException.Forbidden as {@link #list}
   */
  @Transactional
  public DeadMail get(Actor actor, UUID id) {
    permit(actor);
    return jdbc.prepareStatement(
            COLUMNS + "where status = 'DEAD' and id = ?",
            s -> {
              s.setObject(1, id);
              try (ResultSet rows = s.executeQuery()) {
                return rows.next() ? Optional.of(mail(rows)) : Optional.<DeadMail>empty();
              }
            })
        .orElseThrow(() -> new DomainException.NotFound("mails.notFound"));
  }

  /**
   * Tries it again as if it were new, with the Message-ID that it had. Refusals as {@link #get}.
   */
  @Transactional
  public void retry(Actor actor, UUID id) {
    decide(actor, id, "mail.retry", "update mail set status = 'QUEUED', attempts = 0, ");
  }

  /** Does not send it; it is deleted with the old ones. Refusals as {@link #get}. */
  @Transactional
  public void drop(Actor actor, UUID id) {
    decide(actor, id, "mail.drop", "update mail set status = 'DROPPED', ");
  }

  private void decide(Actor actor, UUID id, String action, String update) {
    DeadMail mail = get(actor, id);
    int changed =
        jdbc.prepareStatement(
            update + "next_attempt = ? where id = ? and status = 'DEAD'",
            s -> {
              s.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
              s.setObject(2, id);
              return s.executeUpdate();
            });
    if (changed == 0) {
      throw new DomainException.NotFound("mails.notFound"); // somebody else was faster
    }
    audit.record(actor, action, id, Map.of("kind", mail.kind()));
  }

  private static void permit(Actor actor) {
    if (!actor.isAdministrator()) {
      throw new DomainException.Forbidden("error.http.403");
    }
  }

  private static DeadMail mail(ResultSet row) throws SQLException {
    String recipient = row.getString(3);
    String error = row.getString(4);
    return new DeadMail(
        row.getObject(1, UUID.class),
        row.getString(2),
        shortened(recipient),
        error == null ? "" : without(recipient, error),
        row.getInt(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }

  private static String without(String recipient, String error) {
    return Pattern.compile(Pattern.quote(recipient), Pattern.CASE_INSENSITIVE)
        .matcher(error)
        .replaceAll(Matcher.quoteReplacement(shortened(recipient)));
  }

  static String shortened(String address) {
    int at = address.lastIndexOf('@');
    return at < 1
        ? "…"
        : address.substring(0, address.offsetByCodePoints(0, 1)) + "…" + address.substring(at);
  }
}
