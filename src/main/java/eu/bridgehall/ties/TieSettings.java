package eu.bridgehall.ties;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How load and answer rate are counted.
 *
 * @param loadWindow how far back requests count
 * @param expectEvery how often the requests are worked out that follow from being shown
 * @param answerTime after which an unanswered request counts against the answer rate
 * @param answersWindow how far back the requests count of which others are told how many were
 *     answered
 * @param answersToldFrom how many such there must be before anything is told
 */
@ConfigurationProperties("bridgehall.ties")
record TieSettings(
    @Bindable(defaultValue = "90d") Duration loadWindow,
    @Within(min = "1s", max = "1d") @Bindable(defaultValue = "10m") Duration expectEvery,
    @Bindable(defaultValue = "14d") Duration answerTime,
    @Bindable(defaultValue = "365d") Duration answersWindow,
    @Bindable(defaultValue = "5") int answersToldFrom) {}
