package eu.bridgehall.messaging;

import eu.bridgehall.organisations.Organisation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that writes in a conversation.
 *
 * @param kind {@code authority}, {@code association} or {@code secretariat}
 * @param countryCode ISO 3166-1 alpha-2; null for the secretariat
 */
@Serdeable
public record Party(UUID id, String kind, String name, @Nullable String countryCode) {
  /**
   * As the readers of an answer know it.
   *
   * @param name what it is called in their language
   */
  static Party of(Organisation organisation, String name) {
    return new Party(
        organisation.id(),
        organisation.kind().name().toLowerCase(Locale.ROOT),
        name,
        organisation.countryCode());
  }

  /** Whether it has a page that shows its profile. */
  public boolean isAuthority() {
    return "authority".equals(kind);
  }
}
