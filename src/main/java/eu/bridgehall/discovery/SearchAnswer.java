package eu.bridgehall.discovery;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of found authorities: the shape of every list answer, with what the results can be
 * narrowed to.
 *
 * @param next cursor of the next page; null on the last
 * @param total how many there are on all pages
 * @param facets by parameter name, the codes that occur and how often; a parameter's own
 *     restriction does not count for its codes
 */
@Serdeable
public record SearchAnswer(
    List<FoundItem> items,
    @Nullable String next,
    long total,
    Map<String, List<FacetCount>> facets) {
  public SearchAnswer {
    items = List.copyOf(items);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }

  /**
   * One result.
   *
   * @param distanceKm whole kilometres from the point that was given; null without one
   */
  @Serdeable
  public record FoundItem(FoundAuthority authority, @Nullable Long distanceKm) {}

  /**
   * How many results there are with a code.
   *
   * @param name in the reader's language
   */
  @Serdeable
  public record FacetCount(String code, String name, long count) {}
}
