package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.security.filters.SecurityFilter;
import jakarta.inject.Singleton;
import java.security.Principal;
import java.util.Optional;

/**
 * Gives a controller method that takes an {@link Actor} the one who makes the request; on an open
 * endpoint that is a visitor when no token was sent. A token that is not good is refused there too:
 * a client whose session is over must not take what a visitor sees for what it asked for.
 */
@Singleton
public class ActorBinder implements TypedRequestArgumentBinder<Actor> {
  @Override
  public Argument<Actor> argumentType() {
    return Argument.of(Actor.class);
  }

  @Override
  public BindingResult<Actor> bind(
      ArgumentConversionContext<Actor> context, HttpRequest<?> source) {
    Actor actor = actor(source);
    return () -> Optional.of(actor);
  }

  /**
   * Who has signed in to make the request; empty for a visitor, and for a token that is not good.
   */
  public static Optional<Actor> find(HttpRequest<?> request) {
    return request
        .getAttribute(SecurityFilter.AUTHENTICATION, Principal.class)
        .filter(SignedIn.class::isInstance)
        .map(principal -> ((SignedIn) principal).actor());
  }

  private static Actor actor(HttpRequest<?> request) {
    Optional<Actor> signedIn = find(request);
    if (signedIn.isEmpty() && request.getHeaders().contains(HttpHeaders.AUTHORIZATION)) {
      throw new DomainException.Unauthenticated("error.http.401");
    }
    return signedIn.orElseGet(Actor::visitor);
  }
}
