package eu.bridgehall.scoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.support.Populations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the parts of the track record are made of that come from the network of twinnings. */
class TrackRecordPartsTest {
  private static final int FRANCE = 1;
  private static final int GERMANY = 2;
  private static final int POLAND = 3;
  private static final KnownPlaces PLACES =
      new KnownPlaces(
          List.of(
              new KnownPlaces.Entry(1, "PPLA", "Neustadt an der Donau"),
              new KnownPlaces.Entry(2, "PPLC", "NEUSTADT"),
              new KnownPlaces.Entry(3, "PPL", "Łódź"),
              new KnownPlaces.Entry(4, "PPLA3", "Saint-Étienne")));

  /** Four towns in a row, each twinned with the next. */
  private static KnownTies chain() {
    return new KnownTies(
        "chain",
        List.of(
            town(1, FRANCE, new GeoPoint(49, 2)),
            town(2, GERMANY, new GeoPoint(51, 7)),
            town(3, POLAND, new GeoPoint(52, 21)),
            town(4, GERMANY, null)),
        List.of(twinning(1, 2), twinning(2, 3), twinning(3, 4)),
        0);
  }

  @Test
  void aTwinningOfAPartnerWithAPartnerCountsTheLessTheMoreThoseHave() {
    Acquaintances of = new Acquaintances(chain(), 1);
    assertEquals(0.5, of.linked(4), 1e-6);
    assertEquals(0.5, new Acquaintances(chain(), 4).linked(1), 1e-6);
    assertEquals(0, of.linked(3));
    assertEquals(0, of.linked(2), "they are partners themselves");
    assertEquals(0, of.linked(99));
    assertEquals(0, new Acquaintances(chain(), 99).linked(1));
    assertEquals(List.of(2, 3), chain().link(1, 4));
    assertEquals(List.of(3, 2), chain().link(4, 1));
    assertEquals(List.of(), chain().link(1, 3));
  }

  @Test
  void partnersAreCountedByTheirCountries() {
    assertEquals(1, chain().partnersIn(2, POLAND));
    assertEquals(0, chain().partnersIn(1, POLAND));
    assertEquals(0, chain().partnersIn(99, POLAND));
    assertEquals(2, chain().abroad(3));
    assertEquals(0, chain().abroad(99));
    TrackRecord record =
        new TrackRecord(
            TrackRecordModel.neutral(), chain(), PLACES, Populations.vocabulary().countries());
    FieldCandidate german = candidate(50, GERMANY, null);
    FieldCandidate pole = candidate(51, POLAND, null);
    TrackRecord.Side french = record.side(candidate(1, FRANCE, null));
    assertTrue(french.abroad(german) > 0, "its only partner is there");
    assertTrue(french.abroad(pole) < 0, "it has none there");
    assertEquals(0, french.abroad(candidate(52, FRANCE, null)));
    assertEquals(0, record.side(candidate(53, FRANCE, null)).abroad(german));
  }

  @Test
  void aNameGoesByItsLongestWordAndASeatHasARank() {
    KnownPlaces saints =
        places("Saint-Denis", "Saint Neots", "Saint-Imier", "Saint-Vith", "SAINT DENIS", "Vith");
    assertFalse(saints.areNamedAlike(0, 1), "four names go by that word, so it tells nothing");
    assertTrue(saints.areNamedAlike(0, 4), "it is the same name");
    KnownPlaces falcons = places("Falkenstein", "Falkenstein/Harz", "Łódź", "Łodz");
    assertTrue(falcons.areNamedAlike(0, 1));
    assertTrue(falcons.areNamedAlike(2, 3));
    // their hashes are the same
    assertFalse(places("Skrīveri", "Standon").areNamedAlike(0, 1));
    assertTrue(PLACES.areNamedAlike(1, 2));
    assertFalse(PLACES.areNamedAlike(1, 3));
    assertFalse(PLACES.areNamedAlike(98, 99), "of neither the name is known");
    assertEquals(
        List.of(2, 3, 0, 0, Locality.UNKNOWN, Locality.UNKNOWN),
        IntStream.of(1, 2, 3, 4, 5, Locality.UNKNOWN).mapToObj(PLACES::rank).toList());
  }

  private static KnownPlaces places(String... names) {
    return new KnownPlaces(
        IntStream.range(0, names.length)
            .mapToObj(place -> new KnownPlaces.Entry(place, "PPL", names[place]))
            .toList());
  }

  @Property(tries = 200, shrinking = ShrinkingMode.OFF)
  void idsAreNumberedInTheirOrder(@ForAll long seed) {
    int[] ids = new Random(seed).ints(300, 0, 1_000_000_000).distinct().toArray();
    IdTable table = new IdTable(ids);
    for (int i = 0; i < ids.length; i++) {
      assertEquals(i, table.number(ids[i]));
    }
    assertEquals(IdTable.NONE, table.number(2_000_000_000));
    assertThrows(IllegalArgumentException.class, () -> new IdTable(new int[] {7, 7}));
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void whatLiesAroundTwoSpotsIsCountedAsByComparingAllAndTheSameFromBothSides(@ForAll long seed) {
    Random random = new Random(seed);
    List<@Nullable GeoPoint> towns = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      towns.add(random.nextInt(20) == 0 ? null : spot(random));
    }
    Map<Integer, List<Integer>> ties = new HashMap<>();
    for (int i = 0; i < 400; i++) {
      int a = random.nextInt(120);
      int b = random.nextInt(120);
      if (a != b && towns.get(a) != null && towns.get(b) != null) {
        ties.computeIfAbsent(a, t -> new ArrayList<>()).add(b);
        ties.computeIfAbsent(b, t -> new ArrayList<>()).add(a);
      }
    }
    int[][] partners =
        IntStream.range(0, 120)
            .mapToObj(t -> ties.getOrDefault(t, List.of()).stream().mapToInt(p -> p).toArray())
            .toArray(int[][]::new);
    Surroundings surroundings = new Surroundings(towns, partners);
    GeoPoint mine = spot(random);
    GeoPoint theirs = spot(random);
    assertEquals(near(surroundings, mine, theirs), near(surroundings, theirs, mine));
    double ends = ties.values().stream().mapToInt(List::size).sum();
    double there = endsNear(towns, ties, theirs);
    double here = endsNear(towns, ties, mine);
    double between = 0;
    for (Map.Entry<Integer, List<Integer>> of : ties.entrySet()) {
      for (int partner : of.getValue()) {
        between +=
            isNear(towns.get(of.getKey()), mine) && isNear(towns.get(partner), theirs) ? 1 : 0;
      }
    }
    double expected =
        here * there == 0 ? 0 : Math.log((between + 0.3) / (here * there / ends + 0.3));
    assertEquals(expected, near(surroundings, mine, theirs).getFirst(), 1e-9);
  }

  @Test
  void whereNothingIsKnownNothingCounts() {
    TrackRecord record =
        new TrackRecord(
            TrackRecordModel.shipped(), chain(), PLACES, Populations.vocabulary().countries());
    TrackRecord.Side side = record.side(candidate(99, FRANCE, null));
    FieldCandidate other = candidate(Locality.UNKNOWN, GERMANY, new GeoPoint(51, 7));
    side.value(other);
    for (TrackRecord.Part part :
        List.of(
            TrackRecord.Part.SHARED,
            TrackRecord.Part.LINKED,
            TrackRecord.Part.SEATS,
            TrackRecord.Part.NAMES,
            TrackRecord.Part.SURROUNDINGS,
            TrackRecord.Part.ABROAD)) {
      assertEquals(0, side.part(part), 1e-12, part.name());
    }
  }

  @Test
  void theTwinningsThatSpeakForAPairAreNamedWithTheWayThere() {
    TrackRecord record =
        new TrackRecord(
            TrackRecordModel.shipped(), chain(), PLACES, Populations.vocabulary().countries());
    FieldCandidate nearFirst = candidate(70, FRANCE, new GeoPoint(49.1, 2));
    FieldCandidate nearSecond = candidate(71, GERMANY, new GeoPoint(51, 7.1));
    List<Reason> reasons =
        new Explainer(Populations.vocabulary(), Populations.scale(), record)
            .explain(
                nearFirst.columns(), nearSecond.columns(), Weights.defaults(), 0, RankValue.NO_TEXT)
            .mine()
            .parts()
            .getLast()
            .reasons();
    Reason near =
        reasons.stream()
            .filter(r -> r.key().equals("match.reason.track-record.surroundings"))
            .findFirst()
            .orElseThrow(() -> new AssertionError(reasons));
    assertEquals(
        Map.of(
            "known",
            1,
            "reach",
            75L,
            "places",
            new Reason.Codes(Reason.CodeKind.PLACE, List.of("Town 1", "Town 2")),
            "here",
            11L,
            "there",
            7L),
        near.arguments());
    List<String> linked =
        new Explainer(Populations.vocabulary(), Populations.scale(), record)
                .explain(
                    candidate(1, FRANCE, new GeoPoint(49, 2)).columns(),
                    candidate(4, GERMANY, new GeoPoint(54, 12)).columns(),
                    Weights.defaults(),
                    0,
                    RankValue.NO_TEXT)
                .mine()
                .parts()
                .getLast()
                .reasons()
                .stream()
                .map(Reason::key)
                .toList();
    assertTrue(linked.contains("match.reason.track-record.linked"), linked::toString);
  }

  private static List<Double> near(Surroundings surroundings, GeoPoint mine, GeoPoint theirs) {
    FieldCandidate me = candidate(1, FRANCE, mine);
    FieldCandidate them = candidate(2, GERMANY, theirs);
    Surroundings.Around around = surroundings.around(me.x(), me.y(), me.z());
    around.compare(them.x(), them.y(), them.z());
    return List.of(around.near(), around.around());
  }

  private static double endsNear(
      List<@Nullable GeoPoint> towns, Map<Integer, List<Integer>> ties, GeoPoint spot) {
    return ties.entrySet().stream()
        .filter(of -> isNear(towns.get(of.getKey()), spot))
        .mapToInt(of -> of.getValue().size())
        .sum();
  }

  private static boolean isNear(@Nullable GeoPoint town, GeoPoint spot) {
    return town != null && town.kilometresTo(spot) < Surroundings.NEAR;
  }

  private static GeoPoint spot(Random random) {
    return new GeoPoint(50 + random.nextDouble(), 8 + random.nextDouble());
  }

  private static FieldCandidate candidate(int place, int country, @Nullable GeoPoint position) {
    return new FieldCandidate(
        Columns.empty().toBuilder()
            .country(country, false)
            .population(100_000)
            .position(position)
            .cooperation(1)
            .locality(new Locality(place, 0, false, Locality.UNKNOWN, Locality.UNKNOWN))
            .build(),
        Populations.scale());
  }

  private static KnownTies.Town town(int place, int country, @Nullable GeoPoint position) {
    return new KnownTies.Town(
        new Locality(place, 0, false, Locality.UNKNOWN, Locality.UNKNOWN),
        country,
        position,
        "Town " + place);
  }

  private static KnownTies.Twinning twinning(int a, int b) {
    return new KnownTies.Twinning(a, b, false);
  }
}
