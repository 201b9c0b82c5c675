package eu.bridgehall.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.support.Populations;
import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;

/** What docs/matching.md promises of the track record. */
class TrackRecordTest {
  private static final ThemeScale SCALE = Populations.scale();
  private static final TrackRecord RECORD = Populations.record();
  private static final int FRANCE = 1;
  private static final int GERMANY = 2;

  private static FieldCandidate candidate(Columns columns) {
    return new FieldCandidate(columns, SCALE);
  }

  private static double value(TrackRecord record, Columns a, Columns b) {
    return record.side(candidate(a)).value(candidate(b));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void itIsTheSameFromBothSidesToTheLastDigitAndFromNothingToOne(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns a = populations.columns();
    Columns b = populations.columns();
    double there = value(RECORD, a, b);
    assertEquals(there, value(RECORD, b, a));
    assertTrue(Double.isNaN(there) || (there >= 0 && there <= 1));
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void ofAFitToASideThatHasStatedThemesItMakesUpAtMostFifteenPercent(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns asker = populations.columns();
    Columns other = populations.columns().toBuilder().weights(Weights.defaults()).build();
    Explanation explanation =
        new Explainer(Populations.vocabulary(), SCALE, RECORD)
            .explain(asker, other, Weights.defaults(), Populations.TODAY, RankValue.NO_TEXT);
    assertShare(explanation.mine(), asker);
    assertShare(explanation.theirs(), other);
  }

  private static void assertShare(Explanation.Side side, Columns of) {
    if (Criteria.statesThemes(candidate(of))) {
      double points = side.parts().getLast().contribution().doubleValue();
      // each number is shown in tenths
      assertTrue(points <= 0.15 * side.fit().doubleValue() + 0.1, side::toString);
    }
  }

  @Property(shrinking = ShrinkingMode.OFF)
  void whatItIsMadeOfIsToldAndMultipliesToIt(@ForAll long seed) {
    Populations populations = new Populations(seed);
    Columns asker = populations.columns();
    Columns other = populations.columns();
    TrackRecord.Side side = RECORD.side(candidate(asker));
    double value = side.value(candidate(other));
    Explanation explanation =
        new Explainer(Populations.vocabulary(), SCALE, RECORD)
            .explain(asker, other, Weights.defaults(), Populations.TODAY, RankValue.NO_TEXT);
    List<Explanation.Odds> told = explanation.mine().parts().getLast().odds();
    assertEquals(told, explanation.theirs().parts().getLast().odds());
    if (Double.isNaN(value)) {
      assertEquals(List.of(), told);
      return;
    }
    double sum = 0;
    for (TrackRecord.Part part : TrackRecord.Part.values()) {
      double times =
          told.stream()
              .filter(odds -> odds.part() == part)
              .mapToDouble(odds -> odds.times().doubleValue())
              .findFirst()
              .orElse(1);
      assertEquals(Math.exp(side.part(part)), times, 0.005 + 1e-9);
      sum += side.part(part);
    }
    double range = Populations.RECORD_TO - Populations.RECORD_FROM;
    assertEquals(Math.clamp((sum - Populations.RECORD_FROM) / range, 0, 1), value, 1e-9);
  }

  @Property(tries = 50, shrinking = ShrinkingMode.OFF)
  void weighedWithMoreOnPurposeItCountsMore(@ForAll long seed) {
    Populations populations = new Populations(seed);
    FieldCandidate asker = candidate(populations.columns());
    FieldCandidate other = candidate(populations.columns());
    Weights alone =
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
                "distance",
                0,
                "track-record",
                100));
    double value = RECORD.side(asker).value(other);
    double expected = Double.isNaN(value) ? 0 : 100 * 100 * value / 110;
    assertEquals(expected, new PairScorer(asker, alone, SCALE, RECORD).fit(other).mine(), 1e-9);
  }

  @Test
  void aSharedPartnerCountsAndIsNamed() {
    KnownTies ties =
        new KnownTies(
            "example",
            List.of(town(1, FRANCE, "Reims"), town(2, GERMANY, "Aachen"), town(3, 3, "Toruń")),
            List.of(new KnownTies.Twinning(1, 2, false), new KnownTies.Twinning(2, 3, false)),
            0);
    TrackRecordModel model = model(TrackRecordModel.Factors.NONE);
    TrackRecord known =
        new TrackRecord(model, ties, KnownPlaces.NONE, Populations.vocabulary().countries());
    TrackRecord unknown =
        new TrackRecord(
            model, KnownTies.NONE, KnownPlaces.NONE, Populations.vocabulary().countries());
    Columns reims = at(1, FRANCE);
    Columns torun = at(3, 3);
    assertTrue(value(known, reims, torun) > value(unknown, reims, torun));
    List<Reason> reasons =
        new Explainer(Populations.vocabulary(), SCALE, known)
            .explain(reims, torun, Weights.defaults(), 0, RankValue.NO_TEXT)
            .mine()
            .parts()
            .getLast()
            .reasons();
    assertEquals("match.reason.track-record.partners", reasons.getFirst().key());
    assertEquals(
        new Reason.Codes(Reason.CodeKind.PLACE, List.of("Aachen")),
        reasons.getFirst().arguments().get("places"));
  }

  @Test
  void thatMostTwinningsCrossABorderIsSaidToTwoOfOneCountry() {
    TrackRecord record =
        new TrackRecord(
            model(new TrackRecordModel.Factors(-1, 0, 0, 0, 0, 0, 0, 0)),
            KnownTies.NONE,
            KnownPlaces.NONE,
            Populations.vocabulary().countries());
    List<String> keys =
        new Explainer(Populations.vocabulary(), SCALE, record)
                .explain(at(1, FRANCE), at(2, FRANCE), Weights.defaults(), 0, RankValue.NO_TEXT)
                .mine()
                .parts()
                .getLast()
                .reasons()
                .stream()
                .map(Reason::key)
                .toList();
    assertTrue(keys.contains("match.reason.track-record.domestic"), keys.toString());
  }

  @Test
  void membershipInANetworkOfAllWithAllIsNoTwinningToLearnFrom() {
    KnownTies ties =
        new KnownTies(
            "example",
            List.of(town(1, FRANCE, "Reims"), town(2, GERMANY, "Aachen")),
            List.of(new KnownTies.Twinning(1, 2, true)),
            0);
    assertEquals(0, ties.size());
  }

  @Test
  void nothingIsKnownOfAPairWithoutSizesAndPositions() {
    assertTrue(Double.isNaN(value(RECORD, Columns.empty(), Columns.empty())));
    assertTrue(Double.isNaN(value(TrackRecord.NONE, at(1, FRANCE), at(2, GERMANY))));
  }

  @Test
  void theNumbersAreReadAsTheyWereWritten() {
    TrackRecordModel model = TrackRecordModel.shipped();
    String text = "# a note\n" + String.join("\n", model.lines());
    assertEquals(
        model.lines(), TrackRecordModel.read(new BufferedReader(new StringReader(text))).lines());
    assertTrue(model.countries().getOrDefault("DE-FR", 0.0) > 0);
    assertThrows(
        IllegalArgumentException.class,
        () -> TrackRecordModel.read(new BufferedReader(new StringReader("size\t0"))));
  }

  private static KnownTies.Town town(int place, int country, String name) {
    return new KnownTies.Town(
        new Locality(place, 0, false, Locality.UNKNOWN, Locality.UNKNOWN), country, null, name);
  }

  private static Columns at(int place, int country) {
    return Columns.empty().toBuilder()
        .country(country, false)
        .population(100_000)
        .position(new GeoPoint(50, 5 + place))
        .cooperation(1)
        .locality(new Locality(place, 0, false, Locality.UNKNOWN, Locality.UNKNOWN))
        .build();
  }

  private static TrackRecordModel model(TrackRecordModel.Factors factors) {
    List<TrackRecordModel.Point> level =
        List.of(new TrackRecordModel.Point(0, 0), new TrackRecordModel.Point(1, 0));
    List<TrackRecordModel.Point> rising =
        List.of(new TrackRecordModel.Point(0, 0), new TrackRecordModel.Point(1, 3));
    return new TrackRecordModel(
        Map.of(
            TrackRecordModel.Feature.SIZE, level,
            TrackRecordModel.Feature.DISTANCE, level,
            TrackRecordModel.Feature.SHARED, rising,
            TrackRecordModel.Feature.LINKED, level),
        Map.of(),
        Map.of(),
        List.of(0.0, 0.0, 0.0),
        Map.of(),
        factors,
        -1,
        8);
  }
}
