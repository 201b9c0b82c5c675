package eu.bridgehall.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.GeoPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The formulas of docs/matching.md on numbers that can be worked out by hand. */
class ScoreExamplesTest {
  // themes 2 and 3 lie in field 0, theme 4 in field 1
  private static final ThemeTree TREE = new ThemeTree(List.of(-1, -1, 0, 0, 1));
  private static final ThemeScale SCALE = new ThemeScale(TREE, ThemeRarity.even(5));
  private static final Columns EMPTY = Columns.empty();
  private static final double ROUNDING = 1e-12;

  private static double value(Criterion criterion, Columns me, Columns them) {
    double[] values = new double[Criterion.COUNT];
    Criteria.values(
        new FieldCandidate(me, SCALE), new FieldCandidate(them, SCALE), SCALE, false, values);
    return values[criterion.index()];
  }

  private static boolean isOpen(Columns asker, Columns other) {
    return Gates.areOpen(new FieldCandidate(asker, SCALE), new FieldCandidate(other, SCALE));
  }

  private static Columns wishing(Wishes wishes) {
    return EMPTY.toBuilder().wishes(wishes).build();
  }

  @Test
  void aNeedThatIsOfferedCountsFullyAndOneOfTheSameFieldPartly() {
    Columns me = EMPTY.toBuilder().needs(ThemeSet.of(2, 4)).build();
    Columns them = EMPTY.toBuilder().offers(ThemeSet.of(2)).build();
    Columns near = EMPTY.toBuilder().offers(ThemeSet.of(3)).build();
    assertEquals(0.5, value(Criterion.NEEDS, me, them));
    assertEquals(0.125, value(Criterion.NEEDS, me, near));
    assertEquals(0, value(Criterion.NEEDS, me, EMPTY));
    assertTrue(Double.isNaN(value(Criterion.NEEDS, EMPTY, them)));
  }

  @Test
  void aRareThemeWeighsMore() {
    ThemeRarity rarity = ThemeRarity.counted("2", List.of(0, 0, 99, 9, 0), 99);
    assertEquals(1, rarity.of(2));
    assertEquals(1 + Math.log(10), rarity.of(3), ROUNDING);
    assertEquals(ThemeRarity.MAX, rarity.of(4));
  }

  @Test
  void threeTimesTheSizeCountsThreeQuartersAndAWishedRangeReplacesTheFact() {
    Columns small = EMPTY.toBuilder().population(10_000).build();
    Columns large = EMPTY.toBuilder().population(30_000).build();
    assertEquals(1, value(Criterion.SIZE, small, small));
    double apart = Math.log(3) / 2;
    assertEquals(1 / (1 + apart * apart), value(Criterion.SIZE, small, large), ROUNDING);
    assertTrue(Double.isNaN(value(Criterion.SIZE, small, EMPTY)));
    Columns wish = wishing(new Wishes(0, List.of(), 0, false, 20_000, 40_000, 0, 0));
    assertEquals(0.5, value(Criterion.SIZE, wish, small));
    assertEquals(1, value(Criterion.SIZE, wish, large));
    assertEquals(0, value(Criterion.SIZE, wish, EMPTY));
  }

  @Test
  void aWishedCountryRegionOrUkrainianPartnerIsMetByAnyOfThem() {
    Columns wish = wishing(new Wishes(1 << 3, List.of(7), 0, true, 0, 0, 0, 0));
    assertEquals(1, value(Criterion.REGION, wish, EMPTY.toBuilder().country(3, false).build()));
    assertEquals(1, value(Criterion.REGION, wish, EMPTY.toBuilder().country(0, true).build()));
    assertEquals(
        1, value(Criterion.REGION, wish, EMPTY.toBuilder().regions(List.of(2, 7, 9)).build()));
    assertEquals(0, value(Criterion.REGION, wish, EMPTY.toBuilder().country(4, false).build()));
    Columns traits = wishing(new Wishes(1 << 3, List.of(), 0b11, false, 0, 0, 0, 0));
    Columns coast = EMPTY.toBuilder().country(3, false).traits(0b01).build();
    assertEquals(0.75, value(Criterion.REGION, traits, coast));
  }

  @Test
  void withinTheWishedDistanceCountsFullyAndTwiceAsFarAHalf() {
    Columns here =
        wishing(new Wishes(0, List.of(), 0, false, 0, 0, 500, 0)).toBuilder()
            .position(new GeoPoint(0, 0))
            .build();
    double degreesOf1000 = Math.toDegrees(1000 / 6371.0088);
    Columns far = EMPTY.toBuilder().position(new GeoPoint(0, degreesOf1000)).build();
    Columns near = EMPTY.toBuilder().position(new GeoPoint(0, degreesOf1000 / 3)).build();
    assertEquals(0.5, value(Criterion.DISTANCE, here, far), 1e-9);
    assertEquals(1, value(Criterion.DISTANCE, here, near));
    assertEquals(0, value(Criterion.DISTANCE, here, EMPTY));
    assertTrue(Double.isNaN(value(Criterion.DISTANCE, EMPTY, far)));
  }

  @Test
  void theFitIsWhatIsMetOfWhatIsStatedAndWhatIsUnknown() {
    Columns me = EMPTY.toBuilder().needs(ThemeSet.of(2)).languages(LanguageSet.of(1)).build();
    Columns them = EMPTY.toBuilder().offers(ThemeSet.of(2)).languages(LanguageSet.of(2)).build();
    MutualFit fit =
        new PairScorer(new FieldCandidate(me, SCALE), Weights.defaults(), SCALE, TrackRecord.NONE)
            .fit(new FieldCandidate(them, SCALE));
    // needs 30 met, languages 8 not met, 10 for what is unknown
    assertEquals(100 * 30.0 / 48, fit.mine(), ROUNDING);
    // offers 19 met, languages 8 not met, 10 for what is unknown
    assertEquals(100 * 19.0 / 37, fit.theirs(), ROUNDING);
    assertEquals(2 * 62.5 * (1900 / 37.0) / (62.5 + 1900 / 37.0), fit.mutual(), 1e-9);
  }

  @Test
  void aSideThatStatesNothingFitsNothing() {
    assertEquals(
        0,
        new PairScorer(
                new FieldCandidate(EMPTY, SCALE), Weights.defaults(), SCALE, TrackRecord.NONE)
            .mutual(new FieldCandidate(EMPTY, SCALE)));
  }

  @Test
  void aClosedAuthorityOrOneWithoutACommonCooperationTypeIsNotSuggested() {
    Columns twinning = EMPTY.toBuilder().cooperation(0b01).build();
    Columns project = EMPTY.toBuilder().cooperation(0b10).build();
    assertTrue(isOpen(twinning, twinning));
    assertFalse(isOpen(twinning, project));
    assertTrue(isOpen(twinning, EMPTY));
    Columns closed =
        EMPTY.toBuilder().standing(new Standing(false, Standing.UNKNOWN, 0, 0)).build();
    assertFalse(isOpen(twinning, closed));
  }

  @Test
  void aMustIsAGateFromWhicheverSideItIsMarked() {
    for (Must must : Must.values()) {
      Columns strict =
          EMPTY.toBuilder()
              .needs(ThemeSet.of(2))
              .languages(LanguageSet.of(1))
              .position(new GeoPoint(50, 10))
              .wishes(new Wishes(1, List.of(), 1, false, 100, 200, 50, must.bit()))
              .build();
      Columns other =
          EMPTY.toBuilder()
              .offers(ThemeSet.of(2))
              .languages(LanguageSet.of(1))
              .position(new GeoPoint(50, 10))
              .country(0, false)
              .traits(1)
              .population(150)
              .build();
      assertTrue(isOpen(strict, other), must::name);
      assertTrue(isOpen(other, strict), must::name);
      assertFalse(isOpen(strict, EMPTY), must::name);
      assertFalse(isOpen(EMPTY, strict), must::name);
    }
  }

  @Test
  void factorsOfTheRankValueAreNeutralWhereNothingIsKnown() {
    assertEquals(1, RankValue.freshness(20_000, Standing.UNKNOWN));
    assertEquals(1, RankValue.freshness(20_000, 20_000 - 365));
    assertEquals(0.75, RankValue.freshness(20_000, 20_000 - 365 - 182), 0.01);
    assertEquals(0.5, RankValue.freshness(20_000, 20_000 - 900));
    assertEquals(1, RankValue.load(0, 4));
    assertEquals(Math.pow(0.6, 0.25), RankValue.load(4, 4), ROUNDING);
    assertEquals(Math.pow(0.25, 0.25), RankValue.load(18, 4), ROUNDING);
    assertEquals(RankValue.load(100, 3), RankValue.load(100, Standing.UNKNOWN));
    assertEquals(Math.pow(0.2, 0.25), RankValue.load(8, 0), ROUNDING);
    assertEquals(0.5, RankValue.load(1000, 4));
    assertEquals(0.5, RankValue.text(0));
    assertEquals(0.75, RankValue.text(RankValue.TEXT_HALF));
  }

  @Test
  void weightsThatAreNotKnownOrOutOfRangeAreRefusedByName() {
    DomainException.Invalid refused =
        assertThrows(DomainException.Invalid.class, () -> Weights.of(Map.of("luck", 3)));
    assertEquals("weights.luck", refused.errors().getFirst().field());
    assertThrows(DomainException.Invalid.class, () -> Weights.of(Map.of("needs", 101)));
    assertThrows(DomainException.Invalid.class, () -> Weights.of(Map.of("needs", -1)));
    assertThrows(
        DomainException.Invalid.class,
        () ->
            Weights.of(
                Map.of(
                    "needs",
                    0,
                    "offers",
                    0,
                    "interests",
                    0,
                    "cooperation",
                    0,
                    "size",
                    0,
                    "region",
                    0,
                    "languages",
                    0,
                    "track-record",
                    0)));
  }

  @Test
  void remaindersGoToTheLargestFirst() {
    assertEquals(
        List.of(34L, 33L, 33L),
        Arrays.stream(Explainer.largestRemainder(new double[] {10 / 3.0, 10 / 3.0, 10 / 3.0}, 100))
            .boxed()
            .toList());
  }
}
