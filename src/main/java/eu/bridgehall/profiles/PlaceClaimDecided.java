package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.UUID;

/**
 * A claim was granted or refused.
 *
 * @param subject the authority
 * @param claimant the person who had claimed it
 * @param removed those who act for the authority no more
 */
@Serdeable
public record PlaceClaimDecided(
    UUID subject, UUID claim, UUID claimant, boolean granted, List<UUID> removed)
    implements DomainEvent {
  public PlaceClaimDecided {
    removed = List.copyOf(removed);
  }
}
