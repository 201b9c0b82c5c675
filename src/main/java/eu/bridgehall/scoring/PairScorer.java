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

  // the last of the criteria, since it depends on what the others make
  private static final int TRACK_RECORD = Criterion.TRACK_RECORD.index();

  private final Candidate asker;
  private final Weights weights;
  private final ThemeScale scale;
  private final boolean nearAsked;
  private final TrackRecord.Side record;
  private final boolean wishesDistance;
  private final boolean statesThemes;
  private final double[] mine = new double[Criteria.COUNT];
  private final double[] theirs = new double[Criteria.COUNT];

  /**
   * @param weights weights of the asker's side in this request; each candidate keeps its own
   */
  public PairScorer(Candidate asker, Weights weights, ThemeScale scale, TrackRecord record) {
    this.asker = asker;
    this.weights = weights;
    this.scale = scale;
    nearAsked = asksNear(weights);
    this.record = record.side(asker);
    statesThemes = Criteria.statesThemes(asker);
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
    double common = record.value(candidate);
    double mineFit = mineFit(candidate, common);
    if (harmonicMean(mineFit, CEILING) * BOUND_MARGIN < least) {
      return TOO_LOW;
    }
    return harmonicMean(mineFit, theirFit(candidate, common));
  }

  /** Both one-sided fits and the mutual score. */
  public MutualFit fit(Candidate candidate) {
    double common = record.value(candidate);
    double mineFit = mineFit(candidate, common);
    double theirFit = theirFit(candidate, common);
    return new MutualFit(100 * mineFit, 100 * theirFit, harmonicMean(mineFit, theirFit));
  }

  private double mineFit(Candidate candidate, double common) {
    Criteria.values(asker, candidate, scale, nearAsked, common, mine);
    return fold(mine, weights, wishesDistance, statesThemes);
  }

  private double theirFit(Candidate candidate, double common) {
    Weights own = candidate.weights();
    Criteria.values(candidate, asker, scale, asksNear(own), common, theirs);
    return fold(theirs, own, candidate.wishedKilometres() > 0, Criteria.statesThemes(candidate));
  }

  /**
   * One-sided fit, 0 to 1: Σ wv / (Σ w of what is stated + w₀). Where the side has stated themes,
   * the value of the track record is lowered to what its share of the fit allows.
   */
  private static double fold(
      double[] values, Weights weights, boolean wishesDistance, boolean themes) {
    double met = 0;
    double stated = 0;
    for (int i = 0; i < TRACK_RECORD; i++) {
      double value = values[i];
      if (!Double.isNaN(value)) {
        double weight = weights.at(Weights.slot(i, wishesDistance));
        met += weight * value;
        stated += weight;
      }
    }
    double weight = weights.at(TRACK_RECORD);
    if (!Double.isNaN(values[TRACK_RECORD]) && weight > 0) {
      if (themes) {
        double most = weights.mostOfTrackRecord(met) / weight;
        values[TRACK_RECORD] = Math.min(values[TRACK_RECORD], most);
      }
      met += weight * values[TRACK_RECORD];
      stated += weight;
    }
    return met / (stated + Weights.UNKNOWN);
  }

  private static double harmonicMean(double x, double y) {
    return x > 0 && y > 0 ? 100 * (2 * (x * y) / (x + y)) : 0;
  }

  static boolean asksNear(Weights weights) {
    return weights.of(Criterion.DISTANCE, false) > 0;
  }

  /** The track record of the asker with any other. */
  TrackRecord.Side record() {
    return record;
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
