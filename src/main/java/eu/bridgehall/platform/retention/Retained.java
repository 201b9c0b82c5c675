package eu.bridgehall.platform.retention;

import java.time.Duration;

/**
 * A kind of records that are kept for a time, and the time.
 *
 * @param kind under which it stands in docs/security.md
 * @param keep how long after the moment that the statement compares
 * @param delete the statement that deletes them; each question mark in it is the moment before
 *     which what is older goes
 */
public record Retained(String kind, Duration keep, String delete) {
  public Retained {
    if (keep.isNegative() || delete.indexOf('?') < 0) {
      throw new IllegalArgumentException(kind);
    }
  }

  /** Those that carry the time of their end themselves, and go as soon as it has come. */
  public static Retained untilItsEnd(String kind, String delete) {
    return new Retained(kind, Duration.ZERO, delete);
  }

  int moments() {
    return (int) delete.chars().filter(c -> c == '?').count();
  }
}
