package eu.bridgehall.ties;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How load and answer rate are counted.
 *
 * @param loadWindow how far back requests count
 * @param answerTime after which an unanswered request counts against the answer rate
 */
@ConfigurationProperties("bridgehall.ties")
record TieSettings(
    @Bindable(defaultValue = "90d") Duration loadWindow,
    @Bindable(defaultValue = "14d") Duration answerTime) {}
