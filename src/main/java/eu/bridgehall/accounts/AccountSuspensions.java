package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

/**
 * Closes accounts for a time, and opens them again, in the transaction of the decision that says
 * so; whether that may be is decided above. It is the only place where an account becomes
 * suspended.
 */
@Singleton
public class AccountSuspensions {
  private final PersonRepository people;
  private final MembershipRepository roles;
  private final OwnershipRepository ownership;
  private final Sessions sessions;
  private final AuditLog audit;
  private final Clock clock;

  AccountSuspensions(
      PersonRepository people,
      MembershipRepository roles,
      OwnershipRepository ownership,
      Sessions sessions,
      AuditLog audit,
      Clock clock) {
    this.people = people;
    this.roles = roles;
    this.ownership = ownership;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Closes an account: its sessions end, nobody signs in to it, and what it has offered of
   * ownership is over.
   *
   * @throws DomainException.NotFound where there is no such account any more
   * @throws DomainException.Conflict where nobody could administer the service then
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void suspend(Actor actor, UUID personId, UUID decision) {
    roles.lockAdministrators();
    PersonRow person =
        people
            .lockOpen(personId)
            .orElseThrow(() -> new DomainException.NotFound("accounts.notFound"));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    long administrators = roles.countAdministrators();
    people.setSuspended(person.id(), now);
    if (administrators > 0 && roles.countAdministrators() == 0) {
      throw new DomainException.Conflict("accounts.lastAdministrator");
    }
    ownership.endAllOf(person.id(), now);
    sessions.endAll(person.id(), null, SessionEnd.SUSPENDED);
    audit.record(actor, "account.suspend", personId, Map.of("decision", decision));
  }

  /** Opens it again; one that is closed for good stays so. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void restore(Actor actor, UUID personId, UUID decision) {
    people.setSuspended(personId, null);
    audit.record(actor, "account.restore", personId, Map.of("decision", decision));
  }
}
