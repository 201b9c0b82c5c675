package eu.bridgehall.scoring;

/**
 * Who may be suggested to whom at all. A gate is symmetric where it is about the pair (common
 * cooperation type, musts of both sides); that the other is confirmed, is not the asker itself, and
 * that nothing stands between the two, is known to the index and to its caller.
 */
public final class Gates {
  private Gates() {}

  /** Whether the candidate may be suggested to the asker. */
  public static boolean areOpen(Candidate asker, Candidate candidate) {
    return candidate.accepting()
        && haveCommonCooperation(asker, candidate)
        && (asker.musts() == 0 || meetsMusts(asker, candidate))
        && (candidate.musts() == 0 || meetsMusts(candidate, asker));
  }

  private static boolean haveCommonCooperation(Candidate a, Candidate b) {
    return a.cooperation() == 0 || b.cooperation() == 0 || (a.cooperation() & b.cooperation()) != 0;
  }

  /** Whether they are all that I have marked as a must; a must about nothing stated is void. */
  private static boolean meetsMusts(Candidate me, Candidate them) {
    int musts = me.musts();
    return (!demands(musts, Must.THEMES) || meetsThemes(me, them))
        && (!demands(musts, Must.PLACE) || meetsPlace(me, them))
        && (!demands(musts, Must.TRAITS) || (me.wishedTraits() & ~them.traits()) == 0)
        && (!demands(musts, Must.SIZE) || meetsSize(me, them))
        && (!demands(musts, Must.DISTANCE) || meetsDistance(me, them))
        && (!demands(musts, Must.LANGUAGE) || meetsLanguage(me, them));
  }

  private static boolean demands(int musts, Must must) {
    return (musts & must.bit()) != 0;
  }

  private static boolean meetsPlace(Candidate me, Candidate them) {
    return !Criteria.statesPlace(me) || Criteria.isInWishedPlace(me, them);
  }

  private static boolean meetsThemes(Candidate me, Candidate them) {
    return (me.needsLo() | me.needsHi()) == 0
        || ((me.needsLo() & them.offersLo()) | (me.needsHi() & them.offersHi())) != 0;
  }

  private static boolean meetsSize(Candidate me, Candidate them) {
    int min = me.wishedMinPopulation();
    int max = me.wishedMaxPopulation();
    int population = them.population();
    return (min == 0 && max == 0)
        || (population > 0 && population >= min && (max == 0 || population <= max));
  }

  private static boolean meetsDistance(Candidate me, Candidate them) {
    // an unknown distance is NaN, which is not within anything
    return me.wishedKilometres() == 0 || Criteria.kilometres(me, them) <= me.wishedKilometres();
  }

  private static boolean meetsLanguage(Candidate me, Candidate them) {
    return (me.languagesFirst() | me.languagesSecond() | me.languagesThird()) == 0
        || Criteria.haveCommonLanguage(me, them);
  }
}
