package eu.bridgehall.moderation;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * A number of the transparency report.
 *
 * @param outcome what was decided or became of it, or what was reported or found; null in the line
 *     of all of them
 * @param reason why, or which; null in the line of all reasons
 * @param count null where it is not told, for it would tell of single people
 * @param medianDays within how many days half of them were decided; null where nothing was to be
 *     waited for, or it is not told
 * @param ninetyDays within how many days nine of ten were decided; null as above
 */
@Serdeable
public record TransparencyLine(
    @Nullable String outcome,
    @Nullable String reason,
    @Nullable Long count,
    @Nullable Double medianDays,
    @Nullable Double ninetyDays) {
  /** The same without its numbers. */
  TransparencyLine hidden() {
    return new TransparencyLine(outcome, reason, null, null, null);
  }

  /** Whether the other one is of a part of what this one is of. */
  boolean isAbove(TransparencyLine other) {
    if (outcome == null) {
      return other.outcome() != null && other.reason() == null;
    }
    return reason == null && outcome.equals(other.outcome()) && other.reason() != null;
  }
}
