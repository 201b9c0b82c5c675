package eu.bridgehall.scoring;

import java.text.Normalizer;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the gazetteer tells of each place that no authority states: of what it is the seat, and the
 * word that its name goes by. Primitive numbers, since there are many places.
 */
public final class KnownPlaces {
  /** Nothing is known of any place. */
  public static final KnownPlaces NONE = new KnownPlaces(List.of());

  /** How many ranks there are: no seat, of a district, of a region, of a country. */
  static final int RANKS = 4;

  /** A word that more different names go by tells nothing: Saint, New, Upper. */
  private static final int MOST_NAMES = 3;

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");
  private static final Pattern SPACE = Pattern.compile(" ");

  private final IdTable table;
  private final byte[] ranks;
  private final int[] words;

  /**
   * A place of the gazetteer.
   *
   * @param feature its GeoNames class, for example PPLC
   * @param name its main name
   */
  public record Entry(int place, String feature, String name) {}

  public KnownPlaces(Collection<Entry> entries) {
    table = new IdTable(entries.stream().mapToInt(Entry::place).toArray());
    ranks = new byte[entries.size()];
    words = new int[entries.size()];
    Map<String, Set<String>> names = new HashMap<>();
    for (Entry entry : entries) {
      String plain = plain(entry.name());
      names.computeIfAbsent(word(plain), word -> new HashSet<>()).add(plain);
    }
    Map<String, Integer> numbers = new HashMap<>();
    int number = 0;
    for (Entry entry : entries) {
      ranks[number] = rank(entry.feature());
      String plain = plain(entry.name());
      String word = word(plain);
      boolean tells = names.getOrDefault(word, Set.of()).size() <= MOST_NAMES;
      words[number++] = number(numbers, tells ? word : plain);
    }
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer known = numbers.putIfAbsent(name, numbers.size());
    return known == null ? numbers.size() - 1 : known;
  }

  private static byte rank(String feature) {
    return switch (feature) {
      case "PPLC" -> 3;
      case "PPLA" -> 2;
      case "PPLA2" -> 1;
      default -> 0;
    };
  }

  /** The words of the name, without case and marks. */
  private static String plain(String name) {
    String folded =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    String words = NO_LETTERS.matcher(folded).replaceAll(" ").strip();
    return words.isEmpty() ? folded : words;
  }

  /** The longest word, the first of equals. */
  private static String word(String plain) {
    String longest = "";
    for (String word : SPACE.split(plain, -1)) {
      longest = word.length() > longest.length() ? word : longest;
    }
    return longest;
  }

  /**
   * Of what the place is the seat: 3 of a country, 2 of a first-level division, 1 of a second-level
   * one, 0 of none; {@link Locality#UNKNOWN} if the place is not known.
   */
  int rank(int place) {
    int number = table.number(place);
    return number < 0 ? Locality.UNKNOWN : ranks[number];
  }

  /**
   * Whether the two have the same name, or names that go by the same word: the longest of each, if
   * it is that of few names.
   */
  boolean areNamedAlike(int a, int b) {
    int mine = table.number(a);
    int theirs = table.number(b);
    return mine >= 0 && theirs >= 0 && words[mine] == words[theirs];
  }
}
