package eu.bridgehall.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** The examples of RFC 6238, appendix B, with their last six digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void theCodesAreThoseOfTheStandard(long second, String code) {
    assertEquals(code, Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second))));
  }

  /** The examples of RFC 4648, section 10. */
  @ParameterizedTest
  @CsvSource({
    "f, MY",
    "fo, MZXQ",
    "foo, MZXW6",
    "foob, MZXW6YQ",
    "fooba, MZXW6YTB",
    "foobar, MZXW6YTBOI"
  })
  void base32IsThatOfTheStandard(String text, String coded) {
    assertEquals(coded, Totp.base32(text.getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void aClockMayBeHalfAMinuteAheadOrBehindAndNoMore() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.step(now);
    for (long near = step - 1; near <= step + 1; near++) {
      assertEquals(OptionalLong.of(near), Totp.find(SECRET, Totp.code(SECRET, near), now, 0));
    }
    assertTrue(Totp.find(SECRET, Totp.code(SECRET, step - 2), now, 0).isEmpty());
    assertTrue(Totp.find(SECRET, Totp.code(SECRET, step + 2), now, 0).isEmpty());
  }

  @Test
  void aCodeThatWasUsedAndThoseBeforeItAreNone() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.step(now);
    assertTrue(Totp.find(SECRET, Totp.code(SECRET, step), now, step).isEmpty());
    assertTrue(Totp.find(SECRET, Totp.code(SECRET, step - 1), now, step).isEmpty());
    assertEquals(
        OptionalLong.of(step + 1), Totp.find(SECRET, Totp.code(SECRET, step + 1), now, step));
  }
}
