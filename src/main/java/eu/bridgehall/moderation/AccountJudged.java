package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Something has become of a decision about somebody's account.
 *
 * @param subject the decision
 * @param person whose account it is
 * @param proposer the first moderator
 */
@Serdeable
public record AccountJudged(UUID subject, AccountStep step, UUID person, UUID proposer)
    implements DomainEvent {
  static AccountJudged of(Decision decision, AccountStep step) {
    return new AccountJudged(decision.id(), step, decision.subject(), decision.decidedBy());
  }
}
