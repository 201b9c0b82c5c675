package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one administrator may do alone to an account that others seem to have taken: no sanction,
 * for its owner is let in again as soon as she has set a new password by the link that is mailed.
 */
@Singleton
public class AccountLocks {
  private final PersonRepository people;
  private final Sessions sessions;
  private final LinkTokens links;
  private final OwnershipRepository ownership;
  private final AccountMeasures measures;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  AccountLocks(
      PersonRepository people,
      Sessions sessions,
      LinkTokens links,
      OwnershipRepository ownership,
      AccountMeasures measures,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.people = people;
    this.sessions = sessions;
    this.links = links;
    this.ownership = ownership;
    this.measures = measures;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Refuses whoever may lock no account. */
  public void requireLock(Actor actor) {
    AccountPermissions.administer(actor);
  }

  /**
   * Ends all sessions of an account and makes its password worth nothing; what was offered of
   * ownership in its name is over. Its owner is told, with the link to set a new password.
   *
   * @param given why, for the record
   * @throws DomainException.Forbidden for everybody but administrators
   * @throws DomainException.NotFound where there is no such account
   * @throws DomainException.Invalid without a reason
   * @throws DomainException.Conflict where it is suspended: nobody signs in to it anyway; and for
   *     one's own, whose password one changes
   */
  @Transactional
  public void lock(Actor actor, UUID personId, @Nullable String given) {
    AccountPermissions.administer(actor);
    if (actor.person().equals(personId)) {
      throw new DomainException.Conflict("accounts.lockOwn");
    }
    FieldChecks checks = new FieldChecks();
    String reason = AccountMeasures.reason(checks, given);
    checks.done();
    PersonRow person =
        people
            .lockOpen(personId)
            .orElseThrow(() -> new DomainException.NotFound("accounts.notFound"));
    if (person.suspendedAt() != null) {
      throw new DomainException.Conflict("accounts.lockSuspended");
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    people.setPassword(personId, null);
    links.cancel(LinkKind.RESET_PASSWORD, personId);
    ownership.endAllOf(personId, now);
    sessions.endAll(personId, null, SessionEnd.LOCKED);
    UUID measure = measures.add(actor, personId, AccountMeasureKind.LOCK, reason);
    audit.record(actor, "account.lock", personId, Map.of("measure", measure));
    outbox.publish(new AccountLocked(personId));
  }
}
