package eu.bridgehall.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of the rules by which introductions are reviewed.
 *
 * @param version of the rules that the form began with
 * @param moreOpenThan as typed; empty where it does not matter
 * @param countries all countries, to choose from
 * @param chosen codes of those that are chosen
 * @param words by language, in the order of the interface's languages
 * @param changedAt when the rules were changed last; null where they are as installed
 */
public record ReviewRulesView(
    long version,
    boolean all,
    boolean first,
    boolean flagged,
    String moreOpenThan,
    List<Option> countries,
    List<String> chosen,
    List<Words> words,
    @Nullable Instant changedAt,
    FormErrors errors) {
  public ReviewRulesView {
    countries = List.copyOf(countries);
    chosen = List.copyOf(chosen);
    words = List.copyOf(words);
  }

  /**
   * The words of one language.
   *
   * @param language ISO 639-1
   * @param name the language's name in itself
   * @param text one on each line
   */
  public record Words(String language, String name, String text) {}
}
