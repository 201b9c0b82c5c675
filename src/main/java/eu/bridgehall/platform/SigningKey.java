package eu.bridgehall.platform;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secret that everything the service signs goes back to. Given by {@code
 * bridgehall.signing-key} (base64, 32 bytes or more); on the embedded database alone it is made at
 * the first start and kept in the data folder, readable by its owner only. Against any other
 * database the service does not start without one: two services on one database must share it.
 */
@Context
public class SigningKey {
  static final String FILE = "signing.key";
  private static final int BYTES = 32;
  private static final String OWNER_ONLY = "rw-------";
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  SigningKey(
      DataFolder data,
      @Nullable @Property(name = "bridgehall.signing-key") String configured,
      @Nullable @Property(name = "datasources.default.url") String databaseUrl) {
    if (configured != null && !configured.isBlank()) {
      secret = decode(configured, "The setting bridgehall.signing-key");
    } else if (databaseUrl == null || databaseUrl.isBlank()) {
      secret = kept(data);
    } else {
      throw new CannotStart(
          "This service is set to use the database "
              + databaseUrl.replaceFirst("\\?.*", "")
              + " and has no signing key. Give it one by the environment variable"
              + " BRIDGEHALL_SIGNING_KEY: 32 random bytes or more in base64, for example from:"
              + " openssl rand -base64 32. All services on this database need the same one.");
    }
  }

  /**
   * A key for one purpose, so that what is signed for one is worth nothing for another.
   *
   * @return 32 bytes, the same for the same purpose as long as the secret is
   */
  public byte[] derive(String purpose) {
    return derive(secret, purpose);
  }

  /** What is made of a secret for one purpose. */
  static byte[] derive(byte[] secret, String purpose) {
    return sign(secret, ("bridgehall:" + purpose).getBytes(StandardCharsets.UTF_8));
  }

  /** HMAC-SHA256 of the message. */
  public static byte[] sign(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }

  private static byte[] kept(DataFolder data) {
    Path file = data.root().resolve(FILE);
    try {
      if (!Files.exists(file)) {
        make(file);
      }
      return decode(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read or make the signing key " + file, e);
    }
  }

  /** Written beside its place and moved there, so that a crash leaves no half of a key. */
  private static void make(Path file) throws IOException {
    byte[] fresh = new byte[BYTES];
    new SecureRandom().nextBytes(fresh);
    Path written = file.resolveSibling(FILE + ".new");
    Files.deleteIfExists(written);
    Files.createFile(written, ownerOnly());
    Files.writeString(
        written,
        Base64.getEncoder().encodeToString(fresh) + "\n",
        StandardOpenOption.WRITE,
        StandardOpenOption.SYNC);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * The bytes of a key in base64.
   *
   * @param source what a refusal names: never the key itself
   */
  static byte[] decode(String text, String source) {
    try {
      byte[] key = Base64.getDecoder().decode(text.strip());
      if (key.length >= BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      throw new CannotStart(source + " is not base64", e);
    }
    throw new CannotStart(source + " is shorter than " + BYTES + " bytes");
  }
}
