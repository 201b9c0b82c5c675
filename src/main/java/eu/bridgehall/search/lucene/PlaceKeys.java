package eu.bridgehall.search.lucene;

import eu.bridgehall.search.names.NameFolding;
import eu.bridgehall.search.names.Romanisation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The keys under which names of places stand in the index, and those that are looked up. */
final class PlaceKeys {
  /** How many keys of one query are looked up with typing errors: each costs a walk. */
  private static final int TOLERANT_KEYS = 2;

  private static final Map<String, List<String>> WRITTEN_OUT =
      Map.of("st", List.of("saint", "sankt", "sint"), "ste", List.of("sainte"));
  private static final Map<String, String> SHORTENED =
      Map.of("saint", "st", "sankt", "st", "sint", "st", "sainte", "ste");

  private PlaceKeys() {}

  /**
   * What was typed, as it is looked up.
   *
   * @param literal with its accents; null where it has none
   * @param own its keys, in the script in which it was typed
   * @param latin its keys in Latin letters, if it was typed in others
   */
  record Typed(@Nullable String literal, List<String> own, List<String> latin) {
    Typed {
      own = List.copyOf(own);
      latin = List.copyOf(latin);
    }

    /** All keys, the most literal first. */
    List<String> all() {
      return Stream.concat(own.stream(), latin.stream()).toList();
    }
  }

  /** The keys of a place that has these names. */
  static Set<String> ofNames(Collection<String> names, String country) {
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      for (String key : NameFolding.keys(name)) {
        keys.add(key);
        saints(key, keys);
      }
      for (String latin : Romanisation.of(name, country)) {
        keys.addAll(NameFolding.keys(latin));
      }
    }
    return keys;
  }

  /** The keys to look up for what was typed. */
  static Typed ofQuery(String text) {
    // an accent typed is an accent meant; without one, both spellings of the index are there
    List<String> own = NameFolding.keys(text);
    Set<String> latin = new LinkedHashSet<>();
    Romanisation.ofTyped(text).forEach(form -> latin.addAll(NameFolding.keys(form)));
    own.forEach(latin::remove);
    return new Typed(
        NameFolding.isAccented(text) ? NameFolding.literal(text) : null, own, List.copyOf(latin));
  }

  /** Of the keys of a query, those that are looked up with typing errors. */
  static List<String> tolerant(List<String> queryKeys) {
    return queryKeys.size() <= TOLERANT_KEYS ? queryKeys : queryKeys.subList(0, TOLERANT_KEYS);
  }

  /** The words of a key. */
  static List<String> words(String key) {
    return List.of(key.split(" ", -1));
  }

  /** "St Gallen" is also found as "Sankt Gallen", and the reverse. */
  private static void saints(String key, Set<String> keys) {
    List<String> words = words(key);
    for (int i = 0; i < words.size(); i++) {
      String shortened = SHORTENED.get(words.get(i));
      if (shortened != null) {
        keys.add(with(words, i, shortened));
      }
      for (String full : WRITTEN_OUT.getOrDefault(words.get(i), List.of())) {
        keys.add(with(words, i, full));
      }
    }
  }

  private static String with(List<String> words, int at, String word) {
    return String.join(
        " ",
        Stream.iterate(0, i -> i < words.size(), i -> i + 1)
            .map(i -> i == at ? word : words.get(i))
            .toList());
  }
}
