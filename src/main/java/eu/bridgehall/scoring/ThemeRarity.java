package eu.bridgehall.scoring;

import java.util.Arrays;
import java.util.List;

/**
 * How much each theme weighs among themes: the fewer authorities state it, the more. A snapshot
 * with a version, counted in the database and not in the search index, whose counts include deleted
 * documents; both sides of a match and every candidate are weighed with the same one.
 */
public final class ThemeRarity {
  /** A theme named once in a large network must not drown all others. */
  public static final double MAX = 4;

  private final String version;
  private final double[] byTheme;

  private ThemeRarity(String version, double[] byTheme) {
    this.version = version;
    this.byTheme = byTheme;
  }

  /**
   * A snapshot of given rarities.
   *
   * @param byTheme positive rarity by theme ordinal
   */
  public static ThemeRarity of(String version, double[] byTheme) {
    for (double rarity : byTheme) {
      if (!(rarity > 0) || Double.isInfinite(rarity)) {
        throw new IllegalArgumentException("Not a rarity: " + rarity);
      }
    }
    return new ThemeRarity(version, byTheme.clone());
  }

  /** All themes weigh the same: before the first count. */
  public static ThemeRarity even(int themes) {
    double[] ones = new double[themes];
    Arrays.fill(ones, 1);
    return new ThemeRarity("even", ones);
  }

  /**
   * Rarities from counts: 1 + ln((1 + profiles) / (1 + stating)), at most {@link #MAX}.
   *
   * @param stating by theme ordinal, how many confirmed profiles state it at all
   * @param profiles how many confirmed profiles there are
   */
  public static ThemeRarity counted(String version, List<Integer> stating, int profiles) {
    double[] rarities = new double[stating.size()];
    for (int theme = 0; theme < rarities.length; theme++) {
      double ratio = (1.0 + profiles) / (1.0 + Math.min(stating.get(theme), profiles));
      rarities[theme] = Math.min(MAX, 1 + StrictMath.log(ratio));
    }
    return of(version, rarities);
  }

  /** Names the snapshot in explanations. */
  public String version() {
    return version;
  }

  /** How many themes it covers. */
  public int size() {
    return byTheme.length;
  }

  /** Weight of a theme among themes, above 0. */
  public double of(int theme) {
    return byTheme[theme];
  }
}
