package eu.bridgehall.organisations;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authority, an association or the secretariat.
 *
 * @param id the public id
 * @param countryCode ISO 3166-1 alpha-2; null for the secretariat alone
 * @param website an http or https address
 */
@MappedEntity
public record Organisation(
    @Id UUID id,
    OrganisationKind kind,
    @Nullable String countryCode,
    String name,
    @Nullable String website,
    Instant createdAt) {
  /** The country of an authority or an association. */
  public String country() {
    if (countryCode == null) {
      throw new IllegalStateException("The secretariat is of no country");
    }
    return countryCode;
  }
}
