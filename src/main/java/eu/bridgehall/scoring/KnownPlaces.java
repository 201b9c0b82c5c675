package eu.bridgehall.scoring;

import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
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

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

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
    int number = 0;
    for (Entry entry : entries) {
      ranks[number] = rank(entry.feature());
      words[number++] = word(entry.name()).hashCode();
    }
  }

  private static byte rank(String feature) {
    return switch (feature) {
      case "PPLC" -> 3;
      case "PPLA" -> 2;
      case "PPLA2" -> 1;
      default -> 0;
    };
  }

  /** The longest word of the name, the first of equals, without case and marks. */
  static String word(String name) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    String longest = "";
    for (String word : NO_LETTERS.split(plain, -1)) {
      longest = word.length() > longest.length() ? word : longest;
    }
    return longest.isEmpty() ? plain : longest;
  }

  /**
   * Of what the place is the seat: 3 of a country, 2 of a first-level division, 1 of a second-level
   * one, 0 of none; {@link Locality#UNKNOWN} if the place is not known.
   */
  int rank(int place) {
    int number = table.number(place);
    return number < 0 ? Locality.UNKNOWN : ranks[number];
  }

  /** Whether the names of the two places go by the same word. */
  boolean areNamedAlike(int a, int b) {
    int mine = table.number(a);
    int theirs = table.number(b);
    return mine >= 0 && theirs >= 0 && words[mine] == words[theirs];
  }
}
