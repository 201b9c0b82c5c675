package eu.bridgehall.reference;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One entry of a list that a profile chooses from.
 *
 * @param id stable, lower case with hyphens
 * @param ordinal stable place in a bit set, counted from 0 in its list
 * @param names the name by language of the interface (ISO 639-1), English always there
 */
public record Choice(String id, int ordinal, Map<String, String> names) {
  public Choice {
    names = Map.copyOf(names);
  }

  /** The name in this language, else in English. */
  public String name(Locale language) {
    return nameIn(names, language);
  }

  static String nameIn(Map<String, String> names, Locale language) {
    String own = names.get(language.getLanguage());
    return own != null ? own : Objects.requireNonNull(names.get("en"));
  }

  static Map<String, String> names(ReferenceFile.Row row) {
    return Map.of(
        "en", row.get("en"), "fr", row.get("fr"), "uk", row.get("uk"), "de", row.get("de"));
  }
}
