package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What shows that it is the person herself who changes her second factor. */
@Serdeable
public record SecondFactorForm(@Nullable String password, @Nullable String code) {
  @Override
  public String toString() {
    return "SecondFactorForm";
  }
}
