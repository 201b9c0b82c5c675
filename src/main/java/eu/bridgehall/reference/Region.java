package eu.bridgehall.reference;

import eu.bridgehall.kernel.Coded;
import org.jspecify.annotations.Nullable;

/**
 * A part of the one tree of regions: countries, NUTS regions, Ukrainian oblasts and raions, and the
 * first divisions of countries that have neither.
 *
 * @param code NUTS code (EL for Greece, UK for the United Kingdom), KATOTTG code, or country code
 *     and division with a dot between
 * @param level 0 for a country, to 3
 * @param kind what sort of region
 * @param parent code of the region it lies in; null for a country
 * @param countryCode ISO 3166-1 alpha-2
 * @param name in Latin letters
 * @param nationalName as the country writes it
 * @param in2021 whether NUTS 2021 has it
 * @param in2024 whether NUTS 2024 has it
 * @param served whether a profile can lie in it: not when a newer version has replaced it
 * @param mountain NUTS 3 typology of 2021: more than half of the people live in mountain areas
 * @param coast NUTS 3 typology of 2021: it has a coast
 */
public record Region(
    String code,
    int level,
    Kind kind,
    @Nullable String parent,
    String countryCode,
    String name,
    String nationalName,
    boolean in2021,
    boolean in2024,
    boolean served,
    boolean mountain,
    boolean coast) {
  /** What sort of region. */
  public enum Kind implements Coded {
    COUNTRY,
    NUTS,
    OBLAST,
    RAION,
    DIVISION
  }
}
