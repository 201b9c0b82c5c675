package eu.bridgehall.search;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the words of a search mean, and where they stand in a text. */
public interface SearchWords {
  /** From so many UTF-16 units on and up to so many, the last not included. */
  record Mark(int from, int to) {}

  /** The codes that the words call by name, by facet: themes, countries, traits. */
  Map<Facet, Set<String>> meant(String text);

  /**
   * Where a text has words that were searched for, in any of their forms, from the beginning on and
   * without overlap.
   *
   * @param text what was searched for
   * @param language the text's language (ISO 639-1); one that is not known is compared letter by
   *     letter
   * @param content the text
   * @param errors whether words with typing errors count, as they do in names
   */
  List<Mark> marks(String text, String language, String content, boolean errors);
}
