package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer decides on a profile.
 *
 * @param version of the profile that was looked at
 */
@Serdeable
public record ReviewForm(
    @Nullable Long version, @Nullable List<String> reasons, @Nullable String text) {
  static final ReviewForm NOTHING = new ReviewForm(null, null, null);

  /** Whether this reason was ticked. */
  public boolean has(String reason) {
    return reasons != null && reasons.contains(reason);
  }
}
