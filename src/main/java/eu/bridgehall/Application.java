package eu.bridgehall;

import io.micronaut.runtime.Micronaut;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;

/** Starts the service. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Bridgehall",
            version = "1",
            description =
                "Twinning and partnership matchmaking for local and regional authorities. Every"
                    + " list answer is {items, next, total}; every refusal is a problem document"
                    + " (RFC 9457).",
            license = @License(name = "EUPL-1.2", url = "https://eupl.eu/1.2/en/")),
    security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
    name = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "The access token that signing in gives.")
public final class Application {
  private Application() {}

  public static void main(String[] args) {
    Micronaut.run(Application.class, args);
  }
}
