package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The present password and the one to have. */
@Serdeable
public record PasswordForm(@Nullable String currentPassword, @Nullable String newPassword) {
  @Override
  public String toString() {
    return "PasswordForm";
  }
}
