package eu.bridgehall.profiles.model;

import java.util.Map;

/**
 * The level of government of an authority. A place is the seat of at most one living authority of
 * each tier: the city, its county and its region may all sit in Lyon.
 */
public enum AuthorityTier {
  LOCAL,
  COUNTY,
  REGION,
  /** Several authorities together; a place may be the seat of many. */
  GROUPING;

  private static final Map<String, AuthorityTier> BY_TYPE =
      Map.of("county", COUNTY, "region", REGION, "grouping", GROUPING);

  /** The tier of an authority type's id; municipalities, cities and hromadas are local. */
  public static AuthorityTier of(String type) {
    return BY_TYPE.getOrDefault(type, LOCAL);
  }
}
