package eu.bridgehall.web;

import eu.bridgehall.partnerships.StepReason;
import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What is done with an introduction.
 *
 * @param step id of the step
 * @param reason id of a reason, and more in words, where the step needs one
 */
@Serdeable
public record IntroductionStepForm(
    @Nullable String step, @Nullable String reason, @Nullable String text) {
  static final IntroductionStepForm NOTHING = new IntroductionStepForm(null, null, null);

  StepReason why() {
    return new StepReason(reason, text);
  }

  /** Whether the step that was tried is this one. */
  public boolean is(String id) {
    return id.equals(step);
  }
}
