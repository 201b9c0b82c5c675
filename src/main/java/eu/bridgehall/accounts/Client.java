package eu.bridgehall.accounts;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
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
  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;

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
    return new Client(network(address), program);
  }

  /** The network of an address; an address that is none is its own. */
  private static String network(String address) {
    // a name would be looked up: only what is written as an address is read
    if (!address.matches("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*")) {
      return "unknown";
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int kept = bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES;
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + (kept == 3 ? "/24" : "/48");
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }
}
