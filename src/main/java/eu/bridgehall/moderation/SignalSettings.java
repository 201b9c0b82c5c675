package eu.bridgehall.moderation;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * When automatic signals find something.
 *
 * @param checkEvery how often new members and new authorities are looked at
 * @param sameTextWithin how far back a text counts as the same that went to others
 * @param sameTextTo in how many conversations the same text is too many
 * @param sameTextFrom how long a text is, in characters, before it counts: a greeting is the same
 *     everywhere
 * @param places how many unconfirmed authorities somebody may have started
 */
@ConfigurationProperties("bridgehall.signals")
record SignalSettings(
    @Within(min = "1s", max = "7d") @Bindable(defaultValue = "15m") Duration checkEvery,
    @Within(min = "1h", max = "365d") @Bindable(defaultValue = "30d") Duration sameTextWithin,
    @Bindable(defaultValue = "3") int sameTextTo,
    @Bindable(defaultValue = "40") int sameTextFrom,
    @Bindable(defaultValue = "3") int places) {}
