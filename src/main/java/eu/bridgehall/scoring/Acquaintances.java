package eu.bridgehall.scoring;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whom a place knows at one remove: those that share a known partner with it, and those with a
 * partner near one of its own. A partner who is twinned with everybody says little. A hash table of
 * primitive numbers; they are whole, so that their sums are the same in any order and from either
 * side.
 */
final class Acquaintances {
  /** Keeps a partner with few twinnings from weighing without bound. */
  private static final double BASE = 1.7;

  private static final double UNIT = 1 << 24;
  private static final int FREE = Locality.UNKNOWN;
  private static final int MULTIPLIER = 0x9E3779B9;
  private static final int SHIFT = 7;

  private final int[] places;
  private final long[] shared;
  private final long[] nearby;
  private final int mask;

  Acquaintances(KnownTies ties, int place) {
    Map<Integer, long[]> sums = new TreeMap<>();
    for (int partner : ties.partners(place)) {
      double own = weight(ties, partner);
      for (int other : ties.partners(partner)) {
        add(sums, other, place, 0, own);
      }
      ties.near(partner)
          .forEach(
              (neighbour, nearness) -> {
                double both = nearness * Math.sqrt(own * weight(ties, neighbour));
                for (int other : ties.partners(neighbour)) {
                  add(sums, other, place, 1, both);
                }
              });
    }
    int size = Integer.highestOneBit(Math.max(1, sums.size())) * 4;
    places = new int[size];
    shared = new long[size];
    nearby = new long[size];
    mask = size - 1;
    Arrays.fill(places, FREE);
    sums.forEach(
        (other, both) -> {
          int at = slot(other);
          places[at] = other;
          shared[at] = both[0];
          nearby[at] = both[1];
        });
  }

  private static double weight(KnownTies ties, int partner) {
    return 1 / StrictMath.log(BASE + ties.partners(partner).length);
  }

  private static void add(
      Map<Integer, long[]> sums, int other, int place, int which, double weight) {
    if (other != place) {
      sums.computeIfAbsent(other, o -> new long[2])[which] += Math.round(weight * UNIT);
    }
  }

  /** Weights of the partners of both; 0 for none. */
  double shared(int place) {
    return place == FREE ? 0 : shared[slot(place)] / UNIT;
  }

  /** Weights of pairs of partners, one of each side, that lie near each other; 0 for none. */
  double nearby(int place) {
    return place == FREE ? 0 : nearby[slot(place)] / UNIT;
  }

  private int slot(int place) {
    int at = (place * MULTIPLIER) >>> SHIFT & mask;
    while (places[at] != FREE && places[at] != place) {
      at = at + 1 & mask;
    }
    return at;
  }
}
