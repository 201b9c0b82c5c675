package eu.bridgehall.partnerships;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.List;

/**
 * The rules of introductions that an installation sets.
 *
 * @param review which introductions wait for a review before they are sent
 * @param reviewCountries countries (ISO 3166-1 alpha-2) whose authorities' introductions are
 *     reviewed even where not all are
 * @param openLimit how many open introductions an authority may have asked for at a time; answering
 *     is never limited
 */
@ConfigurationProperties("bridgehall.introductions")
record IntroductionSettings(
    @Bindable(defaultValue = "none") ReviewRule review,
    @Bindable(defaultValue = "") List<String> reviewCountries,
    @Bindable(defaultValue = "10") int openLimit) {
  IntroductionSettings {
    reviewCountries = reviewCountries.stream().filter(c -> !c.isBlank()).toList();
    if (openLimit < 1) {
      throw new IllegalArgumentException("bridgehall.introductions.open-limit must be 1 or more");
    }
  }

  /** Whether an introduction that an authority of this country asks for has to be let through. */
  boolean needsReview(String country) {
    return review == ReviewRule.ALL || reviewCountries.contains(country);
  }
}
