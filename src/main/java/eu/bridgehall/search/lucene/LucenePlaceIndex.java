package eu.bridgehall.search.lucene;

import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.PlaceHit;
import eu.bridgehall.search.PlaceIndex;
import eu.bridgehall.search.PlaceQuery;
import eu.bridgehall.search.lucene.FirstPlaces.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * The place index in Lucene. Its documents lie in the order of population, so that "the larger
 * place first" costs nothing: each step of a search takes the first documents it meets and stops.
 */
public final class LucenePlaceIndex implements PlaceIndex, AutoCloseable {
  /** What makes a place likelier to be meant counts like so many powers of ten of its people. */
  private static final double LIKELIER = 1;

  /** Below, places are taken to be alike in size; the size of many is not known. */
  private static final long FEWEST_PEOPLE = 100;

  /** Among so many, the largest of each question, the likeliest are looked for. */
  private static final int CANDIDATES = 60;

  private final PlaceIndexFolder folder;
  private final AtomicReference<@Nullable Opened> current = new AtomicReference<>();

  /** An index being searched, with the version it was made from. */
  private record Opened(String version, DirectoryReader reader, IndexSearcher searcher) {}

  /**
   * Opens the index in the folder if one of this program's shape is there.
   *
   * @param folder where the index is kept; made when the index is
   */
  public LucenePlaceIndex(Path folder) {
    this.folder = new PlaceIndexFolder(folder);
    this.folder.open().ifPresent(this::use);
  }

  @Override
  public Optional<String> version() {
    return Optional.ofNullable(current.get()).map(Opened::version);
  }

  @Override
  public synchronized void replaceAll(String version, Stream<IndexedPlace> places) {
    try (places) {
      use(folder.write(version, places));
    }
  }

  @Override
  public List<PlaceHit> find(PlaceQuery query) {
    PlaceKeys.Typed typed = PlaceKeys.ofQuery(query.text());
    Opened index = typed.own().isEmpty() ? null : acquire();
    if (index == null) {
      return List.of();
    }
    try {
      return find(index, query, typed);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release(index.reader());
    }
  }

  /** The present index, which is to be released; null if there is none. */
  private @Nullable Opened acquire() {
    Opened index = current.get();
    // the one that was let go between the two calls is followed by another
    while (index != null && !index.reader().tryIncRef()) {
      index = current.get();
    }
    return index;
  }

  private static List<PlaceHit> find(Opened index, PlaceQuery query, PlaceKeys.Typed typed)
      throws IOException {
    List<PlaceHit> hits = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (PlaceQueries.Step step : PlaceQueries.steps(typed)) {
      int wanted = query.limit() - hits.size();
      if (wanted <= 0) {
        break;
      }
      if (step.lastResort() && !hits.isEmpty()) {
        continue;
      }
      boolean named = !hits.isEmpty() && hits.getFirst().closeness() == PlaceHit.Closeness.EXACT;
      for (long id : first(index, step, named, query.countryCode(), wanted, seen)) {
        seen.add(id);
        hits.add(new PlaceHit(id, step.closeness()));
      }
    }
    return hits;
  }

  /**
   * The next places of a step.
   *
   * @param named whether a place has exactly the name that was typed: then nobody waits for the
   *     likeliest of those that have a similar one
   */
  private static List<Long> first(
      Opened index,
      PlaceQueries.Step step,
      boolean named,
      @Nullable String country,
      int wanted,
      Set<Long> seen)
      throws IOException {
    if (named || step.likelier().isEmpty()) {
      return largest(index, step.query(), country, wanted, seen).stream().map(Found::id).toList();
    }
    int candidates = Math.max(wanted, CANDIDATES);
    Map<Found, Double> weights = new LinkedHashMap<>();
    for (Found place : largest(index, step.query(), country, candidates, seen)) {
      weights.put(place, size(place));
    }
    for (Supplier<Query> question : step.likelier()) {
      for (Found place : largest(index, question, country, candidates, seen)) {
        weights.merge(place, size(place) + LIKELIER, (weight, alone) -> weight + LIKELIER);
      }
    }
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<Found, Double>comparingByValue()
                .reversed()
                .thenComparingLong(entry -> entry.getKey().id()))
        .limit(wanted)
        .map(entry -> entry.getKey().id())
        .toList();
  }

  private static double size(Found place) {
    return Math.log10((double) Math.max(place.population(), FEWEST_PEOPLE));
  }

  private static List<Found> largest(
      Opened index, Supplier<Query> query, @Nullable String country, int wanted, Set<Long> seen)
      throws IOException {
    FirstPlaces first = new FirstPlaces(wanted, seen);
    Query narrowed = inCountry(query.get(), country);
    index.searcher().search(narrowed, new SingleCollector<>(first));
    return first.found();
  }

  private static Query inCountry(Query query, @Nullable String countryCode) {
    if (countryCode == null) {
      return new ConstantScoreQuery(query);
    }
    Term country = new Term(PlaceIndexFolder.COUNTRY, countryCode);
    return new ConstantScoreQuery(
        new BooleanQuery.Builder()
            .add(query, Occur.FILTER)
            .add(new TermQuery(country), Occur.FILTER)
            .build());
  }

  private void use(PlaceIndexFolder.Version version) {
    IndexSearcher searcher = new IndexSearcher(version.reader());
    // each text is asked once; a cache of queries would only cost
    searcher.setQueryCache(null);
    Opened former = current.getAndSet(new Opened(version.name(), version.reader(), searcher));
    if (former != null) {
      release(former.reader());
    }
  }

  private static void release(DirectoryReader reader) {
    try {
      reader.decRef();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Opened last = current.getAndSet(null);
    if (last != null) {
      release(last.reader());
    }
  }
}
