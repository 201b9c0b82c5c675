package eu.bridgehall.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectionTerminatedException;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Takes the first so many places that no earlier step has found, in the order of the index. */
final class FirstPlaces implements Collector {
  private final int wanted;
  private final Set<Long> seen;
  private final List<Found> found = new ArrayList<>();

  /**
   * A place.
   *
   * @param population 0 if unknown
   */
  record Found(long id, long population) {}

  /**
   * @param wanted how many are wanted, 1 or more
   * @param seen ids of places found before, which are passed over
   */
  FirstPlaces(int wanted, Set<Long> seen) {
    this.wanted = wanted;
    this.seen = seen;
  }

  List<Found> found() {
    return found;
  }

  @Override
  public ScoreMode scoreMode() {
    return ScoreMode.COMPLETE_NO_SCORES;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
    NumericDocValues ids = DocValues.getNumeric(context.reader(), PlaceIndexFolder.ID);
    NumericDocValues people = DocValues.getNumeric(context.reader(), PlaceIndexFolder.POPULATION);
    return new LeafCollector() {
      @Override
      public void setScorer(Scorable scorer) {
        // nothing is scored: the order is that of the documents
      }

      @Override
      public void collect(int doc) throws IOException {
        if (found.size() >= wanted) {
          throw new CollectionTerminatedException();
        }
        if (ids.advanceExact(doc) && !seen.contains(ids.longValue())) {
          long population = people.advanceExact(doc) ? people.longValue() : 0;
          found.add(new Found(ids.longValue(), population));
        }
      }
    };
  }
}
