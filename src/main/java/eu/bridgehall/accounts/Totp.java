package eu.bridgehall.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes that change each half minute (RFC 6238 on RFC 4226: SHA-1, six digits, 30 seconds), as
 * every program for codes knows them.
 */
final class Totp {
  static final int SECRET_BYTES = 20;
  static final int DIGITS = 6;
  static final int PERIOD_SECONDS = 30;

  /** How many half minutes a clock may be ahead or behind. */
  private static final int WINDOW = 1;

  private static final String ALGORITHM = "HmacSHA1";
  private static final int MODULUS = 1_000_000;
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int BITS = 5;

  private Totp() {}

  /** The number of the half minute. */
  static long step(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), PERIOD_SECONDS);
  }

  /** The code of a half minute. */
  static String code(byte[] secret, long step) {
    byte[] hash = hmac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
    int offset = hash[hash.length - 1] & 0xf;
    int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
    return String.format(Locale.ROOT, "%06d", number % MODULUS);
  }

  /**
   * The half minute, near this moment and after the last one that was used, whose code it is; empty
   * where it is of none.
   */
  static OptionalLong find(byte[] secret, String code, Instant at, long last) {
    long now = step(at);
    OptionalLong found = OptionalLong.empty();
    // all are looked at, so that the time taken says nothing
    for (long step = now - WINDOW; step <= now + WINDOW; step++) {
      boolean same =
          MessageDigest.isEqual(
              code(secret, step).getBytes(StandardCharsets.US_ASCII),
              code.getBytes(StandardCharsets.UTF_8));
      if (same && step > last) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /** Bytes in base 32 (RFC 4648) without padding, as programs for codes take a secret. */
  static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    int buffer = 0;
    int held = 0;
    for (byte b : bytes) {
      buffer = (buffer << Byte.SIZE) | (b & 0xff);
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(ALPHABET.charAt((buffer >> held) & 0x1f));
      }
      buffer &= (1 << held) - 1;
    }
    if (held > 0) {
      text.append(ALPHABET.charAt((buffer << (BITS - held)) & 0x1f));
    }
    return text.toString();
  }

  private static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
