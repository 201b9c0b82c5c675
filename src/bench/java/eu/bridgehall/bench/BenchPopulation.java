package eu.bridgehall.bench;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.LanguageSet;
import eu.bridgehall.scoring.Must;
import eu.bridgehall.scoring.Standing;
import eu.bridgehall.scoring.ThemeRarity;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.scoring.Wishes;
import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.MatchRequest;
import eu.bridgehall.search.SearchFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Authorities drawn by a seeded generator, the same in every run: four needs and four offers each,
 * interests and wished countries for one in two, a wished distance and a must for one in ten. Some
 * may state needs alone.
 */
final class BenchPopulation {
  static final int TOP = 20;
  static final int TODAY = 20_000;

  private static final int THEMES = 64;
  private static final int FIELDS = 12;
  private static final int COUNTRIES = 47;
  private static final int STEP = 2477;

  private final Random random = new Random(7);
  private final Vocabulary vocabulary = madeUp();
  private final ThemeScale scale =
      new ThemeScale(vocabulary.tree(), ThemeRarity.of("bench", rarities()));
  private final List<Columns> columns;

  /**
   * @param withoutOffers of how many one states needs alone; 0 if nobody does
   */
  BenchPopulation(int size, int withoutOffers) {
    columns =
        IntStream.range(0, size)
            .mapToObj(i -> withoutOffers > 0 && i % withoutOffers == 0 ? alone(draw()) : draw())
            .toList();
  }

  private static Columns alone(Columns drawn) {
    return drawn.toBuilder().offers(ThemeSet.EMPTY).build();
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  ThemeScale scale() {
    return scale;
  }

  List<Columns> columns() {
    return columns;
  }

  /** Who asks next: all over the population, and everybody in turn. */
  int asker(int query) {
    return Math.floorMod(query * STEP, columns.size());
  }

  Stream<AuthorityDocument> documents() {
    return IntStream.range(0, columns.size()).mapToObj(i -> document(i, columns.get(i)));
  }

  MatchRequest request(int asker) {
    return new MatchRequest(
        new UUID(0, asker),
        columns.get(asker),
        Weights.defaults(),
        scale,
        TrackRecord.NONE,
        Set.of(),
        SearchFilter.ALL,
        null,
        TODAY,
        0,
        TOP);
  }

  private static Vocabulary madeUp() {
    List<Map.Entry<String, String>> themes = new ArrayList<>();
    for (int theme = 0; theme < THEMES; theme++) {
      themes.add(Map.entry("t" + theme, "t" + (theme < FIELDS ? theme : theme % FIELDS)));
    }
    return Vocabulary.of(
        "bench",
        codes("C", COUNTRIES),
        codes("l", 30),
        themes,
        codes("k", 8),
        codes("f", 8),
        codes("R", 2000));
  }

  private static List<String> codes(String prefix, int count) {
    return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
  }

  private static double[] rarities() {
    double[] rarities = new double[THEMES];
    for (int theme = 0; theme < THEMES; theme++) {
      rarities[theme] = 1 + Math.log(64.0 / (1 + theme));
    }
    return rarities;
  }

  private Columns draw() {
    int country = random.nextInt(COUNTRIES);
    return Columns.empty().toBuilder()
        .country(country, country == 0)
        .regions(
            List.of(random.nextInt(100), 100 + random.nextInt(300), 400 + random.nextInt(1600)))
        .needs(themes())
        .offers(themes())
        .interests(random.nextBoolean() ? themes() : ThemeSet.EMPTY)
        .cooperation(1 + random.nextInt(255))
        .languages(LanguageSet.of(random.nextInt(30), random.nextInt(3) > 0 ? 0 : 1))
        .traits(random.nextInt(256) & random.nextInt(256))
        .population((int) Math.exp(Math.log(500) + random.nextGaussian() * 1.5 + 2))
        .position(new GeoPoint(36 + random.nextDouble() * 30, random.nextDouble() * 40 - 9))
        .wishes(
            new Wishes(
                random.nextBoolean() ? random.nextLong() & random.nextLong() : 0,
                List.of(),
                0,
                random.nextInt(4) == 0,
                0,
                0,
                random.nextInt(10) == 0 ? 800 : 0,
                random.nextInt(10) == 0 ? Must.PLACE.bit() : 0))
        .standing(
            new Standing(
                random.nextInt(20) > 0,
                TODAY - random.nextInt(600),
                random.nextInt(6),
                1 + random.nextInt(6)))
        .build();
  }

  private ThemeSet themes() {
    ThemeSet set = ThemeSet.EMPTY;
    for (int i = 0; i < 4; i++) {
      set = set.with((int) (random.nextDouble() * random.nextDouble() * THEMES));
    }
    return set;
  }

  private static AuthorityDocument document(int number, Columns columns) {
    String name = "Stadt " + Integer.toString(number * 31, 36) + "hausen";
    return new AuthorityDocument(
        new UUID(0, number),
        columns,
        "municipality",
        name,
        List.of(name, "Місто " + number),
        Map.of(
            "de",
            "Wir sind eine Gemeinde am Fluss und arbeiten an Energie, Wasser und Jugendarbeit. "
                + "Mit unseren Partnern bauen wir Schulen um und tauschen Erfahrungen aus.",
            "en",
            "We are a town on a river and work on energy, water and youth. With our partners we "
                + "renovate schools and exchange what we have learnt."),
        true,
        number);
  }
}
