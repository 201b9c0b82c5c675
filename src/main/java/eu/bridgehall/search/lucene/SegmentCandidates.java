package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.Candidate;
import eu.bridgehall.scoring.FirstLook;
import eu.bridgehall.scoring.Gates;
import eu.bridgehall.scoring.Lack;
import eu.bridgehall.scoring.Outlook;
import eu.bridgehall.scoring.PairScorer;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.search.MatchRequest;
import java.io.IOException;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The candidates of one segment: those that pass the gates are gathered, then bounded by their
 * themes, then scored as far as they may matter. Memory is read in its order, since waiting for it
 * takes longer than computing.
 */
final class SegmentCandidates implements LeafCollector {
  private static final double ROUNDING = 1 - 1e-6;

  private final Candidate asker;
  private final Ranking ranking;
  private final SegmentColumns columns;
  private final ColumnCursor candidate;
  private final int today;
  private final long[] firstLooks;
  private final FixedBitSet open;
  private final FixedBitSet related;
  private final Subsets offered;
  private final Subsets needed;
  private final Lacks lacks;
  private final char[] steps;
  private final float @Nullable [] relevances;
  private @Nullable Scorable text;

  SegmentCandidates(
      Candidate asker, MatchRequest request, SegmentColumns columns, boolean hasText, Ranking to) {
    this.asker = asker;
    ranking = to;
    this.columns = columns;
    candidate = new ColumnCursor(columns, request.scale());
    today = request.today();
    firstLooks = columns.firstLooks(request.scale(), today);
    int documents = columns.size();
    open = new FixedBitSet(documents);
    related = columns.postings.related(request.columns().needs(), request.columns().offers());
    offered = columns.postings.offered(request.columns().needs());
    needed = columns.postings.needed(request.columns().offers());
    lacks = columns.postings.lacks(asker);
    steps = new char[documents];
    relevances = hasText ? new float[documents] : null;
  }

  @Override
  public void setScorer(Scorable scorable) {
    text = scorable;
  }

  @Override
  public void collect(int document) throws IOException {
    open.set(document);
    if (relevances != null && text != null) {
      relevances[document] = text.score();
    }
  }

  /** Leaves those to whom a gate is shut: looks at one alone only where there are musts. */
  @Override
  public void finish() {
    open.and(columns.postings.cooperative(asker.cooperation()));
    long[] words = open.getBits();
    long passed = 0;
    for (int word = 0; word < words.length; word++) {
      long rest =
          asker.musts() == 0
              ? words[word] & columns.postings.demanding().getBits()[word]
              : words[word];
      for (; rest != 0; rest &= rest - 1) {
        candidate.moveTo(word * Long.SIZE + Long.numberOfTrailingZeros(rest));
        if (!Gates.areOpen(asker, candidate)) {
          words[word] &= ~Long.lowestOneBit(rest);
        }
      }
      passed += Long.bitCount(words[word]);
    }
    ranking.pass(passed);
  }

  /** Bounds those who have something for the asker, or it for them, or have not stated both. */
  void bound(Outlook outlook, Steps to) {
    boolean numbers = outlook.numbersSubsets();
    long[] words = open.getBits();
    for (int word = 0; word < words.length; word++) {
      offered.moveTo(word);
      needed.moveTo(word);
      long rest = words[word] & related.getBits()[word];
      for (; rest != 0; rest &= rest - 1) {
        int neighbour = Long.numberOfTrailingZeros(rest);
        int document = word * Long.SIZE + neighbour;
        double most =
            numbers
                ? most(
                    outlook.wanted(offered.of(neighbour)),
                    outlook.given(needed.of(neighbour)),
                    lacks.of(word, neighbour),
                    document,
                    outlook)
                : most(lacks.of(word, neighbour), document, outlook);
        steps[document] = columns.postings.unusual().get(document) ? Steps.ALWAYS : to.add(most);
      }
    }
  }

  /** Scores those whose step is at least {@code from} and below {@code to}, if they may matter. */
  void rank(int from, int to, PairScorer scorer) {
    int least = Math.max(from, Steps.of(ranking.least()));
    for (int document = 0; document < steps.length; document++) {
      if (steps[document] >= least && steps[document] < to) {
        score(document, scorer);
        least = Math.max(from, Steps.of(ranking.least()));
      }
    }
  }

  /** Scores those who have nothing for each other, as far as they may matter. */
  void rankOthers(PairScorer scorer) {
    Outlook outlook = scorer.outlook();
    long[] words = open.getBits();
    for (int word = 0; word < words.length; word++) {
      long others = words[word] & ~related.getBits()[word];
      for (int set = 0; set < Lack.SETS; set++) {
        if (outlook.mostWithoutThemes(set) >= ranking.least()) {
          long rest = others & lacks.having(word, set);
          for (; rest != 0; rest &= rest - 1) {
            int document = word * Long.SIZE + Long.numberOfTrailingZeros(rest);
            if (most(0, 0, set, document, outlook) >= ranking.least()) {
              score(document, scorer);
            }
          }
        }
      }
    }
  }

  /** The most that the rank value of a usual candidate can be. */
  private double most(int lacking, int document, Outlook outlook) {
    candidate.moveTo(document);
    return most(outlook.wanted(candidate), outlook.given(candidate), lacking, document, outlook);
  }

  private double most(double wanted, double given, int lacking, int document, Outlook outlook) {
    return outlook.most(wanted, given, lacking, firstLooks, FirstLook.ROW * document)
        * factor(document);
  }

  private void score(int document, PairScorer scorer) {
    candidate.moveTo(document);
    // a little less for what is rounded
    double least = ROUNDING * ranking.least() / factor(document);
    double mutual = scorer.mutualAtLeast(candidate, least);
    if (mutual != PairScorer.TOO_LOW) {
      double rank = RankValue.value(mutual, candidate, today, text(document));
      ranking.offer(rank, mutual, candidate.idHigh(), candidate.idLow());
    }
  }

  /** What standing and text make of a score, rounded. */
  private double factor(int document) {
    return FirstLook.standing(firstLooks, FirstLook.ROW * document) * text(document);
  }

  private double text(int document) {
    return relevances == null ? RankValue.NO_TEXT : RankValue.text(relevances[document]);
  }
}
