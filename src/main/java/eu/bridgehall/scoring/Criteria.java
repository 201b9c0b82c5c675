package eu.bridgehall.scoring;

/**
 * The value of each criterion for one side of a pair: from 0 (not met at all) to 1 (fully met), or
 * NaN where that side has stated nothing or data are missing. docs/matching.md gives the formulas
 * and their reasons.
 */
final class Criteria {
  /** Number of criteria with a value. */
  static final int COUNT = Criterion.COUNT;

  /** Difference of the logarithms of the sizes at which the value is a half: 7.4 times the size. */
  private static final double HALF_SIZE_RATIO = 2;

  /** At how many kilometres the value of being near is a half, where no distance is wished. */
  static final double HALF_DISTANCE_KM = 250;

  private static final int NEEDS = Criterion.NEEDS.index();
  private static final int OFFERS = Criterion.OFFERS.index();
  private static final int INTERESTS = Criterion.INTERESTS.index();
  private static final int COOPERATION = Criterion.COOPERATION.index();
  private static final int SIZE = Criterion.SIZE.index();
  private static final int REGION = Criterion.REGION.index();
  private static final int LANGUAGES = Criterion.LANGUAGES.index();
  private static final int DISTANCE = Criterion.DISTANCE.index();

  private Criteria() {}

  /**
   * Writes the values of all criteria for the side {@code me}, but that of the track record, which
   * is the same from both sides and depends on what the others come to.
   *
   * @param nearAsked whether that side weighs distance on purpose
   */
  static void values(
      Candidate me, Candidate them, ThemeScale scale, boolean nearAsked, double[] into) {
    themes(me, them, scale, into);
    others(me, them, into);
    into[DISTANCE] = distance(me, them, nearAsked);
  }

  private static void themes(Candidate me, Candidate them, ThemeScale scale, double[] into) {
    into[NEEDS] =
        themes(
            scale,
            me.needsLo(),
            me.needsHi(),
            me.needsMass(),
            them.offersLo(),
            them.offersHi(),
            them.offersFamiliesLo(),
            them.offersFamiliesHi());
    into[OFFERS] =
        themes(
            scale,
            me.offersLo(),
            me.offersHi(),
            me.offersMass(),
            them.needsLo(),
            them.needsHi(),
            them.needsFamiliesLo(),
            them.needsFamiliesHi());
    into[INTERESTS] =
        themes(
            scale,
            me.interestsLo(),
            me.interestsHi(),
            me.interestsMass(),
            them.interestsLo(),
            them.interestsHi(),
            them.interestsFamiliesLo(),
            them.interestsFamiliesHi());
  }

  /** Writes the values of cooperation, size, region and languages, as {@link #values} does. */
  static void others(Candidate me, Candidate them, double[] into) {
    into[COOPERATION] = share(me.cooperation(), them.cooperation());
    into[SIZE] = size(me, them);
    into[REGION] = region(me, them);
    into[LANGUAGES] = languages(me, them);
  }

  /** Whether it has said anything about themes. */
  static boolean statesThemes(Candidate one) {
    return (one.needsLo()
            | one.needsHi()
            | one.offersLo()
            | one.offersHi()
            | one.interestsLo()
            | one.interestsHi())
        != 0;
  }

  private static double themes(
      ThemeScale scale,
      long lo,
      long hi,
      double mass,
      long theirLo,
      long theirHi,
      long familiesLo,
      long familiesHi) {
    if ((lo | hi) == 0) {
      return Double.NaN;
    }
    double same = scale.mass(lo & theirLo, hi & theirHi);
    double near = scale.mass(lo & ~theirLo & familiesLo, hi & ~theirHi & familiesHi);
    return themes(same, near, mass);
  }

  /**
   * Value of a criterion of themes.
   *
   * @param same rarity of my themes that they have
   * @param near rarity of those of which they have another of the field
   * @param mass rarity of all of mine
   */
  static double themes(double same, double near, double mass) {
    return Math.min(1, (same + ThemeScale.SAME_FIELD * near) / mass);
  }

  /** The share of my cooperation types that they do not seek; 0 if I have stated none. */
  static double missing(int mine, int theirs) {
    return mine == 0 ? 0 : (double) Integer.bitCount(mine & ~theirs) / Integer.bitCount(mine);
  }

  private static double share(int mine, int theirs) {
    return mine == 0
        ? Double.NaN
        : (double) Integer.bitCount(mine & theirs) / Integer.bitCount(mine);
  }

  /** Whether it wishes a range of sizes. */
  static boolean statesSize(Candidate me) {
    return me.wishedMinPopulation() > 0 || me.wishedMaxPopulation() > 0;
  }

  private static double size(Candidate me, Candidate them) {
    if (statesSize(me)) {
      return wishedSize(them.population(), me.wishedMinPopulation(), me.wishedMaxPopulation());
    }
    return likeness(me.logPopulation() - them.logPopulation());
  }

  /** Value of size where no range is wished, by the difference of the natural logarithms. */
  static double likeness(double difference) {
    double apart = difference / HALF_SIZE_RATIO;
    return 1 / (1 + apart * apart);
  }

  private static double wishedSize(int population, int min, int max) {
    if (population < min) {
      return (double) population / min;
    }
    if (max > 0 && population > max) {
      return (double) max / population;
    }
    return population == 0 ? 0 : 1;
  }

  private static double region(Candidate me, Candidate them) {
    boolean place = statesPlace(me);
    int wishedTraits = me.wishedTraits();
    if (wishedTraits == 0) {
      return !place ? Double.NaN : isInWishedPlace(me, them) ? 1 : 0;
    }
    double traits = share(wishedTraits, them.traits());
    return place ? ((isInWishedPlace(me, them) ? 1 : 0) + traits) / 2 : traits;
  }

  static boolean statesPlace(Candidate me) {
    return me.wishedCountries() != 0 || me.wishedRegionCount() > 0 || me.wishesUkrainian();
  }

  /** Whether they are of a country or region that I wish for, or Ukrainian where I wish that. */
  static boolean isInWishedPlace(Candidate me, Candidate them) {
    int country = them.country();
    if ((country >= 0 && (me.wishedCountries() >>> country & 1) != 0)
        || (me.wishesUkrainian() && them.ukrainian())) {
      return true;
    }
    int wished = 0;
    int theirs = 0;
    while (wished < me.wishedRegionCount() && theirs < them.regionCount()) {
      int difference = Integer.compare(me.wishedRegion(wished), them.region(theirs));
      if (difference == 0) {
        return true;
      } else if (difference < 0) {
        wished++;
      } else {
        theirs++;
      }
    }
    return false;
  }

  private static double languages(Candidate me, Candidate them) {
    if ((me.languagesFirst() | me.languagesSecond() | me.languagesThird()) == 0) {
      return Double.NaN;
    }
    return haveCommonLanguage(me, them) ? 1 : 0;
  }

  static boolean haveCommonLanguage(Candidate me, Candidate them) {
    return ((me.languagesFirst() & them.languagesFirst())
            | (me.languagesSecond() & them.languagesSecond())
            | (me.languagesThird() & them.languagesThird()))
        != 0;
  }

  /** Value of distance for the side {@code me}. */
  static double distance(Candidate me, Candidate them, boolean asked) {
    int wished = me.wishedKilometres();
    if (wished == 0 && (!asked || Double.isNaN(me.x()))) {
      return Double.NaN;
    }
    double kilometres = kilometres(me, them);
    if (Double.isNaN(kilometres)) {
      return 0;
    }
    double beyond =
        wished == 0 ? kilometres / HALF_DISTANCE_KM : Math.max(0, kilometres - wished) / wished;
    return 1 / (1 + beyond * beyond);
  }

  /** How far they are apart; NaN if one of the positions is unknown. */
  static double kilometres(Candidate me, Candidate them) {
    return Sphere.kilometres(me.x(), me.y(), me.z(), them.x(), them.y(), them.z());
  }
}
