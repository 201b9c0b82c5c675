package eu.bridgehall.accounts;

import eu.bridgehall.platform.SecretKeys;
import eu.bridgehall.platform.SigningKey;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The secrets and codes of second factors, which stand in the database so that nobody reads them.
 */
@Singleton
class SecondFactorCodes {
  private static final int RECOVERY_CODES = 10;
  private static final int RECOVERY_BYTES = 10;
  private static final int GROUP = 4;
  private static final String ISSUER = "Bridgehall";

  private final SecondFactorRepository factors;
  private final SecretBox box;
  private final List<byte[]> recoveryKeys;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SecondFactorCodes(SecondFactorRepository factors, SecretKeys keys, Clock clock) {
    this.factors = factors;
    this.box = new SecretBox(keys.derive("second-factor"));
    this.recoveryKeys = keys.derive("recovery-code");
    this.clock = clock;
  }

  /** A new secret, encrypted. */
  byte[] secret(UUID personId) {
    return box.close(personId, bytes(Totp.SECRET_BYTES));
  }

  /**
   * What the person puts into her program for codes; empty where a key that is not known has
   * encrypted it.
   */
  Optional<SecondFactors.Enrolment> enrolment(SecondFactorRow row, String email) {
    return box.open(row.personId(), row.secret()).map(Totp::base32).map(s -> enrolment(s, email));
  }

  private static SecondFactors.Enrolment enrolment(String secret, String email) {
    return new SecondFactors.Enrolment(
        secret,
        "otpauth://totp/"
            + ISSUER
            + ":"
            + encoded(email)
            + "?secret="
            + secret
            + "&issuer="
            + ISSUER
            + "&algorithm=SHA1&digits="
            + Totp.DIGITS
            + "&period="
            + Totp.PERIOD_SECONDS);
  }

  /**
   * The half minute whose code it is, near this moment and not used; empty for any other text, and
   * where a key that is not known has encrypted the secret.
   */
  Optional<Long> find(SecondFactorRow row, @Nullable String code) {
    String digits = code == null ? "" : code.replaceAll("\\s", "");
    if (digits.length() != Totp.DIGITS) {
      return Optional.empty();
    }
    return box.open(row.personId(), row.secret())
        .flatMap(
            secret -> {
              OptionalLong step = Totp.find(secret, digits, clock.instant(), row.lastStep());
              return step.isPresent() ? Optional.of(step.getAsLong()) : Optional.empty();
            });
  }

  /** Keeps the secret by the present key, where a former one has encrypted it. */
  void encryptAnew(SecondFactorRow row) {
    box.renew(row.personId(), row.secret())
        .ifPresent(renewed -> factors.setSecret(row.personId(), row.secret(), renewed));
  }

  /** Whether it is a recovery code that was not used; it is from now on. */
  boolean recover(UUID personId, @Nullable String code, Instant now) {
    return code != null
        && recoveryKeys.stream()
            .anyMatch(key -> factors.useCode(hash(key, personId, code), personId, now) > 0);
  }

  /** New recovery codes, in place of the old ones; only their hashes are kept. */
  List<String> renew(UUID personId, Instant now) {
    factors.deleteCodes(personId);
    List<String> made = new ArrayList<>();
    for (int i = 0; i < RECOVERY_CODES; i++) {
      String code = Totp.base32(bytes(RECOVERY_BYTES)).toLowerCase(Locale.ROOT);
      factors.addCode(hash(recoveryKeys.getFirst(), personId, code), personId, now);
      made.add(code.replaceAll("(.{" + GROUP + "})(?=.)", "$1-"));
    }
    return List.copyOf(made);
  }

  /** However it is grouped and capitalised. */
  private static byte[] hash(byte[] key, UUID personId, String code) {
    String letters = code.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return SigningKey.sign(key, (personId + ":" + letters).getBytes(StandardCharsets.UTF_8));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
