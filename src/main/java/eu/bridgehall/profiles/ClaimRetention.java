package eu.bridgehall.profiles;

import eu.bridgehall.platform.retention.Retained;
import eu.bridgehall.platform.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How long a claim is kept that was decided. */
@Factory
class ClaimRetention {
  @Singleton
  Retained claims(RetentionSettings settings) {
    return new Retained(
        "claims", settings.claims(), "delete from place_claim where decided_at < ?");
  }
}
