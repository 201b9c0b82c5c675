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

  /** How many bits {@link #fieldBits} has. */
  static final int FIELD_BITS = 16;

  private final int[] parents;
  // by ordinal of a theme: everything of its field, the field included
  private final ThemeSet[] families;
  // by ordinal of a theme: a bit for its field
  private final int[] fieldBits;

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
    fieldBits = new int[this.parents.length];
    int fields = 0;
    for (int theme = 0; theme < this.parents.length; theme++) {
      families[theme] = byField[fieldOf(theme)];
      if (fieldOf(theme) == theme) {
        int bit = 1 << (fields++ % FIELD_BITS);
        byField[theme].forEach(each -> fieldBits[each] = bit);
      }
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

  /**
   * A bit for each field that the set touches. Where there are more fields than bits, several share
   * one.
   */
  int fieldBits(long lo, long hi) {
    int fields = 0;
    for (long bits = lo; bits != 0; bits &= bits - 1) {
      fields |= fieldBits[Long.numberOfTrailingZeros(bits)];
    }
    for (long bits = hi; bits != 0; bits &= bits - 1) {
      fields |= fieldBits[Long.SIZE + Long.numberOfTrailingZeros(bits)];
    }
    return fields;
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
