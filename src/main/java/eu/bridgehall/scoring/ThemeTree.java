package eu.bridgehall.scoring;

import java.util.Arrays;
import java.util.List;

/**
 * The two levels of the taxonomy: each theme lies in a field, and a field is a theme too, that may
 * be stated as such.
 */
public final class ThemeTree {
  /** Parent of a theme that is a field. */
  public static final int NONE = -1;

  private final int[] parents;
  // by ordinal of a theme: everything of its field, the field included
  private final ThemeSet[] families;

  /**
   * @param parents ordinal of the field by ordinal of the theme, {@link #NONE} for a field
   */
  public ThemeTree(List<Integer> parents) {
    if (parents.size() > ThemeSet.CAPACITY) {
      throw new IllegalArgumentException("More than 128 themes: " + parents.size());
    }
    this.parents = parents.stream().mapToInt(Integer::intValue).toArray();
    ThemeSet[] byField = new ThemeSet[this.parents.length];
    Arrays.fill(byField, ThemeSet.EMPTY);
    for (int theme = 0; theme < this.parents.length; theme++) {
      int field = fieldOf(theme);
      if (fieldOf(field) != field) {
        throw new IllegalArgumentException("Theme " + theme + " lies deeper than two levels");
      }
      byField[field] = byField[field].with(theme);
    }
    families = new ThemeSet[this.parents.length];
    for (int theme = 0; theme < this.parents.length; theme++) {
      families[theme] = byField[fieldOf(theme)];
    }
  }

  /** How many themes and fields there are. */
  public int size() {
    return parents.length;
  }

  /** The field of the theme; a field is its own. */
  public int fieldOf(int theme) {
    return parents[theme] == NONE ? theme : parents[theme];
  }

  /** Every theme of every field that the set touches, those fields included. */
  public ThemeSet families(ThemeSet themes) {
    long lo = 0;
    long hi = 0;
    for (long bits = themes.lo(); bits != 0; bits &= bits - 1) {
      ThemeSet family = families[Long.numberOfTrailingZeros(bits)];
      lo |= family.lo();
      hi |= family.hi();
    }
    for (long bits = themes.hi(); bits != 0; bits &= bits - 1) {
      ThemeSet family = families[Long.SIZE + Long.numberOfTrailingZeros(bits)];
      lo |= family.lo();
      hi |= family.hi();
    }
    return new ThemeSet(lo, hi);
  }

  /** The set with the field of each of its themes. */
  public ThemeSet withFields(ThemeSet themes) {
    ThemeSet[] result = {themes};
    themes.forEach(theme -> result[0] = result[0].with(fieldOf(theme)));
    return result[0];
  }

  /** The set with, for each field in it, all themes of that field. */
  public ThemeSet withThemes(ThemeSet themes) {
    ThemeSet[] result = {themes};
    themes.forEach(
        theme -> {
          if (parents[theme] == NONE) {
            result[0] = result[0].or(families[theme]);
          }
        });
    return result[0];
  }
}
