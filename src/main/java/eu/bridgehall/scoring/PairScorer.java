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
  private double met;
  private double stated;

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
    gather(asker, candidate, nearAsked, mine, weights, wishesDistance);
    if (least > 0 && isTooLow(best(weights, statesThemes), least)) {
      return TOO_LOW;
    }
    double common = record.value(candidate);
    double mineFit = fold(mine, weights, statesThemes, common);
    if (isTooLow(mineFit, least)) {
      return TOO_LOW;
    }
    return harmonicMean(mineFit, theirFit(candidate, common));
  }

  private static boolean isTooLow(double mineFit, double least) {
    return harmonicMean(mineFit, CEILING) * BOUND_MARGIN < least;
  }

  /** Both one-sided fits and the mutual score. */
  public MutualFit fit(Candidate candidate) {
    double common = record.value(candidate);
    gather(asker, candidate, nearAsked, mine, weights, wishesDistance);
    double mineFit = fold(mine, weights, statesThemes, common);
    double theirFit = theirFit(candidate, common);
    return new MutualFit(100 * mineFit, 100 * theirFit, harmonicMean(mineFit, theirFit));
  }

  private double theirFit(Candidate candidate, double common) {
    Weights own = candidate.weights();
    gather(candidate, asker, asksNear(own), theirs, own, candidate.wishedKilometres() > 0);
    return fold(theirs, own, Criteria.statesThemes(candidate), common);
  }

  /** Adds up what is met and what is stated of a side, but for the track record. */
  private void gather(
      Candidate me,
      Candidate them,
      boolean asksNear,
      double[] values,
      Weights by,
      boolean distanceWished) {
    Criteria.values(me, them, scale, asksNear, values);
    met = 0;
    stated = 0;
    for (int i = 0; i < TRACK_RECORD; i++) {
      double value = values[i];
      if (!Double.isNaN(value)) {
        double weight = by.at(Weights.slot(i, distanceWished));
        met += weight * value;
        stated += weight;
      }
    }
  }

  /** The best fit that what was gathered can come to, whatever the track record is. */
  private double best(Weights by, boolean themes) {
    double weight = by.at(TRACK_RECORD);
    double most = themes ? Math.min(weight, by.mostOfTrackRecord(met)) : weight;
    return Math.max(
        (met + most) / (stated + weight + Weights.UNKNOWN), met / (stated + Weights.UNKNOWN));
  }

  /**
   * One-sided fit of what was gathered, 0 to 1: Σ wv / (Σ w of what is stated + w₀). Where the side
   * has stated themes, the value of the track record is lowered to what its share of the fit
   * allows.
   */
  private double fold(double[] values, Weights by, boolean themes, double common) {
    double weight = by.at(TRACK_RECORD);
    values[TRACK_RECORD] = common;
    if (Double.isNaN(common) || weight == 0) {
      return met / (stated + Weights.UNKNOWN);
    }
    double value = themes ? Math.min(common, by.mostOfTrackRecord(met) / weight) : common;
    values[TRACK_RECORD] = value;
    return (met + weight * value) / (stated + weight + Weights.UNKNOWN);
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
