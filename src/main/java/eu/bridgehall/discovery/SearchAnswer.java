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
 * @param didYouMean other words that find more, where the given ones find little; null otherwise
 */
@Serdeable
public record SearchAnswer(
    List<FoundItem> items,
    @Nullable String next,
    long total,
    Map<String, List<FacetCount>> facets,
    @Nullable String didYouMean) {
  public SearchAnswer {
    items = List.copyOf(items);
    facets = Collections.unmodifiableMap(new LinkedHashMap<>(facets));
  }

  /**
   * One result.
   *
   * @param distanceKm whole kilometres from the point that was given; null without one
   * @param matched where it has the words that were searched for
   */
  @Serdeable
  public record FoundItem(FoundAuthority authority, @Nullable Long distanceKm, Matched matched) {}

  /**
   * Where an item has the words that were searched for; empty where none were.
   *
   * @param name in its name
   * @param summary in its summary
   * @param themes codes of its themes that the words call by name
   */
  @Serdeable
  public record Matched(List<Mark> name, List<Mark> summary, List<String> themes) {
    /** Nothing was searched for. */
    public static final Matched NOTHING = new Matched(List.of(), List.of(), List.of());

    public Matched {
      name = List.copyOf(name);
      summary = List.copyOf(summary);
      themes = List.copyOf(themes);
    }
  }

  /** Part of a text, in UTF-16 units from its beginning, the last not included. */
  @Serdeable
  public record Mark(int from, int to) {}

  /**
   * How many results there are with a code.
   *
   * @param name in the reader's language
   */
  @Serdeable
  public record FacetCount(String code, String name, long count) {}
}
