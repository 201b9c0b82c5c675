package eu.bridgehall.platform.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import java.util.Optional;

/** Counts the requests to endpoints that are {@link RateLimited}. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class RateLimitFilter {
  private final RateLimiter limiter;
  private final ClientAddress clients;

  RateLimitFilter(RateLimiter limiter, ClientAddress clients) {
    this.limiter = limiter;
    this.clients = clients;
  }

  @RequestFilter
  void count(HttpRequest<?> request) {
    Optional<RouteMatch<?>> route = RouteAttributes.getRouteMatch(request);
    route
        .flatMap(r -> r.getAnnotationMetadata().stringValue(RateLimited.class))
        .ifPresent(limit -> limiter.count(limit, clients.of(request)));
  }
}
