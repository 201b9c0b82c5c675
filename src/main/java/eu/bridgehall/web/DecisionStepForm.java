package eu.bridgehall.web;

import io.micronaut.serde.annotation.Serdeable;
import org.jspecify.annotations.Nullable;

/**
 * What is done about a decision that was made.
 *
 * @param step {@code confirm}, {@code decline}, {@code lift} or {@code answer}; null for an appeal
 * @param text why
 * @param outcome what comes of an appeal or a correction
 * @param answer what is said to it
 */
@Serdeable
public record DecisionStepForm(
    @Nullable String step,
    @Nullable String text,
    @Nullable String outcome,
    @Nullable String answer) {
  static final DecisionStepForm NOTHING = new DecisionStepForm(null, null, null, null);

  /** What was typed for the step that was tried, and nothing for the others. */
  public @Nullable String textFor(String id) {
    return id.equals(step) ? text : null;
  }

  /** Whether the step that was tried is this one. */
  public boolean is(String id) {
    return id.equals(step);
  }
}
