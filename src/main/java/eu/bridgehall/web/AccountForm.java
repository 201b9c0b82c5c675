package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/** What the forms of these pages send; each sends a part of it. */
@Serdeable
public record AccountForm(
    @Nullable String email,
    @Nullable String name,
    @Nullable String password,
    @Nullable String token) {
  static final AccountForm NOTHING = new AccountForm(null, null, null, null);

  @Override
  public String toString() {
    return "AccountForm[email=" + email + "]";
  }

  /** The password as it was typed; null where the field was left empty. */
  @Nullable String typedPassword() {
    return password == null || password.isEmpty() ? null : password;
  }
}
