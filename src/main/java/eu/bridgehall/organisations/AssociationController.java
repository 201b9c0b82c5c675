package eu.bridgehall.organisations;

import eu.bridgehall.platform.http.Page;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The national information points, for everybody to read. */
@Controller("/api/v1/associations")
@Secured(SecurityRule.IS_ANONYMOUS)
class AssociationController {
  private final Organisations organisations;

  AssociationController(Organisations organisations) {
    this.organisations = organisations;
  }

  /** All of them, by country. */
  @Get
  Page<AssociationResponse> list() {
    return Page.of(
        organisations.listAssociations().stream()
            .map(o -> new AssociationResponse(o.id(), o.country(), o.name(), o.website()))
            .toList());
  }

  /** One association. */
  @Serdeable
  record AssociationResponse(UUID id, String countryCode, String name, @Nullable String website) {}
}
