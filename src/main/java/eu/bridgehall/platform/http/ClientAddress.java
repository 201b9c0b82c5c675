package eu.bridgehall.platform.http;

import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
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
}
