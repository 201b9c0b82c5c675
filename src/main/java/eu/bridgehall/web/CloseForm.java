package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** The password of an account that is to be closed. */
@Serdeable
public record CloseForm(@Nullable String password) {
  @Override
  public String toString() {
    return "CloseForm";
  }
}
