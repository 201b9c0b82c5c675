package eu.bridgehall.search.lucene;

import java.util.Arrays;
import org.apache.lucene.util.FixedBitSet;

/** Which of some themes the documents have, read for 64 neighbours at a time. */
final class Subsets {
  private final long[][] byTheme;
  private final int[] ofNeighbours = new int[Long.SIZE];

  Subsets(FixedBitSet[] byTheme) {
    this.byTheme = new long[byTheme.length][];
    for (int i = 0; i < byTheme.length; i++) {
      this.byTheme[i] = byTheme[i].getBits();
    }
  }

  void moveTo(int word) {
    Arrays.fill(ofNeighbours, 0);
    for (int i = 0; i < byTheme.length; i++) {
      // few have any one theme
      for (long rest = byTheme[i][word]; rest != 0; rest &= rest - 1) {
        ofNeighbours[Long.numberOfTrailingZeros(rest)] |= 1 << i;
      }
    }
  }

  /** A bit for each theme that the document has, the first in the lowest. */
  int of(int neighbour) {
    return ofNeighbours[neighbour];
  }
}
