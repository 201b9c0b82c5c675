package eu.bridgehall.discovery;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the index follows the database.
 *
 * @param poll how long the follower rests when there is nothing new
 * @param commitEvery after how long changes are made to outlive a crash; what is later is replayed
 * @param commitEvents after how many events at the latest
 * @param renewEvery after how long everything is read anew: requests that no longer count for an
 *     authority's load leave no event
 */
@ConfigurationProperties("bridgehall.index")
record IndexSettings(
    @Within(min = "1ms", max = "1h") @Bindable(defaultValue = "150ms") Duration poll,
    @Within(min = "1ms", max = "1d") @Bindable(defaultValue = "5s") Duration commitEvery,
    @Bindable(defaultValue = "1000") int commitEvents,
    @Within(min = "1m", max = "365d") @Bindable(defaultValue = "24h") Duration renewEvery) {}
