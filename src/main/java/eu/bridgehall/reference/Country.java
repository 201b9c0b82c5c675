package eu.bridgehall.reference;

import com.ibm.icu.util.ULocale;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A served country or territory.
 *
 * @param code ISO 3166-1 alpha-2 (Greece GR, United Kingdom GB, Kosovo XK)
 * @param iso3 ISO 3166-1 alpha-3
 * @param ordinal place in the order of codes, counted from 0; not stable across versions
 * @param regionCode code of its root in the tree of regions, in the spelling of NUTS (EL, UK); a
 *     territory that NUTS counts to a country has that country's
 * @param partOf code of the country that a territory belongs to, whose association serves it; null
 *     for a country
 */
public record Country(
    String code, String iso3, int ordinal, String regionCode, @Nullable String partOf) {
  /** Its name in the reader's language. */
  public String name(Locale reader) {
    return ULocale.getDisplayCountry("und-" + code, ULocale.forLocale(reader));
  }

  /**
   * Code of the country whose association serves it: its own, or that of the country it is part of.
   */
  public String servedBy() {
    return partOf == null ? code : partOf;
  }
}
