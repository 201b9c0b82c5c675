package eu.bridgehall.web;

import eu.bridgehall.organisations.Organisation;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What the forms about an association send; each sends a part of it.
 *
 * @param email of the account that becomes an officer's
 */
@Serdeable
public record AssociationForm(
    @Nullable String countryCode,
    @Nullable String name,
    @Nullable String website,
    @Nullable String email) {
  static final AssociationForm NOTHING = new AssociationForm(null, null, null, null);

  /** As it is now. */
  static AssociationForm of(Organisation association) {
    return new AssociationForm(
        association.countryCode(), association.name(), association.website(), null);
  }
}
