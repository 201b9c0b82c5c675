package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** Address and password, and where to go then. */
@Serdeable
public record SignInForm(@Nullable String email, @Nullable String password, @Nullable String to) {
  @Override
  public String toString() {
    return "SignInForm[email=" + email + "]";
  }
}
