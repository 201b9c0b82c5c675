package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.Gates;
import eu.bridgehall.scoring.PairScorer;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.search.MatchRequest;
import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Scores every candidate that the filters let through, with the product's own score on the
 * segment's columns. Lucene's scores are floats and its ties go by document number, so neither is
 * used to order.
 */
final class MatchCollector implements Collector {
  private final MatchRequest request;
  private final ColumnCache cache;
  private final boolean hasText;
  private final FieldCandidate asker;
  private final PairScorer scorer;
  private final Ranking ranking;

  MatchCollector(MatchRequest request, ColumnCache cache, boolean hasText, Ranking ranking) {
    this.request = request;
    this.cache = cache;
    this.hasText = hasText;
    asker = new FieldCandidate(request.columns(), request.scale());
    scorer = new PairScorer(asker, request.weights(), request.scale(), request.record());
    this.ranking = ranking;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) {
    ColumnCursor candidate = new ColumnCursor(cache.columns(context.reader()), request.scale());
    return new LeafCollector() {
      private @Nullable Scorable text;

      @Override
      public void setScorer(Scorable scorable) {
        text = scorable;
      }

      @Override
      public void collect(int document) throws IOException {
        candidate.moveTo(document);
        if (Gates.areOpen(asker, candidate)) {
          ranking.pass();
          double factor =
              hasText && text != null ? RankValue.text(text.score()) : RankValue.NO_TEXT;
          rank(candidate, factor);
        }
      }
    };
  }

  private void rank(ColumnCursor candidate, double text) {
    double least = ranking.least();
    // no factor is above 1, so a mutual score that is too low stays too low
    double mutual = scorer.mutualAtLeast(candidate, least);
    if (mutual >= least) {
      double rank = RankValue.value(mutual, candidate, request.today(), text);
      ranking.offer(rank, mutual, candidate.idHigh(), candidate.idLow());
    }
  }

  @Override
  public ScoreMode scoreMode() {
    return hasText ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }
}
