package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of the links in mails. A token is made when the mail is written, for only its hash is
 * kept; a mail that is written again has another one, and all of them end with the first that is
 * used.
 */
@Singleton
public class LinkTokens {
  private final LinkTokenRepository tokens;
  private final AccountSettings settings;
  private final Clock clock;

  LinkTokens(LinkTokenRepository tokens, AccountSettings settings, Clock clock) {
    this.tokens = tokens;
    this.settings = settings;
    this.clock = clock;
  }

  /** A new token, good from now on for the time that is set for its kind. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String issue(LinkKind kind, UUID subject) {
    Instant now = clock.instant();
    String token = Secrets.random();
    tokens.add(Secrets.hash(token), kind, subject, now, now.plus(lifetime(kind)));
    return token;
  }

  /** How long a link of this kind is good. */
  public Duration lifetime(LinkKind kind) {
    return switch (kind) {
      case CONFIRM_EMAIL -> settings.confirmationLifetime();
      case RESET_PASSWORD -> settings.resetLifetime();
      case INVITATION -> settings.invitationLifetime();
    };
  }

  /**
   * Uses a token up, with all others for the same; not, where the transaction fails.
   *
   * @return what it was issued for
   * @throws DomainException.Invalid where it is not good, or no longer
   */
  @Transactional(propagation = Propagation.MANDATORY)
  UUID redeem(LinkKind kind, @Nullable String token) {
    UUID subject = find(kind, token);
    tokens.deleteAll(kind, subject);
    return subject;
  }

  /** As {@link #redeem}, without using it up. */
  @Transactional
  UUID find(LinkKind kind, @Nullable String token) {
    return tokens
        .lock(Secrets.hash(token == null ? "" : token), kind, clock.instant())
        .orElseThrow(() -> new DomainException.Invalid("token", "accounts.linkNotGood"));
  }

  /** Makes every link for this subject worth nothing. */
  @Transactional(propagation = Propagation.MANDATORY)
  void cancel(LinkKind kind, UUID subject) {
    tokens.deleteAll(kind, subject);
  }
}
