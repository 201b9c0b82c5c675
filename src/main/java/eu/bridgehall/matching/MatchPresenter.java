package eu.bridgehall.matching;

import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.scoring.Explanation;
import eu.bridgehall.scoring.RankValue;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts an explanation into the reader's language. */
@Singleton
class MatchPresenter {
  private final ReasonTexts texts;

  MatchPresenter(ReasonTexts texts) {
    this.texts = texts;
  }

  /**
   * A suggestion.
   *
   * @param words which of the words asked for were found
   */
  MatchView match(
      FoundAuthority other, Explanation explanation, List<String> words, Locale reader) {
    return new MatchView(
        other,
        explanation.mutual(),
        side(explanation.mine(), reader),
        side(explanation.theirs(), reader),
        rank(explanation, words, reader));
  }

  PairView pair(
      FoundAuthority other,
      Explanation explanation,
      List<String> words,
      List<PairView.Gate> gates,
      Locale reader) {
    return new PairView(
        other,
        explanation.mutual(),
        side(explanation.mine(), reader),
        side(explanation.theirs(), reader),
        rank(explanation, words, reader),
        gates.isEmpty(),
        gates,
        explanation.rarityVersion(),
        explanation.tiesVersion());
  }

  private SideView side(Explanation.Side side, Locale reader) {
    return new SideView(
        side.fit(),
        side.parts().stream().map(part -> criterion(part, reader)).toList(),
        new SideView.UnknownView(
            texts.text("matching.unknown", Map.of(), reader),
            decimal(side.unknownWeight(), 1),
            texts.text(side.unknown(), reader)),
        side.weighing() == null ? null : texts.text(side.weighing(), reader));
  }

  private SideView.CriterionView criterion(Explanation.Part part, Locale reader) {
    String id = part.criterion().id();
    return new SideView.CriterionView(
        id,
        texts.text("match.criterion." + id, Map.of(), reader),
        part.stated(),
        decimal(part.value(), 3),
        decimal(part.weight(), 1),
        part.contribution(),
        texts.text(part.reasons(), reader),
        part.odds().stream().map(odds -> odds(odds.part().id(), odds.times(), reader)).toList());
  }

  private SideView.OddsView odds(String id, BigDecimal times, Locale reader) {
    return new SideView.OddsView(id, texts.text("match.odds." + id, Map.of(), reader), times);
  }

  private RankView rank(Explanation explanation, List<String> words, Locale reader) {
    RankValue rank = explanation.rank();
    return new RankView(
        decimal(rank.value(), 1),
        decimal(rank.freshness(), 3),
        decimal(rank.load(), 3),
        decimal(rank.text(), 3),
        words,
        explanation.factors().stream().map(f -> texts.text(f, reader)).toList());
  }

  private static BigDecimal decimal(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
  }
}
