package eu.bridgehall.search.lucene;

import eu.bridgehall.search.names.NameFolding;
import eu.bridgehall.search.names.Romanisation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.QueryBuilder;

/**
 * Turns words that a person typed into a query. Nothing in them is an operator. The language of the
 * words is not known, so every language's field is asked with its own stems.
 */
final class TextQueries {
  /** So many words of what was typed are asked for. */
  static final int MOST_WORDS = 24;

  /**
   * More than so many words come to in every language, in every way of writing them and with all
   * that is a typing error away. What is typed is bounded by its words: to refuse it by the clauses
   * that they make would depend on what stands in the index.
   */
  private static final int MOST_CLAUSES = 1 << 16;

  private static final List<String> FILLING = List.of("en", "fr", "de", "uk");
  private static final float NAME_BOOST = 4;
  private static final float FUZZY_BOOST = 0.5f;
  private static final float TIE = 0.1f;

  /** A name that is exactly what was typed stands before whatever else answers it. */
  private static final float WHOLE_NAME_BOOST = 60;

  /** Who states a theme answers its name better than who mentions it in passing. */
  private static final float MEANING_BOOST = 20;

  /** Between equal answers the larger authority comes first, and only between such. */
  private static final float POPULATION_WEIGHT = 0.02f;

  private static final float POPULATION_SCALE = 1000;

  private final AuthorityAnalyzers analyzers;
  private final PhraseBook book;

  TextQueries(LuceneSearchWords words) {
    IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
    analyzers = words.analyzers();
    book = words.book();
  }

  /**
   * Documents that have all the words: in the names with typing errors, in the texts, or as the
   * code of a facet that the words call by name.
   */
  Query all(String text) {
    List<String> words = words(analyzers.folding(), text);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    List<Query> ways = new ArrayList<>();
    ways.add(mixed(words));
    Set<String> names = new LinkedHashSet<>(NameFolding.keys(text));
    for (String typed : Romanisation.ofTyped(text)) {
      List<String> latin = words(analyzers.folding(), typed);
      names.addAll(NameFolding.keys(typed));
      if (!latin.isEmpty()) {
        ways.add(mixed(latin));
      }
    }
    ways.add(
        new BoostQuery(
            new ConstantScoreQuery(
                new TermInSetQuery(
                    AuthorityFields.WHOLE_NAME, names.stream().map(BytesRef::new).toList())),
            WHOLE_NAME_BOOST));
    List<PhraseBook.Span> spans = book.spans(text);
    if (!spans.isEmpty()) {
      ways.add(meant(text, spans));
    }
    addLanguages(ways, AuthorityAnalyzers::textField, text, BooleanClause.Occur.MUST);
    return new BooleanQuery.Builder()
        .add(new DisjunctionMaxQuery(ways, TIE), BooleanClause.Occur.MUST)
        .add(
            FeatureField.newLogQuery(
                AuthorityFields.RANK,
                AuthorityFields.RANK_POPULATION,
                POPULATION_WEIGHT,
                POPULATION_SCALE),
            BooleanClause.Occur.SHOULD)
        .build();
  }

  /** Every word somewhere, where those that call a code by name may stand for the code. */
  private Query meant(String text, List<PhraseBook.Span> spans) {
    List<PhraseBook.Word> words = PhraseBook.words(analyzers.folding(), text);
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    for (PhraseBook.Span span : spans) {
      List<Query> either = new ArrayList<>();
      for (PhraseBook.Meaning meaning : span.meanings()) {
        String field = AuthorityFields.facetField(meaning.facet());
        Query stated = new ConstantScoreQuery(new TermQuery(new Term(field, meaning.code())));
        either.add(new BoostQuery(stated, MEANING_BOOST));
      }
      List<String> letters =
          words.stream().filter(span::holds).flatMap(word -> word.stems().stream()).toList();
      if (!letters.isEmpty()) {
        either.add(mixed(letters));
      }
      every.add(new DisjunctionMaxQuery(either, TIE), BooleanClause.Occur.MUST);
    }
    List<String> rest =
        words.stream()
            .filter(word -> spans.stream().noneMatch(span -> span.holds(word)))
            .filter(word -> !isFiller(word, text))
            .flatMap(word -> word.stems().stream())
            .limit(MOST_WORDS)
            .toList();
    if (!rest.isEmpty()) {
      every.add(mixed(rest), BooleanClause.Occur.MUST);
    }
    return every.build();
  }

  /** Whether one of the languages leaves the word out: "in", "et", "für". */
  private boolean isFiller(PhraseBook.Word word, String text) {
    String alone = text.substring(word.from(), word.to());
    return FILLING.stream()
        .anyMatch(language -> PhraseBook.words(analyzers.of(language), alone).isEmpty());
  }

  /**
   * Documents that have any of the words in their texts, the more of them the better.
   *
   * @param ideas whether the project ideas are texts too
   */
  Query any(String text, boolean ideas) {
    List<String> words = words(analyzers.folding(), text);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    List<Query> ways = new ArrayList<>();
    ways.add(some(AuthorityFields.ALL, words));
    addLanguages(ways, AuthorityAnalyzers::textField, text, BooleanClause.Occur.SHOULD);
    if (ideas) {
      ways.add(some(AuthorityFields.IDEAS, words));
      addLanguages(ways, AuthorityAnalyzers::ideaField, text, BooleanClause.Occur.SHOULD);
    }
    return new DisjunctionMaxQuery(ways, TIE);
  }

  private static Query some(String field, List<String> words) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    words.forEach(
        word -> any.add(new TermQuery(new Term(field, word)), BooleanClause.Occur.SHOULD));
    return any.build();
  }

  /** Names that have the words, of the last perhaps only the beginning. */
  Query beginning(String text) {
    return inNames(
        text,
        word -> new TermQuery(new Term(AuthorityFields.NAME, word)),
        word -> new PrefixQuery(new Term(AuthorityFields.NAME, word)));
  }

  /** The same with a typing error in each word of four letters or more. */
  Query nearlyBeginning(String text) {
    return inNames(text, word -> nearly(word, false), word -> nearly(word, true));
  }

  private static Query nearly(String word, boolean beginning) {
    return TypingErrors.forgiven(word) > 0
        ? TypingErrors.query(AuthorityFields.NAME, word, 1, beginning)
        : new TermQuery(new Term(AuthorityFields.NAME, word));
  }

  private Query inNames(
      String text, Function<String, Query> whole, Function<String, Query> beginning) {
    Set<List<String>> ways = new LinkedHashSet<>();
    ways.add(words(text));
    Romanisation.ofTyped(text).forEach(typed -> ways.add(words(typed)));
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    for (List<String> words : ways) {
      if (!words.isEmpty()) {
        BooleanQuery.Builder every = new BooleanQuery.Builder();
        words
            .subList(0, words.size() - 1)
            .forEach(word -> every.add(whole.apply(word), BooleanClause.Occur.FILTER));
        every.add(beginning.apply(words.getLast()), BooleanClause.Occur.FILTER);
        any.add(every.build(), BooleanClause.Occur.SHOULD);
      }
    }
    return any.build();
  }

  /** The words of a text in the order in which they stand, folded. */
  List<String> words(String text) {
    return words(analyzers.folding(), text);
  }

  private void addLanguages(
      List<Query> ways, UnaryOperator<String> field, String text, BooleanClause.Occur occur) {
    QueryBuilder builder = new QueryBuilder(analyzers.perField());
    String few = String.join(" ", firstWords(text));
    for (String language : analyzers.languages()) {
      Query query = builder.createBooleanQuery(field.apply(language), few, occur);
      if (query != null) {
        ways.add(query);
      }
    }
  }

  private static List<String> firstWords(String text) {
    List<String> words = List.of(text.strip().split("\\s+"));
    return words.subList(0, Math.min(MOST_WORDS, words.size()));
  }

  /** Every word somewhere: in a name, also with typing errors, or in a text. */
  private static Query mixed(List<String> words) {
    BooleanQuery.Builder every = new BooleanQuery.Builder();
    for (String word : words) {
      List<Query> places = new ArrayList<>();
      Term name = new Term(AuthorityFields.NAME, word);
      places.add(new BoostQuery(new TermQuery(name), NAME_BOOST));
      places.add(new TermQuery(new Term(AuthorityFields.ALL, word)));
      int errors = TypingErrors.forgiven(word);
      if (errors > 0) {
        places.add(new BoostQuery(new FuzzyQuery(name, errors), FUZZY_BOOST));
      }
      every.add(new DisjunctionMaxQuery(places, TIE), BooleanClause.Occur.MUST);
    }
    return every.build();
  }

  private static List<String> words(Analyzer analyzer, String text) {
    List<String> words = new ArrayList<>();
    try (TokenStream tokens = analyzer.tokenStream(AuthorityFields.ALL, text)) {
      CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
      tokens.reset();
      while (words.size() < MOST_WORDS && tokens.incrementToken()) {
        words.add(term.toString());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
