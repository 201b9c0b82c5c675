package eu.bridgehall.reference;

import com.ibm.icu.util.ULocale;
import java.util.Locale;

/**
 * A language that an authority can work in or write in.
 *
 * @param code ISO 639-1
 * @param ordinal stable place in a bit set; those offered first come before 64
 * @param offered whether it is among the languages of Europe that forms offer first
 */
public record Language(String code, int ordinal, boolean offered) {
  /** The language's name in the reader's language, as it stands in a list. */
  public String name(Locale reader) {
    String name = ULocale.getDisplayLanguage(code, ULocale.forLocale(reader));
    return name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(reader)
        + name.substring(name.offsetByCodePoints(0, 1));
  }
}
