package eu.bridgehall.evaluation;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.KnownTies;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.MatchPage;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What happens where everybody looks at the ten best and asks some of them, month after month. Each
 * authority asks the one that stands in place i with a probability of {@link #ASKS} / i, and does
 * not see again whom it has asked. Requests count against the capacity for {@link #WINDOW} months,
 * as in the service; the factor of the load in the next month is what follows from that.
 */
final class Simulation {
  /** Months. */
  static final int ROUNDS = 12;

  /** Months for which a request counts. */
  static final int WINDOW = 3;

  private static final int LIST = 10;
  private static final double ASKS = 0.25;

  // so many of the best are kept of each, to be ordered anew each month
  private static final int KEPT = 120;

  private final SimulatedAuthorities authorities;
  private final KnownTies ties;
  private final int[][] best;
  private final double[][] scores;

  /**
   * Finds the best of each.
   *
   * @param record the track record that is scored with, or {@link TrackRecord#NONE}
   * @param ties who has a known partner
   */
  Simulation(SimulatedAuthorities authorities, TrackRecord record, KnownTies ties)
      throws IOException {
    this.authorities = authorities;
    this.ties = ties;
    best = new int[authorities.size()][];
    scores = new double[authorities.size()][];
    try (TemporaryIndex temporary =
        new TemporaryIndex(authorities.vocabulary(), authorities.documents())) {
      IntStream.range(0, authorities.size())
          .parallel()
          .forEach(asker -> keepBest(asker, temporary.index(), record));
    }
  }

  private void keepBest(int asker, AuthorityIndex index, TrackRecord record) {
    List<MatchPage.Hit> hits = index.match(authorities.request(asker, record, KEPT)).hits();
    best[asker] = hits.stream().mapToInt(hit -> authorities.number(hit.id())).toArray();
    scores[asker] = hits.stream().mapToDouble(MatchPage.Hit::mutual).toArray();
  }

  private static int[] order(double[] values, int most) {
    return IntStream.range(0, values.length)
        .filter(i -> values[i] >= 0)
        .boxed()
        .sorted((a, b) -> Double.compare(values[b], values[a]))
        .limit(most)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Runs all months.
   *
   * @param discounted whether the load acts on the rank value
   */
  Exposure run(boolean discounted, long seed) {
    Random random = new Random(seed);
    int size = authorities.size();
    int[] shown = new int[size];
    int[][] received = new int[ROUNDS][size];
    boolean[][] asked = new boolean[size][];
    for (int i = 0; i < size; i++) {
      asked[i] = new boolean[best[i].length];
    }
    double mutual = 0;
    long entries = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double[] load = discounted ? load(received, round) : ones(size);
      int[] now = received[round];
      for (int asker = 0; asker < size; asker++) {
        int place = 0;
        for (int at : list(asker, asked[asker], load)) {
          place++;
          int other = best[asker][at];
          shown[other]++;
          mutual += scores[asker][at];
          entries++;
          if (random.nextDouble() < ASKS / place) {
            asked[asker][at] = true;
            now[other]++;
          }
        }
      }
    }
    return exposure(shown, received, mutual / entries);
  }

  private static double[] ones(int size) {
    double[] ones = new double[size];
    Arrays.fill(ones, 1);
    return ones;
  }

  private double[] load(int[][] received, int round) {
    double[] load = new double[authorities.size()];
    for (int i = 0; i < load.length; i++) {
      int expected = 0;
      for (int back = Math.max(0, round - WINDOW); back < round; back++) {
        expected += received[back][i];
      }
      load[i] = RankValue.load(expected, authorities.columns(i).standing().capacity());
    }
    return load;
  }

  /** Where the ten best of the month stand among those that are kept. */
  private int[] list(int asker, boolean[] asked, double[] load) {
    double[] values = new double[best[asker].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = asked[i] ? -1 : scores[asker][i] * load[best[asker][i]];
    }
    return order(values, LIST);
  }

  private Exposure exposure(int[] shown, int[][] received, double meanScore) {
    int[] requests = Arrays.stream(received).flatMapToInt(Arrays::stream).sorted().toArray();
    Share all = new Share();
    Share hromadas = new Share();
    Share alone = new Share();
    for (int i = 0; i < shown.length; i++) {
      Columns columns = authorities.columns(i);
      all.add(shown[i]);
      if (columns.ukrainian()) {
        hromadas.add(shown[i]);
      }
      if (!ties.knows(columns.locality().place())) {
        alone.add(shown[i]);
      }
    }
    return new Exposure(
        Exposure.gini(shown),
        all.reached(),
        hromadas.reached(),
        alone.reached(),
        (double) hromadas.times / all.times,
        (double) alone.times / all.times,
        requests[(int) Math.ceil(requests.length * 0.99) - 1],
        meanScore);
  }

  /** How many of some are shown, and how often. */
  private static final class Share {
    private int count;
    private int seen;
    private long times;

    private void add(int shown) {
      count++;
      seen += shown > 0 ? 1 : 0;
      times += shown;
    }

    private double reached() {
      return (double) seen / count;
    }
  }
}
