package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * Somebody asks to act for an authority that others have registered.
 *
 * @param subject the authority
 * @param claim the claim
 * @param dispute whether the association or the secretariat decides it; else its owners do
 */
@Serdeable
public record PlaceClaimed(UUID subject, UUID claim, boolean dispute) implements DomainEvent {}
