package eu.bridgehall.accounts;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts what must be read again and must not be read by whoever has only the database:
 * AES-256-GCM. What was encrypted for one person cannot be put in the place of another's. The first
 * of its keys encrypts; what a former one has encrypted is read as well.
 */
final class SecretBox {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final List<SecretKeySpec> keys;

  /** The present key first, of 32 bytes each. */
  SecretBox(List<byte[]> keys) {
    this.keys = keys.stream().map(key -> new SecretKeySpec(key, "AES")).toList();
  }

  /** The nonce and the encrypted bytes. */
  byte[] close(UUID owner, byte[] open) {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] closed = run(Cipher.ENCRYPT_MODE, keys.getFirst(), owner, nonce, open);
      return ByteBuffer.allocate(nonce.length + closed.length).put(nonce).put(closed).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + CIPHER, e);
    }
  }

  /**
   * The bytes as they were; empty where a key that is not known or another owner has closed them.
   */
  Optional<byte[]> open(UUID owner, byte[] closed) {
    return keys.stream().flatMap(key -> open(key, owner, closed).stream()).findFirst();
  }

  /** The same, encrypted by the present key; empty where it is so already, or cannot be read. */
  Optional<byte[]> renew(UUID owner, byte[] closed) {
    return open(keys.getFirst(), owner, closed).isPresent()
        ? Optional.empty()
        : open(owner, closed).map(open -> close(owner, open));
  }

  private static Optional<byte[]> open(SecretKeySpec key, UUID owner, byte[] closed) {
    ByteBuffer buffer = ByteBuffer.wrap(closed);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    try {
      return Optional.of(run(Cipher.DECRYPT_MODE, key, owner, nonce, rest));
    } catch (AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + CIPHER, e);
    }
  }

  private static byte[] run(int mode, SecretKeySpec key, UUID owner, byte[] nonce, byte[] bytes)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(owner.getMostSignificantBits())
            .putLong(owner.getLeastSignificantBits())
            .array());
    return cipher.doFinal(bytes);
  }
}
