package eu.bridgehall.evaluation;

import eu.bridgehall.evaluation.TwinTowns.Pair;
import eu.bridgehall.reference.PlaceFile;
import eu.bridgehall.scoring.Candidate;
import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.KnownTies;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.TrackRecordModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;

/**
 * Learns the numbers of the track record from pairs of twin towns: those that make it likeliest
 * that of a real partner and many towns drawn at random the real one is chosen (conditional logit:
 * McFadden, Conditional logit analysis of qualitative choice behavior, 1974). What a pair's own
 * twinning says about shared partners and regions is left out, by learning from each fifth of the
 * pairs with the rest as known.
 */
final class Learner {
  private static final int FOLDS = 5;
  private static final int DRAWN = 120;
  private static final int ROUNDS = 12;

  /** Pulls every number towards 0: what is rare must not be believed too much. */
  private static final double RIDGE = 2;

  /** The sum of which this share of the real pairs falls short becomes 0. */
  private static final double LOWEST = 0.02;

  private static final double LEAST_STEP = 1e-3;
  private static final double COUNTRIES_WORTH_KEEPING = 0.05;

  private final Population population;
  private final long seed;

  Learner(Population population, long seed) {
    this.population = population;
    this.seed = seed;
  }

  /** Learns from these pairs. */
  TrackRecordModel learn(List<Pair> pairs) {
    List<Features.Row[]> choices = choices(pairs);
    double[] numbers = fit(choices);
    double[] usual = usual(choices);
    TrackRecordModel raw = Features.model(numbers, usual, countries(pairs), 0, 1);
    double[] sums = sums(choices, numbers, usual);
    Arrays.sort(sums);
    double from = sums[(int) (LOWEST * sums.length)];
    return raw.within(from, from + TrackRecordModel.RANGE);
  }

  /** Rows of choices, the real partner first. */
  private List<Features.Row[]> choices(List<Pair> pairs) {
    Random random = new Random(seed);
    List<Pair> shuffled = new ArrayList<>(pairs);
    Collections.shuffle(shuffled, random);
    int[] pool = pool(pairs);
    List<Features.Row[]> choices = new ArrayList<>();
    for (int fold = 0; fold < FOLDS; fold++) {
      int here = fold;
      List<Pair> rest =
          IntStream.range(0, shuffled.size())
              .filter(i -> i % FOLDS != here)
              .mapToObj(shuffled::get)
              .toList();
      TrackRecord record = population.record(TrackRecordModel.neutral(), population.ties(rest));
      for (int i = fold; i < shuffled.size(); i += FOLDS) {
        Pair pair = shuffled.get(i);
        if (!pair.clique()) {
          choices.add(choice(pair.a(), pair.b(), record, pool, random));
          choices.add(choice(pair.b(), pair.a(), record, pool, random));
        }
      }
    }
    return choices;
  }

  private static int[] pool(Collection<Pair> pairs) {
    TreeSet<Integer> places = new TreeSet<>();
    pairs.forEach(
        pair -> {
          places.add(pair.a());
          places.add(pair.b());
        });
    return places.stream().mapToInt(Integer::intValue).toArray();
  }

  private Features.Row[] choice(
      int asker, int partner, TrackRecord record, int[] pool, Random random) {
    Candidate me = candidate(asker);
    TrackRecord.Side side = record.side(me);
    Features.Row[] rows = new Features.Row[DRAWN + 1];
    rows[0] = Features.of(me, candidate(partner), side);
    for (int i = 1; i < rows.length; i++) {
      int other = pool[random.nextInt(pool.length)];
      while (other == asker || other == partner) {
        other = pool[random.nextInt(pool.length)];
      }
      rows[i] = Features.of(me, candidate(other), side);
    }
    return rows;
  }

  private FieldCandidate candidate(int place) {
    return new FieldCandidate(population.columns(place), population.scale());
  }

  /** Newton's method; the likelihood has one maximum. */
  private static double[] fit(List<Features.Row[]> choices) {
    double[] numbers = new double[Features.COUNT];
    for (int round = 0; round < ROUNDS; round++) {
      double[] gradient = new double[Features.COUNT];
      double[][] curvature = new double[Features.COUNT][Features.COUNT];
      for (int i = 0; i < Features.COUNT; i++) {
        gradient[i] = -RIDGE * numbers[i];
        curvature[i][i] = RIDGE;
      }
      for (Features.Row[] rows : choices) {
        add(rows, numbers, gradient, curvature);
      }
      for (int i = 0; i < Features.COUNT; i++) {
        for (int j = 0; j < i; j++) {
          curvature[i][j] = curvature[j][i];
        }
      }
      double[] step =
          new CholeskyDecomposition(MatrixUtils.createRealMatrix(curvature))
              .getSolver()
              .solve(MatrixUtils.createRealVector(gradient))
              .toArray();
      numbers = improved(choices, numbers, step);
    }
    return numbers;
  }

  /** As far along the step as it makes the choices likelier: whole, half, a quarter and so on. */
  private static double[] improved(List<Features.Row[]> choices, double[] numbers, double[] step) {
    double before = likelihood(choices, numbers);
    for (double part = 1; part > LEAST_STEP; part /= 2) {
      double[] next = numbers.clone();
      for (int i = 0; i < next.length; i++) {
        next[i] += part * step[i];
      }
      if (likelihood(choices, next) > before) {
        return next;
      }
    }
    return numbers;
  }

  /** Logarithm of how likely the real choices are, less what the ridge costs. */
  private static double likelihood(List<Features.Row[]> choices, double[] numbers) {
    double sum = 0;
    for (double number : numbers) {
      sum -= RIDGE * number * number / 2;
    }
    for (Features.Row[] rows : choices) {
      double real = rows[0].sum(numbers);
      double odds = 0;
      for (Features.Row row : rows) {
        odds += Math.exp(row.sum(numbers) - real);
      }
      sum -= Math.log(odds);
    }
    return sum;
  }

  private static void add(
      Features.Row[] rows, double[] numbers, double[] gradient, double[][] curvature) {
    double[] likely = new double[rows.length];
    double most = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < rows.length; i++) {
      likely[i] = rows[i].sum(numbers);
      most = Math.max(most, likely[i]);
    }
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      likely[i] = Math.exp(likely[i] - most);
      sum += likely[i];
    }
    double[] mean = new double[Features.COUNT];
    for (int i = 0; i < rows.length; i++) {
      double share = likely[i] / sum;
      Features.Row row = rows[i];
      for (int j = 0; j < row.size(); j++) {
        mean[row.at(j)] += share * row.value(j);
        for (int k = 0; k < row.size(); k++) {
          curvature[row.at(j)][row.at(k)] += share * row.value(j) * row.value(k);
        }
      }
    }
    for (int j = 0; j < rows[0].size(); j++) {
      gradient[rows[0].at(j)] += rows[0].value(j);
    }
    for (int j = 0; j < mean.length; j++) {
      gradient[j] -= mean[j];
      for (int k = 0; k < mean.length; k++) {
        curvature[j][k] -= mean[j] * mean[k];
      }
    }
  }

  private static double[] usual(List<Features.Row[]> choices) {
    double[] usual = new double[Features.COUNT];
    for (Features.Row[] rows : choices) {
      for (int i = 1; i < rows.length; i++) {
        for (int j = 0; j < rows[i].size(); j++) {
          usual[rows[i].at(j)] += rows[i].value(j);
        }
      }
    }
    return usual;
  }

  /** What the model makes of each real pair: the learned sum, moved as the model's parts are. */
  private static double[] sums(List<Features.Row[]> choices, double[] numbers, double[] usual) {
    double moved = Features.moved(numbers, usual);
    return choices.stream().mapToDouble(rows -> rows[0].learned(numbers) - moved).toArray();
  }

  /** How much oftener two countries are twinned than by chance, as far as it is worth keeping. */
  private Map<String, Double> countries(List<Pair> pairs) {
    KnownTies ties = population.ties(pairs);
    Map<Integer, PlaceFile.Entry> some = new HashMap<>();
    pairs.forEach(
        pair -> {
          some.put(population.columns(pair.a()).country(), population.entry(pair.a()));
          some.put(population.columns(pair.b()).country(), population.entry(pair.b()));
        });
    TrackRecord record = population.record(TrackRecordModel.neutral(), ties);
    Map<String, Double> countries = new HashMap<>();
    for (PlaceFile.Entry a : some.values()) {
      TrackRecord.Side side = record.side(candidate(a.id()));
      for (PlaceFile.Entry b : some.values()) {
        double value = Math.log(side.countries(candidate(b.id())));
        if (a.country().compareTo(b.country()) < 0 && Math.abs(value) > COUNTRIES_WORTH_KEEPING) {
          countries.put(a.country() + "-" + b.country(), value);
        }
      }
    }
    return countries;
  }
}
