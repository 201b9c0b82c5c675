package eu.bridgehall.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type what kind of problem it is: {@code urn:bridgehall:problem:} and the message key
 * @param title the kind of problem in a few words, in the reader's language
 * @param status the HTTP status
 * @param detail what is wrong here and what would be right, in the reader's language
 * @param errors the fields that are wrong; absent where no field is
 * @param facts of a conflict (409): what it is about, for programs, such as the id of what stands
 *     in the way; absent elsewhere
 */
@Serdeable
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type,
    String title,
    int status,
    @Nullable String detail,
    @Nullable List<FieldProblem> errors,
    @Nullable Map<String, Object> facts) {
  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * What is wrong with one field.
   *
   * @param field path of the field in the request
   * @param message what would be right, in the reader's language
   */
  @Serdeable
  public record FieldProblem(String field, String message) {}
}
