package eu.bridgehall.search;

import eu.bridgehall.kernel.GeoPoint;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What results are narrowed to. Codes of one facet are alternatives; facets are combined.
 *
 * @param chosen codes by facet; an empty set is no restriction
 * @param minPopulation smallest population, 0 for no limit
 * @param maxPopulation largest population, 0 for no limit
 * @param around only within this circle; null for anywhere
 * @param publicOnly whether only profiles are found that everybody may see
 */
public record SearchFilter(
    Map<Facet, Set<String>> chosen,
    int minPopulation,
    int maxPopulation,
    @Nullable Circle around,
    boolean publicOnly) {
  /** No restriction. */
  public static final SearchFilter ALL = new SearchFilter(Map.of(), 0, 0, null, false);

  public SearchFilter {
    chosen =
        chosen.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
  }

  /** Only these codes of one facet. */
  public static SearchFilter of(Facet facet, String... codes) {
    return new SearchFilter(Map.of(facet, Set.of(codes)), 0, 0, null, false);
  }

  /**
   * Everything within a distance of a point.
   *
   * @param kilometres radius, above 0
   */
  public record Circle(GeoPoint centre, double kilometres) {
    public Circle {
      if (!(kilometres > 0)) {
        throw new IllegalArgumentException("Radius is above 0");
      }
    }
  }
}
