package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The owners of an authority change, or may.
 *
 * @param change the offer or request; of an appointment an id of its own
 * @param taker who is owner, or shall be
 * @param giver who offers, or has offered; null elsewhere
 */
@Serdeable
public record OwnershipChanged(
    UUID authority, UUID change, OwnershipStep step, UUID taker, @Nullable UUID giver)
    implements DomainEvent {
  @Override
  public UUID subject() {
    return authority;
  }
}
