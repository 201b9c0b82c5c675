package eu.bridgehall.scoring;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.kernel.DomainException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How much each criterion counts for one side. Only proportions matter: whatever numbers from 0 to
 * 100 are given, they are scaled so that together they make 100, against which {@link #UNKNOWN}
 * stands.
 */
public final class Weights {
  /**
   * Weight w₀ of what nobody has said: it stands in the denominator of every fit, so that the less
   * a side states the lower the best fit it can reach.
   */
  public static final double UNKNOWN = 10;

  /** Weight of a distance that a profile wishes, where the weights say nothing about distance. */
  public static final double WISHED_DISTANCE = 10;

  /** The largest weight that may be given. */
  public static final int MAX = 100;

  /**
   * Of the fit of a side that has stated themes the track record makes up at most this share,
   * unless by its weight it is a larger share of all: the past repeats itself.
   */
  public static final double TRACK_RECORD_SHARE = 0.15;

  private static final double TOTAL = 100;
  private static final int WISHED_DISTANCE_SLOT = Criterion.COUNT;
  private static final Weights DEFAULTS = new Weights(defaultNumbers(), false);

  private final int[] given;
  private final boolean distanceGiven;
  // one slot for each criterion, and a last one for a distance wished in the profile
  private final double[] scaled;

  private Weights(int[] given, boolean distanceGiven) {
    this.given = given;
    this.distanceGiven = distanceGiven;
    int sum = Arrays.stream(given).sum();
    scaled = new double[Criterion.COUNT + 1];
    for (int i = 0; i < Criterion.COUNT; i++) {
      scaled[i] = given[i] * TOTAL / sum;
    }
    scaled[WISHED_DISTANCE_SLOT] =
        distanceGiven ? scaled[Criterion.DISTANCE.index()] : WISHED_DISTANCE;
  }

  /** The weights of an authority that has not chosen its own. */
  public static Weights defaults() {
    return DEFAULTS;
  }

  /**
   * The weights that a request asks for.
   *
   * @param chosen number from 0 to 100 by the criterion's id; a criterion that is left out keeps
   *     its default
   * @throws DomainException.Invalid naming {@code weights.<id>} for an unknown criterion or a
   *     number out of range, and {@code weights} when nothing would count
   */
  public static Weights of(Map<String, Integer> chosen) {
    int[] numbers = defaultNumbers();
    boolean distance = false;
    List<DomainException.FieldError> errors = new ArrayList<>();
    for (Map.Entry<String, Integer> entry : chosen.entrySet()) {
      String field = "weights." + entry.getKey();
      Criterion criterion = Coded.find(Criterion.class, entry.getKey()).orElse(null);
      if (criterion == null) {
        errors.add(new DomainException.FieldError(field, "error.weight.unknown", Map.of()));
      } else if (entry.getValue() < 0 || entry.getValue() > MAX) {
        errors.add(new DomainException.FieldError(field, "error.weight.range", Map.of("max", MAX)));
      } else {
        numbers[criterion.index()] = entry.getValue();
        distance |= criterion == Criterion.DISTANCE;
      }
    }
    if (errors.isEmpty() && Arrays.stream(numbers).sum() == 0) {
      errors.add(new DomainException.FieldError("weights", "error.weight.none", Map.of()));
    }
    if (!errors.isEmpty()) {
      throw new DomainException.Invalid(errors);
    }
    return new Weights(numbers, distance);
  }

  /** The number given for the criterion, 0 to 100, before scaling. */
  public int given(Criterion criterion) {
    return given[criterion.index()];
  }

  /**
   * The numbers by the criterion's id from which {@link #of} makes the same weights: distance is
   * left out where it was not weighed on purpose.
   */
  public Map<String, Integer> chosen() {
    Map<String, Integer> chosen = new LinkedHashMap<>();
    for (Criterion criterion : Criterion.values()) {
      if (criterion != Criterion.DISTANCE || distanceGiven) {
        chosen.put(criterion.id(), given(criterion));
      }
    }
    return chosen;
  }

  /** Whether distance was weighed on purpose, so that a distance wished in the profile yields. */
  public boolean distanceGiven() {
    return distanceGiven;
  }

  /**
   * What the criterion counts, of 100 in all.
   *
   * @param wishesDistance whether the side has stated how far away a partner may be
   */
  double of(Criterion criterion, boolean wishesDistance) {
    return scaled[slot(criterion.index(), wishesDistance)];
  }

  double at(int slot) {
    return scaled[slot];
  }

  /**
   * The most that the track record may add for a side that has stated themes.
   *
   * @param others weights times values of all other criteria
   */
  double mostOfTrackRecord(double others) {
    double besides = shareBesidesTrackRecord();
    return besides > 0 ? others * ((1 - besides) / besides) : TOTAL;
  }

  /** The share of the fit of such a side that the other criteria must make up. */
  double shareBesidesTrackRecord() {
    return 1 - Math.max(TRACK_RECORD_SHARE, at(Criterion.TRACK_RECORD.index()) / TOTAL);
  }

  static int slot(int criterion, boolean wishesDistance) {
    return wishesDistance && criterion == Criterion.DISTANCE.index()
        ? WISHED_DISTANCE_SLOT
        : criterion;
  }

  private static int[] defaultNumbers() {
    return Arrays.stream(Criterion.values()).mapToInt(Criterion::defaultWeight).toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Weights weights
        && distanceGiven == weights.distanceGiven
        && Arrays.equals(given, weights.given);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(given) * 31 + Boolean.hashCode(distanceGiven);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Weights");
    for (Criterion criterion : Criterion.values()) {
      text.append(String.format(Locale.ROOT, " %s=%d", criterion.id(), given(criterion)));
    }
    return text.toString();
  }
}
