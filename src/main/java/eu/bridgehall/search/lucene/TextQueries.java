package eu.bridgehall.search.lucene;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;

/**
 * Turns words that a person typed into a query. Nothing in them is an operator. The language of the
 * words is not known, so every language's field is asked with its own stems.
 */
final class TextQueries {
  /** So many words of what was typed are asked for. */
  static final int MOST_WORDS = 24;

  private static final int ONE_ERROR_FROM = 4;
  private static final int TWO_ERRORS_FROM = 8;
  private static final float NAME_BOOST = 4;
  private static final float FUZZY_BOOST = 0.5f;
  private static final float TIE = 0.1f;

  private final AuthorityAnalyzers analyzers;

  TextQueries(AuthorityAnalyzers analyzers) {
    this.analyzers = analyzers;
  }

  /** Documents that have all the words: in the names with typing errors, or in the texts. */
  Query all(String text) {
    List<String> words = words(analyzers.folding(), text);
    if (words.isEmpty()) {
      return new MatchNoDocsQuery("no words");
    }
    List<Query> ways = new ArrayList<>();
    ways.add(mixed(words));
    List<String> latin = words(analyzers.folding(), AuthorityFields.latin(text));
    if (!latin.equals(words) && !latin.isEmpty()) {
      ways.add(mixed(latin));
    }
    addLanguages(ways, AuthorityAnalyzers::textField, text, BooleanClause.Occur.MUST);
    return new DisjunctionMaxQuery(ways, TIE);
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
      int length = word.codePointCount(0, word.length());
      if (length >= ONE_ERROR_FROM) {
        int errors = length >= TWO_ERRORS_FROM ? 2 : 1;
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
