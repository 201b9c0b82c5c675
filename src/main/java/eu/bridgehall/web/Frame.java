package eu.bridgehall.web;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.NumberFormat;
import com.ibm.icu.util.ULocale;
import eu.bridgehall.platform.i18n.Messages;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every page has around its content, and the texts and forms of its language.
 *
 * @param language of the page
 * @param reader who reads it
 * @param formToken what each form that changes something carries
 * @param path address of the page, with its query
 * @param notice text of what has just been done; null where nothing was
 */
public record Frame(
    Locale language,
    Messages messages,
    Assets assets,
    Reader reader,
    String formToken,
    String path,
    @Nullable String notice) {

  /** The text of the key. */
  public String text(String key) {
    return messages.text(language, key);
  }

  /** The text of the key with one argument. */
  public String text(String key, String name, Object value) {
    return messages.text(language, key, Map.of(name, value));
  }

  /** The text of the key with its arguments. */
  public String text(String key, Map<String, ?> arguments) {
    return messages.text(language, key, arguments);
  }

  /** The page's language as {@code lang} wants it. */
  public String lang() {
    return language.toLanguageTag();
  }

  /** The languages that the page can be read in. */
  public List<Locale> languages() {
    return messages.languages();
  }

  /** A number as the language writes it. */
  public String number(Number number) {
    return NumberFormat.getInstance(ULocale.forLocale(language)).format(number);
  }

  /** A day as the language writes it. */
  public String day(Instant instant) {
    return DateFormat.getDateInstance(DateFormat.LONG, ULocale.forLocale(language))
        .format(Date.from(instant));
  }

  /** A day and the time of day, as the language writes them (UTC). */
  public String moment(Instant instant) {
    DateFormat format =
        DateFormat.getDateTimeInstance(
            DateFormat.MEDIUM, DateFormat.SHORT, ULocale.forLocale(language));
    return format.format(Date.from(instant));
  }

  /** Address of a file that belongs to the pages. */
  public String asset(String file) {
    return assets.address(file);
  }

  /** Whether the page lies under this address, for the menu. */
  public boolean isAt(String prefix) {
    return path.equals(prefix) || path.startsWith(prefix + "/") || path.startsWith(prefix + "?");
  }
}
