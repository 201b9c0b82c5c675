package eu.bridgehall.evaluation;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.KnownTies;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.MatchPage;
import eu.bridgehall.ties.Attention;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What happens where everybody looks at the ten best and asks some of them, month after month. Each
 * authority asks the one that stands in place i with a probability of {@link #ASKS} / i, and does
 * not see again whom it has asked. As in the service, the requests of the last {@link #WINDOW}
 * months and what everybody was shown last count against the stated capacity; the factor of the
 * load follows from that, anew every day. Everybody looks once a month, in a drawn order.
 */
final class Simulation {
  /** Months. */
  static final int ROUNDS = 12;

  /** Months for which a request counts. */
  static final int WINDOW = 3;

  // times a month
  private static final int UPDATES = 30;
  private static final int LIST = Attention.PLACES;
  private static final double ASKS = Attention.ASKS / WINDOW;

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
    int[] first = new int[most];
    int found = 0;
    for (int i = 0; i < values.length; i++) {
      if (values[i] >= 0 && (found < most || values[i] > values[first[found - 1]])) {
        int at = found < most ? found++ : found - 1;
        for (; at > 0 && values[first[at - 1]] < values[i]; at--) {
          first[at] = first[at - 1];
        }
        first[at] = i;
      }
    }
    return Arrays.copyOf(first, found);
  }

  /**
   * Runs all months.
   *
   * @param discounted whether the load acts on the rank value
   */
  Exposure run(boolean discounted, long seed) {
    int size = best.length;
    Random random = new Random(seed);
    Attentions attentions = new Attentions(size);
    boolean[][] asked = new boolean[size][];
    for (int i = 0; i < size; i++) {
      asked[i] = new boolean[best[i].length];
    }
    double mutual = 0;
    long entries = 0;
    double[] load = new double[size];
    Arrays.fill(load, 1);
    for (int month = 0; month < ROUNDS; month++) {
      int[] visitors = drawnOrder(size, random);
      for (int visit = 0; visit < size; visit++) {
        if (discounted && visit % (size / UPDATES + 1) == 0) {
          load = attentions.load(month);
        }
        int asker = visitors[visit];
        int[] list = list(asker, asked[asker], load);
        attentions.look(asker, list);
        for (int i = 0; i < list.length; i++) {
          mutual += scores[asker][list[i]];
          entries++;
          if (random.nextDouble() < ASKS / (i + 1)) {
            asked[asker][list[i]] = true;
            attentions.received[month][best[asker][list[i]]]++;
          }
        }
      }
    }
    return exposure(attentions.shown, attentions.received, mutual / entries);
  }

  private static int[] drawnOrder(int size, Random random) {
    int[] order = IntStream.range(0, size).toArray();
    for (int i = size - 1; i > 0; i--) {
      int with = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[with];
      order[with] = kept;
    }
    return order;
  }

  /** What everybody was shown last, and what requests have come. */
  private final class Attentions {
    private final int[] shown;
    private final int[][] received;
    private final double[] expected;
    private final int[][] last;

    private Attentions(int size) {
      shown = new int[size];
      received = new int[ROUNDS][size];
      expected = new double[size];
      last = new int[size][0];
    }

    private void look(int asker, int[] list) {
      add(asker, -1);
      last[asker] = list;
      add(asker, 1);
      for (int at : list) {
        shown[best[asker][at]]++;
      }
    }

    private void add(int asker, int sign) {
      for (int i = 0; i < last[asker].length; i++) {
        expected[best[asker][last[asker][i]]] += sign * Attention.ASKS / (i + 1);
      }
    }

    private double[] load(int month) {
      double[] load = new double[shown.length];
      for (int i = 0; i < load.length; i++) {
        int came = 0;
        for (int back = Math.max(0, month - WINDOW + 1); back <= month; back++) {
          came += received[back][i];
        }
        load[i] =
            RankValue.load(
                (float) Math.max(came, expected[i]), authorities.columns(i).standing().capacity());
      }
      return load;
    }
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
