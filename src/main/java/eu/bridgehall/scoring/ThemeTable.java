package eu.bridgehall.scoring;

import org.jspecify.annotations.Nullable;

/**
 * One authority's set of themes, ready to be held against the themes of very many others. What each
 * of its subsets weighs is worked out once; the sums are those of {@link ThemeScale#mass} to the
 * last digit, added in the same order.
 */
final class ThemeTable {
  /** Sets of more themes are added up anew each time: their subsets are too many. */
  private static final int MOST_THEMES = 10;

  private final ThemeScale scale;
  private final long lo;
  private final long hi;
  private final int shift;
  private final double mass;
  private final double @Nullable [] subsets;

  ThemeTable(ThemeScale scale, long lo, long hi) {
    this.scale = scale;
    this.lo = lo;
    this.hi = hi;
    shift = Long.bitCount(lo);
    mass = scale.mass(lo, hi);
    int themes = shift + Long.bitCount(hi);
    subsets = themes <= MOST_THEMES ? new double[1 << themes] : null;
    if (subsets != null) {
      for (int subset = 0; subset < subsets.length; subset++) {
        subsets[subset] =
            scale.mass(Long.expand(subset, lo), Long.expand((long) subset >>> shift, hi));
      }
    }
  }

  /** Whether any of them is among the other side's themes. */
  boolean meet(long others, long othersHi) {
    return ((lo & others) | (hi & othersHi)) != 0;
  }

  /** Rarity of all of them. */
  double mass() {
    return mass;
  }

  boolean isEmpty() {
    return (lo | hi) == 0;
  }

  /**
   * The criterion's value for the side whose themes these are: 0 to 1, NaN if it states none.
   *
   * @param same {@link #sum} of the other side's themes
   * @param theirLo themes of the other side that would serve these
   * @param familiesLo the families of those ({@link ThemeTree#families})
   */
  double value(double same, long theirLo, long theirHi, long familiesLo, long familiesHi) {
    if (isEmpty()) {
      return Double.NaN;
    }
    double near = sum(~theirLo & familiesLo, ~theirHi & familiesHi);
    return Criteria.themes(same, near, mass);
  }

  /**
   * Rarity of those of these themes that the other side has: the same number, whichever of the two
   * sides it is worked out for.
   */
  double sum(long others, long othersHi) {
    if (subsets == null) {
      return scale.mass(lo & others, hi & othersHi);
    }
    return subsets[(int) (Long.compress(others, lo) | Long.compress(othersHi, hi) << shift)];
  }
}
