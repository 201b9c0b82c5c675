package eu.bridgehall.matching;

import io.micronaut.serde.annotation.Serdeable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The best matches of an authority under two weightings.
 *
 * @param items those among the first of either list: in the order of the second, then those that it
 *     leaves out
 * @param changes whether any of them stands elsewhere
 * @param limit how many of the first are compared
 * @param total how many pass the gates, under any weights
 * @param preview as for the list of matches
 * @param before the weights of the first list, by criterion
 * @param after the weights of the second list
 * @param counts how many rise, fall, stay, enter and leave
 */
@Serdeable
public record Comparison(
    List<ComparedMatch> items,
    boolean changes,
    int limit,
    long total,
    boolean preview,
    Map<String, Integer> before,
    Map<String, Integer> after,
    Map<String, Integer> counts) {
  public Comparison {
    items = List.copyOf(items);
    before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
  }
}
