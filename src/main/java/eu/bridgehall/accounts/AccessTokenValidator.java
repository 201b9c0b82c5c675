package eu.bridgehall.accounts;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Decides whether a token is good: it was signed here, is not too old, and its session is still
 * open in the database. The API takes bearer tokens, the pages the browser's cookie, and neither
 * what is meant for the other.
 */
@Singleton
class AccessTokenValidator implements TokenValidator<HttpRequest<?>> {
  private final AccessTokens tokens;
  private final BrowserSessions browsers;
  private final Actors actors;
  private final SecondFactorDuty secondFactor;
  private final ConsentDuty consent;
  private final ExecutorService blocking;

  AccessTokenValidator(
      AccessTokens tokens,
      BrowserSessions browsers,
      Actors actors,
      SecondFactorDuty secondFactor,
      ConsentDuty consent,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.tokens = tokens;
    this.browsers = browsers;
    this.actors = actors;
    this.secondFactor = secondFactor;
    this.consent = consent;
    this.blocking = blocking;
  }

  @Override
  public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
    boolean page = BrowserCookie.isForPages(request);
    Optional<SignedTokens.Named> named = page ? browsers.read(token) : tokens.read(token);
    if (named.isEmpty()) {
      return Publishers.empty();
    }
    // the request waits on a thread of the network, where the database must not be asked
    return Publishers.fromCompletableFuture(
        () -> CompletableFuture.supplyAsync(() -> authentication(named.get(), page), blocking));
  }

  /** Null, which the publisher takes for nothing, where the session is over. */
  private @Nullable Authentication authentication(SignedTokens.Named named, boolean page) {
    return actors
        .find(named.personId(), named.sessionId())
        .map(
            actor -> new SignedIn(actor, secondFactor.isOwed(actor), page && consent.isOwed(actor)))
        .orElse(null);
  }
}
