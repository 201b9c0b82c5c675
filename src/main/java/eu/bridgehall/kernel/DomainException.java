package eu.bridgehall.kernel;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A refusal that the user is told about. Its key names the sentence to show, its arguments fill
 * that sentence; one handler turns it into a problem document or a page.
 */
public abstract sealed class DomainException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Map<String, Object> arguments;

  private DomainException(String key, Map<String, Object> arguments) {
    super(key + (arguments.isEmpty() ? "" : " " + arguments));
    this.key = key;
    this.arguments = Map.copyOf(arguments);
  }

  /** Message key of the sentence that tells the user what is wrong. */
  public String key() {
    return key;
  }

  /** What fills the sentence. */
  public Map<String, Object> arguments() {
    return arguments;
  }

  /** There is no such thing, or it is not to be known that there is: 404. */
  public static final class NotFound extends DomainException {
    private static final long serialVersionUID = 1L;

    public NotFound(String key) {
      super(key, Map.of());
    }

    public NotFound(String key, Map<String, Object> arguments) {
      super(key, arguments);
    }
  }

  /** Nobody has signed in, or the session is over: 401. */
  public static final class Unauthenticated extends DomainException {
    private static final long serialVersionUID = 1L;

    public Unauthenticated(String key) {
      super(key, Map.of());
    }
  }

  /** The person may not do this: 403. */
  public static final class Forbidden extends DomainException {
    private static final long serialVersionUID = 1L;

    public Forbidden(String key) {
      super(key, Map.of());
    }

    public Forbidden(String key, Map<String, Object> arguments) {
      super(key, arguments);
    }
  }

  /** It cannot be done in the present state: 409. */
  public static final class Conflict extends DomainException {
    private static final long serialVersionUID = 1L;

    public Conflict(String key) {
      super(key, Map.of());
    }

    public Conflict(String key, Map<String, Object> arguments) {
      super(key, arguments);
    }
  }

  /** The thing has changed since it was read: 412. */
  public static final class Stale extends DomainException {
    private static final long serialVersionUID = 1L;

    public Stale() {
      super("error.stale", Map.of());
    }
  }

  /** The request must say which version it changes: 428. */
  public static final class VersionMissing extends DomainException {
    private static final long serialVersionUID = 1L;

    public VersionMissing() {
      super("error.versionMissing", Map.of());
    }
  }

  /** Some of what was sent is not right: 400, with each field and what would be right. */
  public static final class Invalid extends DomainException {
    private static final long serialVersionUID = 1L;
    private final transient List<FieldError> errors;

    public Invalid(List<FieldError> errors) {
      super("error.invalid", Map.of("fields", fields(errors)));
      this.errors = List.copyOf(errors);
    }

    /** One wrong field. */
    public Invalid(String field, String key) {
      this(List.of(new FieldError(field, key, Map.of())));
    }

    /** One wrong field, with what fills its sentence. */
    public Invalid(String field, String key, Map<String, Object> arguments) {
      this(List.of(new FieldError(field, key, arguments)));
    }

    public List<FieldError> errors() {
      return errors;
    }

    private static String fields(List<FieldError> errors) {
      return String.join(", ", errors.stream().map(FieldError::field).toList());
    }
  }

  /** Too often or too many: 429, with the time after which to try again. */
  public static final class TooMany extends DomainException {
    private static final long serialVersionUID = 1L;
    private final Duration retryAfter;

    public TooMany(String key, Duration retryAfter) {
      super(key, Map.of("seconds", Math.max(1, retryAfter.toSeconds())));
      this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
      return retryAfter;
    }
  }

  /**
   * What is wrong with one field.
   *
   * @param field path of the field as the client sent it, for example {@code needs[2].theme}
   * @param key message key of the sentence that says what would be right
   * @param arguments what fills the sentence
   */
  public record FieldError(String field, String key, Map<String, Object> arguments) {
    public FieldError {
      arguments = Map.copyOf(arguments);
    }
  }
}
