package eu.bridgehall.matching;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of suggestions: the shape of every list answer, with what they were computed with.
 *
 * @param next offset of the next page; null on the last that can be reached
 * @param total how many there are, beyond the reachable ones too
 * @param preview whether the asking authority is not confirmed, so that it is not suggested to
 *     others and cannot ask for introductions yet
 * @param weights the weights of the asking side, by criterion, as given or by default
 * @param rarityVersion which count of the themes was used
 * @param tiesVersion which knowledge of twinnings was used
 */
@Serdeable
public record MatchList(
    List<MatchView> items,
    @Nullable String next,
    long total,
    boolean preview,
    Map<String, Integer> weights,
    String rarityVersion,
    String tiesVersion) {
  public MatchList {
    items = List.copyOf(items);
    weights = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(weights));
  }
}
