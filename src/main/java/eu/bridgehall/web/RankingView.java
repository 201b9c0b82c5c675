package eu.bridgehall.web;

import eu.bridgehall.scoring.Criterion;
import eu.bridgehall.scoring.RankValue;
import eu.bridgehall.scoring.Weights;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What suggestions are ranked by, as the program itself has it.
 *
 * @param criteria each with its weight of 100 in all
 * @param numbers what the sentences on the page name
 */
public record RankingView(List<Row> criteria, Map<String, Object> numbers) {
  public RankingView {
    criteria = List.copyOf(criteria);
    numbers = Map.copyOf(numbers);
  }

  /** A criterion and its weight where nothing else is chosen. */
  public record Row(String id, int weight) {}

  /** The ranking as it is by default. */
  static RankingView byDefault() {
    return new RankingView(
        Arrays.stream(Criterion.values()).map(c -> new Row(c.id(), c.defaultWeight())).toList(),
        Map.of(
            "unknown", Math.round(Weights.UNKNOWN),
            "past", percent(Weights.TRACK_RECORD_SHARE),
            "fresh", RankValue.FRESH_DAYS,
            "fading", RankValue.FADING_DAYS,
            "stale", percent(RankValue.LEAST_FRESHNESS),
            "flooded", percent(RankValue.LEAST_LOAD),
            "unanswered", percent(RankValue.LEAST_TEXT)));
  }

  private static long percent(double share) {
    return Math.round(100 * share);
  }
}
