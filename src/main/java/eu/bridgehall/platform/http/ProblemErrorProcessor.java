package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.serde.exceptions.InvalidPropertyFormatException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Turns every refusal that the server makes before or beside the product's code (no such address, a
 * body that is no JSON, a value of the wrong type) into a problem document. What the server says of
 * the cause is not shown: it names classes and methods.
 */
@Singleton
class ProblemErrorProcessor implements ErrorResponseProcessor<Object> {
  private final ProblemFactory problems;

  ProblemErrorProcessor(ProblemFactory problems) {
    this.problems = problems;
  }

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    List<DomainException.FieldError> errors =
        context
            .getRootCause()
            .filter(ConstraintViolationException.class::isInstance)
            .map(e -> violations((ConstraintViolationException) e))
            .orElseGet(() -> field(context).map(List::of).orElseGet(() -> paths(context)));
    MutableHttpResponse<Object> answer =
        problems.answer(
            context.getRequest(),
            HttpStatus.valueOf(response.code()),
            errors.isEmpty() ? null : errors);
    response.getHeaders().forEach((name, values) -> values.forEach(v -> keep(answer, name, v)));
    return answer;
  }

  /** Headers such as Allow that the server has set stay; the type of the body is the problem's. */
  private static void keep(MutableHttpResponse<?> answer, String name, String value) {
    if (!name.equalsIgnoreCase("content-type") && !name.equalsIgnoreCase("content-length")) {
      answer.header(name, value);
    }
  }

  /** The field of a body whose value is of the wrong type, by its path. */
  private static Optional<DomainException.FieldError> field(ErrorContext context) {
    String path =
        Stream.iterate(context.getRootCause().orElse(null), Objects::nonNull, Throwable::getCause)
            .filter(InvalidPropertyFormatException.class::isInstance)
            .map(e -> ((InvalidPropertyFormatException) e).getArgument().getName())
            .collect(Collectors.joining("."));
    return path.isEmpty()
        ? Optional.empty()
        : Optional.of(new DomainException.FieldError(path, "error.wrongType", Map.of()));
  }

  private static List<DomainException.FieldError> paths(ErrorContext context) {
    return context.getErrors().stream()
        .flatMap(e -> e.getPath().stream())
        .filter(p -> !p.isBlank())
        .map(p -> p.startsWith("/") ? p.substring(1) : p)
        .map(p -> new DomainException.FieldError(p, "error.wrongType", Map.of()))
        .toList();
  }

  private static List<DomainException.FieldError> violations(ConstraintViolationException e) {
    return e.getConstraintViolations().stream().map(ProblemErrorProcessor::violation).toList();
  }

  /** The path starts with the method and its parameter, which the client does not know. */
  private static DomainException.FieldError violation(ConstraintViolation<?> violation) {
    List<String> nodes =
        StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
            .map(Object::toString)
            .toList();
    List<String> field =
        nodes.subList(Math.min(nodes.size() > 2 ? 2 : 1, nodes.size() - 1), nodes.size());
    return new DomainException.FieldError(
        String.join(".", field), "error.constraint", Map.of("reason", violation.getMessage()));
  }
}
