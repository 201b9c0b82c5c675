package eu.bridgehall.partnerships;

import eu.bridgehall.organisations.Organisation;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;

/** An authority as it is named where another one is spoken of. */
@Serdeable
public record AuthorityRef(UUID id, String name, String countryCode) {
  /** The authority as it is called now. */
  public static AuthorityRef of(Organisation authority) {
    return new AuthorityRef(authority.id(), authority.name(), authority.country());
  }
}
