package eu.bridgehall.bench;

import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.PlaceHit;
import eu.bridgehall.search.PlaceQuery;
import eu.bridgehall.search.lucene.LucenePlaceIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How long it takes to make the place index over all places and to search in it: prints the
 * percentiles in milliseconds of one thread, by kind of query. Queries are drawn from the names of
 * places of 5,000 people or more, always the same ones.
 *
 * <p>With words as arguments, prints what is found for each of them instead.
 */
public final class PlaceSearchBenchmark {
  private static final int WARM_UP = 1_500;
  private static final int MEASURED = 2_000;
  private static final int LIMIT = 10;
  private static final long LARGE = 5_000;

  private PlaceSearchBenchmark() {}

  public static void main(String[] arguments) throws IOException {
    List<IndexedPlace> places = NamedPlaces.read();
    Path folder = Files.createTempDirectory("places-benchmark");
    try (LucenePlaceIndex index = new LucenePlaceIndex(folder)) {
      long start = System.nanoTime();
      index.replaceAll("benchmark", places.stream());
      System.out.printf("%d places indexed in %.0f ms%n", places.size(), millisSince(start));
      if (arguments.length > 0) {
        show(index, places, arguments);
        return;
      }
      kinds(places).forEach((kind, queries) -> measure(index, kind, queries));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static void show(LucenePlaceIndex index, List<IndexedPlace> places, String[] words) {
    for (String word : words) {
      System.out.println(word);
      for (PlaceHit hit : index.find(new PlaceQuery(word, null, LIMIT))) {
        IndexedPlace place =
            places.stream().filter(p -> p.id() == hit.id()).findFirst().orElseThrow();
        System.out.printf(
            "   %-10s %s %s %d (%d)%n",
            hit.closeness(),
            place.names().getFirst(),
            place.countryCode(),
            place.population(),
            place.id());
      }
    }
  }

  private static Map<String, List<String>> kinds(List<IndexedPlace> places) {
    Random random = new Random(1);
    List<String> names =
        places.stream()
            .filter(p -> p.population() >= LARGE)
            .map(p -> p.names().get(random.nextInt(p.names().size())))
            .toList();
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < WARM_UP + MEASURED; i++) {
      drawn.add(names.get(random.nextInt(names.size())));
    }
    Map<String, List<String>> kinds = new TreeMap<>();
    kinds.put("1 whole name", drawn);
    kinds.put("2 first letter", drawn.stream().map(n -> start(n, 1)).toList());
    kinds.put("3 first two letters", drawn.stream().map(n -> start(n, 2)).toList());
    kinds.put("4 first four letters", drawn.stream().map(n -> start(n, 4)).toList());
    kinds.put("5 one letter wrong", drawn.stream().map(n -> wrong(n, random)).toList());
    kinds.put(
        "6 two letters wrong", drawn.stream().map(n -> wrong(wrong(n, random), random)).toList());
    return kinds;
  }

  private static void measure(LucenePlaceIndex index, String kind, List<String> queries) {
    double[] millis = new double[MEASURED];
    for (int i = 0; i < queries.size(); i++) {
      long start = System.nanoTime();
      index.find(new PlaceQuery(queries.get(i), null, LIMIT));
      if (i >= WARM_UP) {
        millis[i - WARM_UP] = millisSince(start);
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-22s p50 %6.2f   p90 %6.2f   p99 %6.2f   max %6.2f ms%n",
        kind, at(millis, 0.5), at(millis, 0.9), at(millis, 0.99), millis[MEASURED - 1]);
  }

  private static double at(double[] sorted, double share) {
    return sorted[(int) (sorted.length * share)];
  }

  private static double millisSince(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private static String start(String name, int letters) {
    int length = name.codePointCount(0, name.length());
    return name.substring(0, name.offsetByCodePoints(0, Math.min(letters, length)));
  }

  private static String wrong(String name, Random random) {
    StringBuilder wrong = new StringBuilder(name);
    wrong.setCharAt(random.nextInt(name.length()), (char) ('a' + random.nextInt(26)));
    return wrong.toString();
  }
}
