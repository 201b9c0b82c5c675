package eu.bridgehall.search.lucene;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.LuceneLevenshteinDistance;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** Other words in the place of those that no document has which the reader may see. */
final class Corrections {
  private static final int MOST = 3;
  private static final int CANDIDATES = 8;
  private static final int SHORTEST = 4;
  private static final float NEAR = 0.6f;

  private final AuthorityAnalyzers analyzers;
  private final PhraseBook book;
  private final LuceneLevenshteinDistance distance = new LuceneLevenshteinDistance();

  Corrections(LuceneSearchWords words) {
    analyzers = words.analyzers();
    book = words.book();
  }

  /** A word and how near it is, up to 1. */
  private record Near(String word, float nearness) {}

  /** The text with its words replaced, the nearest first; nothing where there is nothing near. */
  List<String> of(IndexSearcher searcher, String text, List<Query> visible) throws IOException {
    List<PhraseBook.Span> spans = book.spans(text);
    List<String> texts = new ArrayList<>(List.of(text));
    List<PhraseBook.Word> words = PhraseBook.words(analyzers.folding(), text);
    boolean corrected = false;
    // from the end, so that the places of the words before stay right
    for (PhraseBook.Word word : words.reversed()) {
      String letters = word.stems().iterator().next();
      if (letters.length() < SHORTEST
          || spans.stream().anyMatch(span -> span.holds(word))
          || has(searcher, letters, visible)) {
        continue;
      }
      List<String> near = near(searcher, letters, visible);
      if (near.isEmpty()) {
        return List.of();
      }
      corrected = true;
      texts =
          texts.stream()
              .flatMap(t -> near.stream().map(n -> replaced(t, word, n)))
              .limit(MOST)
              .toList();
    }
    return corrected ? texts : List.of();
  }

  private static String replaced(String text, PhraseBook.Word word, String by) {
    return text.substring(0, word.from()) + by + text.substring(word.to());
  }

  private List<String> near(IndexSearcher searcher, String letters, List<Query> visible)
      throws IOException {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setAccuracy(NEAR);
    checker.setMinPrefix(0);
    checker.setMinQueryLength(SHORTEST);
    SuggestWord[] known =
        checker.suggestSimilar(
            new Term(AuthorityFields.ALL, letters),
            CANDIDATES,
            searcher.getIndexReader(),
            SuggestMode.SUGGEST_ALWAYS);
    Stream<Near> called =
        book.spellings().keySet().stream()
            .filter(word -> word.length() >= SHORTEST)
            .map(word -> new Near(word, distance.getDistance(letters, word)))
            .filter(near -> near.nearness() >= NEAR);
    Set<String> words = new LinkedHashSet<>();
    for (Near near :
        Stream.concat(Arrays.stream(known).map(w -> new Near(w.string, w.score)), called)
            .sorted(Comparator.comparingDouble((Near near) -> -near.nearness()))
            .toList()) {
      boolean canBeTold =
          book.spellings().containsKey(near.word()) || has(searcher, near.word(), visible);
      if (canBeTold && words.size() < MOST) {
        words.add(book.spellings().getOrDefault(near.word(), near.word()));
      }
    }
    return List.copyOf(words);
  }

  private static boolean has(IndexSearcher searcher, String word, List<Query> visible)
      throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    FilterQueries.filter(query, new TermQuery(new Term(AuthorityFields.ALL, word)));
    visible.forEach(each -> FilterQueries.filter(query, each));
    return searcher.search(query.build(), 1).scoreDocs.length > 0;
  }
}
