package eu.bridgehall.scoring;

/**
 * What acts on the rank and on the gates, but is no part of the fit.
 *
 * @param accepting whether the authority takes further partners
 * @param confirmedDay day (since 1970-01-01, UTC) on which the profile was last confirmed by its
 *     owners or reviewers; {@link #UNKNOWN} if not known
 * @param expectedRequests requests that the authority is expected to receive in the period that its
 *     capacity is stated for
 * @param capacity how many requests or partners it can take; {@link #UNKNOWN} if not stated
 */
public record Standing(boolean accepting, int confirmedDay, float expectedRequests, int capacity) {
  /** A number that nobody has given. */
  public static final int UNKNOWN = -1;

  /** Accepting, and nothing else known. */
  public static final Standing OPEN = new Standing(true, UNKNOWN, 0, UNKNOWN);

  public Standing {
    if (!(expectedRequests >= 0) || confirmedDay < UNKNOWN || capacity < UNKNOWN) {
      throw new IllegalArgumentException("Not a standing");
    }
  }
}
