package eu.bridgehall.search;

import eu.bridgehall.kernel.GeoPoint;
import org.jspecify.annotations.Nullable;

/**
 * A search.
 *
 * @param text words in any language; null or blank for everything
 * @param filter what to narrow to
 * @param sort order of the results
 * @param from point that distances are sorted from; needed for that sort only
 * @param limit results on a page, from 1
 * @param cursor where to go on, from the page before; null for the first page
 */
public record SearchRequest(
    @Nullable String text,
    SearchFilter filter,
    SearchSort sort,
    @Nullable GeoPoint from,
    int limit,
    @Nullable String cursor) {
  public SearchRequest {
    if (limit < 1) {
      throw new IllegalArgumentException("A page has room for one");
    }
  }

  /** Whether there are words to search for. */
  public boolean hasText() {
    return text != null && !text.isBlank();
  }
}
