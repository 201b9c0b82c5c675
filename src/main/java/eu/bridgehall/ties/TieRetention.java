package eu.bridgehall.ties;

import eu.bridgehall.platform.retention.Retained;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How long it is kept which authorities were shown to which. */
@Factory
class TieRetention {
  @Singleton
  Retained shown(TieSettings settings) {
    return new Retained(
        "shown", settings.loadWindow(), "delete from authority_shown where seen < ?");
  }
}
