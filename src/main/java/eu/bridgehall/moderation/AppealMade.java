package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Somebody appeals against a decision.
 *
 * @param subject the appeal
 * @param authority that the decision concerns
 */
@Serdeable
public record AppealMade(UUID subject, UUID decision, UUID authority) implements DomainEvent {}
