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
import org.apache.lucene.util.automaton.Operations;

/**
 * The questions asked of the place index one after the other, from the strictest to the most
 * tolerant. A later one is built only when the earlier ones have not found enough.
 */
final class PlaceQueries {
  static final String NAME = "name";
  static final String WORD = "word";

  /** Keys of the name that is shown, again. */
  static final String SHOWN = "shown";

  /** Names with their accents, as far as they have any. */
  static final String LITERAL = "literal";

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
   * @param likelier narrower questions: what answers one of them is meant more likely
   */
  record Step(
      Closeness closeness,
      boolean lastResort,
      Supplier<Query> query,
      List<Supplier<Query>> likelier) {
    Step {
      likelier = List.copyOf(likelier);
    }
  }

  private PlaceQueries() {}

  /** The steps for what was typed. */
  static List<Step> steps(PlaceKeys.Typed typed) {
    List<Step> steps = new ArrayList<>();
    String literal = typed.literal();
    if (literal != null) {
      steps.add(step(Closeness.EXACT, () -> new TermQuery(new Term(LITERAL, literal))));
    }
    steps.add(step(Closeness.EXACT, () -> oneOf(typed.own())));
    if (!typed.latin().isEmpty()) {
      steps.add(step(Closeness.EXACT, () -> oneOf(typed.latin())));
    }
    List<String> keys = typed.all();
    steps.add(
        step(
            Closeness.BEGINNING,
            () -> any(keys, k -> either(new PrefixQuery(new Term(NAME, k)), allWords(k)))));
    steps.add(step(Closeness.BEGINNING, () -> any(keys, PlaceQueries::beginningWords)));
    List<String> once = PlaceKeys.tolerant(keys).stream().filter(PlaceQueries::isTolerant).toList();
    List<String> twice = once.stream().filter(k -> TypingErrors.forgiven(k) > 1).toList();
    if (!once.isEmpty()) {
      steps.add(similar(false, once, 1));
      steps.add(
          new Step(
              Closeness.SIMILAR,
              true,
              () -> any(once, k -> either(TypingErrors.query(NAME, k, 1, true), similarWords(k))),
              List.of()));
    }
    if (!twice.isEmpty()) {
      steps.add(similar(true, twice, 2));
      steps.add(
          new Step(
              Closeness.SIMILAR,
              true,
              () -> any(twice, k -> TypingErrors.query(NAME, k, 2, true)),
              List.of()));
    }
    return steps;
  }

  private static Step step(Closeness closeness, Supplier<Query> query) {
    return new Step(closeness, false, query, List.of());
  }

  private static Step similar(boolean lastResort, List<String> keys, int errors) {
    List<Supplier<Query>> likelier = new ArrayList<>();
    likelier.add(() -> any(keys, k -> TypingErrors.query(SHOWN, k, errors, false)));
    if (errors == 1) {
      likelier.add(() -> any(keys, PlaceQueries::slipped));
    }
    return new Step(
        Closeness.SIMILAR,
        lastResort,
        () -> any(keys, k -> TypingErrors.query(NAME, k, errors, false)),
        likelier);
  }

  /**
   * Names of which a letter was left out, or two were swapped. Of all errors these two leave the
   * fewest names that can be meant.
   */
  private static Query slipped(String key) {
    int[] letters = key.codePoints().toArray();
    List<Automaton> names = new ArrayList<>();
    for (int i = 0; i <= letters.length; i++) {
      Automaton before = Automata.makeString(letters, 0, i);
      Automaton after = Automata.makeString(letters, i, letters.length - i);
      names.add(Operations.concatenate(List.of(before, Automata.makeAnyChar(), after)));
    }
    for (int i = 0; i + 1 < letters.length; i++) {
      int[] swapped = letters.clone();
      swapped[i] = letters[i + 1];
      swapped[i + 1] = letters[i];
      names.add(Automata.makeString(swapped, 0, swapped.length));
    }
    Automaton any = Operations.determinize(Operations.union(names), DETERMINIZE_WORK);
    return new AutomatonQuery(new Term(NAME, key), any);
  }

  private static Query oneOf(List<String> keys) {
    return new TermInSetQuery(NAME, keys.stream().map(BytesRef::new).toList());
  }

  private static boolean isTolerant(String key) {
    return TypingErrors.forgiven(key) > 0
        && key.codePointCount(0, key.length()) <= LONGEST_TOLERANT;
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
      if (TypingErrors.forgiven(w) > 0) {
        parts.add(TypingErrors.query(WORD, w, 1, last));
      } else {
        parts.add(last ? new PrefixQuery(new Term(WORD, w)) : word(w));
      }
    }
    return all(parts);
  }

  private static TermQuery word(String word) {
    return new TermQuery(new Term(WORD, word));
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
