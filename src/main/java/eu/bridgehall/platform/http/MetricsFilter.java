package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.start.Written;
import io.micronaut.context.annotation.Property;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Gives the metrics to this machine only, and to the addresses that {@code
 * bridgehall.metrics.open-to} names. What a proxy passes on that nobody has configured comes from
 * this machine too, but not for this machine: it is refused.
 */
@ServerFilter("/prometheus/**")
class MetricsFilter {
  private final ClientAddress clients;
  private final Set<String> openTo;

  MetricsFilter(
      ClientAddress clients,
      @Written(
              pattern = "[0-9a-fA-F.:]+",
              as = "addresses (not names or ranges) with commas, such as 10.0.0.7,::1")
          @Property(name = "bridgehall.metrics.open-to", defaultValue = "")
          List<String> openTo) {
    this.clients = clients;
    this.openTo =
        openTo.stream()
            .map(String::strip)
            .filter(a -> !a.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    String client = clients.of(request);
    InetAddress direct = request.getRemoteAddress().getAddress();
    boolean local =
        direct.isLoopbackAddress()
            && client.equals(direct.getHostAddress())
            && !request.getHeaders().contains("X-Forwarded-For")
            && !request.getHeaders().contains("Forwarded");
    if (!local && !openTo.contains(client)) {
      throw new DomainException.Forbidden("error.http.403");
    }
  }
}
