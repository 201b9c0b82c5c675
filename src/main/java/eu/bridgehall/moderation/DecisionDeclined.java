package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * The second moderator did not agree to a decision.
 *
 * @param subject the decision
 * @param proposer who had proposed it
 */
@Serdeable
public record DecisionDeclined(UUID subject, UUID authority, UUID proposer)
    implements DomainEvent {}
