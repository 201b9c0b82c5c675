package eu.bridgehall.moderation;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The transparency report.
 *
 * @param keep how long its numbers are shown before they are counted anew
 */
@ConfigurationProperties("bridgehall.transparency")
record TransparencySettings(
    @Within(min = "0s", max = "7d") @Bindable(defaultValue = "15m") Duration keep) {}
