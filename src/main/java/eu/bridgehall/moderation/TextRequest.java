package eu.bridgehall.moderation;

import eu.bridgehall.platform.FieldChecks;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says to what is done.
 *
 * @param text up to 4,000 characters
 */
@Serdeable
public record TextRequest(@Nullable String text) {
  /** The text as it is kept. */
  String checked() {
    FieldChecks checks = new FieldChecks();
    String kept = checks.text("text", text, DecisionChecks.LONGEST);
    checks.done();
    return kept;
  }
}
