package eu.bridgehall.platform.http;

import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * From which address a request comes. X-Forwarded-For is believed only as far as it was written by
 * a proxy named in {@code bridgehall.trusted-proxies}: read from the right, the first address that
 * is no such proxy is the client.
 */
@Singleton
public class ClientAddress {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final int LONGEST_ADDRESS = 45;
  private static final int IPV4_BYTES = 3;
  private static final int IPV6_BYTES = 6;
  private static final String UNKNOWN = "unknown";

  private final Set<String> proxies;

  ClientAddress(
      @Written(
              pattern = "[0-9a-fA-F.:]+",
              as = "addresses (not names or ranges) with commas, such as 10.0.0.7,::1")
          @Property(name = "bridgehall.trusted-proxies", defaultValue = "")
          List<String> proxies) {
    this.proxies =
        Set.copyOf(proxies.stream().map(String::strip).filter(p -> !p.isEmpty()).toList());
  }

  /** The client's address, as text. */
  public String of(HttpRequest<?> request) {
    String direct = request.getRemoteAddress().getAddress().getHostAddress();
    if (!proxies.contains(direct)) {
      return direct;
    }
    List<String> hops =
        request.getHeaders().getAll(FORWARDED_FOR).stream()
            .flatMap(h -> Arrays.stream(h.split(",")))
            .map(String::strip)
            .toList();
    for (String hop : hops.reversed()) {
      if (!proxies.contains(hop)) {
        return hop.length() > LONGEST_ADDRESS || hop.isEmpty() ? direct : hop;
      }
    }
    return direct;
  }

  /**
   * The network of an address: what one household or office has, and less than a whole address for
   * what is kept.
   *
   * @return 24 bits of IPv4 with /24 behind, 48 of IPv6 with /48; for what is no address, a word
   */
  public static String network(String address) {
    // a name would be looked up: only what is written as an address is read
    if (!address.matches("[0-9.]+|[0-9a-fA-F:.%]*:[0-9a-zA-Z:.%]*")) {
      return UNKNOWN;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      int kept = bytes.length == 4 ? IPV4_BYTES : IPV6_BYTES;
      Arrays.fill(bytes, kept, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + (kept == 3 ? "/24" : "/48");
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }
}
