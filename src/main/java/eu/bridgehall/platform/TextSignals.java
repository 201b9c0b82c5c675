package eu.bridgehall.platform;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds in a text what a person should look at before others read it. It flags and never decides,
 * so it may err: dates, spans of years and numbers of inhabitants are no telephone numbers.
 */
public final class TextSignals {
  private static final Pattern EMAIL =
      Pattern.compile(
          "[\\p{L}\\d._%+-]+(?:@|\\s?[(\\[]\\s?(?:at|ät|@)\\s?[)\\]]\\s?)[\\p{L}\\d-]+\\S*");

  private static final Pattern LINK =
      Pattern.compile(
          "https?://\\S|www\\.\\S|(?<![\\p{L}\\d.-])[\\p{L}\\d-]{3,}\\."
              + "(?:com|net|org|info|biz|eu|io|app|shop|online|site|ua|de|fr|pl|it|nl|cz|sk|ro|md|ge)"
              + "(?![\\p{L}\\d-])");

  private static final Pattern DATE =
      Pattern.compile("(?<!\\d)\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}(?!\\d)");

  /** Begins as numbers to dial do, or is a long row of figures. */
  private static final Pattern PHONE =
      Pattern.compile(
          "(?<![\\p{L}\\d])(?:(?:\\+|\\(?0)\\d?(?:[\\s().\\-/]{0,2}\\d){6,14}|\\d{9,15})(?![\\p{L}\\d])");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private TextSignals() {}

  /**
   * What stands in the text.
   *
   * @param words words, or beginnings of words, or several words in a row
   */
  public static Set<TextSignal> find(String text, Collection<String> words) {
    EnumSet<TextSignal> found = EnumSet.noneOf(TextSignal.class);
    String rest = EMAIL.matcher(text).replaceAll(" ");
    if (!rest.equals(text)) {
      found.add(TextSignal.EMAIL);
    }
    if (LINK.matcher(rest).find()) {
      found.add(TextSignal.LINK);
    }
    if (PHONE.matcher(DATE.matcher(rest).replaceAll(" ")).find()) {
      found.add(TextSignal.PHONE);
    }
    String inRow = words(text);
    if (words.stream().map(TextSignals::words).anyMatch(w -> !w.isBlank() && inRow.contains(w))) {
      found.add(TextSignal.WORD);
    }
    return found;
  }

  /** The words in small letters, a blank before each, so that a word's beginning can be found. */
  private static String words(String text) {
    return " " + BETWEEN_WORDS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
  }
}
