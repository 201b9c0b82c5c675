package eu.bridgehall.messaging;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row, with its sides.
 *
 * @param introduction what it came from; null where it was begun otherwise
 * @param subject what it is about; null where it came from an introduction
 * @param lastNumber of the newest message, 0 where there is none
 * @param revision counts messages and changes of messages
 * @param activeAt of the newest message, or of the opening where there is none
 * @param sides by id, also those that have left
 */
record Conversation(
    UUID id,
    @Nullable UUID introduction,
    @Nullable String subject,
    Instant openedAt,
    long lastNumber,
    long revision,
    Instant activeAt,
    List<Side> sides) {
  Conversation {
    sides = List.copyOf(sides);
  }

  Optional<Side> side(UUID organisation) {
    return sides.stream().filter(s -> s.id().equals(organisation)).findFirst();
  }

  /** Those that are still there, but for one. */
  List<Side> presentBeside(UUID organisation) {
    return sides.stream().filter(s -> s.isPresent() && !s.id().equals(organisation)).toList();
  }
}
