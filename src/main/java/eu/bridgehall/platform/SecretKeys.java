package eu.bridgehall.platform;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of what lies in the database for long and must outlive a change of the signing key. The
 * present one is {@code bridgehall.secret-key}, or the signing key where none is given; former ones
 * ({@code bridgehall.former-secret-keys}), and the signing key, are for reading only.
 */
@Context
public class SecretKeys {
  private final SigningKey signingKey;
  private final List<byte[]> given = new ArrayList<>();
  private final boolean own;

  SecretKeys(
      SigningKey signingKey,
      @Nullable @Property(name = "bridgehall.secret-key") String present,
      @Nullable @Property(name = "bridgehall.former-secret-keys") String former) {
    this.signingKey = signingKey;
    String key = present == null ? "" : present.strip();
    this.own = !key.isEmpty();
    if (own) {
      given.add(SigningKey.decode(key, "The setting bridgehall.secret-key"));
    }
    String earlier = former == null ? "" : former.strip();
    if (!earlier.isEmpty()) {
      for (String one : earlier.split(",", -1)) {
        given.add(SigningKey.decode(one, "A key of the setting bridgehall.former-secret-keys"));
      }
    }
  }

  /**
   * The keys for one purpose.
   *
   * @return the present one, with which everything is written, and then those that may only be read
   *     with; 32 bytes each
   */
  public List<byte[]> derive(String purpose) {
    List<byte[]> keys = new ArrayList<>();
    given.forEach(secret -> keys.add(SigningKey.derive(secret, purpose)));
    keys.add(own ? keys.size() : 0, signingKey.derive(purpose));
    return List.copyOf(keys);
  }
}
