package eu.bridgehall.search;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of results.
 *
 * @param hits in the order asked for
 * @param facets by facet and code, how many results there are; a facet's own restriction does not
 *     count for its codes, so that the alternatives stay visible; codes without results are left
 *     out
 * @param total how many results there are on all pages
 * @param next cursor of the next page, null on the last
 */
public record SearchPage(
    List<Hit> hits, Map<Facet, Map<String, Long>> facets, long total, @Nullable String next) {
  public SearchPage {
    hits = List.copyOf(hits);
  }

  /**
   * One result.
   *
   * @param score how well the words are answered; 0 where the order is another
   */
  public record Hit(UUID id, double score) {}
}
