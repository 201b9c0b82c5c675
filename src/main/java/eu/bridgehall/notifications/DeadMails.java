package eu.bridgehall.notifications;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Mails that were given up, for administrators: each is tried again, or dropped. */
@Singleton
public class DeadMails {
  private static final String RETRY = "mail.retry";
  private static final String KIND = "kind";
  private static final String ACCOUNT = "account";
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
   * Tries it again as if it were new, with the Message-ID that it had.
   *
   * @throws DomainException.NotFound where there is no such mail
   * @throws DomainException.Conflict where it was not given up, or that is decided
   * @throws DomainException.Forbidden as {@link #list}
   */
  @Transactional
  public void retry(Actor actor, UUID id) {
    decide(actor, id, RETRY, "update mail set status = 'QUEUED', attempts = 0, ");
  }

  /** Tries all of them again; each is told of in the log. */
  @Transactional
  public RetriedMails retryAll(Actor actor) {
    permit(actor);
    Map<UUID, String> kinds =
        jdbc.prepareStatement(
            """
            update mail set status = 'QUEUED', attempts = 0, next_attempt = ?
             where status = 'DEAD' returning id, kind
            """,
            s -> {
              s.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
              try (ResultSet rows = s.executeQuery()) {
                Map<UUID, String> retried = new HashMap<>();
                while (rows.next()) {
                  retried.put(rows.getObject(1, UUID.class), rows.getString(2));
                }
                return retried;
              }
            });
    kinds.forEach((id, kind) -> audit.record(actor, RETRY, id, Map.of(KIND, kind)));
    return new RetriedMails(kinds.size());
  }

  /** Does not send it; it is deleted with the old ones. Refusals as {@link #retry}. */
  @Transactional
  public void drop(Actor actor, UUID id) {
    decide(actor, id, "mail.drop", "update mail set status = 'DROPPED', ");
  }

  private void decide(Actor actor, UUID id, String action, String update) {
    permit(actor);
    String kind =
        jdbc.prepareStatement(
            update + "next_attempt = ? where id = ? and status = 'DEAD' returning kind",
            s -> {
              s.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
              s.setObject(2, id);
              return first(s);
            });
    if (kind == null) {
      throw isThere(id)
          ? new DomainException.Conflict("mails.decided")
          : new DomainException.NotFound("mails.notFound");
    }
    audit.record(actor, action, id, Map.of(KIND, kind));
  }

  private boolean isThere(UUID id) {
    return jdbc.prepareStatement(
            "select kind from mail where id = ?",
            s -> {
              s.setObject(1, id);
              return first(s);
            })
        != null;
  }

  private static @Nullable String first(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? rows.getString(1) : null;
    }
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
        about(row.getString(2)),
        shortened(recipient),
        error == null ? "" : without(recipient, error),
        row.getInt(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        row.getObject(7, OffsetDateTime.class).toInstant());
  }

  private static String about(String kind) {
    return switch (kind.substring(0, Math.max(0, kind.indexOf('-')))) {
      case "introduction" -> "introductions";
      case "message" -> "messages";
      case "profile", "claim", "reconfirmation" -> "profiles";
      case "report" -> "reports";
      case "" -> kind.equals(Digests.MAIL) ? kind : ACCOUNT;
      default -> ACCOUNT;
    };
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
