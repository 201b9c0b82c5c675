package eu.bridgehall.accounts;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The times in which an authority comes to another owner.
 *
 * @param offerLifetime after which an offer that nobody has answered is over
 * @param objection in which the owners who are there can refuse a request, before the association
 *     or the secretariat grants it
 */
@ConfigurationProperties("bridgehall.ownership")
record OwnershipSettings(
    @Within(min = "1h", max = "365d") @Bindable(defaultValue = "14d") Duration offerLifetime,
    @Within(min = "0s", max = "365d") @Bindable(defaultValue = "7d") Duration objection) {}
