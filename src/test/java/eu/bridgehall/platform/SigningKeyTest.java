package eu.bridgehall.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
  private static final String GIVEN = Base64.getEncoder().encodeToString(new byte[32]);
  private static final String EXTERNAL = "jdbc:postgresql://db.example/bridgehall";

  @TempDir Path folder;

  private DataFolder data() {
    return new DataFolder(folder.toString());
  }

  @Test
  void onTheEmbeddedDatabaseOneIsMadeForItsOwnerOnlyAndFoundAgain() throws IOException {
    byte[] first = new SigningKey(data(), null, null).derive("x");
    Path file = folder.resolve(SigningKey.FILE);
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertArrayEquals(first, new SigningKey(data(), null, null).derive("x"));
  }

  @Test
  void eachInstallationMakesItsOwn(@TempDir Path other) {
    byte[] here = new SigningKey(data(), null, null).derive("x");
    byte[] there = new SigningKey(new DataFolder(other.toString()), null, null).derive("x");
    assertFalse(Arrays.equals(here, there));
  }

  @Test
  void onAnotherDatabaseTheServiceDoesNotStartWithoutOne() {
    IllegalStateException refusal =
        assertThrows(IllegalStateException.class, () -> new SigningKey(data(), null, EXTERNAL));
    assertTrue(refusal.toString().contains("BRIDGEHALL_SIGNING_KEY"), refusal.toString());
    assertFalse(Files.exists(folder.resolve(SigningKey.FILE)));
  }

  @Test
  void aPasswordInTheAddressOfTheDatabaseIsNotShown() {
    IllegalStateException refusal =
        assertThrows(
            IllegalStateException.class,
            () -> new SigningKey(data(), null, EXTERNAL + "?user=a&password=geheim"));
    assertFalse(refusal.toString().contains("geheim"), refusal.toString());
  }

  @Test
  void oneThatIsGivenIsUsedAndNothingIsWritten() {
    byte[] given = new SigningKey(data(), GIVEN, EXTERNAL).derive("x");
    assertArrayEquals(given, new SigningKey(data(), GIVEN + "\n", null).derive("x"));
    assertFalse(Files.exists(folder.resolve(SigningKey.FILE)));
  }

  @Test
  void oneThatIsTooShortOrNoBase64IsRefused() {
    String tooShort = Base64.getEncoder().encodeToString(new byte[31]);
    assertThrows(IllegalStateException.class, () -> new SigningKey(data(), tooShort, EXTERNAL));
    assertThrows(IllegalStateException.class, () -> new SigningKey(data(), "no key!", EXTERNAL));
  }

  @Test
  void whatIsSignedForOnePurposeIsWorthNothingForAnother() {
    SigningKey key = new SigningKey(data(), GIVEN, null);
    assertFalse(Arrays.equals(key.derive("one"), key.derive("another")));
    assertEquals(32, key.derive("one").length);
  }
}
