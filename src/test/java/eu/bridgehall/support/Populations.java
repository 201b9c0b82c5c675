package eu.bridgehall.support;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Criterion;
import eu.bridgehall.scoring.KnownPlaces;
import eu.bridgehall.scoring.KnownTies;
import eu.bridgehall.scoring.LanguageSet;
import eu.bridgehall.scoring.Locality;
import eu.bridgehall.scoring.Must;
import eu.bridgehall.scoring.Standing;
import eu.bridgehall.scoring.ThemeRarity;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.TrackRecordModel;
import eu.bridgehall.scoring.TrackRecordModel.Feature;
import eu.bridgehall.scoring.TrackRecordModel.Point;
import eu.bridgehall.scoring.Vocabulary;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.scoring.Wishes;
import eu.bridgehall.search.AuthorityDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Seeded populations of authorities that state much, little and nothing, with a small vocabulary.
 */
public final class Populations {
  public static final int TODAY = 20_000;

  /** Sums of the track record that come to 0 and to 1. */
  public static final double RECORD_FROM = -3;

  public static final double RECORD_TO = 5;
  private static final int FIELDS = 6;
  private static final int THEMES = 80;
  private static final int REGIONS = 30;
  private static final int PLACES = 60;
  private static final String[] WORDS = {
    "energy", "water", "youth", "culture", "tourism", "housing", "mobility", "health"
  };

  private final Random random;

  public Populations(long seed) {
    random = new Random(seed);
  }

  /** Six fields and 74 themes, so that both words of a theme set are used. */
  public static Vocabulary vocabulary() {
    List<Map.Entry<String, String>> themes = new ArrayList<>();
    for (int theme = 0; theme < THEMES; theme++) {
      themes.add(
          theme < FIELDS
              ? Map.entry("t" + theme, "t" + theme)
              : Map.entry("t" + theme, "t" + theme % FIELDS));
    }
    List<String> regions = new ArrayList<>();
    for (int region = 0; region < REGIONS; region++) {
      regions.add("R" + region);
    }
    return Vocabulary.of(
        "test",
        List.of("UA", "FR", "DE", "PL", "FI", "PT"),
        List.of("en", "fr", "uk", "de", "pl"),
        themes,
        List.of("twinning", "project", "mentoring", "youth"),
        List.of("coast", "island", "mountain", "border"),
        regions);
  }

  public static ThemeScale scale() {
    double[] rarities = new double[THEMES];
    for (int theme = 0; theme < THEMES; theme++) {
      rarities[theme] = 1 + (theme * 7 % 13) / 5.0;
    }
    return new ThemeScale(vocabulary().tree(), ThemeRarity.of("test-1", rarities));
  }

  /** A track record of sixty places, with twinnings and numbers of its own. */
  public static TrackRecord record() {
    Random random = new Random(9);
    List<KnownTies.Town> towns = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      Locality locality =
          new Locality(
              place, place % 4, place % 3 == 0, place % 6, 10 + place % 6 + place / 6 % 2 * 6);
      towns.add(
          new KnownTies.Town(
              locality,
              place % 6,
              new GeoPoint(40 + place % 8 * 0.2, 10 + place * 0.05),
              "P" + place));
    }
    List<KnownTies.Twinning> twinnings = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      int a = random.nextInt(PLACES - 1);
      twinnings.add(new KnownTies.Twinning(a, a + 1 + random.nextInt(PLACES - 1 - a), i % 20 == 0));
    }
    Map<Feature, List<Point>> curves =
        Map.of(
            Feature.SIZE, List.of(new Point(0, 1), new Point(1, 0.3), new Point(4, -2)),
            Feature.DISTANCE, List.of(new Point(0, 3), new Point(500, 0), new Point(3000, -2)),
            Feature.SHARED, List.of(new Point(0, 0), new Point(1, 1.5), new Point(3, 2)),
            Feature.LINKED, List.of(new Point(0, 0), new Point(1, 0.5)));
    TrackRecordModel model =
        new TrackRecordModel(
            curves,
            Map.of("1-1", 0.5, "1-3", -0.5, "2-3", 0.25),
            Map.of("0-0", -0.1, "1-2", 0.3, "3-3", 2.0),
            List.of(0.1, -0.2, 0.4),
            Map.of("DE-FR", 1.2, "PL-UA", 0.8, "FI-PT", -0.7),
            new TrackRecordModel.Factors(-1.5, 0.6, 0.4, 0.3, 0.5, 0.7, 0.8, 0.2),
            RECORD_FROM,
            RECORD_TO);
    KnownTies ties = new KnownTies("test-1", towns, twinnings, REGIONS);
    return new TrackRecord(model, ties, places(), vocabulary().countries());
  }

  /** Half of the places that authorities stand for, some of them seats, some named alike. */
  private static KnownPlaces places() {
    List<String> features = List.of("PPL", "PPLA2", "PPLA", "PPLC");
    List<KnownPlaces.Entry> entries = new ArrayList<>();
    for (int place = 0; place < PLACES; place++) {
      entries.add(
          new KnownPlaces.Entry(place, features.get(place % 7 % 4), "Town of " + WORDS[place % 8]));
    }
    return new KnownPlaces(entries);
  }

  public Columns columns() {
    int country = random.nextInt(6);
    boolean placed = random.nextInt(8) > 0;
    return Columns.empty().toBuilder()
        .country(country, country == 0)
        .regions(List.of(random.nextInt(10), 10 + random.nextInt(10), 20 + random.nextInt(10)))
        .needs(themes())
        .offers(themes())
        .interests(themes())
        .cooperation(random.nextInt(5) == 0 ? 0 : 1 + random.nextInt(15))
        .languages(languages())
        .traits(random.nextInt(16))
        .population(random.nextInt(10) == 0 ? 0 : (int) Math.exp(5 + random.nextGaussian() * 2 + 4))
        .position(
            placed ? new GeoPoint(40 + random.nextDouble() * 20, random.nextDouble() * 35) : null)
        .locality(
            new Locality(
                random.nextInt(5) == 0 ? Locality.UNKNOWN : random.nextInt(2 * PLACES),
                random.nextInt(4),
                random.nextBoolean(),
                country,
                random.nextInt(4) == 0
                    ? Locality.UNKNOWN
                    : 10 + country + (random.nextBoolean() ? 6 : 0)))
        .wishes(wishes())
        .standing(standing())
        .weights(random.nextInt(4) == 0 ? weights() : Weights.defaults())
        .build();
  }

  private ThemeSet themes() {
    ThemeSet set = ThemeSet.EMPTY;
    int count = random.nextInt(20) == 0 ? 12 : random.nextInt(6);
    for (int i = 0; i < count; i++) {
      set = set.with((int) (random.nextDouble() * random.nextDouble() * THEMES));
    }
    return set;
  }

  private LanguageSet languages() {
    return random.nextInt(6) == 0
        ? LanguageSet.EMPTY
        : LanguageSet.of(random.nextInt(5), random.nextInt(3));
  }

  private Wishes wishes() {
    int min = random.nextInt(3) == 0 ? 1 + random.nextInt(20_000) : 0;
    int max = random.nextInt(3) == 0 ? min + 1 + random.nextInt(100_000) : 0;
    int musts = 0;
    for (Must must : Must.values()) {
      musts |= random.nextInt(12) == 0 ? must.bit() : 0;
    }
    return new Wishes(
        random.nextBoolean() ? random.nextInt(64) : 0,
        random.nextBoolean() ? List.of(random.nextInt(REGIONS)) : List.of(),
        random.nextInt(3) == 0 ? random.nextInt(16) : 0,
        random.nextInt(5) == 0,
        min,
        max,
        random.nextInt(4) == 0 ? 1 + random.nextInt(1500) : 0,
        musts);
  }

  private Standing standing() {
    return new Standing(
        random.nextInt(10) > 0,
        random.nextInt(4) == 0 ? Standing.UNKNOWN : TODAY - random.nextInt(900),
        random.nextInt(20),
        random.nextBoolean() ? Standing.UNKNOWN : random.nextInt(10));
  }

  /** Any weights that a request may ask for; now and then but one criterion counts. */
  public Weights weights() {
    Map<String, Integer> chosen = new HashMap<>();
    if (random.nextInt(6) == 0) {
      for (Criterion criterion : Criterion.values()) {
        chosen.put(criterion.id(), 0);
      }
      List<Criterion> all = List.of(Criterion.values());
      chosen.put(all.get(random.nextInt(all.size())).id(), 1 + random.nextInt(100));
      return Weights.of(chosen);
    }
    for (Criterion criterion : Criterion.values()) {
      if (random.nextBoolean()) {
        chosen.put(criterion.id(), random.nextInt(4) == 0 ? 0 : random.nextInt(101));
      }
    }
    chosen.put(Criterion.NEEDS.id(), 1 + random.nextInt(100));
    return Weights.of(chosen);
  }

  public AuthorityDocument document() {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    String name = WORDS[random.nextInt(WORDS.length)] + "ville " + random.nextInt(1000);
    return new AuthorityDocument(
        id,
        columns(),
        random.nextInt(4) == 0 ? "region" : "municipality",
        name,
        List.of(name, "Old " + name),
        Map.of("en", "We work on " + WORDS[random.nextInt(WORDS.length)]),
        random.nextInt(3) > 0,
        random.nextInt(50));
  }

  /** So many documents, each with its own id. */
  public List<AuthorityDocument> documents(int count) {
    List<AuthorityDocument> documents = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      documents.add(document());
    }
    return documents;
  }
}
