package eu.bridgehall.search;

import java.util.List;

/**
 * What the place index is told of a place.
 *
 * @param id the place's id
 * @param countryCode ISO 3166-1 alpha-2
 * @param population by which places of one name are ordered; 0 when it is not known
 * @param names every name, in any script, without order
 */
public record IndexedPlace(long id, String countryCode, long population, List<String> names) {
  public IndexedPlace {
    names = List.copyOf(names);
  }
}
