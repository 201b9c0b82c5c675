package eu.bridgehall.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.support.Populations;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** What docs/matching.md promises of the score, tried on many pairs. */
class ScorePropertiesTest {
  private static final ThemeScale SCALE = Populations.scale();
  private static final TrackRecord RECORD = Populations.record();
  private static final double ROUNDING = 1e-9;

  private static FieldCandidate candidate(Columns columns) {
    return new FieldCandidate(columns, SCALE);
  }

  private static MutualFit fit(Columns asker, Columns other, Weights weights) {
    return new PairScorer(candidate(asker), weights, SCALE, RECORD).fit(candidate(other));
  }

  private static MutualFit fit(Columns asker, Columns other) {
    return fit(asker, other, asker.weights());
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void theScoreIsTheSameFromBothSidesWhenEachKeepsItsOwnWeights(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns a = populations.columns();
    Columns b = populations.columns();
    MutualFit there = fit(a, b);
    MutualFit back = fit(b, a);
    assertEquals(there.mutual(), back.mutual());
    assertEquals(there.mine(), back.theirs());
    Columns openA = a.toBuilder().standing(Standing.OPEN).build();
    Columns openB = b.toBuilder().standing(Standing.OPEN).build();
    assertEquals(
        Gates.areOpen(candidate(openA), candidate(openB)),
        Gates.areOpen(candidate(openB), candidate(openA)));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void everyNumberIsBetweenNothingAndAHundred(@ForAll long seed) {
    Populations populations = new Populations(seed);
    MutualFit fit = fit(populations.columns(), populations.columns(), populations.weights());
    for (double number : new double[] {fit.mine(), fit.theirs(), fit.mutual()}) {
      assertTrue(number >= 0 && number < 100, () -> "Out of range: " + number);
    }
    assertTrue(fit.mutual() <= 2 * Math.min(fit.mine(), fit.theirs()) + ROUNDING);
    if (fit.mine() == 0 || fit.theirs() == 0) {
      assertEquals(0, fit.mutual());
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void theBoundNeverHidesACandidateThatMatters(
      @ForAll long seed, @ForAll @IntRange(max = 100) int least) {
    Populations populations = new Populations(seed);
    Columns asker = populations.columns();
    FieldCandidate other = candidate(populations.columns());
    PairScorer scorer = new PairScorer(candidate(asker), populations.weights(), SCALE, RECORD);
    double exact = scorer.fit(other).mutual();
    double bounded = scorer.mutualAtLeast(other, least);
    assertTrue(bounded == exact || (bounded == PairScorer.TOO_LOW && exact < least));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void shownContributionsAddUpToTheShownFitOfEachSide(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns asker = populations.columns();
    Columns other = populations.columns();
    Weights weights = populations.weights();
    Explanation explanation =
        new Explainer(Populations.vocabulary(), SCALE, RECORD)
            .explain(asker, other, weights, Populations.TODAY, RankValue.NO_TEXT);
    MutualFit fit = fit(asker, other, weights);
    assertEquals(fit.mutual(), explanation.mutual().doubleValue(), 0.05 + ROUNDING);
    assertEquals(fit.mutual(), explanation.rank().mutual());
    assertShown(explanation.mine(), fit.mine());
    assertShown(explanation.theirs(), fit.theirs());
  }

  private static void assertShown(Explanation.Side side, double fit) {
    assertEquals(fit, side.fit().doubleValue(), 0.05 + ROUNDING);
    BigDecimal sum = BigDecimal.ZERO;
    double stated = side.unknownWeight();
    for (Explanation.Part part : side.parts()) {
      stated += part.stated() ? part.weight() : 0;
      sum = sum.add(part.contribution());
    }
    assertEquals(0, sum.compareTo(side.fit()), () -> side.toString());
    for (Explanation.Part part : side.parts()) {
      double exact = 100 * part.weight() * part.value() / stated;
      assertEquals(exact, part.contribution().doubleValue(), 0.1 + ROUNDING);
      assertTrue(part.stated() || part.contribution().signum() == 0);
      assertTrue(part.value() > 0 || part.contribution().signum() == 0);
      assertTrue(!part.reasons().isEmpty());
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void addingAMatchingThemeWhereBothStateThemesNeverLowersTheScore(
      @ForAll long seed, @ForAll @IntRange(max = 79) int theme) {
    Populations populations = new Populations(seed);
    Columns a = populations.columns();
    Columns b = populations.columns();
    Weights weights = populations.weights();
    double before = fit(a, b, weights).mutual();
    if (!a.needs().isEmpty() && !b.offers().isEmpty()) {
      Columns seeking = a.toBuilder().needs(a.needs().with(theme)).build();
      Columns giving = b.toBuilder().offers(b.offers().with(theme)).build();
      assertTrue(fit(seeking, giving, weights).mutual() >= before - ROUNDING);
    }
    if (!a.interests().isEmpty() && !b.interests().isEmpty()) {
      Columns one = a.toBuilder().interests(a.interests().with(theme)).build();
      Columns two = b.toBuilder().interests(b.interests().with(theme)).build();
      assertTrue(fit(one, two, weights).mutual() >= before - ROUNDING);
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void givingLessNeverRaisesWhatTheOtherSideSees(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns asker = populations.columns();
    Columns full = populations.columns();
    double before = fit(asker, full).mine();
    List<Columns> poorer =
        List.of(
            full.toBuilder().offers(ThemeSet.EMPTY).build(),
            full.toBuilder().needs(ThemeSet.EMPTY).build(),
            full.toBuilder().interests(ThemeSet.EMPTY).build(),
            full.toBuilder().offers(withoutFirst(full.offers())).build(),
            full.toBuilder().needs(withoutFirst(full.needs())).build(),
            full.toBuilder().interests(withoutFirst(full.interests())).build(),
            full.toBuilder().cooperation(full.cooperation() & (full.cooperation() - 1)).build(),
            full.toBuilder().languages(LanguageSet.EMPTY).build(),
            full.toBuilder().traits(full.traits() & (full.traits() - 1)).build(),
            full.toBuilder().regions(List.of()).build());
    for (Columns less : poorer) {
      assertTrue(fit(asker, less).mine() <= before + ROUNDING);
    }
  }

  private static ThemeSet withoutFirst(ThemeSet themes) {
    return themes.isEmpty()
        ? themes
        : new ThemeSet(
            themes.lo() & (themes.lo() - 1),
            themes.lo() == 0 ? themes.hi() & (themes.hi() - 1) : themes.hi());
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void leavingAStatementOutNeverBeatsHavingItMet(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns me = populations.columns();
    Columns them = populations.columns();
    double[] values = new double[Criterion.COUNT];
    Criteria.values(
        candidate(me), candidate(them), SCALE, PairScorer.asksNear(me.weights()), values);
    for (Criterion criterion : Criterion.values()) {
      Columns silent = without(me, criterion);
      double value = values[criterion.index()];
      boolean noThemesLeft =
          Criteria.statesThemes(candidate(me)) && !Criteria.statesThemes(candidate(silent));
      if (silent.equals(me) || Double.isNaN(value) || noThemesLeft) {
        continue; // the first themes that a side states take weight from the past
      }
      double left = fit(silent, them).mine();
      if (100 * value >= left) {
        assertTrue(
            left <= fit(me, them).mine() + ROUNDING,
            () -> criterion + " left out raised the fit of " + me);
      }
    }
  }

  private static Columns without(Columns me, Criterion criterion) {
    Wishes wishes = me.wishes();
    return switch (criterion) {
      case NEEDS -> me.toBuilder().needs(ThemeSet.EMPTY).build();
      case OFFERS -> me.toBuilder().offers(ThemeSet.EMPTY).build();
      case INTERESTS -> me.toBuilder().interests(ThemeSet.EMPTY).build();
      case COOPERATION -> me.toBuilder().cooperation(0).build();
      case LANGUAGES -> me.toBuilder().languages(LanguageSet.EMPTY).build();
      case REGION ->
          me.toBuilder()
              .wishes(
                  new Wishes(
                      0,
                      List.of(),
                      0,
                      false,
                      wishes.minPopulation(),
                      wishes.maxPopulation(),
                      wishes.kilometres(),
                      0))
              .build();
      // a range left out is replaced by the fact of the two sizes; a distance by being near if
      // asked
      case SIZE, DISTANCE, TRACK_RECORD -> me;
    };
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void theLessASideStatesTheLowerTheBestItCanReach(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns me = populations.columns();
    Columns them = populations.columns();
    long full = best(me, them);
    for (Criterion criterion : Criterion.values()) {
      Columns silent = without(me, criterion);
      if (Criteria.statesThemes(candidate(me)) == Criteria.statesThemes(candidate(silent))) {
        assertTrue(best(silent, them) <= full);
      }
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void noFitIsAboveTheBestThatIsSaidToBeReachable(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns me = populations.columns();
    Columns them = populations.columns();
    assertTrue(fit(me, them).mine() <= best(me, them) + 0.5 + ROUNDING);
  }

  private static long best(Columns me, Columns them) {
    Reason said =
        new Explainer(Populations.vocabulary(), SCALE, RECORD)
            .explain(me, them, me.weights(), Populations.TODAY, RankValue.NO_TEXT)
            .mine()
            .unknown();
    return (Long) said.arguments().getOrDefault("best", 0L);
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void leavingOutAMetNeedWhileOthersRemainNeverRaisesTheScore(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns me = populations.columns();
    Columns some = populations.columns();
    Columns them = some.toBuilder().offers(some.offers().or(me.needs().without(7))).build();
    ThemeSet met = me.needs().and(them.offers());
    Assume.that(!met.isEmpty() && me.needs().size() > 1);
    double before = fit(me, them).mutual();
    met.forEach(
        theme -> {
          Columns less = me.toBuilder().needs(me.needs().without(theme)).build();
          assertTrue(fit(less, them).mutual() <= before + ROUNDING);
        });
  }

  @Property(tries = 20)
  void onlyProportionsOfWeightsMatter(@ForAll @IntRange(min = 1, max = 10) int factor) {
    Columns a = new Populations(factor).columns();
    Columns b = new Populations(-factor).columns();
    Weights small =
        Weights.of(
            Map.of(
                "needs",
                4,
                "offers",
                3,
                "interests",
                2,
                "cooperation",
                1,
                "size",
                1,
                "region",
                1,
                "languages",
                0,
                "track-record",
                2));
    Weights large =
        Weights.of(
            Map.of(
                "needs",
                4 * factor,
                "offers",
                3 * factor,
                "interests",
                2 * factor,
                "cooperation",
                factor,
                "size",
                factor,
                "region",
                factor,
                "languages",
                0,
                "track-record",
                2 * factor));
    assertEquals(fit(a, b, small).mutual(), fit(a, b, large).mutual(), ROUNDING);
  }
}
