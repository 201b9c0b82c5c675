package eu.bridgehall.scoring;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a place knows at one remove: those that share a known partner with it, and those whose
 * partner is twinned with one of its own. A partner who is twinned with everybody says little. The
 * weights are whole numbers, so that their sums are the same in any order and from either side.
 */
final class Acquaintances {
  /** Keeps a partner with few twinnings from weighing without bound. */
  private static final double BASE = 1.7;

  private static final double UNIT = 1 << 24;

  private final KnownTies ties;
  private final int[] partners;
  private final IdTable table;
  private final long[] shared;
  private final long[] links;

  Acquaintances(KnownTies ties, int place) {
    this.ties = ties;
    partners = ties.partners(place);
    Map<Integer, long[]> sums = new TreeMap<>();
    for (int partner : partners) {
      int[] others = ties.partners(partner);
      long own = Math.round(UNIT / StrictMath.log(BASE + others.length));
      for (int other : others) {
        if (other != place) {
          long[] both = sums.computeIfAbsent(other, o -> new long[2]);
          both[0] += own;
          double ends = (double) others.length * ties.partners(other).length;
          both[1] += Math.round(UNIT / Math.sqrt(ends));
        }
      }
    }
    table = new IdTable(sums.keySet().stream().mapToInt(Integer::intValue).toArray());
    shared = sums.values().stream().mapToLong(both -> both[0]).toArray();
    links = sums.values().stream().mapToLong(both -> both[1]).toArray();
  }

  /** Weights of the partners of both; 0 for none. */
  double shared(int place) {
    int number = table.number(place);
    return number < 0 ? 0 : shared[number] / UNIT;
  }

  /**
   * Weights of the twinnings between a partner of the one and a partner of the other; 0 for none,
   * and for two that are partners themselves.
   */
  double linked(int place) {
    if (partners.length == 0 || Arrays.binarySearch(partners, place) >= 0) {
      return 0;
    }
    long sum = 0;
    for (int partner : ties.partners(place)) {
      int number = table.number(partner);
      sum += number < 0 ? 0 : links[number];
    }
    return sum / UNIT;
  }
}
