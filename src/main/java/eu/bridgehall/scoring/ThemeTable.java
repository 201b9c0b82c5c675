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
  private final int fields;
  // the rarity of those of some of the fields
  private final double[] byFields;

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
    fields = scale.tree().fieldBits(lo, hi);
    byFields = new double[1 << Integer.bitCount(fields)];
    new ThemeSet(lo, hi)
        .forEach(
            theme -> {
              ThemeSet one = ThemeSet.of(theme);
              int bit = Integer.compress(scale.tree().fieldBits(one.lo(), one.hi()), fields);
              for (int some = 0; some < byFields.length; some++) {
                byFields[some] += (some & bit) == 0 ? 0 : scale.mass(one.lo(), one.hi());
              }
            });
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

  /** Rarity of all of them. */
  double mass() {
    return mass;
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

  /** {@link ThemeTree#fieldBits} of all of them. */
  int fields() {
    return fields;
  }

  /** Whether each subset has a number. */
  boolean numbersSubsets() {
    return subsets != null;
  }

  /**
   * Rarity of a subset.
   *
   * @param subset a bit for each of the themes, the first by ordinal in the lowest
   */
  double sum(int subset) {
    return subsets == null ? Double.NaN : subsets[subset];
  }

  /** Rarity of those that lie in some of these fields ({@link ThemeTree#fieldBits}). */
  double inFields(int some) {
    return byFields[Integer.compress(some, fields)];
  }
}
