package eu.bridgehall.bench;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Criterion;
import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.Weights;
import java.util.List;

/**
 * The bar: the same score and the same gates as those of the product, as far as {@link
 * BenchPopulation} has anything to score, in one loop over plain arrays that skips nobody. No
 * objects, one word for each set.
 */
final class PlainLoop {
  private static final double SAME_FIELD = ThemeScale.SAME_FIELD;
  private static final double EARTH_RADIUS_KM = 6371.0088;
  private static final double NEEDS = weight(Criterion.NEEDS);
  private static final double OFFERS = weight(Criterion.OFFERS);
  private static final double INTERESTS = weight(Criterion.INTERESTS);
  private static final double COOPERATION = weight(Criterion.COOPERATION);
  private static final double SIZE = weight(Criterion.SIZE);
  private static final double REGION = weight(Criterion.REGION);
  private static final double LANGUAGES = weight(Criterion.LANGUAGES);

  private final int size;
  private final long[] needs;
  private final long[] offers;
  private final long[] interests;
  private final long[] needsFamilies;
  private final long[] offersFamilies;
  private final long[] interestsFamilies;
  private final double[] needsMass;
  private final double[] offersMass;
  private final double[] interestsMass;
  private final long[] languages;
  private final long[] wished;
  private final int[] cooperation;
  private final int[] country;
  private final int[] kilometres;
  private final boolean[] ukrainian;
  private final boolean[] wishesUkrainian;
  private final boolean[] mustPlace;
  private final boolean[] accepting;
  private final double[] logPopulation;
  private final double[] x;
  private final double[] y;
  private final double[] z;
  private final double[] standing;
  private final double[] rarity;
  private final double[] best = new double[BenchPopulation.TOP];
  private final int[] who = new int[BenchPopulation.TOP];

  PlainLoop(BenchPopulation population) {
    List<Columns> all = population.columns();
    ThemeScale scale = population.scale();
    List<FieldCandidate> rows = all.stream().map(c -> new FieldCandidate(c, scale)).toList();
    size = all.size();
    needs = all.stream().mapToLong(c -> c.needs().lo()).toArray();
    offers = all.stream().mapToLong(c -> c.offers().lo()).toArray();
    interests = all.stream().mapToLong(c -> c.interests().lo()).toArray();
    needsFamilies = rows.stream().mapToLong(FieldCandidate::needsFamiliesLo).toArray();
    offersFamilies = rows.stream().mapToLong(FieldCandidate::offersFamiliesLo).toArray();
    interestsFamilies = rows.stream().mapToLong(FieldCandidate::interestsFamiliesLo).toArray();
    needsMass = rows.stream().mapToDouble(FieldCandidate::needsMass).toArray();
    offersMass = rows.stream().mapToDouble(FieldCandidate::offersMass).toArray();
    interestsMass = rows.stream().mapToDouble(FieldCandidate::interestsMass).toArray();
    languages = all.stream().mapToLong(c -> c.languages().first()).toArray();
    wished = all.stream().mapToLong(c -> c.wishes().countries()).toArray();
    cooperation = all.stream().mapToInt(Columns::cooperation).toArray();
    country = all.stream().mapToInt(Columns::country).toArray();
    kilometres = all.stream().mapToInt(c -> c.wishes().kilometres()).toArray();
    logPopulation = rows.stream().mapToDouble(FieldCandidate::logPopulation).toArray();
    x = rows.stream().mapToDouble(FieldCandidate::x).toArray();
    y = rows.stream().mapToDouble(FieldCandidate::y).toArray();
    z = rows.stream().mapToDouble(FieldCandidate::z).toArray();
    standing =
        rows.stream().mapToDouble(row -> RankValue.standing(row, BenchPopulation.TODAY)).toArray();
    ukrainian = new boolean[size];
    wishesUkrainian = new boolean[size];
    mustPlace = new boolean[size];
    accepting = new boolean[size];
    for (int i = 0; i < size; i++) {
      ukrainian[i] = all.get(i).ukrainian();
      wishesUkrainian[i] = all.get(i).wishes().ukrainian();
      mustPlace[i] = all.get(i).wishes().musts() != 0;
      accepting[i] = all.get(i).standing().accepting();
    }
    rarity = new double[scale.rarity().size()];
    for (int theme = 0; theme < rarity.length; theme++) {
      rarity[theme] = scale.rarity().of(theme);
    }
  }

  /** The rank values of the best, ascending. */
  double[] best(int asker) {
    int found = 0;
    for (int other = 0; other < size; other++) {
      if (!accepting[other]
          || other == asker
          || (cooperation[asker] & cooperation[other]) == 0
          || (mustPlace[asker] && !isWished(asker, other))
          || (mustPlace[other] && !isWished(other, asker))) {
        continue;
      }
      double mine = fit(asker, other);
      double theirs = fit(other, asker);
      double rank =
          mine > 0 && theirs > 0
              ? 100 * (2 * (mine * theirs) / (mine + theirs)) * standing[other]
              : 0;
      if (found < best.length) {
        insert(found++, rank, other);
      } else if (rank > best[0]) {
        int at = 0;
        while (at + 1 < found && best[at + 1] < rank) {
          best[at] = best[at + 1];
          who[at] = who[++at];
        }
        best[at] = rank;
        who[at] = other;
      }
    }
    return best;
  }

  private void insert(int at, double rank, int other) {
    int to = at;
    while (to > 0 && best[to - 1] > rank) {
      best[to] = best[to - 1];
      who[to] = who[--to];
    }
    best[to] = rank;
    who[to] = other;
  }

  private double fit(int me, int them) {
    double met = NEEDS * themes(needs[me], needsMass[me], offers[them], offersFamilies[them]);
    double stated = NEEDS + COOPERATION + SIZE + LANGUAGES;
    if (offers[me] != 0) {
      met += OFFERS * themes(offers[me], offersMass[me], needs[them], needsFamilies[them]);
      stated += OFFERS;
    }
    if (interests[me] != 0) {
      met +=
          INTERESTS
              * themes(interests[me], interestsMass[me], interests[them], interestsFamilies[them]);
      stated += INTERESTS;
    }
    met +=
        COOPERATION
            * ((double) Long.bitCount(cooperation[me] & cooperation[them])
                / Long.bitCount(cooperation[me]));
    double apart = (logPopulation[me] - logPopulation[them]) / 2;
    met += SIZE / (1 + apart * apart);
    if (statesPlace(me)) {
      met += isWished(me, them) ? REGION : 0;
      stated += REGION;
    }
    met += (languages[me] & languages[them]) != 0 ? LANGUAGES : 0;
    if (kilometres[me] > 0) {
      double beyond = Math.max(0, distance(me, them) - kilometres[me]) / kilometres[me];
      met += Weights.WISHED_DISTANCE / (1 + beyond * beyond);
      stated += Weights.WISHED_DISTANCE;
    }
    return met / (stated + Weights.UNKNOWN);
  }

  private double themes(long mine, double mass, long theirs, long families) {
    double value = (mass(mine & theirs) + SAME_FIELD * mass(mine & ~theirs & families)) / mass;
    return Math.min(1, value);
  }

  private double mass(long bits) {
    double sum = 0;
    for (long rest = bits; rest != 0; rest &= rest - 1) {
      sum += rarity[Long.numberOfTrailingZeros(rest)];
    }
    return sum;
  }

  private boolean statesPlace(int me) {
    return wished[me] != 0 || wishesUkrainian[me];
  }

  /** A must about a place that was not stated is void. */
  private boolean isWished(int me, int them) {
    return !statesPlace(me)
        || (wished[me] >>> country[them] & 1) != 0
        || (wishesUkrainian[me] && ukrainian[them]);
  }

  private double distance(int a, int b) {
    double dx = x[a] - x[b];
    double dy = y[a] - y[b];
    double dz = z[a] - z[b];
    double chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, chord / 2));
  }

  private static double weight(Criterion criterion) {
    return criterion.defaultWeight();
  }
}
