package eu.bridgehall.search.lucene;

import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.PlaceHit;
import eu.bridgehall.search.PlaceIndex;
import eu.bridgehall.search.PlaceQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
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
    Opened index = current.get();
    List<String> keys = PlaceKeys.ofQuery(query.text());
    if (index == null || keys.isEmpty() || !index.reader().tryIncRef()) {
      return List.of();
    }
    try {
      return find(index, query, keys);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      release(index.reader());
    }
  }

  private static List<PlaceHit> find(Opened index, PlaceQuery query, List<String> keys)
      throws IOException {
    List<PlaceHit> hits = new ArrayList<>();
    Set<Long> seen = new LinkedHashSet<>();
    for (PlaceQueries.Step step : PlaceQueries.steps(keys)) {
      if (hits.size() >= query.limit()) {
        break;
      }
      if (step.lastResort() && !hits.isEmpty()) {
        continue;
      }
      Query wanted = inCountry(step.query().get(), query.countryCode());
      FirstPlaces first = new FirstPlaces(query.limit() - hits.size(), seen);
      index.searcher().search(wanted, new SingleCollector<>(first));
      for (long id : first.found()) {
        hits.add(new PlaceHit(id, step.closeness()));
      }
    }
    return hits;
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
