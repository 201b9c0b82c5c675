package eu.bridgehall.platform;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretKeysTest {
  private static final String PURPOSE = "x";

  @TempDir Path folder;

  private static String key(int number) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) number);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private SigningKey signing(int number) {
    return new SigningKey(new DataFolder(folder.toString()), key(number), null);
  }

  private List<byte[]> keys(@Nullable String present, @Nullable String former) {
    return new SecretKeys(signing(1), present, former).derive(PURPOSE);
  }

  @Test
  void withoutOneOfItsOwnItIsTheSigningKeys() {
    List<byte[]> keys = keys(null, " ");
    assertEquals(1, keys.size());
    assertArrayEquals(signing(1).derive(PURPOSE), keys.getFirst());
  }

  @Test
  void oneOfItsOwnComesFirstAndTheSigningKeyIsReadLast() {
    List<byte[]> keys = keys(key(2), key(3) + ", " + key(4));
    assertEquals(4, keys.size());
    for (int i = 0; i < keys.size(); i++) {
      assertArrayEquals(signing(List.of(2, 3, 4, 1).get(i)).derive(PURPOSE), keys.get(i));
    }
  }

  @Test
  void formerOnesAreReadAfterTheSigningKeyWhereThatIsThePresentOne() {
    List<byte[]> keys = keys(null, key(3));
    assertArrayEquals(signing(1).derive(PURPOSE), keys.getFirst());
    assertArrayEquals(signing(3).derive(PURPOSE), keys.getLast());
  }

  @Test
  void whatIsNoKeyIsRefusedAndNotShown() {
    for (String wrong : List.of("hunter2", key(2) + ",hunter2", key(2) + ",")) {
      IllegalStateException refusal =
          assertThrows(IllegalStateException.class, () -> keys(null, wrong));
      assertTrue(refusal.toString().contains("former-secret-keys"), refusal.toString());
      assertFalse(refusal.toString().contains("hunter2"), refusal.toString());
    }
    assertThrows(IllegalStateException.class, () -> keys("hunter2", null));
  }
}
