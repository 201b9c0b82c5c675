package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Turns every refusal of the product into its problem document. */
@Singleton
@Produces(Problem.MEDIA_TYPE)
class DomainExceptionHandler implements ExceptionHandler<DomainException, HttpResponse<?>> {
  private final ProblemFactory problems;

  DomainExceptionHandler(ProblemFactory problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared with the raw type
  public HttpResponse<?> handle(HttpRequest request, DomainException exception) {
    return problems.answer((HttpRequest<?>) request, exception);
  }
}
