package eu.bridgehall.platform.outbox;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How events are handled.
 *
 * @param attempts how often a consumer tries an event before it is set aside
 * @param keep how long handled events are kept
 * @param poll pause between two looks for new events
 */
@ConfigurationProperties("bridgehall.outbox")
record OutboxSettings(
    @Within(min = "1", max = "1000") @Bindable(defaultValue = "8") int attempts,
    @Within(min = "1m", max = "3650d") @Bindable(defaultValue = "14d") Duration keep,
    @Within(min = "1ms", max = "1h") @Bindable(defaultValue = "200ms") Duration poll) {}
