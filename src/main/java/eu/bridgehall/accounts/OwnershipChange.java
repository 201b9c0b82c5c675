package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An offer or a request that is open.
 *
 * @param giver who offers; null where somebody asks, as is {@code keeps}, the giver's role then
 * @param taker who is owner then
 * @param text why; null for an offer
 * @param endsAt when an offer is over that nobody has answered; null for a request
 */
public record OwnershipChange(
    UUID id,
    UUID authority,
    OwnershipKind kind,
    @Nullable UUID giver,
    @Nullable String giverName,
    @Nullable MemberRole keeps,
    UUID taker,
    String takerName,
    @Nullable String text,
    Instant at,
    @Nullable Instant endsAt) {
  boolean isOffer() {
    return kind == OwnershipKind.OFFER;
  }
}
