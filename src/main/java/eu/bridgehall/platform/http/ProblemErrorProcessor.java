package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.serde.exceptions.SerdeException;
import io.micronaut.serde.exceptions.path.CollectionItemReferencePath;
import io.micronaut.serde.exceptions.path.MapItemReferencePath;
import io.micronaut.serde.exceptions.path.ReferencePath;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
            .orElseGet(() -> field(context).map(List::of).orElseGet(() -> arguments(context)));
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

  /** The field of a body whose value is of the wrong type, by its path in the document. */
  private static Optional<DomainException.FieldError> field(ErrorContext context) {
    return Stream.iterate(
            context.getRootCause().orElse(null), Objects::nonNull, Throwable::getCause)
        .filter(SerdeException.class::isInstance)
        .map(e -> path(((SerdeException) e).getPath()))
        .max(Comparator.comparingInt(String::length)) // each that wraps another knows no less
        .filter(path -> !path.isEmpty())
        .map(ProblemErrorProcessor::wrongType);
  }

  /** The framework lists the innermost step first. */
  private static String path(List<ReferencePath> innermostFirst) {
    StringBuilder path = new StringBuilder();
    for (ReferencePath step : innermostFirst.reversed()) {
      switch (step) {
        case CollectionItemReferencePath item -> path.append('[').append(item.index()).append(']');
        case MapItemReferencePath entry -> name(path, entry.key());
        default -> name(path, step.getArgument().getName());
      }
    }
    return path.toString();
  }

  private static void name(StringBuilder path, String name) {
    path.append(path.isEmpty() ? "" : ".").append(name);
  }

  private static DomainException.FieldError wrongType(String field) {
    return new DomainException.FieldError(field, "error.wrongType", Map.of());
  }

  /** What of the address or the headers is wrong; a body has no name that the client knows. */
  private static List<DomainException.FieldError> arguments(ErrorContext context) {
    boolean body =
        context
            .getRootCause()
            .filter(ConversionErrorException.class::isInstance)
            .map(e -> ((ConversionErrorException) e).getArgument().getAnnotationMetadata())
            .filter(annotations -> annotations.hasAnnotation(Body.class))
            .isPresent();
    if (body) {
      return List.of(wrongType("body"));
    }
    return context.getErrors().stream()
        .flatMap(e -> e.getPath().stream())
        .filter(p -> !p.isBlank())
        .map(p -> p.startsWith("/") ? p.substring(1) : p)
        .map(ProblemErrorProcessor::wrongType)
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
