package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.AppealOutcome;
import eu.bridgehall.moderation.model.AppealSide;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row.
 *
 * @param side for whom
 * @param by who appeals
 * @param decided what came of it; null while it is open
 */
record Appeal(
    UUID id,
    UUID decision,
    AppealSide side,
    String text,
    UUID by,
    Instant at,
    @Nullable Decided decided) {

  /** Whether it waits to be decided. */
  boolean isOpen() {
    return decided == null;
  }

  /** What another moderator has said to it. */
  record Decided(UUID by, Instant at, AppealOutcome outcome, String answer) {}
}
