package eu.bridgehall.moderation;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * The times of moderation.
 *
 * @param appealWithin how long after it came into force those whom a decision concerns can appeal;
 *     six months at the least by the Digital Services Act
 */
@ConfigurationProperties("bridgehall.moderation")
public record ModerationSettings(
    @Within(min = "1d", max = "3650d") @Bindable(defaultValue = "184d") Duration appealWithin) {}
