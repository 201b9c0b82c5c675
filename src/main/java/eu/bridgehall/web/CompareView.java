package eu.bridgehall.web;

import eu.bridgehall.matching.Comparison;
import eu.bridgehall.matching.WeightsView;
import eu.bridgehall.scoring.Criterion;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The page on which two weightings are compared.
 *
 * @param acting whose matches they are; null for somebody who acts for nobody
 * @param own the authorities to choose from
 * @param decides whether the reader may save weights
 * @param selection what is compared, with the weights of the second list
 * @param weights those that count for the authority
 * @param withDefault whether the first list has the weights by default
 * @param comparison null where there is something wrong with what was asked for
 * @param sliders the weights of the second list
 */
public record CompareView(
    Reader.@Nullable ActsFor acting,
    List<Reader.ActsFor> own,
    boolean decides,
    MatchSelection selection,
    @Nullable WeightsView weights,
    boolean withDefault,
    @Nullable Comparison comparison,
    List<MatchesView.Slider> sliders,
    FormErrors errors) {
  public CompareView {
    own = List.copyOf(own);
    sliders = List.copyOf(sliders);
  }

  /** A criterion that weighs differently in the two lists. */
  public record Weighed(String id, int before, int after) {}

  /** The criteria that weigh differently. */
  public List<Weighed> weighed() {
    if (comparison == null) {
      return List.of();
    }
    Map<String, Integer> before = comparison.before();
    Map<String, Integer> after = comparison.after();
    return Arrays.stream(Criterion.values())
        .map(Criterion::id)
        .filter(id -> !Objects.equals(before.get(id), after.get(id)))
        .map(id -> new Weighed(id, before.getOrDefault(id, 0), after.getOrDefault(id, 0)))
        .toList();
  }
}
