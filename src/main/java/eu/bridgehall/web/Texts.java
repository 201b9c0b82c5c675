package eu.bridgehall.web;

import eu.bridgehall.platform.i18n.Messages;
import java.util.List;
import java.util.Locale;

/**
 * The texts of one page, in its language.
 *
 * @param language the page's language
 * @param messages all texts
 */
public record Texts(Locale language, Messages messages) {
  /** The text of the key. */
  public String get(String key) {
    return messages.text(language, key);
  }

  /** The page's language as {@code lang} wants it. */
  public String lang() {
    return language.toLanguageTag();
  }

  /** The languages that the page can be read in. */
  public List<Locale> languages() {
    return messages.languages();
  }
}
