package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The code of the second step of a sign-in, and where to go then. */
@Serdeable
public record SignInCodeForm(@Nullable String code, @Nullable String to) {
  @Override
  public String toString() {
    return "SignInCodeForm";
  }
}
