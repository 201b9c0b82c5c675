package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Whom to invite, as what; of the form to change a role only that is sent. */
@Serdeable
public record InviteForm(@Nullable String email, @Nullable String role) {
  static final InviteForm NOTHING = new InviteForm(null, null);
}
