package eu.bridgehall.web;

import eu.bridgehall.accounts.SecondFactors;
import org.jspecify.annotations.Nullable;

/**
 * A person's second factor.
 *
 * @param begun what waits for its first code; null where nothing does
 * @param picture of it, to be read by a telephone; null with it
 * @param errors of the form that was sent, whose name stands before those of its fields
 */
public record SecondFactorView(
    SecondFactors.Status status,
    SecondFactors.@Nullable Enrolment begun,
    @Nullable QrCode picture,
    FormErrors errors) {
  /** The secret in groups of four, to be typed. */
  public String secret() {
    return begun == null ? "" : begun.secret().replaceAll("(.{4})(?=.)", "$1 ");
  }
}
