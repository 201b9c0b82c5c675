package eu.bridgehall.search.lucene;

import eu.bridgehall.search.names.NameFolding;
import eu.bridgehall.search.names.Romanisation;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The keys under which names of places stand in the index, and those that are looked up. */
final class PlaceKeys {
  /** How many keys of one query are looked up with typing errors: each costs a walk. */
  private static final int TOLERANT_KEYS = 2;

  private static final Map<String, List<String>> WRITTEN_OUT =
      Map.of("st", List.of("saint", "sankt", "sint"), "ste", List.of("sainte"));
  private static final Map<String, String> SHORTENED =
      Map.of("saint", "st", "sankt", "st", "sint", "st", "sainte", "ste");

  private PlaceKeys() {}

  /** The keys of a place that has these names. */
  static Set<String> ofNames(Collection<String> names, boolean ukrainian) {
    Set<String> keys = new LinkedHashSet<>();
    for (String name : names) {
      for (String key : NameFolding.keys(name)) {
        keys.add(key);
        saints(key, keys);
      }
      for (String latin : Romanisation.of(name, ukrainian)) {
        keys.addAll(NameFolding.keys(latin));
      }
    }
    return keys;
  }

  /** The keys to look up for what was typed, the most literal first. */
  static List<String> ofQuery(String text) {
    Set<String> keys = new LinkedHashSet<>();
    // an accent typed is an accent meant; without one, both spellings of the index are there
    Stream.concat(
            Stream.of(text),
            Stream.concat(
                Romanisation.of(text, true).stream(), Romanisation.of(text, false).stream()))
        .forEach(form -> keys.addAll(NameFolding.keys(form)));
    return List.copyOf(keys);
  }

  /** Of the keys of a query, those that are looked up with typing errors. */
  static List<String> tolerant(List<String> queryKeys) {
    return queryKeys.size() <= TOLERANT_KEYS ? queryKeys : queryKeys.subList(0, TOLERANT_KEYS);
  }

  /** The words of a key. */
  static List<String> words(String key) {
    return List.of(key.split(" ", -1));
  }

  /** How many typing errors are forgiven in a text of that length: none, one or two. */
  static int errors(String key) {
    int letters = key.codePointCount(0, key.length());
    return letters >= 8 ? 2 : letters >= 4 ? 1 : 0;
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
