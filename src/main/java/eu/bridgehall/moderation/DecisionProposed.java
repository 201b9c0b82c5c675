package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A decision waits for a second moderator.
 *
 * @param subject the decision
 * @param authority that it concerns
 * @param proposer who is not to confirm it
 */
@Serdeable
public record DecisionProposed(UUID subject, UUID authority, UUID proposer)
    implements DomainEvent {}
