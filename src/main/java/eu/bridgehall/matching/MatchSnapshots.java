package eu.bridgehall.matching;

import eu.bridgehall.discovery.AuthorityColumns;
import eu.bridgehall.discovery.ProfileDocuments;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.i18n.Messages;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Explanation;
import eu.bridgehall.scoring.Reason;
import eu.bridgehall.search.AuthorityIndex;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Keeps how well two authorities fit at a moment, and tells it again later. Asks nobody's
 * permission: the caller has decided who may know.
 */
@Singleton
public class MatchSnapshots {
  /** The argument of a sentence that says whose side it is told from. */
  private static final String SIDE = "side";

  private static final String MINE = "mine";
  private static final String THEIRS = "theirs";

  private final Shortlists shortlists;
  private final ProfileDocuments profiles;
  private final AuthorityIndex index;
  private final ReasonTexts texts;
  private final Messages messages;

  MatchSnapshots(
      Shortlists shortlists,
      ProfileDocuments profiles,
      AuthorityIndex index,
      ReasonTexts texts,
      Messages messages) {
    this.shortlists = shortlists;
    this.profiles = profiles;
    this.index = index;
    this.texts = texts;
    this.messages = messages;
  }

  /** How well the two fit now; empty where one of them has no profile. */
  public Optional<MatchSnapshot> take(UUID asker, UUID other) {
    return profiles
        .findColumns(asker)
        .flatMap(mine -> profiles.findColumns(other).map(theirs -> take(mine, other, theirs)));
  }

  private MatchSnapshot take(AuthorityColumns mine, UUID other, AuthorityColumns row) {
    Columns theirs = row.confirmed() ? index.columns(other).orElse(row.columns()) : row.columns();
    Explanation why =
        shortlists.explain(
            mine.columns(),
            other,
            theirs,
            mine.columns().weights(),
            shortlists.basis(Actor.service(), mine.id(), null));
    return new MatchSnapshot(
        why.mutual(), side(why.mine()), side(why.theirs()), why.rarityVersion(), why.tiesVersion());
  }

  /**
   * Tells it to one side: the first fit of the two is the reader's own.
   *
   * @param toOther whether the reader is of the other authority, not of the one that asked
   */
  public ToldMatch tell(MatchSnapshot kept, boolean toOther, Locale reader) {
    return new ToldMatch(
        kept.score(),
        side(toOther ? kept.other() : kept.asker(), toOther, reader),
        side(toOther ? kept.asker() : kept.other(), toOther, reader));
  }

  private static MatchSnapshot.Side side(Explanation.Side side) {
    Reason weighing = side.weighing();
    return new MatchSnapshot.Side(
        side.fit(),
        side.parts().stream()
            .map(
                p ->
                    new MatchSnapshot.Part(
                        p.criterion().id(),
                        p.stated(),
                        decimal(p.value(), 3),
                        decimal(p.weight(), 1),
                        p.contribution(),
                        p.reasons().stream().map(MatchSnapshots::said).toList(),
                        p.odds().stream()
                            .map(o -> new MatchSnapshot.Odds(o.part().id(), o.times()))
                            .toList()))
            .toList(),
        decimal(side.unknownWeight(), 1),
        said(side.unknown()),
        weighing == null ? null : said(weighing));
  }

  private static MatchSnapshot.Said said(Reason reason) {
    Map<String, Object> arguments = new HashMap<>();
    Map<String, MatchSnapshot.Named> codes = new HashMap<>();
    reason
        .arguments()
        .forEach(
            (name, value) -> {
              if (value instanceof Reason.Codes named) {
                codes.put(name, new MatchSnapshot.Named(named.kind(), named.codes()));
              } else {
                arguments.put(name, value);
              }
            });
    return new MatchSnapshot.Said(reason.key(), arguments, codes);
  }

  private SideView side(MatchSnapshot.Side side, boolean toOther, Locale reader) {
    MatchSnapshot.Said weighing = side.weighing();
    return new SideView(
        side.fit(),
        side.parts().stream()
            .map(
                p ->
                    new SideView.CriterionView(
                        p.criterion(),
                        name("match.criterion.", p.criterion(), reader),
                        p.stated(),
                        p.value(),
                        p.weight(),
                        p.contribution(),
                        p.reasons().stream()
                            .map(said -> text(said, toOther, reader))
                            .filter(text -> !text.isEmpty())
                            .collect(Collectors.joining(" ")),
                        odds(p, reader)))
            .toList(),
        new SideView.UnknownView(
            texts.text("matching.unknown", Map.of(), reader),
            side.unknownWeight(),
            text(side.unknown(), toOther, reader)),
        weighing == null ? null : text(weighing, toOther, reader));
  }

  private List<SideView.OddsView> odds(MatchSnapshot.Part part, Locale reader) {
    return Objects.requireNonNullElse(part.odds(), List.<MatchSnapshot.Odds>of()).stream()
        .map(
            odds ->
                new SideView.OddsView(
                    odds.part(), name("match.odds.", odds.part(), reader), odds.times()))
        .toList();
  }

  /** What a criterion, or a part of one, is called; its id where there is none such any more. */
  private String name(String prefix, String id, Locale reader) {
    return messages.has(prefix + id) ? messages.text(reader, prefix + id) : id;
  }

  /** The sentence; empty where the product has unlearned it since. */
  private String text(MatchSnapshot.Said said, boolean toOther, Locale reader) {
    if (!messages.has(said.key())) {
      return "";
    }
    Map<String, Object> arguments = new HashMap<>(said.arguments());
    if (toOther && arguments.containsKey(SIDE)) {
      arguments.put(SIDE, MINE.equals(arguments.get(SIDE)) ? THEIRS : MINE);
    }
    said.codes()
        .forEach(
            (name, named) ->
                arguments.put(name, new Reason.Codes(named.kind(), List.copyOf(named.codes()))));
    return texts.text(new Reason(said.key(), arguments), reader);
  }

  private static BigDecimal decimal(double value, int places) {
    return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
  }
}
