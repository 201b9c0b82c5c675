package eu.bridgehall.messaging;

import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a message said before it was changed.
 *
 * @param at since when
 * @param until when it was changed
 * @param withheld {@code hidden} where the secretariat had hidden it until it was corrected: its
 *     text is empty for its readers then
 */
@Serdeable
public record MessageVersion(String text, Instant at, Instant until, @Nullable String withheld) {
  /** As its readers are shown it. */
  MessageVersion shown() {
    return withheld == null ? this : new MessageVersion("", at, until, withheld);
  }
}
