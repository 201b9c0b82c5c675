package eu.bridgehall.partnerships;

import eu.bridgehall.platform.CannotStart;
import eu.bridgehall.platform.start.Within;
import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of introductions that an installation sets.
 *
 * @param review which introductions wait for a review before they are sent, until the secretariat
 *     sets other rules
 * @param reviewCountries countries (ISO 3166-1 alpha-2) whose authorities' introductions are
 *     reviewed even where not all are, until the secretariat sets other rules
 * @param openLimit how many open introductions an authority may have asked for at a time; answering
 *     is never limited
 * @param newFor how long after its first confirmation an authority is new
 * @param newOpenLimit how many open introductions a new authority may have asked for at a time
 * @param newWeekLimit how many introductions a new authority may ask for in seven days
 * @param againAfterDecline after which an authority may ask the one again that has declined
 * @param againAfterExpiry after which it may ask the one again that has not answered
 * @param againAfterWithdrawal after which it may ask the one again from which it has taken back
 *     what had arrived there
 * @param answerTime in which an introduction is to be answered before it expires
 * @param remindAfter after which the side that is asked is reminded
 * @param lastReminder how long before the end it is reminded for the last time
 * @param remindReviewersAfter after which reviewers are reminded of one that waits for them, again
 *     and again
 * @param checkEvery how often all that is looked for
 */
@ConfigurationProperties("bridgehall.introductions")
record IntroductionSettings(
    @Bindable(defaultValue = "none") ReviewRule review,
    @Written(
            pattern = "[A-Z]{2}",
            as = "countries (ISO 3166-1 alpha-2, in capitals) with commas, such as UA,MD")
        @Bindable(defaultValue = "")
        List<String> reviewCountries,
    @Bindable(defaultValue = "10") int openLimit,
    @Within(min = "0s", max = "3650d") @Bindable(defaultValue = "30d") Duration newFor,
    @Bindable(defaultValue = "3") int newOpenLimit,
    @Bindable(defaultValue = "5") int newWeekLimit,
    @Within(min = "0s", max = "3650d") @Bindable(defaultValue = "90d") Duration againAfterDecline,
    @Within(min = "0s", max = "3650d") @Bindable(defaultValue = "30d") Duration againAfterExpiry,
    @Within(min = "0s", max = "3650d") @Bindable(defaultValue = "7d") Duration againAfterWithdrawal,
    @Within(min = "1m", max = "3650d") @Bindable(defaultValue = "45d") Duration answerTime,
    @Within(min = "1m", max = "3650d") @Bindable(defaultValue = "14d") Duration remindAfter,
    @Within(min = "1m", max = "3650d") @Bindable(defaultValue = "7d") Duration lastReminder,
    @Within(min = "1m", max = "3650d") @Bindable(defaultValue = "7d") Duration remindReviewersAfter,
    @Within(min = "1s", max = "1d") @Bindable(defaultValue = "15m") Duration checkEvery) {
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
}
