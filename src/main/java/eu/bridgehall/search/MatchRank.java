package eu.bridgehall.search;

/**
 * Where one candidate stands among all of a match.
 *
 * @param rankValue its rank value
 * @param before how many have a higher one
 * @param alike how many have the same, itself counted
 */
public record MatchRank(double rankValue, long before, long alike) {
  /** The place it has if those alike are drawn by lot, from 1: the mean of the places they take. */
  public double mean() {
    return before + (alike + 1) / 2.0;
  }
}
