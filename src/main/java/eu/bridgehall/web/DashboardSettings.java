package eu.bridgehall.web;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * What the overview shows.
 *
 * @param staleAfter after which what waits for an answer is marked as waiting long
 * @param conversations how far back a conversation may have been active to be shown as waiting
 */
@ConfigurationProperties("bridgehall.dashboard")
record DashboardSettings(
    @Within(min = "1d", max = "365d") @Bindable(defaultValue = "7d") Duration staleAfter,
    @Within(min = "1d", max = "365d") @Bindable(defaultValue = "30d") Duration conversations) {}
