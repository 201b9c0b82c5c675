package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.filters.SecurityFilter;
import java.security.Principal;
import java.util.List;

/**
 * Lets whoever must have a second factor and has none do nothing but set one up, sign out, choose a
 * language and read what everybody may.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(AccountGate.AFTER_SIGN_IN)
class AccountGate {
  /** The security filter, which finds out who sends the request, stands before it. */
  static final int AFTER_SIGN_IN = 40_001;

  private static final List<String> OPEN =
      List.of(
          "/account/second-factor",
          "/api/v1/account/second-factor",
          "/api/v1/sessions/",
          "/sign-out",
          "/language",
          "/assets/",
          "/webjars/",
          "/terms",
          "/rules",
          "/privacy",
          "/about",
          "/help",
          "/accessibility");

  @RequestFilter
  void check(HttpRequest<?> request) {
    boolean owes =
        request
            .getAttribute(SecurityFilter.AUTHENTICATION, Principal.class)
            .filter(SignedIn.class::isInstance)
            .map(SignedIn.class::cast)
            .filter(SignedIn::owesSecondFactor)
            .isPresent();
    if (owes && OPEN.stream().noneMatch(request.getPath()::startsWith)) {
      throw new DomainException.Forbidden(SecondFactors.MISSING);
    }
  }
}
