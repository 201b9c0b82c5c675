package eu.bridgehall.reference;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What authorities work on together: a field, or a theme in a field.
 *
 * @param id stable, lower case with hyphens
 * @param ordinal stable place in a bit set, 0 to 127; fields and themes share the numbers
 * @param parent id of the theme's field; null for a field
 * @param sdgs numbers of the Sustainable Development Goals it relates to, 1 to 17
 * @param names the name by language of the interface (ISO 639-1), English always there
 */
public record Theme(
    String id,
    int ordinal,
    @Nullable String parent,
    List<Integer> sdgs,
    Map<String, String> names) {
  /** No ordinal reaches this number, so that two words hold a set of themes. */
  public static final int MOST = 128;

  public Theme {
    sdgs = List.copyOf(sdgs);
    names = Map.copyOf(names);
    if (ordinal < 0 || ordinal >= MOST) {
      throw new IllegalArgumentException("Ordinal of " + id + ": " + ordinal);
    }
  }

  /** The name in this language, else in English. */
  public String name(Locale language) {
    return Choice.nameIn(names, language);
  }

  /** Whether it is a field, which groups themes and is not chosen itself. */
  public boolean isField() {
    return parent == null;
  }
}
