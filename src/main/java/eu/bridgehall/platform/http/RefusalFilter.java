package eu.bridgehall.platform.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.authentication.Authentication;
import java.security.Principal;
import java.util.Optional;
import java.util.UUID;

/**
 * Notes in the {@link SecurityLog} what was refused: for want of a sign-in or a right, because it
 * was tried too often, or because there is nothing at that address that its asker, who has signed
 * in, may know of. Of the address it notes the pattern alone, for what is typed can stand in it.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalFilter {
  private final SecurityLog log;

  RefusalFilter(SecurityLog log) {
    this.log = log;
  }

  @ResponseFilter
  void note(HttpRequest<?> request, HttpResponse<?> response) {
    Optional<UUID> person =
        request
            .getUserPrincipal(Authentication.class)
            .map(Principal::getName)
            .map(UUID::fromString);
    if (isRefusal(response.code(), person.isPresent())) {
      log.record(
          "refused",
          person.orElse(null),
          "status=%d method=%s address=%s"
              .formatted(
                  response.code(),
                  request.getMethod(),
                  BasicHttpAttributes.getUriTemplate(request).orElse("-")));
    }
  }

  private static boolean isRefusal(int status, boolean signedIn) {
    return status == HttpStatus.UNAUTHORIZED.getCode()
        || status == HttpStatus.FORBIDDEN.getCode()
        || status == HttpStatus.TOO_MANY_REQUESTS.getCode()
        || (signedIn && status == HttpStatus.NOT_FOUND.getCode());
  }
}
