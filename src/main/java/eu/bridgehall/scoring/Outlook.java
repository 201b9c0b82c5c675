package eu.bridgehall.scoring;

/**
 * Bounds of the mutual score of one asker with others: what can be told at first sight. Those of
 * the other side hold for {@link Candidate#usual} candidates, whose weights are known.
 */
public final class Outlook {
  private static final double TOTAL = 100;
  // what is looked at first is rounded to floats
  private static final double MARGIN = 1 + 1e-5;
  private static final int NEEDS = Criterion.NEEDS.index();
  private static final int OFFERS = Criterion.OFFERS.index();
  private static final int COOPERATION = Criterion.COOPERATION.index();
  private static final int SIZE = Criterion.SIZE.index();
  private static final int INTERESTS = Criterion.INTERESTS.index();
  private static final int REGION = Criterion.REGION.index();
  private static final int LANGUAGES = Criterion.LANGUAGES.index();

  private static final Usual USUAL = new Usual(0);
  private static final Usual USUAL_NEAR = new Usual(Weights.WISHED_DISTANCE);

  private final Candidate asker;
  private final ThemeTable needs;
  private final ThemeTable offers;
  private final double needsWeight;
  private final double offersWeight;
  private final double perNeeds;
  private final double perOffers;
  private final double besides;
  private final double stated;
  private final double typesWeight;
  private final double sizeWeight;
  private final FitBound bound;
  private final int neededFields;
  private final int offeredFields;
  // by set of what is lacking: weights that a side must do without
  private final double[] mineLacking = new double[Lack.SETS];
  private final double[] theirsLacking = new double[Lack.SETS];
  private final double[] mostWithoutThemes = new double[Lack.SETS];

  /**
   * The bound of a side that has stated needs or offers and weighs by default. What it has not
   * stated is taken for met: that is more than to be without it.
   */
  private static final class Usual {
    private final double needs = Weights.defaults().at(NEEDS);
    private final double offers = Weights.defaults().at(OFFERS);
    private final double cooperation = Weights.defaults().at(COOPERATION);
    private final double size = Weights.defaults().at(SIZE);
    private final double besides;
    private final FitBound bound;

    private Usual(double more) {
      double record = Weights.defaults().at(Criterion.TRACK_RECORD.index());
      besides = TOTAL + more - needs - offers - record;
      bound = new FitBound(Weights.defaults(), needs + offers + besides, true);
    }

    /** The best fit, by the most that these can be and the least that those can fall short by. */
    private double best(
        double needsMet, double offersMet, double types, double sizes, double lacking) {
      return bound.best(
          needs * needsMet
              + offers * offersMet
              + besides
              - cooperation * types
              - size * sizes
              - lacking);
    }
  }

  /**
   * @param stated weights of the criteria that the asker can state, but that of the track record
   */
  Outlook(Candidate asker, Weights weights, ThemeTable needs, ThemeTable offers, double stated) {
    this.asker = asker;
    this.needs = needs;
    this.offers = offers;
    this.stated = stated;
    needsWeight = needs.isEmpty() ? 0 : weights.at(NEEDS);
    offersWeight = offers.isEmpty() ? 0 : weights.at(OFFERS);
    perNeeds = needs.isEmpty() ? 0 : 1 / needs.mass();
    perOffers = offers.isEmpty() ? 0 : 1 / offers.mass();
    // not below 0 for rounding
    besides = Math.max(0, stated - needsWeight - offersWeight);
    typesWeight = asker.cooperation() == 0 ? 0 : weights.at(COOPERATION);
    sizeWeight = Criteria.statesSize(asker) ? 0 : weights.at(SIZE);
    bound = new FitBound(weights, stated, Criteria.statesThemes(asker));
    neededFields = needs.fields();
    offeredFields = offers.fields();
    for (int set = 0; set < Lack.SETS; set++) {
      mineLacking[set] = mineLacking(set, weights);
      theirsLacking[set] = theirsLacking(set);
      mostWithoutThemes[set] = mostOfOthers(set);
    }
  }

  private double mineLacking(int set, Weights weights) {
    boolean speaks =
        (asker.languagesFirst() | asker.languagesSecond() | asker.languagesThird()) != 0;
    boolean isInterested = (asker.interestsLo() | asker.interestsHi()) != 0;
    double region = weights.at(REGION) * (asker.wishedTraits() == 0 ? 1 : 0.5);
    return (speaks && Lack.LANGUAGE.isIn(set) ? weights.at(LANGUAGES) : 0)
        + (isInterested && Lack.INTERESTS.isIn(set)
            ? weights.at(INTERESTS) * (1 - ThemeScale.SAME_FIELD)
            : 0)
        + (Lack.MY_PLACE.isIn(set) ? region : 0);
  }

  private static double theirsLacking(int set) {
    Weights weights = Weights.defaults();
    return (Lack.LANGUAGE.isIn(set) ? weights.at(LANGUAGES) : 0)
        + (Lack.INTERESTS.isIn(set) ? weights.at(INTERESTS) * (1 - ThemeScale.SAME_FIELD) : 0)
        + (Lack.THEIR_PLACE.isIn(set) ? weights.at(REGION) : 0);
  }

  private double mostOfOthers(int set) {
    double field = ThemeScale.SAME_FIELD;
    return MARGIN
        * PairScorer.harmonicMean(
            bound.best(field * (needsWeight + offersWeight) + besides - mineLacking[set]),
            USUAL_NEAR.best(field, field, 0, 0, theirsLacking[set]));
  }

  /** Whether {@link #wanted} and {@link #given} can be told by number. */
  public boolean numbersSubsets() {
    return needs.numbersSubsets() && offers.numbersSubsets();
  }

  /**
   * Rarity of some of the asker's needs.
   *
   * @param subset a bit for each of them, the first by ordinal in the lowest
   */
  public double wanted(int subset) {
    return needs.sum(subset);
  }

  /** Rarity of the asker's needs that a candidate offers. */
  public double wanted(Candidate candidate) {
    return needs.sum(candidate.offersLo(), candidate.offersHi());
  }

  /** Rarity of some of the asker's offers, as for {@link #wanted(int)}. */
  public double given(int subset) {
    return offers.sum(subset);
  }

  /** Rarity of the asker's offers that a candidate needs. */
  public double given(Candidate candidate) {
    return offers.sum(candidate.needsLo(), candidate.needsHi());
  }

  /**
   * The most that the mutual score can be with a candidate.
   *
   * @param wanted rarity of what it offers and the asker needs
   * @param given rarity of what it needs and the asker offers
   * @param lacking set of {@link Lack}
   * @param rows where its {@link FirstLook} stands
   */
  public double most(double wanted, double given, int lacking, long[] rows, int at) {
    int offersFields = FirstLook.offersFields(rows, at);
    int needsFields = FirstLook.needsFields(rows, at);
    int cooperation = FirstLook.cooperation(rows, at);
    double size = sizeMissing(asker.logPopulation() - FirstLook.logPopulation(rows, at));
    double mineBest =
        bound.best(
            needsWeight * (withField(wanted, needs.inFields(offersFields)) * perNeeds)
                + offersWeight * (withField(given, offers.inFields(needsFields)) * perOffers)
                + besides
                - typesWeight * Criteria.missing(asker.cooperation(), cooperation)
                - sizeWeight * size
                - mineLacking[lacking]);
    double theirBest =
        (FirstLook.wishesDistance(rows, at) ? USUAL_NEAR : USUAL)
            .best(
                mostOfThemes(given * FirstLook.perNeedsMass(rows, at), needsFields, offeredFields),
                mostOfThemes(
                    wanted * FirstLook.perOffersMass(rows, at), offersFields, neededFields),
                Criteria.missing(cooperation, asker.cooperation()),
                FirstLook.wishesSize(rows, at) ? 0 : size,
                theirsLacking[lacking]);
    return MARGIN * PairScorer.harmonicMean(mineBest, theirBest);
  }

  /** What themes count with those that only share a field. */
  private static double withField(double same, double inFields) {
    return (1 - ThemeScale.SAME_FIELD) * same + ThemeScale.SAME_FIELD * inFields;
  }

  /**
   * The most that a criterion of themes can be where this share of them, by rarity, is had.
   *
   * @param fields those of its themes, 0 where there are none
   * @param others fields that are had
   */
  private static double mostOfThemes(double share, int fields, int others) {
    if (fields == 0) {
      return 1;
    }
    return (fields & others) == 0 ? 0 : withField(share, 1);
  }

  /**
   * The most that the mutual score can be with one that has stated both needs and offers, and
   * neither offers any of what the asker needs nor needs any of what it offers.
   *
   * @param lacking set of {@link Lack}
   */
  public double mostWithoutThemes(int lacking) {
    return mostWithoutThemes[lacking];
  }

  /**
   * The best fit of the asker.
   *
   * @param met what needs and offers make
   * @param cooperation the other's cooperation types
   */
  double mineBest(double met, int cooperation) {
    return bound.best(
        met + besides - typesWeight * Criteria.missing(asker.cooperation(), cooperation));
  }

  /**
   * The best fit of the asker.
   *
   * @param met what the criteria looked at so far make
   * @param known weights of those that are known of the two
   */
  double mineBest(double met, double known) {
    return bound.best(met + Math.max(0, stated - known));
  }

  /**
   * The best fit of a candidate.
   *
   * @param wanted rarity of what it offers and the asker needs
   * @param given rarity of what it needs and the asker offers
   */
  double theirBest(Candidate candidate, double wanted, double given) {
    return (candidate.wishesDistance() ? USUAL_NEAR : USUAL)
        .best(
            share(given, candidate.needsMass()),
            share(wanted, candidate.offersMass()),
            Criteria.missing(candidate.cooperation(), asker.cooperation()),
            Criteria.statesSize(candidate)
                ? 0
                : sizeMissing(asker.logPopulation() - candidate.logPopulation()),
            0);
  }

  /** The most that a criterion of themes can be: met where none are stated. */
  private static double share(double had, double mass) {
    return mass == 0 ? 1 : withField(had / mass, 1);
  }

  /** What two sizes fall short by where no range is wished; 0 where one is not known. */
  private static double sizeMissing(double difference) {
    double likeness = Criteria.likeness(difference);
    return Double.isNaN(likeness) ? 0 : 1 - likeness;
  }
}
