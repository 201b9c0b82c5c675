package eu.bridgehall.accounts;

import eu.bridgehall.platform.http.ClientAddress;
import org.jspecify.annotations.Nullable;

/**
 * From where a person comes.
 *
 * @param network the network of the address, 24 bits of IPv4 or 48 of IPv6: what one household or
 *     office has, and less than a whole address for what is kept
 * @param program what the browser or program calls itself, shortened
 */
public record Client(String network, String program) {
  private static final int LONGEST_PROGRAM = 200;

  static Client of(String address, @Nullable String userAgent) {
    String program =
        userAgent == null
            ? ""
            : userAgent
                .codePoints()
                .filter(c -> !Character.isISOControl(c))
                .limit(LONGEST_PROGRAM)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    return new Client(ClientAddress.network(address), program);
  }
}
