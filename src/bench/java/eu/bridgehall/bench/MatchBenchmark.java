package eu.bridgehall.bench;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.LanguageSet;
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
import eu.bridgehall.search.lucene.LuceneAuthorityIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Measures how long it takes to fill the index and to find the twenty best of all profiles, beside
 * a plain loop over arrays with a simpler score that does nothing else. Prints what it measured.
 */
public final class MatchBenchmark {
  private static final int THEMES = 64;
  private static final int FIELDS = 12;
  private static final int COUNTRIES = 47;
  private static final int ROUNDS = 6;
  private static final int QUERIES = 60;
  private static final int TOP = 20;
  private static final int TODAY = 20_000;

  private final Random random = new Random(7);
  private final Vocabulary vocabulary = vocabulary();
  private final ThemeScale scale =
      new ThemeScale(vocabulary.tree(), ThemeRarity.of("bench", rarities()));

  private MatchBenchmark() {}

  public static void main(String[] args) throws IOException {
    int[] sizes =
        args.length == 0
            ? new int[] {1_000, 10_000, 100_000, 150_000}
            : Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    for (int size : sizes) {
      new MatchBenchmark().measure(size);
    }
  }

  private void measure(int size) throws IOException {
    Path folder = Files.createTempDirectory("bench-index");
    List<Columns> columns = IntStream.range(0, size).mapToObj(i -> columns()).toList();
    try (LuceneAuthorityIndex index =
        LuceneAuthorityIndex.open(folder, new UUID(0, 1), "bench", vocabulary)) {
      long start = System.nanoTime();
      index.replaceAll(
          IntStream.range(0, size).mapToObj(i -> document(i, columns.get(i))), "0", count -> {});
      System.out.printf("%,d profiles%n", size);
      System.out.printf("  rebuild %.1f s%n", (System.nanoTime() - start) / 1e9);
      ArrayLoop loop = new ArrayLoop(columns, rarities());
      for (int round = 0; round < ROUNDS; round++) {
        long[] engine = new long[QUERIES];
        long[] plain = new long[QUERIES];
        for (int query = 0; query < QUERIES; query++) {
          int asker = (query * 2477 + round) % size;
          long before = System.nanoTime();
          index.match(request(asker, columns.get(asker)));
          long between = System.nanoTime();
          loop.best(asker);
          engine[query] = between - before;
          plain[query] = System.nanoTime() - between;
        }
        print(round, engine, plain);
      }
    } finally {
      delete(folder);
    }
  }

  private static void print(int round, long[] engine, long[] plain) {
    Arrays.sort(engine);
    Arrays.sort(plain);
    System.out.printf(
        "  round %d: engine median %.2f ms, p95 %.2f ms; plain loop median %.2f ms; ratio %.2f%n",
        round,
        engine[QUERIES / 2] / 1e6,
        engine[QUERIES * 95 / 100] / 1e6,
        plain[QUERIES / 2] / 1e6,
        (double) engine[QUERIES / 2] / plain[QUERIES / 2]);
  }

  private MatchRequest request(int asker, Columns columns) {
    return new MatchRequest(
        new UUID(0, asker),
        columns,
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

  private static Vocabulary vocabulary() {
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

  private Columns columns() {
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
                random.nextInt(10) == 0 ? 1 << 1 : 0))
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

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /** The bar to get under: themes, size, one word of languages and wished countries, no more. */
  private static final class ArrayLoop {
    private final long[] needs;
    private final long[] offers;
    private final long[] languages;
    private final long[] wished;
    private final int[] cooperation;
    private final int[] country;
    private final float[] logPopulation;
    private final double[] rarity;

    ArrayLoop(List<Columns> all, double[] rarity) {
      this.rarity = rarity;
      needs = all.stream().mapToLong(c -> c.needs().lo()).toArray();
      offers = all.stream().mapToLong(c -> c.offers().lo()).toArray();
      languages = all.stream().mapToLong(c -> c.languages().first()).toArray();
      wished = all.stream().mapToLong(c -> c.wishes().countries()).toArray();
      cooperation = all.stream().mapToInt(Columns::cooperation).toArray();
      country = all.stream().mapToInt(Columns::country).toArray();
      logPopulation = new float[all.size()];
      for (int i = 0; i < logPopulation.length; i++) {
        logPopulation[i] = (float) Math.log(Math.max(1, all.get(i).population()));
      }
    }

    double best(int asker) {
      PriorityQueue<double[]> top =
          new PriorityQueue<>(TOP + 1, Comparator.comparingDouble(entry -> entry[0]));
      double mass = mass(needs[asker]);
      for (int other = 0; other < needs.length; other++) {
        if (other == asker || (cooperation[asker] & cooperation[other]) == 0) {
          continue;
        }
        double mine = oneSided(asker, other, mass);
        double theirs = oneSided(other, asker, mass(needs[other]));
        double score = 2 * mine * theirs / (mine + theirs + 1e-9);
        if (top.size() < TOP) {
          top.add(new double[] {score, other});
        } else if (score > top.element()[0]) {
          top.remove();
          top.add(new double[] {score, other});
        }
      }
      return top.element()[0];
    }

    private double oneSided(int me, int them, double mass) {
      double need = mass == 0 ? 0.5 : mass(needs[me] & offers[them]) / mass;
      double apart = logPopulation[me] - logPopulation[them];
      double size = Math.exp(-apart * apart / 2.4);
      double language = (languages[me] & languages[them]) != 0 ? 1 : 0.3;
      double region = wished[me] == 0 ? 0.7 : (wished[me] >>> country[them] & 1) != 0 ? 1 : 0;
      return 0.5 * need + 0.2 * size + 0.15 * language + 0.15 * region;
    }

    private double mass(long bits) {
      double sum = 0;
      for (long rest = bits; rest != 0; rest &= rest - 1) {
        sum += rarity[Long.numberOfTrailingZeros(rest)];
      }
      return sum;
    }
  }
}
