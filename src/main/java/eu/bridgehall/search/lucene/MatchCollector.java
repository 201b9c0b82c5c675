package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.PairScorer;
import eu.bridgehall.search.MatchRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.ScoreMode;

/**
 * Scores the candidates that the filters let through, with the product's own score on the segments'
 * columns. Lucene's scores are floats and its ties go by document number, so neither is used to
 * order.
 */
final class MatchCollector implements Collector {
  // how many are scored first for each that is wanted
  private static final int FIRST = 4;

  private final MatchRequest request;
  private final ColumnCache cache;
  private final boolean hasText;
  private final FieldCandidate asker;
  private final Ranking ranking;
  private final List<SegmentCandidates> segments = new ArrayList<>();

  MatchCollector(MatchRequest request, ColumnCache cache, boolean hasText, Ranking ranking) {
    this.request = request;
    this.cache = cache;
    this.hasText = hasText;
    asker = new FieldCandidate(request.columns(), request.scale());
    this.ranking = ranking;
  }

  @Override
  public LeafCollector getLeafCollector(LeafReaderContext context) {
    SegmentCandidates segment =
        new SegmentCandidates(asker, request, cache.columns(context.reader()), hasText, ranking);
    segments.add(segment);
    return segment;
  }

  @Override
  public ScoreMode scoreMode() {
    return hasText ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
  }

  /**
   * Scores those that were let through. Those whose themes promise most come first, so that the
   * bounds of nearly all others tell that they need not be scored.
   */
  void rank() {
    PairScorer scorer = new PairScorer(asker, request.weights(), request.scale(), request.record());
    Steps steps = new Steps();
    segments.forEach(segment -> segment.bound(scorer.outlook(), steps));
    int first = Math.max(1, steps.above(ranking.wanted() * FIRST));
    segments.forEach(segment -> segment.rank(first, Steps.END, scorer));
    segments.forEach(segment -> segment.rank(1, first, scorer));
    segments.forEach(segment -> segment.rankOthers(scorer));
  }
}
