package eu.bridgehall.search;

import eu.bridgehall.kernel.Coded;

/**
 * A place that was found.
 *
 * @param id the place's id
 * @param closeness how near a name of the place comes to what was typed
 */
public record PlaceHit(long id, Closeness closeness) {
  /** From the nearest to the farthest. */
  public enum Closeness implements Coded {
    /** A name of the place is what was typed, case, accents and script aside. */
    EXACT,
    /** A name of the place begins with what was typed, or has its words. */
    BEGINNING,
    /** A name of the place is a typing error or two away. */
    SIMILAR
  }
}
