package eu.bridgehall.search;

import java.util.List;

/**
 * What the place index is told of a place.
 *
 * @param id the place's id
 * @param countryCode ISO 3166-1 alpha-2
 * @param population by which places of one name are ordered; 0 when it is not known
 * @param names every name, in any script, first the one that is shown
 */
public record IndexedPlace(long id, String countryCode, long population, List<String> names) {
  public IndexedPlace {
    names = List.copyOf(names);
    if (names.isEmpty()) {
      throw new IllegalArgumentException("Place " + id + " has no name");
    }
  }

  /** The name that is shown. */
  public String name() {
    return names.getFirst();
  }
}
