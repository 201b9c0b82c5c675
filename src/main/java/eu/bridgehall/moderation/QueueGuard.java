package eu.bridgehall.moderation;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.waiting.DecisionGuard;
import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** What somebody has taken on she alone decides, until she gives it back or it lapses. */
@Singleton
class QueueGuard implements DecisionGuard {
  private final QueueClaimRepository claims;
  private final People people;
  private final Clock clock;

  QueueGuard(QueueClaimRepository claims, People people, Clock clock) {
    this.claims = claims;
    this.people = people;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void deciding(Actor actor, WaitingKind kind, UUID subject) {
    working(actor, kind, subject);
    UUID person = actor.personId();
    if (person != null) {
      claims.delete(kind, subject, person);
    }
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void working(Actor actor, WaitingKind kind, UUID subject) {
    UUID person = actor.personId();
    if (person == null) {
      return; // the service itself: nobody has taken anything on from it
    }
    claims
        .find(kind, subject, clock.instant())
        .filter(claim -> !claim.person().equals(person))
        .ifPresent(
            claim -> {
              throw taken(claim);
            });
  }

  /** The refusal where somebody else has it. */
  DomainException.Conflict taken(QueueClaimRepository.Row claim) {
    return new DomainException.Conflict(
        "moderation.claim.taken",
        Map.of("by", people.find(claim.person()).map(Person::name).orElse("–")));
  }
}
