package eu.bridgehall.search;

import java.util.List;
import java.util.Map;

/** Says which words of a text answer the words that were asked for, as the index would. */
public interface WordFinder {
  /**
   * The words of these texts that answer, as they stand there, each once and in their order.
   *
   * @param asked words that a person typed
   * @param texts by ISO 639-1 code of their language
   * @param names name forms, in any script
   */
  List<String> find(String asked, Map<String, String> texts, List<String> names);
}
