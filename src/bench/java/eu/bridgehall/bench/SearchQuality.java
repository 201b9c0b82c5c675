package eu.bridgehall.bench;

import eu.bridgehall.discovery.SearchWordsFactory;
import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.lucene.LuceneAuthorityIndex;
import eu.bridgehall.search.lucene.LucenePlaceIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How well the search finds: the mean reciprocal rank (MRR) of the right answer among the first
 * ten, which is 1 where it is always first, ½ where always second, 0 where it is never there. Asked
 * for are 1,000 places by a name drawn at random, as it is written and with one error, and the
 * queries of {@code judged-queries.tsv}. Prints what is not found first, too.
 *
 * <p>Argument: the seed of the drawing, 1 if there is none.
 */
public final class SearchQuality {
  private static final int DRAWN = 1_000;

  private SearchQuality() {}

  public static void main(String[] arguments) throws IOException {
    long seed = arguments.length == 0 ? 1 : Long.parseLong(arguments[0]);
    List<IndexedPlace> places = NamedPlaces.read();
    JudgedProfiles profiles = new JudgedProfiles(places);
    Path folder = Files.createTempDirectory("search-quality");
    try (LucenePlaceIndex placeIndex = new LucenePlaceIndex(folder.resolve("places"));
        LuceneAuthorityIndex profileIndex =
            LuceneAuthorityIndex.open(
                folder.resolve("profiles"),
                new UUID(0, 1),
                "quality",
                profiles.vocabulary(),
                SearchWordsFactory.shipped())) {
      placeIndex.replaceAll("quality", places.stream());
      profileIndex.replaceAll(profiles.documents().stream(), "0", count -> {});
      DrawnNames names = new DrawnNames(places, DRAWN, seed);
      names.plain(placeIndex);
      names.edited(placeIndex);
      new JudgedQueries(places, profiles).ask(placeIndex, profileIndex);
    } finally {
      delete(folder);
    }
  }

  /** One through the rank of the first that is right; 0 if none is. */
  static <T> double reciprocalRank(List<T> found, Predicate<T> right) {
    for (int i = 0; i < found.size(); i++) {
      if (right.test(found.get(i))) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  static void miss(double rank, String asked, String right, List<String> found) {
    System.out.printf(Locale.ROOT, "  %.2f  %s: %s, but %s%n", rank, asked.strip(), right, found);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
