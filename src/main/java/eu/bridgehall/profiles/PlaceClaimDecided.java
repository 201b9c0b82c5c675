package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/**
 * A claim was granted or refused.
 *
 * @param subject the authority
 * @param claimant the person who had claimed it
 */
@Serdeable
public record PlaceClaimDecided(UUID subject, UUID claim, UUID claimant, boolean granted)
    implements DomainEvent {}
