package eu.bridgehall.matching;

import eu.bridgehall.platform.retention.Retained;
import eu.bridgehall.platform.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How long it is kept which matches somebody has seen. */
@Factory
class MatchRetention {
  @Singleton
  Retained looks(RetentionSettings settings) {
    return new Retained(
        "match-looks", settings.matchLooks(), "delete from match_look where at < ?");
  }
}
