package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Whether the newest texts are accepted, and where to go then. */
@Serdeable
public record ConsentForm(@Nullable String acceptTerms, @Nullable String to) {
  /** A box that is not ticked is not sent. */
  boolean accepts() {
    return "yes".equals(acceptTerms);
  }
}
