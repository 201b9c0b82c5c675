package eu.bridgehall.search;

import java.util.List;
import java.util.UUID;

/**
 * The best candidates.
 *
 * @param hits ordered by rank value, the highest first, and then by id
 * @param total how many candidates pass the gates
 */
public record MatchPage(List<Hit> hits, long total) {
  public MatchPage {
    hits = List.copyOf(hits);
  }

  /**
   * One candidate.
   *
   * @param mutual mutual score, 0 to 100, before rounding
   * @param rankValue what the list is ordered by
   */
  public record Hit(UUID id, double mutual, double rankValue) {}
}
