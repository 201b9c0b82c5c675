package eu.bridgehall.web;

import eu.bridgehall.profiles.ClaimRequest;
import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody sends who asks to act for an authority. */
@Serdeable
public record ClaimForm(@Nullable UUID authority, @Nullable String kind, @Nullable String message) {
  ClaimRequest request() {
    return new ClaimRequest(authority, kind, message);
  }
}
