package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Somebody has corrected what a decision hides.
 *
 * @param subject the decision
 * @param authority that it concerns
 */
@Serdeable
public record CorrectionMade(UUID subject, UUID authority) implements DomainEvent {}
