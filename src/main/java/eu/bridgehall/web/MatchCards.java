package eu.bridgehall.web;

import eu.bridgehall.matching.MatchView;
import eu.bridgehall.matching.SideView.CriterionView;
import eu.bridgehall.scoring.Criterion;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a list of matches shows first of each. */
@Singleton
class MatchCards {
  private static final int BEST_OF_MINE = 3;
  // read from the other side these say the same again
  private static final Set<String> ALIKE =
      Set.of(
          Criterion.SIZE.id(),
          Criterion.LANGUAGES.id(),
          Criterion.DISTANCE.id(),
          Criterion.TRACK_RECORD.id(),
          Criterion.COOPERATION.id(),
          Criterion.INTERESTS.id());

  /** The matches as cards, the first of which stands after so many others. */
  List<MatchesView.Card> of(List<MatchView> items, int offset) {
    List<MatchesView.Card> cards = new ArrayList<>();
    for (MatchView match : items) {
      cards.add(new MatchesView.Card(offset + cards.size() + 1, match, best(match)));
    }
    return cards;
  }

  /** These weights, by criterion; those by default where there are none. */
  static List<MatchesView.Slider> sliders(Map<String, Integer> weights) {
    return Arrays.stream(Criterion.values())
        .map(
            c ->
                new MatchesView.Slider(
                    c.id(), weights.getOrDefault(c.id(), c.defaultWeight()), c.defaultWeight()))
        .toList();
  }

  private static List<String> best(MatchView match) {
    List<String> best =
        new ArrayList<>(
            strongest(match.yourFit().criteria()).stream()
                .limit(BEST_OF_MINE)
                .map(CriterionView::sentence)
                .toList());
    strongest(match.theirFit().criteria()).stream()
        .filter(c -> !ALIKE.contains(c.id()))
        .map(CriterionView::sentence)
        .findFirst()
        .ifPresent(best::add);
    return best;
  }

  private static List<CriterionView> strongest(List<CriterionView> criteria) {
    return criteria.stream()
        .filter(c -> c.contribution().signum() > 0)
        .sorted(Comparator.comparing(CriterionView::contribution).reversed())
        .toList();
  }
}
