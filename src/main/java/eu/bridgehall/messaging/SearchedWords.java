package eu.bridgehall.messaging;

import com.ibm.icu.text.Collator;
import com.ibm.icu.text.RuleBasedCollator;
import com.ibm.icu.text.StringSearch;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.FieldChecks;
import java.text.Normalizer;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that are looked for in messages, however they are capitalised and accented.
 *
 * @param words as they were typed
 */
record SearchedWords(List<String> words) {
  private static final int LONGEST = 100;
  private static final int MOST = 10;
  private static final Pattern SPACES = Pattern.compile(" ");
  private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]");

  SearchedWords {
    words = List.copyOf(words);
  }

  /**
   * The words of a line.
   *
   * @throws DomainException.Invalid where there is none
   */
  static SearchedWords of(@Nullable String typed) {
    FieldChecks checks = new FieldChecks();
    String line = checks.line("q", typed, LONGEST);
    checks.done();
    return new SearchedWords(Stream.of(SPACES.split(line)).distinct().limit(MOST).toList());
  }

  /** Patterns for LIKE, one for each word, of the text as the database keeps it for this. */
  String[] patterns() {
    return words.stream().map(SearchedWords::pattern).toArray(String[]::new);
  }

  private static String pattern(String word) {
    String apart = Normalizer.normalize(word, Normalizer.Form.NFKD);
    String folded = MARKS.matcher(apart).replaceAll("").toLowerCase(Locale.ROOT).replace("ß", "ss");
    return "%" + folded.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  /** Where the words stand in a text. */
  List<FoundMessage.Mark> marks(String text) {
    RuleBasedCollator letters = (RuleBasedCollator) Collator.getInstance(ULocale.ROOT);
    letters.setStrength(Collator.PRIMARY);
    List<FoundMessage.Mark> all = new ArrayList<>();
    for (String word : words) {
      StringSearch search = new StringSearch(word, new StringCharacterIterator(text), letters);
      for (int at = search.first(); at != StringSearch.DONE; at = search.next()) {
        all.add(new FoundMessage.Mark(at, at + search.getMatchLength()));
      }
    }
    all.sort(Comparator.comparingInt(FoundMessage.Mark::from));
    List<FoundMessage.Mark> apart = new ArrayList<>();
    for (FoundMessage.Mark mark : all) {
      if (apart.isEmpty() || apart.getLast().to() <= mark.from()) {
        apart.add(mark);
      }
    }
    return apart;
  }
}
