package eu.bridgehall.accounts;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.security.filters.SecurityFilter;
import java.security.Principal;
import java.util.List;
import java.util.Optional;

/**
 * Stands before everything else for whoever has something to do first: set up a second factor,
 * which the secretariat must have, or accept newer texts, which pages ask for. What that takes,
 * signing out, the choice of a language and what everybody may read stay open; so do one's own data
 * and the end of the account for whoever does not accept.
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
          "/accessibility",
          "/ranking");

  private static final List<String> OPEN_BEFORE_CONSENT =
      List.of("/account/terms", "/account/data", "/account/close");

  @RequestFilter
  void check(HttpRequest<?> request) {
    Optional<SignedIn> person =
        request
            .getAttribute(SecurityFilter.AUTHENTICATION, Principal.class)
            .filter(SignedIn.class::isInstance)
            .map(SignedIn.class::cast);
    if (person.isEmpty() || isUnder(OPEN, request)) {
      return;
    }
    if (person.get().owesSecondFactor()) {
      throw new DomainException.Forbidden(SecondFactors.MISSING);
    }
    if (person.get().owesConsent() && !isUnder(OPEN_BEFORE_CONSENT, request)) {
      throw new DomainException.Forbidden(Consents.MISSING);
    }
  }

  private static boolean isUnder(List<String> paths, HttpRequest<?> request) {
    return paths.stream().anyMatch(request.getPath()::startsWith);
  }
}
