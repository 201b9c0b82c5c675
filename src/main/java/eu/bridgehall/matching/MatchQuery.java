package eu.bridgehall.matching;

import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.AuthorityIndex;
import eu.bridgehall.search.SearchFilter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which suggestions are asked for.
 *
 * @param offset how many of the best to pass over
 * @param limit how many to give, 1 to {@link #MAX_LIMIT}; with the offset at most {@link
 *     AuthorityIndex#MAX_MATCHES}
 * @param filter what to narrow to
 * @param text words that act on the order; null for none
 * @param weights weights of the asking side for this question; null for those of the authority
 */
public record MatchQuery(
    int offset, int limit, SearchFilter filter, @Nullable String text, @Nullable Weights weights) {
  public static final int DEFAULT_LIMIT = 20;
  public static final int MAX_LIMIT = 100;

  /**
   * @throws Invalid naming the parameter that is out of range
   */
  public MatchQuery {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new Invalid("limit", "error.range", Map.of("min", 1, "max", MAX_LIMIT));
    }
    if (offset < 0 || offset > AuthorityIndex.MAX_MATCHES - limit) {
      throw new Invalid(
          "offset", "error.range", Map.of("min", 0, "max", AuthorityIndex.MAX_MATCHES - limit));
    }
  }

  /** Whether it is the list that everybody gets who chooses nothing: not narrowed, no own words. */
  boolean isPlain() {
    return text == null
        && weights == null
        && filter.chosen().isEmpty()
        && filter.around() == null
        && filter.minPopulation() == 0
        && filter.maxPopulation() == 0;
  }

  /** The weights that count: those of the question, else those of the authority. */
  Weights weightsOr(Weights own) {
    return weights == null ? own : weights;
  }
}
