package eu.bridgehall.scoring;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes out what the scorer did, with the scorer's own values. Keeps what it has worked out of the
 * last asker, for its next pair; each thread needs its own.
 */
public final class Explainer {
  private static final int TENTHS = 10;
  // a factor that would be shown as 100 % is not told
  private static final double TOLD = 0.995;

  private final Vocabulary vocabulary;
  private final ThemeScale scale;
  private final TrackRecord record;
  private @Nullable Asker last;

  /** An asker and the scorer that was made for it. */
  private record Asker(
      Columns columns, Weights weights, FieldCandidate candidate, PairScorer scorer) {
    private boolean is(Columns asker, Weights by) {
      return columns.equals(asker) && weights.equals(by);
    }
  }

  public Explainer(Vocabulary vocabulary, ThemeScale scale, TrackRecord record) {
    this.vocabulary = vocabulary;
    this.scale = scale;
    this.record = record;
  }

  /**
   * Explains why {@code other} is suggested to {@code asker}.
   *
   * @param weights weights of the asker's side in this request
   * @param today day since 1970-01-01 (UTC) that freshness is measured on
   * @param text factor of the text asked for, or {@link RankValue#NO_TEXT}
   */
  public Explanation explain(
      Columns asker, Columns other, Weights weights, int today, double text) {
    Asker asking = asker(asker, weights);
    FieldCandidate me = asking.candidate();
    FieldCandidate them = new FieldCandidate(other, scale);
    PairScorer scorer = asking.scorer();
    MutualFit fit = scorer.fit(them);
    RankValue rank = RankValue.of(fit.mutual(), them, today, text);
    double common = scorer.record().value(them);
    return new Explanation(
        tenths(Math.round(fit.mutual() * TENTHS)),
        side("mine", me, them, weights, scorer, fit.mine(), common),
        side("theirs", them, me, other.weights(), scorer, fit.theirs(), common),
        rank,
        factors(rank, other),
        scale.rarity().version(),
        record.ties().version());
  }

  private Asker asker(Columns asker, Weights weights) {
    Asker asking = last;
    if (asking == null || !asking.is(asker, weights)) {
      FieldCandidate candidate = new FieldCandidate(asker, scale);
      asking =
          new Asker(asker, weights, candidate, new PairScorer(candidate, weights, scale, record));
      last = asking;
    }
    return asking;
  }

  private Explanation.Side side(
      String name,
      FieldCandidate me,
      FieldCandidate them,
      Weights weights,
      PairScorer scorer,
      double fit,
      double common) {
    double[] values = "mine".equals(name) ? scorer.mineValues() : scorer.theirValues();
    boolean wishesDistance = me.wishedKilometres() > 0;
    double[] weight = new double[Criterion.COUNT];
    double stated = 0;
    for (Criterion criterion : Criterion.values()) {
      int i = criterion.index();
      weight[i] = weights.of(criterion, wishesDistance);
      if (!Double.isNaN(values[i])) {
        stated += weight[i];
      }
    }
    double[] points = new double[Criterion.COUNT];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          Double.isNaN(values[i]) ? 0 : 100 * weight[i] * values[i] / (stated + Weights.UNKNOWN);
    }
    long shownFit = Math.round(fit * TENTHS);
    long[] shown = largestRemainder(points, shownFit);
    Reasons reasons = new Reasons(vocabulary, name, me, them);
    PastReasons pastReasons =
        new PastReasons(vocabulary, record.ties(), scorer.record(), common, me, them);
    List<Explanation.Part> parts = new ArrayList<>();
    for (Criterion criterion : Criterion.values()) {
      int i = criterion.index();
      boolean isStated = !Double.isNaN(values[i]);
      parts.add(
          new Explanation.Part(
              criterion,
              isStated,
              isStated ? values[i] : 0,
              weight[i],
              tenths(shown[i]),
              criterion == Criterion.TRACK_RECORD
                  ? pastReasons.of(values[i], weights)
                  : reasons.of(criterion, isStated),
              criterion == Criterion.TRACK_RECORD && isStated ? pastReasons.odds() : List.of()));
    }
    int past = Criterion.TRACK_RECORD.index();
    double others = Double.isNaN(values[past]) ? stated : stated - weight[past];
    long best = best(others, stated - others, stated, weights, Criteria.statesThemes(me));
    return new Explanation.Side(
        tenths(shownFit),
        parts,
        Weights.UNKNOWN,
        new Reason("match.reason.unknown", Map.of("side", name, "best", best)),
        weights.equals(Weights.defaults())
            ? null
            : new Reason("match.reason.ownWeights", Map.of("side", name)));
  }

  /**
   * The best fit that a side can reach with what is stated, in whole points.
   *
   * @param others weights of all that is stated but the track record
   * @param record weight of the track record, 0 if it is not known
   * @param stated both together
   * @param themes whether it has stated themes, so that the track record's share is limited
   */
  private static long best(
      double others, double record, double stated, Weights weights, boolean themes) {
    double most = themes ? Math.min(record, weights.mostOfTrackRecord(others)) : record;
    return Math.round(100 * (others + most) / (stated + Weights.UNKNOWN));
  }

  private static List<Reason> factors(RankValue rank, Columns other) {
    List<Reason> reasons = new ArrayList<>();
    if (rank.freshness() < 1) {
      reasons.add(factor("match.factor.freshness", rank.freshness(), Map.of()));
    }
    if (rank.load() < TOLD) {
      int capacity = other.standing().capacity();
      reasons.add(
          factor(
              capacity == Standing.UNKNOWN ? "match.factor.load.assumed" : "match.factor.load",
              rank.load(),
              Map.of(
                  "expected",
                  Math.max(1, Math.round(other.standing().expectedRequests())),
                  "capacity",
                  RankValue.room(capacity))));
    }
    if (rank.text() < RankValue.NO_TEXT) {
      reasons.add(factor("match.factor.text", rank.text(), Map.of()));
    }
    return reasons;
  }

  private static Reason factor(String key, double factor, Map<String, Object> more) {
    Map<String, Object> arguments = new HashMap<>(more);
    arguments.put("percent", Math.round(100 * factor));
    return new Reason(key, arguments);
  }

  /**
   * Points as whole tenths that add up to the total: each is rounded down, and the tenths that are
   * missing go to the largest remainders, among equal ones to the first.
   */
  static long[] largestRemainder(double[] points, long total) {
    long[] shown = new long[points.length];
    Integer[] order = new Integer[points.length];
    for (int i = 0; i < points.length; i++) {
      shown[i] = (long) Math.floor(points[i] * TENTHS);
      order[i] = i;
    }
    long missing = total - Arrays.stream(shown).sum();
    Arrays.sort(order, Comparator.comparingDouble((Integer i) -> shown[i] - points[i] * TENTHS));
    for (int i = 0; missing > 0; i++) {
      if (points[order[i % order.length]] > 0) {
        shown[order[i % order.length]]++;
        missing--;
      }
    }
    for (int i = order.length - 1; missing < 0; i--) {
      if (shown[order[i]] > 0) {
        shown[order[i]]--;
        missing++;
      }
    }
    return shown;
  }

  private static BigDecimal tenths(long tenths) {
    return BigDecimal.valueOf(tenths, 1);
  }
}
