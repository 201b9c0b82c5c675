package eu.bridgehall.discovery;

import eu.bridgehall.search.Facet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks the search for, as it was sent and not yet checked.
 *
 * @param text words in any language
 * @param codes codes by facet; a facet that is left out narrows nothing
 * @param populationMin smallest population
 * @param populationMax largest population
 * @param near a point, {@code lat,lon}
 * @param within only within this many kilometres of it
 * @param sort id of a {@link eu.bridgehall.search.SearchSort}; null for relevance
 * @param limit how many at most; the caller has checked it
 * @param cursor where the page before ended; null for the first page
 */
public record ProfileQuery(
    @Nullable String text,
    Map<Facet, List<String>> codes,
    @Nullable Integer populationMin,
    @Nullable Integer populationMax,
    @Nullable String near,
    @Nullable Double within,
    @Nullable String sort,
    int limit,
    @Nullable String cursor) {
  public ProfileQuery {
    codes = codes.isEmpty() ? Map.of() : new EnumMap<>(codes);
  }
}
