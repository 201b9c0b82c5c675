package eu.bridgehall.web;

import eu.bridgehall.matching.MatchList;
import eu.bridgehall.matching.MatchView;
import eu.bridgehall.matching.WeightsView;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of matches.
 *
 * @param acting whose matches they are; null for somebody who acts for nobody
 * @param own the authorities to choose from
 * @param decides whether the reader may ask for introductions and say "not for us"
 * @param weights those that count for the authority; null where they are not to be known
 * @param list null where there is something wrong with what was asked for
 * @param cards the list's items as they are shown
 * @param lists what filters and forms offer; null where nothing is shown
 * @param dismissed what has just been said to be not for us; null where nothing was
 */
public record MatchesView(
    Reader.@Nullable ActsFor acting,
    List<Reader.ActsFor> own,
    boolean decides,
    MatchSelection selection,
    @Nullable WeightsView weights,
    @Nullable MatchList list,
    List<Card> cards,
    List<Slider> sliders,
    @Nullable Lists lists,
    FormErrors errors,
    @Nullable Dismissed dismissed) {
  public MatchesView {
    own = List.copyOf(own);
    cards = List.copyOf(cards);
    sliders = List.copyOf(sliders);
  }

  /**
   * One match.
   *
   * @param place in the list, counted from 1
   * @param best the sentences that speak most for it
   */
  public record Card(int place, MatchView match, List<String> best) {
    public Card {
      best = List.copyOf(best);
    }
  }

  /** The weight of a criterion, 0 to 100. */
  public record Slider(String id, int value, int standard) {}

  /** What can be chosen. */
  public record Lists(
      List<Option> countries, List<Option> types, List<OptionGroup> themes, List<Option> reasons) {}

  /** An authority that is not suggested any more. */
  public record Dismissed(UUID id, String name) {}

  /** Number of the first of the list's items that is not shown yet; null where all are. */
  public @Nullable Integer next() {
    return list == null || list.next() == null ? null : Integer.valueOf(list.next());
  }
}
