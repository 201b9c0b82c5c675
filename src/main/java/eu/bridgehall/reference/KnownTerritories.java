package eu.bridgehall.reference;

import java.util.Set;

/** What is known of a territory by its NUTS code alone. */
final class KnownTerritories {
  /** Outermost regions (article 349 of the Treaty on the Functioning of the European Union). */
  private static final Set<String> OUTERMOST = Set.of("FRY", "ES70", "PT20", "PT30");

  /** Regions and countries that are islands altogether; a larger country's main island is none. */
  private static final Set<String> ISLANDS =
      Set.of(
          "CY", "MT", "IS", "FO", "GL", "IM", "JE", "GG", "FRM", "FRY1", "FRY2", "FRY4", "FRY5",
          "ITG", "ES53", "ES70", "PT20", "PT30", "EL4", "EL62", "FI2", "DK014", "SE214", "UKM65",
          "UKM66", "UKM64", "UKJ34");

  private KnownTerritories() {}

  static boolean isOutermost(String regionCode) {
    return OUTERMOST.stream().anyMatch(regionCode::startsWith);
  }

  static boolean isIsland(String regionCode) {
    return ISLANDS.stream().anyMatch(regionCode::startsWith);
  }
}
