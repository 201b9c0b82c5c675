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
 * German, Polish, French and of Russian spelling; a Georgian or an Armenian one by the national
 * table, BGN/PCGN, ISO, without the marks of breath, and in German or French; a Greek one by ELOT,
 * BGN, ISO and by ear. Other scripts go through ICU alone.
 */
public final class Romanisation {
  private static final UnicodeSet NOT_LATIN =
      new UnicodeSet("[[:L:]-[:Latin:]-[:Common:]]").freeze();
  private static final UnicodeSet CYRILLIC = new UnicodeSet("[:Cyrillic:]").freeze();
  private static final UnicodeSet GREEK = new UnicodeSet("[:Greek:]").freeze();
  private static final UnicodeSet GEORGIAN = new UnicodeSet("[:Georgian:]").freeze();
  private static final UnicodeSet ARMENIAN = new UnicodeSet("[:Armenian:]").freeze();
  private static final UnicodeSet NOT_UKRAINIAN = new UnicodeSet("[ыэёъЫЭЁЪ]").freeze();

  private static final String UKRAINE = "UA";
  private static final String BULGARIA = "BG";
  private static final String GEORGIA = "GE";
  private static final String ARMENIA = "AM";
  private static final Set<String> GREEK_COUNTRIES = Set.of("GR", "CY");

  private static final Transliterator ANY_LATIN = Transliterator.getInstance("Any-Latin");
  private static final Transliterator GREEK_BGN = Transliterator.getInstance("Greek-Latin/BGN");
  private static final Transliterator GREEK_ELOT = Transliterator.getInstance("Greek-Latin/UNGEGN");
  private static final Transliterator ARMENIAN_BGN =
      Transliterator.getInstance("Armenian-Latin/BGN");

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
              table("в w є je ж z ї ji й j х ch ц z ч tsch ш sch щ schtsch ю ju я ja"),
              table("в w є je ж z ї ji й j х ch ц c ч cz ш sz щ szcz ю ju я ja"),
              table("є ie ж j у ou ч tch ш ch щ chtch ю iou я ia"),
              table("г g є e и i ї i й y ю yu я ya"))
          .map(Romanisation::merged)
          .toList();

  private static final Map<Character, String> RUSSIAN = merged(table("г g и i й y ё yo ю yu я ya"));
  private static final Map<Character, String> BULGARIAN =
      merged(table("г g и i й y х h щ sht ъ a ь y ю yu я ya"));

  private static final Respelling GERMAN =
      new Respelling("shch schtsch ch tsch kh ch sh sch zh sch dz ds j dsch ts z v w y j");
  private static final Respelling FRENCH = new Respelling("shch chtch ch tch sh ch zh j j dj u ou");
  private static final Respelling POLISH =
      new Respelling("shch szcz ch cz sh sz zh z kh ch ts c v w y j");
  private static final Respelling GREEK_BY_EAR = new Respelling("ch h ai e ei i oi i");
  private static final Respelling WITHOUT_Q = new Respelling("q k");

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
   * The ways to write a name of a place in this country in Latin letters, the most usual first;
   * nothing if it is in Latin letters already. Case is lost, diacritics may be left: fold the
   * result. A name in another script than the country's is written in one way only.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public static List<String> of(String name, String country) {
    if (!isNeeded(name)) {
      return List.of();
    }
    Set<String> ways = new LinkedHashSet<>();
    if (CYRILLIC.containsSome(name)) {
      addCyrillic(name, country, ways);
    } else if (GREEK_COUNTRIES.contains(country) && GREEK.containsSome(name)) {
      addGreek(name, ways);
    } else if (GEORGIA.equals(country) && GEORGIAN.containsSome(name)) {
      addGeorgian(name, ways);
    } else if (ARMENIA.equals(country) && ARMENIAN.containsSome(name)) {
      addArmenian(name, ways);
    } else {
      ways.add(ANY_LATIN.transliterate(name));
    }
    return List.copyOf(ways);
  }

  /** All the ways to write in Latin letters what somebody typed, whatever is meant by it. */
  public static List<String> ofTyped(String text) {
    if (!isNeeded(text)) {
      return List.of();
    }
    Set<String> ways = new LinkedHashSet<>();
    if (CYRILLIC.containsSome(text)) {
      addUkrainian(text, ways);
      ways.add(ANY_LATIN.transliterate(text));
      ways.add(spell(text.toLowerCase(Locale.ROOT), BULGARIAN, Map.of()));
    } else if (GREEK.containsSome(text)) {
      addGreek(text, ways);
    } else if (GEORGIAN.containsSome(text)) {
      addGeorgian(text, ways);
    } else if (ARMENIAN.containsSome(text)) {
      addArmenian(text, ways);
    } else {
      ways.add(ANY_LATIN.transliterate(text));
    }
    return List.copyOf(ways);
  }

  private static void addCyrillic(String name, String country, Set<String> ways) {
    String lower = name.toLowerCase(Locale.ROOT);
    switch (country) {
      case UKRAINE -> {
        if (NOT_UKRAINIAN.containsNone(name)) {
          addUkrainian(name, ways);
        } else {
          String russian = spell(lower, RUSSIAN, Map.of());
          ways.add(russian);
          ways.add(ANY_LATIN.transliterate(name));
          Stream.of(GERMAN, FRENCH, POLISH).forEach(habit -> ways.add(habit.of(russian)));
        }
      }
      case BULGARIA -> {
        ways.add(spell(lower, BULGARIAN, Map.of()));
        ways.add(ANY_LATIN.transliterate(name));
      }
      default -> ways.add(ANY_LATIN.transliterate(name));
    }
  }

  private static void addUkrainian(String name, Set<String> ways) {
    String lower = name.toLowerCase(Locale.ROOT);
    ways.add(spell(lower, OFFICIAL, OFFICIAL_FIRST));
    for (Map<Character, String> habit : HABITS) {
      ways.add(spell(lower, habit, Map.of()));
    }
  }

  private static void addGreek(String name, Set<String> ways) {
    String elot = NameFolding.fold(GREEK_ELOT.transliterate(name));
    ways.add(elot);
    ways.add(GREEK_BGN.transliterate(name));
    ways.add(ANY_LATIN.transliterate(name));
    ways.add(GREEK_BY_EAR.of(elot));
  }

  private static void addGeorgian(String name, Set<String> ways) {
    String national = NameFolding.fold(ANY_LATIN.transliterate(name));
    String plain = WITHOUT_Q.of(national);
    ways.add(national);
    ways.add(plain);
    ways.add(GERMAN.of(plain));
    ways.add(FRENCH.of(plain));
  }

  private static void addArmenian(String name, Set<String> ways) {
    String bgn = NameFolding.fold(ARMENIAN_BGN.transliterate(name));
    ways.add(bgn);
    ways.add(ANY_LATIN.transliterate(name));
    ways.add(GERMAN.of(bgn));
    ways.add(FRENCH.of(bgn));
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
