package eu.bridgehall.scoring;

import eu.bridgehall.scoring.Reason.CodeKind;
import eu.bridgehall.scoring.Reason.Codes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The sentences for the criteria of one side of a pair. */
final class Reasons {
  private final Vocabulary vocabulary;
  private final String side;
  private final FieldCandidate me;
  private final FieldCandidate them;
  private final Columns mine;
  private final Columns theirs;

  /**
   * @param side {@code mine} for the side of the reader, {@code theirs} for the other
   */
  Reasons(Vocabulary vocabulary, String side, FieldCandidate me, FieldCandidate them) {
    this.vocabulary = vocabulary;
    this.side = side;
    this.me = me;
    this.them = them;
    mine = me.columns();
    theirs = them.columns();
  }

  List<Reason> of(Criterion criterion, boolean stated) {
    return switch (criterion) {
      case NEEDS -> themes(criterion, mine.needs(), theirs.offers());
      case OFFERS -> themes(criterion, mine.offers(), theirs.needs());
      case INTERESTS -> themes(criterion, mine.interests(), theirs.interests());
      case COOPERATION -> cooperation();
      case SIZE -> List.of(mine.wishes().statesSize() ? wishedSize() : size(stated));
      case REGION -> stated ? region() : List.of(reason(criterion, "unstated"));
      case LANGUAGES -> List.of(languages());
      case DISTANCE -> List.of(stated ? distance() : reason(criterion, "unstated"));
      case TRACK_RECORD -> throw new IllegalArgumentException("Told by PastReasons");
    };
  }

  private List<Reason> themes(Criterion criterion, ThemeSet own, ThemeSet other) {
    if (own.isEmpty()) {
      return List.of(reason(criterion, "unstated"));
    }
    ThemeSet same = own.and(other);
    ThemeSet near = own.andNot(other).and(vocabulary.tree().families(other));
    List<Reason> reasons = new ArrayList<>();
    if (!same.isEmpty()) {
      reasons.add(themes(criterion, "some", same, own));
    }
    if (!near.isEmpty()) {
      reasons.add(themes(criterion, "near", near, own));
    }
    if (reasons.isEmpty()) {
      reasons.add(
          other.isEmpty()
              ? reason(criterion, "theirsUnstated")
              : reason(criterion, "none", Map.of("stated", own.size())));
    }
    return reasons;
  }

  private Reason themes(Criterion criterion, String which, ThemeSet matched, ThemeSet own) {
    return reason(
        criterion,
        which,
        Map.of(
            "matched",
            matched.size(),
            "stated",
            own.size(),
            "themes",
            new Codes(CodeKind.THEME, vocabulary.themeCodes(matched))));
  }

  private List<Reason> cooperation() {
    int own = mine.cooperation();
    int common = own & theirs.cooperation();
    if (own == 0) {
      return List.of(reason(Criterion.COOPERATION, "unstated"));
    }
    if (common == 0) {
      return List.of(
          reason(Criterion.COOPERATION, theirs.cooperation() == 0 ? "theirsUnstated" : "none"));
    }
    return List.of(
        reason(
            Criterion.COOPERATION,
            "some",
            Map.of(
                "matched",
                Integer.bitCount(common),
                "stated",
                Integer.bitCount(own),
                "types",
                new Codes(CodeKind.COOPERATION, vocabulary.cooperation().codes(common)))));
  }

  private Reason size(boolean known) {
    if (!known) {
      return reason(Criterion.SIZE, "unknown");
    }
    double ratio =
        (double) Math.max(mine.population(), theirs.population())
            / Math.min(mine.population(), theirs.population());
    String which =
        ratio < 1.5
            ? "alike"
            : theirs.population() > mine.population() ? "theirsLarger" : "theirsSmaller";
    Map<String, Object> arguments = populations();
    // one decimal: 2.4 times as many
    arguments.put("ratio", Math.round(ratio * 10) / 10.0);
    return reason(Criterion.SIZE, which, arguments);
  }

  private Reason wishedSize() {
    int population = theirs.population();
    Wishes wishes = mine.wishes();
    if (population == 0) {
      return reason(Criterion.SIZE, "wishedUnknown");
    }
    Map<String, Object> arguments = populations();
    arguments.put("min", wishes.minPopulation());
    arguments.put("max", wishes.maxPopulation());
    boolean above = wishes.maxPopulation() > 0 && population > wishes.maxPopulation();
    return reason(
        Criterion.SIZE,
        population < wishes.minPopulation() ? "tooSmall" : above ? "tooLarge" : "inRange",
        arguments);
  }

  private Map<String, Object> populations() {
    Map<String, Object> arguments = new HashMap<>();
    arguments.put("mine", mine.population());
    arguments.put("theirs", theirs.population());
    return arguments;
  }

  private List<Reason> region() {
    List<Reason> reasons = new ArrayList<>();
    Wishes wishes = mine.wishes();
    if (wishes.statesPlace()) {
      reasons.add(place());
    }
    if (wishes.traits() != 0) {
      int met = wishes.traits() & theirs.traits();
      reasons.add(
          reason(
              Criterion.REGION,
              met == 0 ? "noTraits" : "traits",
              Map.of(
                  "matched",
                  Integer.bitCount(met),
                  "stated",
                  Integer.bitCount(wishes.traits()),
                  "traits",
                  new Codes(
                      CodeKind.TRAIT,
                      vocabulary.traits().codes(met == 0 ? wishes.traits() : met)))));
    }
    return reasons;
  }

  private Reason place() {
    Wishes wishes = mine.wishes();
    int country = theirs.country();
    if (!Criteria.isInWishedPlace(me, them)) {
      return reason(Criterion.REGION, "elsewhere");
    }
    if (wishes.ukrainian() && theirs.ukrainian()) {
      return reason(Criterion.REGION, "ukrainian");
    }
    if (country >= 0 && (wishes.countries() >>> country & 1) != 0) {
      return reason(
          Criterion.REGION,
          "country",
          Map.of(
              "country",
              new Codes(CodeKind.COUNTRY, List.of(vocabulary.countries().code(country)))));
    }
    List<String> regions =
        theirs.regions().stream()
            .filter(wishes.regions()::contains)
            .map(vocabulary.regions()::code)
            .toList();
    return reason(
        Criterion.REGION, "region", Map.of("regions", new Codes(CodeKind.REGION, regions)));
  }

  private Reason languages() {
    if (mine.languages().isEmpty()) {
      return reason(Criterion.LANGUAGES, "unstated");
    }
    if (theirs.languages().isEmpty()) {
      return reason(Criterion.LANGUAGES, "theirsUnstated");
    }
    LanguageSet common = mine.languages().and(theirs.languages());
    return common.isEmpty()
        ? reason(Criterion.LANGUAGES, "none")
        : reason(
            Criterion.LANGUAGES,
            "some",
            Map.of(
                "matched",
                common.size(),
                "languages",
                new Codes(CodeKind.LANGUAGE, vocabulary.languageCodes(common))));
  }

  private Reason distance() {
    double kilometres = Criteria.kilometres(me, them);
    if (Double.isNaN(kilometres)) {
      return reason(Criterion.DISTANCE, "unknown");
    }
    int wished = mine.wishes().kilometres();
    Map<String, Object> arguments = Map.of("kilometres", Math.round(kilometres), "wished", wished);
    return reason(
        Criterion.DISTANCE,
        wished == 0 ? "near" : kilometres <= wished ? "within" : "beyond",
        arguments);
  }

  private Reason reason(Criterion criterion, String which) {
    return reason(criterion, which, Map.of());
  }

  private Reason reason(Criterion criterion, String which, Map<String, Object> more) {
    Map<String, Object> arguments = new HashMap<>(more);
    arguments.put("side", side);
    return new Reason("match.reason." + criterion.id() + "." + which, arguments);
  }
}
