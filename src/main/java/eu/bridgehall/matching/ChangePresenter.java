package eu.bridgehall.matching;

import eu.bridgehall.discovery.FoundAuthority;
import eu.bridgehall.scoring.Explanation;
import eu.bridgehall.scoring.Explanation.Part;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says in the reader's language why a match stands elsewhere under other weights. */
@Singleton
class ChangePresenter {
  private final ReasonTexts texts;

  ChangePresenter(ReasonTexts texts) {
    this.texts = texts;
  }

  /** A criterion before and after. */
  private record Change(Part before, Part after) {
    BigDecimal points() {
      return after.contribution().subtract(before.contribution());
    }
  }

  /**
   * One match under two weightings; what changed is read from the two explanations of its score.
   *
   * @param limit how many of the first are compared
   */
  ComparedMatch compared(
      FoundAuthority other,
      long was,
      long is,
      int limit,
      Explanation old,
      Explanation now,
      Locale reader) {
    int fit = now.mine().fit().compareTo(old.mine().fit());
    Change most = most(old.mine().parts(), now.mine().parts(), fit);
    Move move = move(was, is, limit);
    return new ComparedMatch(
        other,
        was,
        is,
        move.id(),
        was - is,
        old.mutual(),
        now.mutual(),
        most == null
            ? null
            : new ComparedMatch.Changed(
                most.before().criterion().id(),
                label(most, reader),
                most.before().contribution(),
                most.after().contribution()),
        sentence(move, fit, most, reader));
  }

  private static Move move(long was, long is, int limit) {
    if (was > limit) {
      return Move.ENTERS;
    }
    if (is > limit) {
      return Move.LEAVES;
    }
    return is < was ? Move.RISES : is > was ? Move.FALLS : Move.STAYS;
  }

  /** Of those that change the way that the fit does the one that changes most, else of all. */
  private static @Nullable Change most(List<Part> old, List<Part> now, int fit) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < old.size(); i++) {
      Change change = new Change(old.get(i), now.get(i));
      if (change.points().signum() != 0) {
        changes.add(change);
      }
    }
    Comparator<Change> bySize = Comparator.comparing(change -> change.points().abs());
    return changes.stream()
        .filter(change -> fit == 0 || change.points().signum() == fit)
        .max(bySize)
        .orElseGet(() -> changes.stream().max(bySize).orElse(null));
  }

  private String sentence(Move move, int fit, @Nullable Change most, Locale reader) {
    List<String> sentences = new ArrayList<>();
    if (most == null) {
      sentences.add(texts.text("matching.change.none", Map.of(), reader));
    } else {
      sentences.add(
          texts.text(
              "matching.change.most",
              Map.of(
                  "criterion",
                  label(most, reader),
                  "direction",
                  most.points().signum() > 0 ? "more" : "less",
                  "points",
                  most.points().abs(),
                  "before",
                  most.before().contribution(),
                  "after",
                  most.after().contribution()),
              reader));
    }
    boolean up = move == Move.RISES || move == Move.ENTERS;
    boolean down = move == Move.FALLS || move == Move.LEAVES;
    if (up && fit <= 0) {
      sentences.add(texts.text("matching.change.othersLose", Map.of(), reader));
    } else if (down && fit >= 0) {
      sentences.add(texts.text("matching.change.othersGain", Map.of(), reader));
    }
    return String.join(" ", sentences);
  }

  private String label(Change change, Locale reader) {
    return texts.text("match.criterion." + change.before().criterion().id(), Map.of(), reader);
  }
}
