package eu.bridgehall.search.lucene;

/**
 * Bounds of rank values in whole steps, and how many candidates there are for each: tells which to
 * score first, so that soon most of the others need no more than a look at their bound.
 */
final class Steps {
  /** No bound: to be scored in any case. */
  static final char ALWAYS = Character.MAX_VALUE;

  /** Above all steps. */
  static final int END = ALWAYS + 1;

  private static final double STEPS_PER_POINT = 500;
  // steps that are counted as one
  private static final int SHIFT = 7;

  private final int[] counts = new int[(ALWAYS >> SHIFT) + 1];

  /** The step that a bound lies in or at the lower end of; a little more than the bound says. */
  char add(double most) {
    char step = (char) Math.min(ALWAYS, (int) (most * STEPS_PER_POINT) + 1);
    counts[step >> SHIFT]++;
    return step;
  }

  /** The highest step with at least so many candidates in it and above, or the lowest. */
  int above(int candidates) {
    int step = counts.length;
    for (int some = 0; step > 0 && some < candidates; ) {
      some += counts[--step];
    }
    return step << SHIFT;
  }

  /** Candidates of lower steps do not reach this rank value. */
  static int of(double rank) {
    return (int) (rank * STEPS_PER_POINT);
  }
}
