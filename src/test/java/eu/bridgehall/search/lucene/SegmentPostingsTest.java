package eu.bridgehall.search.lucene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.FirstLook;
import eu.bridgehall.scoring.Gates;
import eu.bridgehall.scoring.Outlook;
import eu.bridgehall.scoring.PairScorer;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.support.Populations;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is told without a look at each is true of each. */
class SegmentPostingsTest {
  private static final ThemeScale SCALE = Populations.scale();
  private static final int DOCUMENTS = 100;

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void noScoreIsAboveWhatIsToldAtFirstSight(@ForAll long seed) {
    Populations populations = new Populations(seed);
    List<Columns> all = columns(populations);
    SegmentPostings postings = postings(all);
    Columns mine = populations.columns();
    FieldCandidate asker = new FieldCandidate(mine, SCALE);
    PairScorer scorer = new PairScorer(asker, populations.weights(), SCALE, Populations.record());
    Outlook outlook = scorer.outlook();
    Lacks lacks = postings.lacks(asker);
    Subsets offered = postings.offered(mine.needs());
    Subsets needed = postings.needed(mine.offers());
    for (int document = 0; document < DOCUMENTS; document++) {
      FieldCandidate other = new FieldCandidate(all.get(document), SCALE);
      if (!other.usual()) {
        assertTrue(postings.unusual().get(document));
        continue;
      }
      int word = document / Long.SIZE;
      int neighbour = document % Long.SIZE;
      offered.moveTo(word);
      needed.moveTo(word);
      int lacking = lacks.of(word, neighbour);
      assertTrue((lacks.having(word, lacking) >>> neighbour & 1) != 0);
      double wanted = outlook.wanted(other);
      double given = outlook.given(other);
      if (outlook.numbersSubsets()) {
        assertEquals(wanted, outlook.wanted(offered.of(neighbour)));
        assertEquals(given, outlook.given(needed.of(neighbour)));
      }
      long[] look = new long[FirstLook.ROW];
      FirstLook.write(other, SCALE.tree(), Populations.TODAY, look, 0);
      double score = scorer.mutual(other);
      assertTrue(score <= outlook.most(wanted, given, lacking, look, 0));
      if (!postings.related(mine.needs(), mine.offers()).get(document)) {
        assertTrue(score <= outlook.mostWithoutThemes(lacking));
      }
      assertEquals(RankValue.standing(other, Populations.TODAY), FirstLook.standing(look, 0), 1e-6);
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void theGatesOfThoseWithoutMustsAreTold(@ForAll long seed) {
    Populations populations = new Populations(seed);
    List<Columns> all = columns(populations);
    SegmentPostings postings = postings(all);
    FieldCandidate asker = new FieldCandidate(populations.columns(), SCALE);
    for (int document = 0; document < DOCUMENTS; document++) {
      FieldCandidate other = new FieldCandidate(all.get(document), SCALE);
      assertEquals(other.musts() != 0, postings.demanding().get(document));
      if (asker.musts() == 0 && other.musts() == 0) {
        assertEquals(
            Gates.areOpen(asker, other), postings.cooperative(asker.cooperation()).get(document));
      }
    }
  }

  private static List<Columns> columns(Populations populations) {
    return IntStream.range(0, DOCUMENTS).mapToObj(i -> populations.columns()).toList();
  }

  private static SegmentPostings postings(List<Columns> all) {
    SegmentPostings postings = new SegmentPostings(DOCUMENTS);
    IntStream.range(0, DOCUMENTS).forEach(i -> postings.add(i, all.get(i)));
    return postings;
  }
}
