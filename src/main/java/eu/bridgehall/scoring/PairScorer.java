package eu.bridgehall.scoring;

/**
 * Scores candidates for one asker. Allocates nothing while scoring; keeps scratch values, so each
 * thread needs its own.
 */
public final class PairScorer {
  /** What {@link #mutualAtLeast} answers instead of a score that is too low to matter. */
  public static final double TOO_LOW = -1;

  // the best fit any side can reach: everything stated, a distance wished, and all of it met
  private static final double CEILING =
      (100 + Weights.WISHED_DISTANCE) / (100 + Weights.WISHED_DISTANCE + Weights.UNKNOWN);
  // keeps rounding in the bound from losing a candidate
  private static final double BOUND_MARGIN = 1 + 1e-9;

  private final Candidate asker;
  private final Weights weights;
  private final ThemeScale scale;
  private final boolean nearAsked;
  private final boolean wishesDistance;
  private final double[] mine = new double[Criteria.COUNT];
  private final double[] theirs = new double[Criteria.COUNT];

  /**
   * @param weights weights of the asker's side in this request; each candidate keeps its own
   */
  public PairScorer(Candidate asker, Weights weights, ThemeScale scale) {
    this.asker = asker;
    this.weights = weights;
    this.scale = scale;
    nearAsked = asksNear(weights);
    wishesDistance = asker.wishedKilometres() > 0;
  }

  /** Mutual score, 0 to 100. */
  public double mutual(Candidate candidate) {
    return mutualAtLeast(candidate, 0);
  }

  /**
   * Mutual score, 0 to 100, of a candidate that matters only if it reaches {@code least}; {@link
   * #TOO_LOW} may come instead of any score below that.
   */
  public double mutualAtLeast(Candidate candidate, double least) {
    double mineFit = mineFit(candidate);
    if (harmonicMean(mineFit, CEILING) * BOUND_MARGIN < least) {
      return TOO_LOW;
    }
    return harmonicMean(mineFit, theirFit(candidate));
  }

  /** Both one-sided fits and the mutual score. */
  public MutualFit fit(Candidate candidate) {
    double mineFit = mineFit(candidate);
    double theirFit = theirFit(candidate);
    return new MutualFit(100 * mineFit, 100 * theirFit, harmonicMean(mineFit, theirFit));
  }

  private double mineFit(Candidate candidate) {
    Criteria.values(asker, candidate, scale, nearAsked, mine);
    return fold(mine, weights, wishesDistance);
  }

  private double theirFit(Candidate candidate) {
    Weights own = candidate.weights();
    Criteria.values(candidate, asker, scale, asksNear(own), theirs);
    return fold(theirs, own, candidate.wishedKilometres() > 0);
  }

  /** One-sided fit, 0 to 1: Σ wv / (Σ w of what is stated + w₀). */
  private static double fold(double[] values, Weights weights, boolean wishesDistance) {
    double met = 0;
    double stated = 0;
    for (int i = 0; i < values.length; i++) {
      double value = values[i];
      if (!Double.isNaN(value)) {
        double weight = weights.at(Weights.slot(i, wishesDistance));
        met += weight * value;
        stated += weight;
      }
    }
    return met / (stated + Weights.UNKNOWN);
  }

  private static double harmonicMean(double x, double y) {
    return x > 0 && y > 0 ? 100 * (2 * (x * y) / (x + y)) : 0;
  }

  static boolean asksNear(Weights weights) {
    return weights.of(Criterion.DISTANCE, false) > 0;
  }

  /** Values of the side {@code mine} after {@link #fit}. */
  double[] mineValues() {
    return mine.clone();
  }

  /** Values of the other side after {@link #fit}. */
  double[] theirValues() {
    return theirs.clone();
  }
}
