package eu.bridgehall.profiles;

import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.profiles.model.ReviewReason;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a step is taken.
 *
 * @param text the reasons in words, for those concerned
 */
@Serdeable
public record ReasonRequest(
    @Nullable @ArraySchema(schema = @Schema(implementation = ReviewReason.class))
        List<String> reasons,
    @Nullable String text) {
  static final ReasonRequest NONE = new ReasonRequest(null, null);
  private static final int MAX_TEXT = 2000;

  /**
   * As it is kept.
   *
   * @param needed whether reasons and text must be there
   * @throws eu.bridgehall.kernel.DomainException.Invalid naming what is wrong
   */
  Reason check(boolean needed) {
    FieldChecks checks = new FieldChecks();
    List<String> given = reasons == null ? List.of() : reasons;
    for (int i = 0; i < given.size(); i++) {
      checks.choice("reasons[" + i + "]", given.get(i), ReviewReason.class);
    }
    checks.require(!needed || !given.isEmpty(), "reasons", "error.text.missing");
    String kept =
        needed ? checks.text("text", text, MAX_TEXT) : checks.optionalText("text", text, MAX_TEXT);
    checks.done();
    return new Reason(given.stream().distinct().toList(), kept);
  }

  /** Checked reasons. */
  record Reason(List<String> ids, @Nullable String text) {
    static final Reason NONE = new Reason(List.of(), null);
  }
}
