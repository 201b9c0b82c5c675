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
    SegmentColumns columns = cache.columns(context.reader());
    ColumnCursor candidate = new ColumnCursor(columns, request.scale());
    double[] standings = columns.standings(candidate, request.today());
    return new LeafCollector() {
      private @Nullable Scorable text;

      @Override
      public void setScorer(Scorable scorable) {
        text = scorable;
      }

      @Override
      public void collect(int document) throws IOException {
        candidate.moveTo(document);
        if (!Gates.areOpen(asker, candidate)) {
          return;
        }
        ranking.pass();
        double least = ranking.least();
        // the factor of the text is not above 1, so what is too low stays too low
        double mutual = scorer.mutualAtLeast(candidate, least / standings[document]);
        if (mutual >= least) {
          double factor =
              hasText && text != null ? RankValue.text(text.score()) : RankValue.NO_TEXT;
          double rank = RankValue.value(mutual, candidate, request.today(), factor);
          ranking.offer(rank, mutual, candidate.idHigh(), candidate.idLow());
        }
      }
    };
  }

  @Override
  public ScoreMode scoreMode() {
    return hasText ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }
}
