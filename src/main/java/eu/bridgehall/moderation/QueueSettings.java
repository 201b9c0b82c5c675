package eu.bridgehall.moderation;

import eu.bridgehall.platform.start.Within;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How the moderation queue is worked on.
 *
 * @param claimFor after which something that somebody has taken on is free again
 * @param highWithin in which what has a high priority should be decided
 * @param normalWithin the same of a normal priority
 * @param lowWithin the same of a low priority
 */
@ConfigurationProperties("bridgehall.queue")
record QueueSettings(
    @Within(min = "1m", max = "30d") @Bindable(defaultValue = "1h") Duration claimFor,
    @Within(min = "1m", max = "365d") @Bindable(defaultValue = "1d") Duration highWithin,
    @Within(min = "1m", max = "365d") @Bindable(defaultValue = "5d") Duration normalWithin,
    @Within(min = "1m", max = "365d") @Bindable(defaultValue = "14d") Duration lowWithin) {
  /** In which what has this priority should be decided. */
  Duration within(QueuePriority priority) {
    return switch (priority) {
      case HIGH -> highWithin;
      case NORMAL -> normalWithin;
      case LOW -> lowWithin;
    };
  }
}
