package eu.bridgehall.scoring;

/**
 * What is needed to weigh sets of themes against each other: the taxonomy and a snapshot of
 * rarities. Made once for each snapshot and shared; whoever keeps sums made with it keeps them for
 * this very object.
 */
public final class ThemeScale {
  /** What a theme counts when the other side has only another theme of its field. */
  public static final double SAME_FIELD = 0.25;

  private final ThemeTree tree;
  private final ThemeRarity rarity;
  private final double[] byTheme = new double[ThemeSet.CAPACITY];

  public ThemeScale(ThemeTree tree, ThemeRarity rarity) {
    if (tree.size() != rarity.size()) {
      throw new IllegalArgumentException(
          "Taxonomy has " + tree.size() + " themes, rarities " + rarity.size());
    }
    this.tree = tree;
    this.rarity = rarity;
    for (int theme = 0; theme < rarity.size(); theme++) {
      byTheme[theme] = rarity.of(theme);
    }
  }

  public ThemeTree tree() {
    return tree;
  }

  public ThemeRarity rarity() {
    return rarity;
  }

  /** Sum of the rarities of a set of themes, added in ascending order of the ordinals. */
  public double mass(long lo, long hi) {
    double sum = 0;
    for (long bits = lo; bits != 0; bits &= bits - 1) {
      sum += byTheme[Long.numberOfTrailingZeros(bits)];
    }
    for (long bits = hi; bits != 0; bits &= bits - 1) {
      sum += byTheme[Long.SIZE + Long.numberOfTrailingZeros(bits)];
    }
    return sum;
  }
}
