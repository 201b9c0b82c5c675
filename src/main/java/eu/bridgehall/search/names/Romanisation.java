package eu.bridgehall.search.names;

import com.ibm.icu.text.Transliterator;
import com.ibm.icu.text.UnicodeSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes names of other scripts in Latin letters, in the several ways that people do: a Ukrainian
 * town is typed by the official table, by BGN/PCGN, in the scholars' way, and after the habits of
 * German, Polish, French and of Russian spelling. Other scripts go through ICU alone.
 */
public final class Romanisation {
  private static final UnicodeSet NOT_LATIN =
      new UnicodeSet("[[:L:]-[:Latin:]-[:Common:]]").freeze();
  private static final UnicodeSet CYRILLIC = new UnicodeSet("[:Cyrillic:]").freeze();
  private static final UnicodeSet NOT_UKRAINIAN = new UnicodeSet("[ыэёъЫЭЁЪ]").freeze();

  private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");

  private static final Map<Character, String> OFFICIAL =
      table(
          "а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r"
              + " с s т t у u ф f х kh ц ts ч ch ш sh щ shch ь - ю iu я ia ы y э e ё e ъ -");
  private static final Map<Character, String> OFFICIAL_FIRST = table("є ye ї yi й y ю yu я ya");

  /** The other habits, told by what differs from the official table. */
  private static final List<Map<Character, String>> HABITS =
      Stream.of(
              table("є ye ї yi й y ю yu я ya"),
              table("є je ж z ї ji й j х ch ц c ч c ш s щ sc ю ju я ja"),
              table("в w є je ж sch з s ї ji й j х ch ц z ч tsch ш sch щ schtsch ю ju я ja"),
              table("в w є je ж z ї ji й j х ch ц c ч cz ш sz щ szcz ю ju я ja"),
              table("є ie ж j у ou ч tch ш ch щ chtch ю iou я ia"),
              table("г g є e и i ї i й y ю yu я ya"))
          .map(Romanisation::merged)
          .toList();

  private Romanisation() {}

  /** Whether the text has a letter of another script than Latin. */
  public static boolean isNeeded(String text) {
    return NOT_LATIN.containsSome(text);
  }

  /**
   * A Ukrainian name by the official table of 2010, with a capital at the beginning of each word:
   * "Бахчисарайський" gives "Bakhchysaraiskyi".
   */
  public static String official(String ukrainian) {
    String lower = ukrainian.toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(lower.length() + 8);
    for (String word : spell(lower, OFFICIAL, OFFICIAL_FIRST).split("(?<=[ -])", -1)) {
      out.append(capitalised(word));
    }
    return out.toString();
  }

  /**
   * The ways to write the text in Latin letters, the most usual first; nothing if it is in Latin
   * letters already. Case is lost, diacritics may be left: fold the result.
   *
   * @param ukrainian whether the text belongs to Ukraine, so that Cyrillic is read as Ukrainian
   */
  public static List<String> of(String text, boolean ukrainian) {
    if (!isNeeded(text)) {
      return List.of();
    }
    Set<String> ways = new LinkedHashSet<>();
    if (CYRILLIC.containsSome(text) && ukrainian && NOT_UKRAINIAN.containsNone(text)) {
      String lower = text.toLowerCase(Locale.ROOT);
      ways.add(spell(lower, OFFICIAL, OFFICIAL_FIRST));
      for (Map<Character, String> habit : HABITS) {
        ways.add(spell(lower, habit, Map.of()));
      }
    } else {
      ways.add(ANY_LATIN.transliterate(text));
    }
    return List.copyOf(ways);
  }

  private static Map<Character, String> merged(Map<Character, String> habit) {
    Map<Character, String> all = new HashMap<>(OFFICIAL);
    all.putAll(habit);
    return all;
  }

  private static String spell(
      String lower, Map<Character, String> table, Map<Character, String> first) {
    StringBuilder out = new StringBuilder(lower.length() + 8);
    char before = ' ';
    for (int i = 0; i < lower.length(); i++) {
      char c = lower.charAt(i);
      boolean begins = !Character.isLetter(before) && !isApostrophe(before);
      String initial = begins ? first.get(c) : null;
      String letters = initial != null ? initial : table.get(c);
      if (c == 'г' && before == 'з' && "h".equals(table.get('г'))) {
        letters = "gh"; // so that it is not read as ж
      }
      if (letters != null) {
        out.append(letters);
      } else if (!isApostrophe(c)) {
        out.append(c);
      }
      before = c;
    }
    return out.toString();
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’' || c == 'ʼ';
  }

  private static String capitalised(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  private static Map<Character, String> table(String pairs) {
    String[] parts = pairs.split(" ", -1);
    Map<Character, String> table = new HashMap<>();
    for (int i = 0; i < parts.length; i += 2) {
      table.put(parts[i].charAt(0), "-".equals(parts[i + 1]) ? "" : parts[i + 1]);
    }
    return Map.copyOf(table);
  }
}
