package eu.bridgehall.search.lucene;

import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/** Terms that are some typing errors away from what was typed. */
final class TypingErrors {
  private static final int DETERMINIZE_WORK = 100_000;

  private TypingErrors() {}

  /** How many typing errors are forgiven in a text of that length: none, one or two. */
  static int forgiven(String text) {
    int letters = text.codePointCount(0, text.length());
    return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
  }

  /**
   * Terms so many errors away. Only where it costs little the error may be in the first letter,
   * which people rarely get wrong: without it the whole dictionary has to be walked.
   *
   * @param beginning whether terms also count that only begin so
   */
  static AutomatonQuery query(String field, String text, int errors, boolean beginning) {
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
}
