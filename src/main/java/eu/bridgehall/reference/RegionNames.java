package eu.bridgehall.reference;

import java.util.Locale;

/** The name by which a reader knows a region. */
final class RegionNames {
  static final String UKRAINIAN = "uk";

  private RegionNames() {}

  /** A country in the reader's language, a Ukrainian region in Ukrainian for who reads it. */
  static String of(Region region, Countries countries, Locale language) {
    if (region.level() == 0) {
      return countries
          .find(region.countryCode())
          .map(c -> c.name(language))
          .orElseGet(region::name);
    }
    boolean inOwnLanguage =
        "UA".equals(region.countryCode()) && UKRAINIAN.equals(language.getLanguage());
    return inOwnLanguage ? region.nationalName() : region.name();
  }
}
