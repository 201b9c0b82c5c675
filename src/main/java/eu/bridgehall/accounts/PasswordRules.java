package eu.bridgehall.accounts;

import eu.bridgehall.platform.FieldChecks;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a new password must be: long, not one that is tried first, not made of the address. No rule
 * on kinds of characters: such rules make passwords that are hard to keep in mind and easy to
 * guess.
 */
@Singleton
class PasswordRules {
  static final int SHORTEST = 12;
  private static final int LONGEST = 200;
  private static final int FEWEST_DIFFERENT = 5;
  private static final int SHORTEST_PART_OF_ADDRESS = 4;

  private final Set<String> common;

  PasswordRules() {
    this.common = read();
  }

  /** The password, with what is wrong with it said to the checks. */
  String check(FieldChecks checks, String field, @Nullable String password, String email) {
    String given = password == null ? "" : password;
    int length = given.codePointCount(0, given.length());
    if (length < SHORTEST || length > LONGEST) {
      checks.refuse(field, "accounts.passwordLength", Map.of("min", SHORTEST, "max", LONGEST));
    } else if (isGuessed(given.toLowerCase(Locale.ROOT), email.toLowerCase(Locale.ROOT))) {
      checks.refuse(field, "accounts.passwordCommon");
    }
    return given;
  }

  private boolean isGuessed(String password, String email) {
    String local = email.substring(0, Math.max(0, email.lastIndexOf('@')));
    return common.contains(password)
        || password.chars().distinct().count() < FEWEST_DIFFERENT
        || (local.length() >= SHORTEST_PART_OF_ADDRESS && password.contains(local));
  }

  private static Set<String> read() {
    String resource = "accounts/common-passwords.txt";
    try (InputStream in =
            Objects.requireNonNull(
                PasswordRules.class.getClassLoader().getResourceAsStream(resource), resource);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"))
          .map(String::strip)
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
