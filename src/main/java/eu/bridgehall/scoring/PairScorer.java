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
  private static final int COOPERATION = Criterion.COOPERATION.index();
  private static final int DISTANCE = Criterion.DISTANCE.index();
  // the last of the criteria, since it depends on what the others make
  private static final int TRACK_RECORD = Criterion.TRACK_RECORD.index();

  private static final Usual USUAL = new Usual(0);
  private static final Usual USUAL_NEAR = new Usual(Weights.WISHED_DISTANCE);

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
  // weights of what this side can state, and its bound
  private final double needsWeight;
  private final double offersWeight;
  private final double besides;
  private final int types;
  private final double typesWeight;
  private final FitBound mineBound;
  private final double bestWithoutThemes;
  private double met;
  private double stated;

  /** The bound of a side that has stated needs and offers and weighs by default. */
  private static final class Usual {
    private final double needs = Weights.defaults().at(NEEDS);
    private final double offers = Weights.defaults().at(OFFERS);
    private final double cooperation = Weights.defaults().at(COOPERATION);
    private final double besides;
    private final FitBound bound;

    private Usual(double more) {
      besides = TOTAL + more - needs - offers - Weights.defaults().at(TRACK_RECORD);
      bound = new FitBound(Weights.defaults(), needs + offers + besides, true);
    }

    /**
     * The best fit of a candidate.
     *
     * @param wanted rarity of what it offers and the asker needs
     * @param given rarity of what it needs and the asker offers
     * @param types cooperation types that the asker seeks
     */
    private double best(Candidate candidate, double wanted, double given, int types) {
      return bound.best(
          needs * Criteria.mostOfThemes(given, candidate.needsMass())
              + offers * Criteria.mostOfThemes(wanted, candidate.offersMass())
              + besides
              - cooperation * Criteria.missing(candidate.cooperation(), types));
    }
  }

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
    needsWeight = needs.isEmpty() ? 0 : weights.at(NEEDS);
    offersWeight = offers.isEmpty() ? 0 : weights.at(OFFERS);
    // not below 0 for rounding
    besides = Math.max(0, stated - needsWeight - offersWeight);
    types = asker.cooperation();
    typesWeight = types == 0 ? 0 : weights.at(COOPERATION);
    mineBound = new FitBound(weights, stated, statesThemes);
    bestWithoutThemes =
        BOUND_MARGIN
            * harmonicMean(
                mineBound.best(ThemeScale.SAME_FIELD * (needsWeight + offersWeight) + besides),
                USUAL_NEAR.bound.best(
                    ThemeScale.SAME_FIELD * (USUAL_NEAR.needs + USUAL_NEAR.offers)
                        + USUAL_NEAR.besides));
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
    boolean isUsual = candidate.usual();
    if (isUsual && least > bestWithoutThemes && !haveThemesInCommon(candidate)) {
      return TOO_LOW;
    }
    double wanted = needs.sum(candidate.offersLo(), candidate.offersHi());
    double given = offers.sum(candidate.needsLo(), candidate.needsHi());
    double theirBest = isUsual ? theirBest(candidate, wanted, given) : CEILING;
    gatherNeedsAndOffers(candidate, wanted, given);
    double most = met + besides - typesWeight * Criteria.missing(types, candidate.cooperation());
    if (isTooLow(mineBound.best(most), theirBest, least)) {
      return TOO_LOW;
    }
    gatherOthers(candidate);
    if (isTooLow(mineBound.best(met + weightUnknown()), theirBest, least)) {
      return TOO_LOW;
    }
    if (mindsDistance) {
      gatherDistance(candidate);
      if (isTooLow(mineBound.best(met + weightUnknown()), theirBest, least)) {
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

  private double theirBest(Candidate candidate, double wanted, double given) {
    return (candidate.wishesDistance() ? USUAL_NEAR : USUAL).best(candidate, wanted, given, types);
  }

  /** Weight of what the asker states and was not gathered, or is not known of the two. */
  private double weightUnknown() {
    return Math.max(0, besides + needsWeight + offersWeight - stated);
  }

  /** Whether one offers what the other needs, the fields left aside. */
  private boolean haveThemesInCommon(Candidate candidate) {
    return needs.meet(candidate.offersLo(), candidate.offersHi())
        || offers.meet(candidate.needsLo(), candidate.needsHi());
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

  private static double harmonicMean(double x, double y) {
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
