package eu.bridgehall.search.names;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Brings a name to the form in which it is compared: lower case, without diacritics, words of
 * letters and digits parted by one space. The script stays as it is. Two names that fold to the
 * same key are the same to a reader who types without care.
 */
public final class NameFolding {
  private static final Normalizer2 COMPOSE = Normalizer2.getNFKCInstance();
  private static final Normalizer2 DECOMPOSE = Normalizer2.getNFKDInstance();

  private static final String APOSTROPHES = "'’‘ʼʹʻʾ`´′＇";

  private NameFolding() {}

  /** The plain key: "Köln" gives "koln", "Кам'янець-Подільський" gives "камянець подільськии". */
  public static String fold(String name) {
    return fold(name, false, false);
  }

  /**
   * Every key under which the name should be found, the plain one first: with the two-letter
   * spelling of ö, ü, ä, å, ø, and with an apostrophe taken as a gap ("L'Aquila" is also "l
   * aquila"). Empty if the name has neither letter nor digit.
   */
  public static List<String> keys(String name) {
    Set<String> keys = new LinkedHashSet<>();
    boolean twoLetters = !isAscii(name);
    keys.add(fold(name, false, false));
    if (twoLetters) {
      keys.add(fold(name, true, false));
    }
    if (hasApostrophe(name)) {
      keys.add(fold(name, false, true));
      keys.add(fold(name, twoLetters, true));
    }
    keys.remove("");
    return List.copyOf(keys);
  }

  /** The name with its accents, in lower case: what somebody means who types them. */
  public static String literal(String name) {
    return COMPOSE.normalize(UCharacter.foldCase(COMPOSE.normalize(name.strip()), true));
  }

  /** Whether the text has a letter beyond the plain Latin ones. */
  public static boolean isAccented(String text) {
    return !isAscii(text);
  }

  private static boolean hasApostrophe(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (APOSTROPHES.indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) > 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String fold(String name, boolean twoLetters, boolean apostropheParts) {
    StringBuilder key = new StringBuilder(name.length() + 4);
    String plain = decomposed(name, twoLetters);
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      append(key, c, apostropheParts);
      i += Character.charCount(c);
    }
    return key.toString().strip();
  }

  /** In lower case, with marks parted from letters, and letters that have none spelt out. */
  private static String decomposed(String name, boolean twoLetters) {
    if (isAscii(name)) {
      return name.toLowerCase(Locale.ROOT);
    }
    // NFKC would make a space and a mark of a lone acute accent, which people type as apostrophe
    String plain = COMPOSE.normalize(name.replace('´', '\''));
    String lower = COMPOSE.normalize(UCharacter.foldCase(plain, true));
    StringBuilder spelt = new StringBuilder(lower.length() + 8);
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      String letters = twoLetters ? spelling(c) : null;
      if (letters == null) {
        letters = lookAlike(c);
      }
      if (letters == null) {
        spelt.append(c);
      } else {
        spelt.append(letters);
      }
    }
    return DECOMPOSE.normalize(spelt);
  }

  /** How people write the letter on a keyboard that lacks it. */
  private static @Nullable String spelling(char c) {
    return switch (c) {
      case 'ä' -> "ae";
      case 'ö', 'ø' -> "oe";
      case 'ü' -> "ue";
      case 'å' -> "aa";
      default -> null;
    };
  }

  /** What is typed for a letter that has no decomposition. */
  private static @Nullable String lookAlike(char c) {
    return switch (c) {
      case 'æ' -> "ae";
      case 'œ' -> "oe";
      case 'ø' -> "o";
      case 'ł' -> "l";
      case 'đ', 'ð' -> "d";
      case 'þ' -> "th";
      case 'ı' -> "i";
      case 'ħ' -> "h";
      case 'ŋ' -> "n";
      case 'ŧ' -> "t";
      case 'ə', 'ǝ' -> "e";
      case 'ґ' -> "г";
      default -> null;
    };
  }

  private static void append(StringBuilder key, int c, boolean apostropheParts) {
    if (Character.isLetterOrDigit(c) && APOSTROPHES.indexOf(c) < 0) {
      key.appendCodePoint(c);
      return;
    }
    boolean vanishes =
        switch (Character.getType(c)) {
          case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
          default -> APOSTROPHES.indexOf(c) >= 0 && !apostropheParts;
        };
    if (!vanishes && !key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
      key.append(' ');
    }
  }
}
