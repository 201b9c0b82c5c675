package eu.bridgehall.matching;

import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.Gates;
import eu.bridgehall.scoring.Must;
import eu.bridgehall.scoring.Standing;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.Wishes;
import eu.bridgehall.ties.Tie;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Says which gates keep one authority from being suggested to another. Asks the score's own gates,
 * one at a time, with everything else left open.
 */
@Singleton
class PairGates {
  private static final Standing OPEN = Standing.OPEN;

  private final ReasonTexts texts;

  PairGates(ReasonTexts texts) {
    this.texts = texts;
  }

  /**
   * The gates that are shut.
   *
   * @param confirmed whether the other is a confirmed profile
   * @param ties what is in force between the two
   */
  List<PairView.Gate> shut(
      UUID asker,
      Columns mine,
      Columns theirs,
      boolean confirmed,
      List<Tie> ties,
      ThemeScale scale,
      Locale reader) {
    List<PairView.Gate> gates = new ArrayList<>();
    if (!confirmed) {
      gates.add(gate("notConfirmed", reader));
    }
    if (!theirs.standing().accepting()) {
      gates.add(gate("notAccepting", reader));
    }
    if (!areOpen(withMusts(mine, 0), withMusts(theirs, 0), scale)) {
      gates.add(gate("cooperation", reader));
    }
    for (Must must : Must.values()) {
      if (mine.wishes().demands(must)
          && !areOpen(only(mine, must), withoutCooperation(withMusts(theirs, 0)), scale)) {
        gates.add(must("mine", must, reader));
      }
      if (theirs.wishes().demands(must)
          && !areOpen(withoutCooperation(withMusts(mine, 0)), only(theirs, must), scale)) {
        gates.add(must("theirs", must, reader));
      }
    }
    ties.stream()
        .map(tie -> tieGate(asker, tie))
        .filter(id -> !id.isEmpty())
        .distinct()
        .forEach(id -> gates.add(gate(id, reader)));
    return gates;
  }

  /** That the other side has blocked or dismissed is not told: a block reads like a prohibition. */
  private static String tieGate(UUID asker, Tie tie) {
    return switch (tie.kind()) {
      case PARTNER -> tie.isVouchedPartner() ? "partner" : "";
      case INTRODUCTION_OPEN -> "introductionOpen";
      case INTRODUCTION_ACCEPTED -> "introductionAccepted";
      case BLOCKED -> asker.equals(tie.side()) ? "blocked" : "apart";
      case FORBIDDEN -> "apart";
      case DISMISSED -> asker.equals(tie.side()) ? "dismissed" : "";
    };
  }

  private PairView.Gate gate(String id, Locale reader) {
    return new PairView.Gate(id, texts.text("matching.gate." + id, Map.of(), reader));
  }

  private PairView.Gate must(String side, Must must, Locale reader) {
    String name = must.id();
    String what = texts.text("matching.must." + name, Map.of(), reader);
    return new PairView.Gate(
        "must." + side + "." + name,
        texts.text("matching.gate.must", Map.of("side", side, "what", what), reader));
  }

  private static boolean areOpen(Columns mine, Columns theirs, ThemeScale scale) {
    return Gates.areOpen(
        new FieldCandidate(mine, scale), new FieldCandidate(accepting(theirs), scale));
  }

  private static Columns accepting(Columns columns) {
    return columns.toBuilder().standing(OPEN).build();
  }

  private static Columns withoutCooperation(Columns columns) {
    return columns.toBuilder().cooperation(0).build();
  }

  private static Columns only(Columns columns, Must must) {
    return withoutCooperation(withMusts(columns, must.bit()));
  }

  private static Columns withMusts(Columns columns, int musts) {
    Wishes w = columns.wishes();
    Wishes changed =
        new Wishes(
            w.countries(),
            w.regions(),
            w.traits(),
            w.ukrainian(),
            w.minPopulation(),
            w.maxPopulation(),
            w.kilometres(),
            musts);
    return columns.toBuilder().wishes(changed).build();
  }
}
