package eu.bridgehall.search.lucene;

import eu.bridgehall.search.IdOrder;
import eu.bridgehall.search.MatchPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The best k candidates so far: a heap with the worst of them at its root. Higher rank values come
 * first, among equal ones the lower id, so that neither segments nor merges show in the result.
 */
final class TopCandidates {
  private final int capacity;
  private final double[] ranks;
  private final double[] mutuals;
  private final long[] high;
  private final long[] low;
  private int size;

  TopCandidates(int capacity) {
    this.capacity = capacity;
    ranks = new double[capacity];
    mutuals = new double[capacity];
    high = new long[capacity];
    low = new long[capacity];
  }

  /** Rank value that a further candidate must at least have; 0 as long as there is room. */
  double least() {
    return size < capacity ? 0 : ranks[0];
  }

  void offer(double rank, double mutual, long idHigh, long idLow) {
    if (size < capacity) {
      set(size, rank, mutual, idHigh, idLow);
      siftUp(size++);
    } else if (isBetter(rank, idHigh, idLow, 0)) {
      set(0, rank, mutual, idHigh, idLow);
      siftDown();
    }
  }

  /** The hits from the given offset on, best first. */
  List<MatchPage.Hit> hits(int offset) {
    List<MatchPage.Hit> hits = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      hits.add(new MatchPage.Hit(new UUID(high[i], low[i]), mutuals[i], ranks[i]));
    }
    hits.sort(
        Comparator.comparingDouble(MatchPage.Hit::rankValue)
            .reversed()
            .thenComparing(MatchPage.Hit::id, IdOrder.ASCENDING));
    return hits.subList(Math.min(offset, size), size);
  }

  private boolean isBetter(double rank, long idHigh, long idLow, int than) {
    return rank > ranks[than]
        || (rank == ranks[than] && IdOrder.compare(idHigh, idLow, high[than], low[than]) < 0);
  }

  private boolean isBetter(int one, int than) {
    return isBetter(ranks[one], high[one], low[one], than);
  }

  private void set(int at, double rank, double mutual, long idHigh, long idLow) {
    ranks[at] = rank;
    mutuals[at] = mutual;
    high[at] = idHigh;
    low[at] = idLow;
  }

  private void siftUp(int from) {
    int at = from;
    while (at > 0 && isBetter((at - 1) / 2, at)) {
      swap(at, (at - 1) / 2);
      at = (at - 1) / 2;
    }
  }

  private void siftDown() {
    int at = 0;
    while (true) {
      int worst = at;
      for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
        if (isBetter(worst, child)) {
          worst = child;
        }
      }
      if (worst == at) {
        return;
      }
      swap(at, worst);
      at = worst;
    }
  }

  private void swap(int a, int b) {
    double rank = ranks[a];
    double mutual = mutuals[a];
    long idHigh = high[a];
    long idLow = low[a];
    set(a, ranks[b], mutuals[b], high[b], low[b]);
    set(b, rank, mutual, idHigh, idLow);
  }
}
