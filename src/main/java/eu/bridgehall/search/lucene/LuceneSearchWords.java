package eu.bridgehall.search.lucene;

import eu.bridgehall.search.Facet;
import eu.bridgehall.search.FacetWord;
import eu.bridgehall.search.SearchWords;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.uhighlight.Passage;
import org.apache.lucene.search.uhighlight.PassageFormatter;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.search.uhighlight.WholeBreakIterator;
import org.apache.lucene.util.QueryBuilder;

/** Reads the words of a search with the analyzers of the index, and marks them with Lucene. */
public final class LuceneSearchWords implements SearchWords {
  private final AuthorityAnalyzers analyzers = new AuthorityAnalyzers();
  private final PhraseBook book;

  /**
   * @param words by which the codes of facets are called
   */
  public LuceneSearchWords(List<FacetWord> words) {
    book = new PhraseBook(words, analyzers);
  }

  AuthorityAnalyzers analyzers() {
    return analyzers;
  }

  PhraseBook book() {
    return book;
  }

  @Override
  public Map<Facet, Set<String>> meant(String text) {
    Map<Facet, Set<String>> meant = new EnumMap<>(Facet.class);
    for (PhraseBook.Span span : book.spans(text)) {
      for (PhraseBook.Meaning meaning : span.meanings()) {
        meant.computeIfAbsent(meaning.facet(), key -> new TreeSet<>()).add(meaning.code());
      }
    }
    return meant;
  }

  @Override
  public List<Mark> marks(String text, String language, String content, boolean errors) {
    List<Mark> marks = new ArrayList<>();
    BooleanQuery.Builder folded = new BooleanQuery.Builder();
    for (PhraseBook.Word word : PhraseBook.words(analyzers.folding(), text)) {
      for (String letters : word.stems()) {
        Term term = new Term(AuthorityFields.ALL, letters);
        int forgiven = errors ? TypingErrors.forgiven(letters) : 0;
        folded.add(
            forgiven > 0 ? new FuzzyQuery(term, forgiven) : new TermQuery(term), Occur.SHOULD);
      }
    }
    add(marks, AuthorityFields.ALL, folded.build(), analyzers.folding(), content);
    if (analyzers.knows(language)) {
      Analyzer stems = analyzers.of(language);
      String field = AuthorityAnalyzers.textField(language);
      Query query = new QueryBuilder(stems).createBooleanQuery(field, text, Occur.SHOULD);
      if (query != null) {
        add(marks, field, query, stems, content);
      }
    }
    return apart(marks);
  }

  private static void add(
      List<Mark> marks, String field, Query query, Analyzer analyzer, String content) {
    UnifiedHighlighter highlighter =
        UnifiedHighlighter.builderWithoutSearcher(analyzer)
            .withBreakIterator(WholeBreakIterator::new)
            .withMaxLength(content.length() + 1)
            .withMaxNoHighlightPassages(0)
            .withFormatter(new Places())
            .build();
    try {
      Object found = highlighter.highlightWithoutSearcher(field, query, content, 1);
      if (found instanceof List<?> places) {
        places.forEach(place -> marks.add((Mark) place));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the places of the words instead of a text with marks in it. */
  private static final class Places extends PassageFormatter {
    @Override
    public Object format(Passage[] passages, String content) {
      List<Mark> marks = new ArrayList<>();
      for (Passage passage : passages) {
        for (int i = 0; i < passage.getNumMatches(); i++) {
          marks.add(new Mark(passage.getMatchStarts()[i], passage.getMatchEnds()[i]));
        }
      }
      return marks;
    }
  }

  /** In the order of the text, those that overlap made one. */
  private static List<Mark> apart(List<Mark> marks) {
    List<Mark> apart = new ArrayList<>();
    for (Mark mark : marks.stream().sorted(Comparator.comparingInt(Mark::from)).toList()) {
      if (!apart.isEmpty() && mark.from() < apart.getLast().to()) {
        Mark before = apart.removeLast();
        apart.add(new Mark(before.from(), Math.max(before.to(), mark.to())));
      } else {
        apart.add(mark);
      }
    }
    return List.copyOf(apart);
  }
}
