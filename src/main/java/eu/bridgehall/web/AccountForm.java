package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What the forms of these pages send; each sends a part of it.
 *
 * @param to where to go once one has signed in
 */
@Serdeable
public record AccountForm(
    @Nullable String email,
    @Nullable String name,
    @Nullable String password,
    @Nullable String token,
    @Nullable String to,
    @Nullable String acceptTerms) {
  static final AccountForm NOTHING = new AccountForm(null, null, null, null, null, null);

  @Override
  public String toString() {
    return "AccountForm[email=" + email + "]";
  }

  static AccountForm leadingTo(@Nullable String to) {
    return new AccountForm(null, null, null, null, to, null);
  }

  /** Whether the box was ticked; one that is not is not sent. */
  public boolean accepts() {
    return "yes".equals(acceptTerms);
  }

  /** The password as it was typed; null where the field was left empty. */
  @Nullable String typedPassword() {
    return password == null || password.isEmpty() ? null : password;
  }
}
