package eu.bridgehall.search.lucene;

import eu.bridgehall.search.MatchRank;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The rank values of all candidates of a match, to see where some of them stand. */
final class AllCandidates implements Ranking {
  private static final int SOME = 1 << 12;

  private final Set<UUID> wanted;
  private final Map<UUID, Double> found = new HashMap<>();
  private double[] values = new double[SOME];
  private int size;

  AllCandidates(Set<UUID> wanted) {
    this.wanted = wanted;
  }

  @Override
  public int wanted() {
    return 0;
  }

  @Override
  public double least() {
    return 0;
  }

  @Override
  public void pass(long candidates) {
    // those that pass are all offered
  }

  @Override
  public void offer(double rank, double mutual, long idHigh, long idLow) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    values[size++] = rank;
    UUID id = new UUID(idHigh, idLow);
    if (wanted.contains(id)) {
      found.put(id, rank);
    }
  }

  Map<UUID, MatchRank> ranks() {
    Map<UUID, MatchRank> ranks = new HashMap<>();
    found.forEach(
        (id, rank) -> {
          long before = 0;
          long alike = 0;
          for (int i = 0; i < size; i++) {
            if (values[i] > rank) {
              before++;
            } else if (values[i] == rank) {
              alike++;
            }
          }
          ranks.put(id, new MatchRank(rank, before, alike));
        });
    return ranks;
  }
}
