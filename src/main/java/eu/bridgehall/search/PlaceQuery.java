package eu.bridgehall.search;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for among the places.
 *
 * @param text as typed so far, in any script; no query syntax
 * @param countryCode only places of this country (ISO 3166-1 alpha-2); null for all
 * @param limit how many hits at the most, 1 or more
 */
public record PlaceQuery(String text, @Nullable String countryCode, int limit) {
  public PlaceQuery {
    if (limit < 1) {
      throw new IllegalArgumentException("limit " + limit);
    }
  }
}
