package eu.bridgehall.partnerships;

import eu.bridgehall.platform.CannotStart;
import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    @Written(
            pattern = "[A-Z]{2}",
            as = "countries (ISO 3166-1 alpha-2, in capitals) with commas, such as UA,MD")
        @Bindable(defaultValue = "")
        List<String> reviewCountries,
    @Bindable(defaultValue = "10") int openLimit) {
  /** Of ISO 3166-1, and the code in use for Kosovo. */
  private static final Set<String> COUNTRIES =
      Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
          .collect(Collectors.toUnmodifiableSet());

  IntroductionSettings {
    reviewCountries =
        reviewCountries.stream().map(String::strip).filter(c -> !c.isEmpty()).toList();
    List<String> unknown = reviewCountries.stream().filter(c -> !COUNTRIES.contains(c)).toList();
    if (!unknown.isEmpty()) {
      throw new CannotStart(
          "The setting bridgehall.introductions.review-countries names \""
              + String.join(",", unknown)
              + "\", which is no country of ISO 3166-1.");
    }
  }

  /** Whether an introduction that an authority of this country asks for has to be let through. */
  boolean needsReview(String country) {
    return review == ReviewRule.ALL || reviewCountries.contains(country);
  }
}
