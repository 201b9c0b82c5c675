package eu.bridgehall.scoring;

import java.util.List;
import java.util.Map;

/**
 * A sentence that explains a number, not yet in any language.
 *
 * @param key message key of the sentence
 * @param arguments what fills it: numbers, the words that the sentence selects by, and {@link
 *     Codes}, whose names the renderer lists in the asked language
 */
public record Reason(String key, Map<String, Object> arguments) {
  public Reason {
    arguments = Map.copyOf(arguments);
  }

  /** What codes are of. */
  public enum CodeKind {
    THEME,
    COUNTRY,
    REGION,
    LANGUAGE,
    COOPERATION,
    TRAIT,
    /** Names of places, which are shown as they are. */
    PLACE
  }

  /**
   * Codes of the reference data to be shown by their names.
   *
   * @param kind what they are of
   * @param codes in the order to show them
   */
  public record Codes(CodeKind kind, List<String> codes) {
    public Codes {
      codes = List.copyOf(codes);
    }
  }
}
