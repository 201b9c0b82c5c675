package eu.bridgehall.search.lucene;

import eu.bridgehall.search.PlaceHit.Closeness;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The questions asked of the place index one after the other, from the strictest to the most
 * tolerant. A later one is built only when the earlier ones have not found enough.
 */
final class PlaceQueries {
  static final String NAME = "name";
  static final String WORD = "word";

  /** Beyond this many letters nobody makes only two errors, and the automata grow. */
  private static final int LONGEST_TOLERANT = 48;

  private static final int DETERMINIZE_WORK = 100_000;

  /**
   * One step.
   *
   * @param closeness what a hit of this step is called
   * @param lastResort whether it is taken only when the steps before have found nothing at all: it
   *     costs the most, and beside better hits its own are noise
   * @param query made when the step is reached
   */
  record Step(Closeness closeness, boolean lastResort, Supplier<Query> query) {}

  private PlaceQueries() {}

  /** The steps for these keys of what was typed. */
  static List<Step> steps(List<String> keys) {
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            Closeness.EXACT,
            false,
            () -> new TermInSetQuery(NAME, keys.stream().map(BytesRef::new).toList())));
    steps.add(
        new Step(
            Closeness.BEGINNING,
            false,
            () -> any(keys, k -> either(new PrefixQuery(new Term(NAME, k)), allWords(k)))));
    steps.add(new Step(Closeness.BEGINNING, false, () -> any(keys, PlaceQueries::beginningWords)));
    List<String> once = PlaceKeys.tolerant(keys).stream().filter(PlaceQueries::isTolerant).toList();
    List<String> twice = once.stream().filter(k -> PlaceKeys.errors(k) > 1).toList();
    addSimilar(steps, once, false, k -> similar(NAME, k, 1, false));
    addSimilar(steps, once, true, k -> either(similar(NAME, k, 1, true), similarWords(k)));
    addSimilar(steps, twice, true, k -> similar(NAME, k, 2, false));
    addSimilar(steps, twice, true, k -> similar(NAME, k, 2, true));
    return steps;
  }

  private static void addSimilar(
      List<Step> steps, List<String> keys, boolean lastResort, Function<String, Query> question) {
    if (!keys.isEmpty()) {
      steps.add(new Step(Closeness.SIMILAR, lastResort, () -> any(keys, question)));
    }
  }

  private static boolean isTolerant(String key) {
    return PlaceKeys.errors(key) > 0 && key.codePointCount(0, key.length()) <= LONGEST_TOLERANT;
  }

  private static Query allWords(String key) {
    return all(PlaceKeys.words(key).stream().map(w -> (Query) word(w)).toList());
  }

  /** Every word is one of the name's, the last may have been typed in part only. */
  private static Query beginningWords(String key) {
    List<String> words = PlaceKeys.words(key);
    List<Query> parts = new ArrayList<>();
    words.subList(0, words.size() - 1).forEach(w -> parts.add(word(w)));
    parts.add(new PrefixQuery(new Term(WORD, words.getLast())));
    return all(parts);
  }

  /** As above, each word of four letters or more with one error. */
  private static Query similarWords(String key) {
    List<String> words = PlaceKeys.words(key);
    List<Query> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      String w = words.get(i);
      boolean last = i == words.size() - 1;
      if (PlaceKeys.errors(w) > 0) {
        parts.add(similar(WORD, w, 1, last));
      } else {
        parts.add(last ? new PrefixQuery(new Term(WORD, w)) : word(w));
      }
    }
    return all(parts);
  }

  private static TermQuery word(String word) {
    return new TermQuery(new Term(WORD, word));
  }

  /**
   * Names so many errors away. Only where it costs little the error may be in the first letter,
   * which people rarely get wrong: without it the whole dictionary has to be walked.
   */
  private static Query similar(String field, String text, int errors, boolean beginning) {
    boolean firstLetterStands = beginning || errors > 1;
    int letters = firstLetterStands ? text.offsetByCodePoints(0, 1) : 0;
    Automaton near =
        new LevenshteinAutomata(text.substring(letters), true)
            .toAutomaton(errors, text.substring(0, letters));
    if (near == null) {
      throw new IllegalArgumentException("No automaton for " + errors + " errors");
    }
    Automaton wanted =
        beginning
            ? Operations.determinize(
                Operations.concatenate(List.of(near, Automata.makeAnyString())), DETERMINIZE_WORK)
            : near;
    return new AutomatonQuery(new Term(field, text), wanted);
  }

  private static Query any(List<String> keys, Function<String, Query> question) {
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    keys.forEach(k -> any.add(question.apply(k), Occur.SHOULD));
    return any.build();
  }

  private static Query either(Query one, Query other) {
    return new BooleanQuery.Builder().add(one, Occur.SHOULD).add(other, Occur.SHOULD).build();
  }

  private static Query all(List<Query> parts) {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    parts.forEach(p -> all.add(p, Occur.FILTER));
    return all.build();
  }
}
