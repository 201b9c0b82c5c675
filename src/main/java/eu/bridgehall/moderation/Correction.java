package eu.bridgehall.moderation;

import eu.bridgehall.moderation.model.CorrectionOutcome;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The row.
 *
 * @param decision that hides what was corrected
 * @param content what the message says now, as it was sent; null for a profile, and where it was
 *     erased
 * @param note what the person says to it; null where she says nothing
 * @param by who has corrected it
 * @param answered what came of it; null while it is open
 */
record Correction(
    UUID id,
    UUID decision,
    @Nullable String content,
    @Nullable String note,
    UUID by,
    Instant at,
    @Nullable Answered answered) {

  /** What a moderator has said to it. */
  record Answered(UUID by, Instant at, CorrectionOutcome outcome, String answer) {}
}
