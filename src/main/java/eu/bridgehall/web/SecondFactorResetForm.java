package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Whose second factor is taken away, and why. */
@Serdeable
public record SecondFactorResetForm(@Nullable String email, @Nullable String reason) {
  static final SecondFactorResetForm NOTHING = new SecondFactorResetForm(null, null);
}
