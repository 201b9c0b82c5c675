package eu.bridgehall.accounts;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What is kept of measures of safety.
 *
 * @param keep how long what was done to an account, and why, stays on record
 */
@ConfigurationProperties("bridgehall.account-measures")
record AccountMeasureSettings(
    @Within(min = "1d", max = "36500d") @Bindable(defaultValue = "1095d") Duration keep) {}
