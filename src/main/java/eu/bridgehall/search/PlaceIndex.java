package eu.bridgehall.search;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds places by name while somebody types. The index is made from the reference data, carries
 * their version, and is replaced as a whole when they change; it can be thrown away at any time.
 */
public interface PlaceIndex {
  /** Version of the reference data that the index holds; empty when there is none to search. */
  Optional<String> version();

  /**
   * Makes the index anew from these places and then searches in it; until then the former one
   * answers. Reads the stream once and closes it.
   *
   * @param version what {@link #version()} says afterwards, letters, digits and hyphens
   */
  void replaceAll(String version, Stream<IndexedPlace> places);

  /**
   * The places that fit the text: first those that have exactly this name, then those with a name
   * that begins like it or has its words, then those that are a typing error away (one from four
   * letters, two from eight); the farther of these only where nothing nearer was found. Within each
   * the more populous place comes first, and of two alike the one with the smaller id. Nothing when
   * the text has neither letter nor digit, or when there is no index yet.
   */
  List<PlaceHit> find(PlaceQuery query);
}
