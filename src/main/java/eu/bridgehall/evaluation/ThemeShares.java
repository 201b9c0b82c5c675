package eu.bridgehall.evaluation;

import eu.bridgehall.scoring.CodeTable;
import eu.bridgehall.scoring.ThemeSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Random;

/**
 * How often authorities seek and offer each theme, Ukrainian ones and others: numbers in proportion
 * to which themes are drawn. Those of the demonstration, which were set by hand.
 */
final class ThemeShares {
  private static final String FILE = "/demo/themes.tsv";
  private static final int COLUMNS = 5;

  private final double[][] shares;

  /** A column of the file. */
  enum Of {
    NEED_UKRAINIAN(0),
    OFFER_UKRAINIAN(1),
    NEED_OTHER(2),
    OFFER_OTHER(3);

    private final int index;

    Of(int index) {
      this.index = index;
    }
  }

  private ThemeShares(double[][] shares) {
    this.shares = shares;
  }

  static ThemeShares shipped(CodeTable themes) {
    double[][] shares = new double[COLUMNS - 1][themes.size()];
    try (InputStream in =
            Objects.requireNonNull(ThemeShares.class.getResourceAsStream(FILE), FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line : lines.lines().skip(1).toList()) {
        List<String> cells = List.of(line.split("\t", -1));
        for (int column = 1; column < COLUMNS; column++) {
          shares[column - 1][themes.ordinal(cells.getFirst())] =
              Double.parseDouble(cells.get(column));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ThemeShares(shares);
  }

  /** So many different themes. */
  ThemeSet draw(Of column, int count, Random random) {
    double[] by = shares[column.index];
    double total = 0;
    for (double share : by) {
      total += share;
    }
    ThemeSet drawn = ThemeSet.EMPTY;
    while (drawn.size() < count) {
      double at = random.nextDouble() * total;
      int theme = 0;
      while (at >= by[theme]) {
        at -= by[theme++];
      }
      drawn = drawn.with(theme);
    }
    return drawn;
  }
}
