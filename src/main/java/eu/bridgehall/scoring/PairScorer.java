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

  private static final double TOTAL = 100;
  // keeps rounding in the bound from losing a candidate
  private static final double BOUND_MARGIN = 1 + 1e-9;
  private static final int NEEDS = Criterion.NEEDS.index();
  private static final int OFFERS = Criterion.OFFERS.index();
  private static final int INTERESTS = Criterion.INTERESTS.index();
  private static final int DISTANCE = Criterion.DISTANCE.index();
  // the last of the criteria, since it depends on what the others make
  private static final int TRACK_RECORD = Criterion.TRACK_RECORD.index();

  private final Candidate asker;
  private final Weights weights;
  private final ThemeScale scale;
  private final ThemeTable needs;
  private final ThemeTable offers;
  private final ThemeTable interests;
  private final boolean nearAsked;
  private final TrackRecord.Side record;
  private final boolean wishesDistance;
  private final boolean mindsDistance;
  private final boolean statesThemes;
  private final double[] mine = new double[Criteria.COUNT];
  private final double[] theirs = new double[Criteria.COUNT];
  private final Outlook outlook;
  private double met;
  private double stated;

  /**
   * @param weights weights of the asker's side in this request; each candidate keeps its own
   */
  public PairScorer(Candidate asker, Weights weights, ThemeScale scale, TrackRecord record) {
    this.asker = asker;
    this.weights = weights;
    this.scale = scale;
    needs = new ThemeTable(scale, asker.needsLo(), asker.needsHi());
    offers = new ThemeTable(scale, asker.offersLo(), asker.offersHi());
    interests = new ThemeTable(scale, asker.interestsLo(), asker.interestsHi());
    nearAsked = asksNear(weights);
    this.record = record.side(asker);
    statesThemes = Criteria.statesThemes(asker);
    wishesDistance = asker.wishesDistance();
    mindsDistance = wishesDistance || nearAsked;
    // met by itself, it tells what it has stated; a size is not known of all others
    Criteria.values(asker, asker, scale, nearAsked, mine);
    mine[Criterion.SIZE.index()] = 1;
    gather(mine, weights, wishesDistance);
    outlook = new Outlook(asker, weights, needs, offers, stated);
  }

  /** Bounds of the mutual score of this asker with others. */
  public Outlook outlook() {
    return outlook;
  }

  /** Mutual score, 0 to 100. */
  public double mutual(Candidate candidate) {
    return mutualAtLeast(candidate, 0);
  }

  /**
   * Mutual score, 0 to 100, of a candidate that matters only if it reaches {@code least}; {@link
   * #TOO_LOW} may come instead of any score below that. Looks at little first: most candidates are
   * told by needs and offers alone.
   */
  public double mutualAtLeast(Candidate candidate, double least) {
    double wanted = needs.sum(candidate.offersLo(), candidate.offersHi());
    double given = offers.sum(candidate.needsLo(), candidate.needsHi());
    double theirBest = candidate.usual() ? outlook.theirBest(candidate, wanted, given) : CEILING;
    gatherNeedsAndOffers(candidate, wanted, given);
    if (isTooLow(outlook.mineBest(met, candidate.cooperation()), theirBest, least)) {
      return TOO_LOW;
    }
    gatherOthers(candidate);
    if (isTooLow(outlook.mineBest(met, stated), theirBest, least)) {
      return TOO_LOW;
    }
    if (mindsDistance) {
      gatherDistance(candidate);
      if (isTooLow(outlook.mineBest(met, stated), theirBest, least)) {
        return TOO_LOW;
      }
    }
    double common = record.value(candidate);
    double mineFit = fold(mine, weights, statesThemes, common);
    if (isTooLow(mineFit, theirBest, least)) {
      return TOO_LOW;
    }
    return harmonicMean(mineFit, theirFit(candidate, common));
  }

  private static boolean isTooLow(double mineBest, double theirBest, double least) {
    return least > 0
        && 2 * TOTAL * BOUND_MARGIN * (mineBest * theirBest) < least * (mineBest + theirBest);
  }

  /** Both one-sided fits and the mutual score. */
  public MutualFit fit(Candidate candidate) {
    double common = record.value(candidate);
    gatherMine(candidate);
    double mineFit = fold(mine, weights, statesThemes, common);
    double theirFit = theirFit(candidate, common);
    return new MutualFit(100 * mineFit, 100 * theirFit, harmonicMean(mineFit, theirFit));
  }

  private double theirFit(Candidate candidate, double common) {
    Weights own = candidate.weights();
    Criteria.values(candidate, asker, scale, asksNear(own), theirs);
    gather(theirs, own, candidate.wishesDistance());
    return fold(theirs, own, Criteria.statesThemes(candidate), common);
  }

  private void gatherMine(Candidate candidate) {
    double wanted = needs.sum(candidate.offersLo(), candidate.offersHi());
    double given = offers.sum(candidate.needsLo(), candidate.needsHi());
    gatherNeedsAndOffers(candidate, wanted, given);
    gatherOthers(candidate);
    gatherDistance(candidate);
  }

  private void gatherNeedsAndOffers(Candidate candidate, double wanted, double given) {
    mine[NEEDS] =
        needs.value(
            wanted,
            candidate.offersLo(),
            candidate.offersHi(),
            candidate.offersFamiliesLo(),
            candidate.offersFamiliesHi());
    mine[OFFERS] =
        offers.value(
            given,
            candidate.needsLo(),
            candidate.needsHi(),
            candidate.needsFamiliesLo(),
            candidate.needsFamiliesHi());
    met = 0;
    stated = 0;
    gather(mine, weights, wishesDistance, NEEDS, INTERESTS);
  }

  private void gatherOthers(Candidate candidate) {
    mine[INTERESTS] =
        interests.value(
            interests.sum(candidate.interestsLo(), candidate.interestsHi()),
            candidate.interestsLo(),
            candidate.interestsHi(),
            candidate.interestsFamiliesLo(),
            candidate.interestsFamiliesHi());
    Criteria.others(asker, candidate, mine);
    gather(mine, weights, wishesDistance, INTERESTS, DISTANCE);
  }

  private void gatherDistance(Candidate candidate) {
    mine[DISTANCE] = Criteria.distance(asker, candidate, nearAsked);
    gather(mine, weights, wishesDistance, DISTANCE, TRACK_RECORD);
  }

  /** Adds up what is met and what is stated of a side, but for the track record. */
  private void gather(double[] values, Weights by, boolean distanceWished) {
    met = 0;
    stated = 0;
    gather(values, by, distanceWished, 0, TRACK_RECORD);
  }

  private void gather(double[] values, Weights by, boolean distanceWished, int from, int to) {
    for (int i = from; i < to; i++) {
      double value = values[i];
      if (!Double.isNaN(value)) {
        double weight = by.at(Weights.slot(i, distanceWished));
        met += weight * value;
        stated += weight;
      }
    }
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

  static double harmonicMean(double x, double y) {
    return x > 0 && y > 0 ? TOTAL * (2 * (x * y) / (x + y)) : 0;
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
