package eu.bridgehall.bench;

import eu.bridgehall.search.AuthorityDocument;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.Facet;
import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.PlaceHit;
import eu.bridgehall.search.PlaceIndex;
import eu.bridgehall.search.PlaceQuery;
import eu.bridgehall.search.SearchFilter;
import eu.bridgehall.search.SearchPage;
import eu.bridgehall.search.SearchRequest;
import eu.bridgehall.search.SearchSort;
import eu.bridgehall.search.names.NameFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The queries of {@code judged-queries.tsv} with the answers that people wrote beside them. A place
 * is told by one of its names and its country, the largest of that name; a profile by what it must
 * state, conditions apart by spaces and codes of one apart by commas, any of which will do.
 */
final class JudgedQueries {
  private static final Path FILE = Path.of("src/bench/resources/judged-queries.tsv");
  private static final int LIMIT = 10;
  private static final int SHOWN = 3;

  private final List<IndexedPlace> places;
  private final Map<Long, IndexedPlace> placesById;
  private final Map<UUID, AuthorityDocument> profiles;
  private final JudgedProfiles population;

  private record Query(String in, String text, String filters, String right) {}

  JudgedQueries(List<IndexedPlace> places, JudgedProfiles population) {
    this.places = places;
    this.population = population;
    placesById = places.stream().collect(Collectors.toMap(IndexedPlace::id, place -> place));
    profiles =
        population.documents().stream()
            .collect(Collectors.toMap(AuthorityDocument::id, document -> document));
  }

  void ask(PlaceIndex placeIndex, AuthorityIndex profileIndex) throws IOException {
    double sum = 0;
    System.out.println("judged queries, those whose answer is not first:");
    List<Query> queries =
        Files.readAllLines(FILE).stream()
            .skip(1)
            .map(line -> line.split("\t", -1))
            .map(cells -> new Query(cells[0], cells[1], cells[2], cells[3]))
            .toList();
    for (Query query : queries) {
      sum += query.in().equals("places") ? place(placeIndex, query) : profile(profileIndex, query);
    }
    System.out.printf(
        Locale.ROOT, "judged queries: MRR %.3f of %d%n", sum / queries.size(), queries.size());
  }

  private double place(PlaceIndex index, Query query) {
    long right = right(query.right());
    List<IndexedPlace> found =
        index.find(new PlaceQuery(query.text(), null, LIMIT)).stream()
            .map(PlaceHit::id)
            .map(placesById::get)
            .toList();
    double rank = SearchQuality.reciprocalRank(found, place -> place.id() == right);
    if (rank < 1) {
      SearchQuality.miss(
          rank,
          query.text(),
          query.right(),
          found.stream().limit(SHOWN).map(DrawnNames::label).toList());
    }
    return rank;
  }

  private long right(String nameAndCountry) {
    int space = nameAndCountry.lastIndexOf(' ');
    String name = NameFolding.fold(nameAndCountry.substring(0, space));
    String country = nameAndCountry.substring(space + 1);
    return places.stream()
        .filter(place -> place.countryCode().equals(country))
        .filter(place -> place.names().stream().anyMatch(n -> NameFolding.fold(n).equals(name)))
        .max(Comparator.comparingLong(IndexedPlace::population))
        .orElseThrow(() -> new IllegalStateException("No place " + nameAndCountry))
        .id();
  }

  private double profile(AuthorityIndex index, Query query) {
    Map<Facet, Set<String>> chosen = new EnumMap<>(Facet.class);
    conditions(query.filters())
        .forEach(
            (facet, codes) -> chosen.put(Facet.valueOf(facet.toUpperCase(Locale.ROOT)), codes));
    SearchFilter filter = new SearchFilter(chosen, 0, 0, null, true);
    SearchPage page =
        index.find(
            new SearchRequest(query.text(), filter, SearchSort.RELEVANCE, null, LIMIT, null));
    List<AuthorityDocument> found =
        page.hits().stream().map(SearchPage.Hit::id).map(profiles::get).toList();
    Map<String, Set<String>> right = conditions(query.right());
    Predicate<AuthorityDocument> answers =
        document ->
            right.entrySet().stream()
                .allMatch(
                    condition ->
                        population.states(document, condition.getKey()).stream()
                            .anyMatch(condition.getValue()::contains));
    double rank = SearchQuality.reciprocalRank(found, answers);
    if (rank < 1) {
      SearchQuality.miss(
          rank,
          query.text() + " " + query.filters(),
          query.right(),
          found.stream().limit(SHOWN).map(AuthorityDocument::name).toList());
    }
    return rank;
  }

  private static Map<String, Set<String>> conditions(String text) {
    return text.lines()
        .flatMap(line -> List.of(line.split(" ")).stream())
        .filter(Predicate.not(String::isBlank))
        .map(condition -> condition.split("=", 2))
        .collect(Collectors.toMap(c -> c[0], c -> Set.of(c[1].split(","))));
  }
}
