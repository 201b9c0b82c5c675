package eu.bridgehall.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A link of the chain.
 *
 * @param position 1 for the first, without gaps
 * @param entry number of the entry that it seals
 * @param hash 32 bytes in hexadecimal digits
 */
record Seal(long position, long entry, String hash) {
  /** Before the first: what the first one is made of in place of a hash. */
  static final Seal NONE = new Seal(0, 0, "0".repeat(64));

  private static final int MICROS_PER_SECOND = 1_000_000;
  private static final int NANOS_PER_MICRO = 1000;

  /** The seal of an entry that comes after this one. */
  Seal next(AuditEntry sealed) {
    return new Seal(position + 1, sealed.number(), hash(hash, position + 1, sealed));
  }

  /** Position and hash, to be noted elsewhere. */
  String told() {
    return position + ":" + hash;
  }

  /**
   * SHA-256 over the hash before, the position and all that the entry says. Texts are written with
   * their length before them, so that nothing can move from one into the next; the time in
   * microseconds, as the database keeps it.
   */
  static String hash(String before, long position, AuditEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream form = new DataOutputStream(bytes)) {
      form.write(HexFormat.of().parseHex(before));
      form.writeLong(position);
      form.writeLong(entry.number());
      form.writeLong(micros(entry.at()));
      write(form, entry.personId());
      write(form, entry.actedAs());
      write(form, entry.action());
      write(form, entry.subject());
      write(form, entry.network());
      write(form, entry.details());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static long micros(Instant at) {
    return at.getEpochSecond() * MICROS_PER_SECOND + at.getNano() / NANOS_PER_MICRO;
  }

  private static void write(DataOutputStream form, @Nullable Object value) throws IOException {
    if (value == null) {
      form.writeInt(-1);
      return;
    }
    byte[] text = value.toString().getBytes(StandardCharsets.UTF_8);
    form.writeInt(text.length);
    form.write(text);
  }
}
