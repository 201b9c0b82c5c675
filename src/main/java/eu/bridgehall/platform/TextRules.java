package eu.bridgehall.platform;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What text that a person has sent may hold. Refused everywhere: control characters, marks that
 * turn the direction of reading (a name can be made to read as another one), unpaired surrogates
 * and private characters; in a line also every character that is not seen. Text is kept in Unicode
 * form NFC, without spaces at its ends.
 */
public final class TextRules {
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Zs}]+");
  private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Zs}]+|[\\s\\p{Zs}]+$");
  private static final Pattern LINE_ENDS = Pattern.compile("\r\n?");
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int VARIATION_SELECTOR_16 = 0xFE0F;
  private static final int TAGS = 0xE0000;
  private static final int TAGS_END = 0xE0FFF;

  private TextRules() {}

  /** The line as it is kept: NFC, runs of spaces made one, none at the ends. */
  public static String line(String text) {
    return SPACES.matcher(text(text)).replaceAll(" ");
  }

  /** The text as it is kept: NFC, lines ended by a line feed, no spaces at the ends. */
  public static String text(String text) {
    String lines = LINE_ENDS.matcher(text).replaceAll("\n");
    return ENDS.matcher(Normalizer.normalize(lines, Normalizer.Form.NFC)).replaceAll("");
  }

  /**
   * What is wrong with a single line such as a name.
   *
   * @param max the longest allowed, in characters (code points)
   * @return a message key with the argument {@code max}; empty where nothing is wrong
   */
  public static Optional<String> problemOfLine(@Nullable String text, int max) {
    return problem(text, max, true);
  }

  /** As {@link #problemOfLine}, of a text of several lines. */
  public static Optional<String> problemOfText(@Nullable String text, int max) {
    return problem(text, max, false);
  }

  private static Optional<String> problem(@Nullable String text, int max, boolean line) {
    if (text == null) {
      return Optional.of("error.text.missing");
    }
    boolean foreign =
        line
            ? text.codePoints().anyMatch(TextRules::isRefusedInLine)
            : text.codePoints().anyMatch(TextRules::isRefusedInText);
    if (foreign) {
      return Optional.of("error.text.characters");
    }
    String kept = text(text);
    if (kept.isEmpty()) {
      return Optional.of("error.text.missing");
    }
    return kept.codePointCount(0, kept.length()) > max
        ? Optional.of("error.text.tooLong")
        : Optional.empty();
  }

  private static boolean isRefusedInLine(int c) {
    return isRefusedInText(c)
        || c == '\n'
        || c == '\r'
        || c == '\t'
        || c == ZERO_WIDTH_JOINER
        || c == ZERO_WIDTH_NON_JOINER
        || c == VARIATION_SELECTOR_16;
  }

  private static boolean isRefusedInText(int c) {
    if (c == '\n' || c == '\r' || c == '\t') {
      return false;
    }
    if (c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER) {
      return false; // scripts and pictures are written with them
    }
    if (c >= TAGS && c <= TAGS_END) {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }
}
