package eu.bridgehall.scoring;

import eu.bridgehall.scoring.Reason.CodeKind;
import eu.bridgehall.scoring.Reason.Codes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The sentences on the track record of a pair: what speaks for it, the strongest first. */
final class PastReasons {
  /** From this part of the sum on, something is worth a sentence: a fifth likelier. */
  private static final double WORTH_SAYING = 0.2;

  /** So many partners of both are named. */
  private static final int NAMED = 3;

  private static final String KEY = "match.reason." + Criterion.TRACK_RECORD.id() + ".";

  private final Vocabulary vocabulary;
  private final KnownTies ties;
  private final TrackRecord.Side record;
  private final double common;
  private final FieldCandidate me;
  private final FieldCandidate them;

  /**
   * @param record of either side, last asked about the other
   * @param common what it answered
   */
  PastReasons(
      Vocabulary vocabulary,
      KnownTies ties,
      TrackRecord.Side record,
      double common,
      FieldCandidate me,
      FieldCandidate them) {
    this.vocabulary = vocabulary;
    this.ties = ties;
    this.record = record;
    this.common = common;
    this.me = me;
    this.them = them;
  }

  /**
   * @param value what the criterion is worth to this side, NaN if it is not known
   * @param weights of this side
   */
  List<Reason> of(double value, Weights weights) {
    if (Double.isNaN(value)) {
      return List.of(new Reason(KEY + "unknown", Map.of()));
    }
    List<Reason> reasons = new ArrayList<>();
    List<Integer> shared = ties.shared(me.place(), them.place());
    if (!shared.isEmpty()) {
      reasons.add(partners(shared));
    }
    if (speaks(TrackRecord.Part.LINKED)) {
      reasons.addAll(linked());
    }
    if (speaks(TrackRecord.Part.SURROUNDINGS)) {
      reasons.addAll(surroundings());
    }
    if (speaks(TrackRecord.Part.REGIONS)) {
      reasons.addAll(regions());
    }
    boolean domestic = me.country() >= 0 && me.country() == them.country();
    if (!domestic && speaks(TrackRecord.Part.COUNTRIES)) {
      reasons.add(countries());
    }
    if (speaks(TrackRecord.Part.DISTANCE)) {
      reasons.add(
          new Reason(
              KEY + "distance", Map.of("kilometres", Math.round(Criteria.kilometres(me, them)))));
    }
    if (speaks(TrackRecord.Part.SIZE)) {
      reasons.add(new Reason(KEY + "size", Map.of()));
    }
    if (speaks(TrackRecord.Part.URBANISATION)) {
      reasons.add(new Reason(KEY + "urbanisation", Map.of()));
    }
    if (me.coastal() && them.coastal() && speaks(TrackRecord.Part.COAST)) {
      reasons.add(new Reason(KEY + "coast", Map.of()));
    }
    if (record.areSeats() && speaks(TrackRecord.Part.SEATS)) {
      reasons.add(new Reason(KEY + "seats", Map.of()));
    }
    if (speaks(TrackRecord.Part.ABROAD)) {
      reasons.add(new Reason(KEY + "abroad", Map.of()));
    }
    if (speaks(TrackRecord.Part.NAMES)) {
      reasons.add(new Reason(KEY + "names", Map.of()));
    }
    if (domestic && record.part(TrackRecord.Part.COUNTRIES) <= -WORTH_SAYING) {
      reasons.add(new Reason(KEY + "domestic", Map.of()));
    }
    if (reasons.isEmpty()) {
      reasons.add(new Reason(KEY + "little", Map.of()));
    }
    if (value < common) {
      reasons.add(
          new Reason(
              KEY + "limited",
              Map.of("percent", Math.round(100 * (1 - weights.shareBesidesTrackRecord())))));
    }
    return reasons;
  }

  /** How much each thing says for or against the pair; what says nothing is left out. */
  List<Explanation.Odds> odds() {
    return Arrays.stream(TrackRecord.Part.values())
        .map(
            part ->
                new Explanation.Odds(
                    part,
                    BigDecimal.valueOf(StrictMath.exp(record.part(part)))
                        .setScale(2, RoundingMode.HALF_UP)))
        .filter(odds -> odds.times().compareTo(BigDecimal.ONE) != 0)
        .toList();
  }

  private boolean speaks(TrackRecord.Part part) {
    return record.part(part) >= WORTH_SAYING;
  }

  private Reason partners(List<Integer> shared) {
    List<String> named = shared.stream().limit(NAMED).map(ties::name).toList();
    return new Reason(
        KEY + "partners",
        Map.of(
            "count",
            shared.size(),
            "more",
            shared.size() - named.size(),
            "places",
            new Codes(CodeKind.PLACE, named)));
  }

  private List<Reason> linked() {
    List<Integer> link = ties.link(me.place(), them.place());
    return link.isEmpty()
        ? List.of()
        : List.of(
            new Reason(
                KEY + "linked",
                Map.of(
                    "places", new Codes(CodeKind.PLACE, link.stream().map(ties::name).toList()))));
  }

  private List<Reason> surroundings() {
    Surroundings.Between between = ties.surroundings().between(me, them);
    return between == null
        ? List.of()
        : List.of(
            new Reason(
                KEY + "surroundings",
                Map.of(
                    "known",
                    between.count(),
                    "reach",
                    Math.round(Surroundings.AROUND),
                    "places",
                    new Codes(
                        CodeKind.PLACE,
                        List.of(ties.nameOf(between.mine()), ties.nameOf(between.theirs()))),
                    "here",
                    Math.round(between.here()),
                    "there",
                    Math.round(between.there()))));
  }

  private List<Reason> regions() {
    int mine = me.division();
    int theirs = them.division();
    int known = ties.divisions().between(mine, theirs);
    if (known == 0) {
      return List.of();
    }
    return List.of(
        new Reason(
            KEY + "regions",
            Map.of(
                "known",
                known,
                "regions",
                new Codes(
                    CodeKind.REGION,
                    List.of(vocabulary.regions().code(mine), vocabulary.regions().code(theirs))))));
  }

  private Reason countries() {
    return new Reason(
        KEY + "countries",
        Map.of(
            "countries",
            new Codes(
                CodeKind.COUNTRY,
                List.of(
                    vocabulary.countries().code(me.country()),
                    vocabulary.countries().code(them.country())))));
  }
}
