package eu.bridgehall.platform.http;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the problem document of a refusal, in the language of the request. */
@Singleton
public class ProblemFactory {
  private static final String API = "/api/";
  private static final String TYPE = "urn:bridgehall:problem:";

  private final Messages messages;
  private final RequestLanguage language;
  private final @Nullable ProblemPage page;

  ProblemFactory(Messages messages, RequestLanguage language, @Nullable ProblemPage page) {
    this.messages = messages;
    this.language = language;
    this.page = page;
  }

  /** The answer to a refusal of the product's own. */
  public MutableHttpResponse<Object> answer(HttpRequest<?> request, DomainException refusal) {
    Locale locale = language.of(request);
    HttpStatus status = status(refusal);
    List<Problem.FieldProblem> fields =
        refusal instanceof DomainException.Invalid invalid
            ? invalid.errors().stream()
                .map(e -> new Problem.FieldProblem(e.field(), text(locale, e.key(), e.arguments())))
                .toList()
            : null;
    MutableHttpResponse<Object> response =
        answer(
            request,
            status,
            refusal.key(),
            locale,
            text(locale, refusal.key(), refusal.arguments()),
            fields,
            refusal instanceof DomainException.Conflict ? refusal.arguments() : null);
    if (refusal instanceof DomainException.TooMany tooMany) {
      response.header(HttpHeaders.RETRY_AFTER, seconds(tooMany));
    }
    if (refusal instanceof DomainException.Unauthenticated) {
      response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"bridgehall\"");
    }
    return response;
  }

  /** The answer to a refusal by the server itself: no such address, a body that is no JSON. */
  public MutableHttpResponse<Object> answer(
      HttpRequest<?> request,
      HttpStatus status,
      @Nullable List<DomainException.FieldError> errors) {
    Locale locale = language.of(request);
    String key = "error.http." + status.getCode();
    if (!messages.has(key)) {
      key = status.getCode() >= 500 ? "error.http.500" : "error.http.400";
    }
    List<Problem.FieldProblem> fields =
        errors == null
            ? null
            : errors.stream()
                .map(e -> new Problem.FieldProblem(e.field(), text(locale, e.key(), e.arguments())))
                .toList();
    return answer(request, status, key, locale, text(locale, key, Map.of()), fields, null);
  }

  private MutableHttpResponse<Object> answer(
      HttpRequest<?> request,
      HttpStatus status,
      String key,
      Locale locale,
      String detail,
      @Nullable List<Problem.FieldProblem> fields,
      @Nullable Map<String, Object> facts) {
    String titleKey = "error.title." + status.getCode();
    String title = messages.has(titleKey) ? messages.text(locale, titleKey) : status.getReason();
    Problem problem = new Problem(TYPE + key, title, status.getCode(), detail, fields, facts);
    if (page != null && wantsPage(request)) {
      return page.show(request, problem);
    }
    return HttpResponse.<Object>status(status)
        .contentType(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
        .body(problem);
  }

  /** Programs, and whoever calls the API, get the problem document; people get a page. */
  private static boolean wantsPage(HttpRequest<?> request) {
    return !request.getPath().startsWith(API)
        && request.accept().stream().anyMatch(MediaType.TEXT_HTML_TYPE::equals);
  }

  private String text(Locale locale, String key, Map<String, Object> arguments) {
    return messages.text(locale, key, arguments);
  }

  /** When to try again, as Retry-After says it. */
  public static String seconds(DomainException.TooMany refusal) {
    return String.valueOf(Math.max(1, (refusal.retryAfter().toMillis() + 999) / 1000));
  }

  /** The one table of refusals and statuses. */
  public static HttpStatus status(DomainException refusal) {
    return switch (refusal) {
      case DomainException.NotFound e -> HttpStatus.NOT_FOUND;
      case DomainException.Unauthenticated e -> HttpStatus.UNAUTHORIZED;
      case DomainException.Forbidden e -> HttpStatus.FORBIDDEN;
      case DomainException.Conflict e -> HttpStatus.CONFLICT;
      case DomainException.Stale e -> HttpStatus.PRECONDITION_FAILED;
      case DomainException.VersionMissing e -> HttpStatus.PRECONDITION_REQUIRED;
      case DomainException.Invalid e -> HttpStatus.BAD_REQUEST;
      case DomainException.TooMany e -> HttpStatus.TOO_MANY_REQUESTS;
    };
  }
}
