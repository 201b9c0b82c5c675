package eu.bridgehall.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The row, with its sides.
 *
 * @param lastNumber of the newest message, 0 where there is none
 * @param activeAt of the newest message, or of the opening where there is none
 * @param authorities both sides, by id
 */
record Conversation(
    UUID id,
    UUID introduction,
    Instant openedAt,
    long lastNumber,
    Instant activeAt,
    List<UUID> authorities) {
  Conversation {
    authorities = List.copyOf(authorities);
  }
}
