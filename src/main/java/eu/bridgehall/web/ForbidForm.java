package eu.bridgehall.web;

import eu.bridgehall.partnerships.ForbidPair;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two authorities to be kept apart, as the form sends them. */
@Serdeable
public record ForbidForm(@Nullable UUID one, @Nullable UUID other, @Nullable String reason) {
  ForbidPair request() {
    return new ForbidPair(one, other, reason);
  }
}
