package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** Turns a refusal by the rules on endpoints into a problem document. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
@Replaces(DefaultAuthorizationExceptionHandler.class)
class AuthorizationProblemHandler
    implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  private final ProblemFactory problems;

  AuthorizationProblemHandler(ProblemFactory problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared with the raw type
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException exception) {
    DomainException refusal =
        exception.isForbidden()
            ? new DomainException.Forbidden("error.http.403")
            : new DomainException.Unauthenticated("error.http.401");
    return problems.answer((HttpRequest<?>) request, refusal);
  }
}
