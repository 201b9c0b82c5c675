package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.compression.DecompressionException;
import jakarta.inject.Singleton;

/**
 * Refuses a body that says that it is packed and cannot be unpacked: that is the sender's fault,
 * and none of the service. What is unpacked counts towards the largest body as what is sent does.
 */
@Singleton
@Produces(Problem.MEDIA_TYPE)
class PackedBodyHandler implements ExceptionHandler<DecompressionException, HttpResponse<?>> {
  private final ProblemFactory problems;

  PackedBodyHandler(ProblemFactory problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes") // the interface is declared with the raw type
  public HttpResponse<?> handle(HttpRequest request, DecompressionException exception) {
    return problems.answer(
        (HttpRequest<?>) request, new DomainException.Invalid("body", "error.packed"));
  }
}
