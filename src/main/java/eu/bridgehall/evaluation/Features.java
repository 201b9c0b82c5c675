package eu.bridgehall.evaluation;

import eu.bridgehall.scoring.Candidate;
import eu.bridgehall.scoring.FieldCandidate;
import eu.bridgehall.scoring.TrackRecord;
import eu.bridgehall.scoring.TrackRecordModel;
import eu.bridgehall.scoring.TrackRecordModel.Feature;
import eu.bridgehall.scoring.TrackRecordModel.Point;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A pair of towns as numbers to learn from: one place in a row for each number of the track record
 * but those of the countries, which are counted. What follows a measure is spread over the two
 * nearest points of its curve, so that the learned numbers are the curve's.
 */
final class Features {
  private static final Map<Feature, double[]> POINTS =
      new EnumMap<>(
          Map.of(
              Feature.SIZE,
              new double[] {0, 0.3, 0.7, 1.2, 2, 3, 5},
              Feature.DISTANCE,
              new double[] {0, 40, 80, 150, 300, 500, 800, 1200, 1800, 2600, 4000},
              Feature.SHARED,
              new double[] {0, 0.4, 0.8},
              Feature.LINKED,
              new double[] {0, 0.1, 0.3, 1}));

  private static final int DEGREES = 4;
  private static final int COASTS = 3;
  private static final List<Feature> CURVES = List.of(Feature.values());
  private static final int URBANISATION = start(CURVES.size());
  private static final int COAST = URBANISATION + DEGREES * (DEGREES + 1) / 2;
  private static final int SEATS = COAST + COASTS;
  private static final int COUNTRIES = SEATS + TrackRecord.RANKS * (TrackRecord.RANKS + 1) / 2;
  private static final int DOMESTIC = COUNTRIES + 1;
  private static final int DIVISIONS = DOMESTIC + 1;
  private static final int DISTRICTS = DIVISIONS + 1;
  private static final int NEAR = DISTRICTS + 1;
  private static final int AROUND = NEAR + 1;
  private static final int ABROAD = AROUND + 1;
  private static final int NAMES = ABROAD + 1;
  private static final int LARGE = NAMES + 1;

  /** Places in a row. */
  static final int COUNT = LARGE + 1;

  /** Places of a row that may be other than 0. */
  private static final int FILLED = 20;

  private Features() {}

  /** A row of which most places are 0. */
  static final class Row {
    private final int[] at = new int[FILLED];
    private final float[] values = new float[FILLED];
    private double given;
    private int size;

    private void add(int place, double value) {
      at[size] = place;
      values[size++] = (float) value;
    }

    int size() {
      return size;
    }

    int at(int i) {
      return at[i];
    }

    double value(int i) {
      return values[i];
    }

    /** The sum, with what is given whatever the numbers are. */
    double sum(double[] numbers) {
      return given + learned(numbers);
    }

    /** The sum of what is learned. */
    double learned(double[] numbers) {
      double sum = 0;
      for (int i = 0; i < size; i++) {
        sum += values[i] * numbers[at[i]];
      }
      return sum;
    }
  }

  static Row of(Candidate asker, FieldCandidate other, TrackRecord.Side record) {
    Row row = new Row();
    spread(row, Feature.SIZE, Math.abs(asker.logPopulation() - other.logPopulation()));
    double kilometres = TrackRecord.kilometres(asker, other);
    spread(row, Feature.DISTANCE, kilometres);
    spread(row, Feature.SHARED, record.shared(other));
    spread(row, Feature.LINKED, record.linked(other));
    row.given = TrackRecord.bySize(asker, other);
    if (asker.urbanisation() > 0 && other.urbanisation() > 0) {
      row.add(URBANISATION + pair(asker.urbanisation(), other.urbanisation(), DEGREES), 1);
    }
    row.add(COAST + (asker.coastal() ? 1 : 0) + (other.coastal() ? 1 : 0), 1);
    if (record.bothRanked(other)) {
      int seats = record.seats(other);
      row.add(
          SEATS + pair(seats / TrackRecord.RANKS, seats % TrackRecord.RANKS, TrackRecord.RANKS), 1);
    }
    row.add(LARGE, record.large(other, kilometres));
    if (record.isDomestic(other)) {
      row.add(DOMESTIC, 1);
    } else {
      row.add(COUNTRIES, Math.log(record.countries(other)));
      row.add(DIVISIONS, record.divisions(other));
      row.add(DISTRICTS, record.districts(other));
      row.add(NEAR, record.near(other));
      row.add(AROUND, record.around(other));
      row.add(ABROAD, record.abroad(other));
      row.add(NAMES, record.areNamedAlike(other) ? 1 : 0);
    }
    return row;
  }

  private static void spread(Row row, Feature feature, double x) {
    if (Double.isNaN(x)) {
      return;
    }
    double[] points = points(feature);
    int start = start(CURVES.indexOf(feature));
    int last = points.length - 1;
    double within = Math.clamp(x, points[0], points[last]);
    int left = 0;
    while (left < last - 1 && within >= points[left + 1]) {
      left++;
    }
    double share = (within - points[left]) / (points[left + 1] - points[left]);
    row.add(start + left, 1 - share);
    row.add(start + left + 1, share);
  }

  private static double[] points(Feature feature) {
    return Objects.requireNonNull(POINTS.get(feature));
  }

  private static int start(int curve) {
    int start = 0;
    for (Feature before : CURVES.subList(0, curve)) {
      start += points(before).length;
    }
    return start;
  }

  /** Place of two in the table of all pairs of numbers below a size, whichever comes first. */
  private static int pair(int a, int b, int size) {
    int low = Math.min(a, b);
    return low * size - low * (low - 1) / 2 + Math.max(a, b) - low;
  }

  /**
   * The model of these numbers. Curves and tables are moved so that they are 0 on the average of
   * all pairs: what is usual speaks neither for nor against.
   *
   * @param usual how much of each place a pair has on the average
   * @param countries logarithm of how much oftener than by chance, by pair of codes
   */
  static TrackRecordModel model(
      double[] numbers, double[] usual, Map<String, Double> countries, double from, double to) {
    Map<Feature, List<Point>> curves = new EnumMap<>(Feature.class);
    for (Feature feature : CURVES) {
      int start = start(CURVES.indexOf(feature));
      double[] points = points(feature);
      double middle =
          startsAtNothing(feature) ? numbers[start] : mean(numbers, usual, start, points.length);
      List<Point> curve = new ArrayList<>();
      for (int i = 0; i < points.length; i++) {
        curve.add(new Point(points[i], numbers[start + i] - middle));
      }
      curves.put(feature, curve);
    }
    double shore = mean(numbers, usual, COAST, COASTS);
    Map<String, Double> weighed = new HashMap<>();
    countries.forEach((pair, value) -> weighed.put(pair, numbers[COUNTRIES] * value));
    return new TrackRecordModel(
        curves,
        table(numbers, usual, URBANISATION, 1, DEGREES),
        table(numbers, usual, SEATS, 0, TrackRecord.RANKS),
        List.of(numbers[COAST] - shore, numbers[COAST + 1] - shore, numbers[COAST + 2] - shore),
        weighed,
        new TrackRecordModel.Factors(
            numbers[DOMESTIC],
            numbers[DIVISIONS],
            numbers[DISTRICTS],
            numbers[NEAR],
            numbers[AROUND],
            numbers[ABROAD],
            numbers[NAMES],
            numbers[LARGE]),
        from,
        to);
  }

  /** The numbers of the pairs from one on and below a size, less what is usual. */
  private static Map<String, Double> table(
      double[] numbers, double[] usual, int start, int first, int size) {
    Map<String, Double> table = new HashMap<>();
    double middle = mean(numbers, usual, start, size * (size + 1) / 2);
    for (int a = first; a < size; a++) {
      for (int b = a; b < size; b++) {
        table.put(a + "-" + b, numbers[start + pair(a, b, size)] - middle);
      }
    }
    return table;
  }

  /** Whether most pairs have nothing of it, so that the curve begins at 0 as it is. */
  private static boolean startsAtNothing(Feature feature) {
    return feature == Feature.SHARED || feature == Feature.LINKED;
  }

  /** By how much {@link #model} moves the sum of a pair of which everything is known. */
  static double moved(double[] numbers, double[] usual) {
    double moved =
        mean(numbers, usual, URBANISATION, COAST - URBANISATION)
            + mean(numbers, usual, SEATS, COUNTRIES - SEATS)
            + mean(numbers, usual, COAST, COASTS);
    for (Feature feature : CURVES) {
      int start = start(CURVES.indexOf(feature));
      moved +=
          startsAtNothing(feature)
              ? numbers[start]
              : mean(numbers, usual, start, points(feature).length);
    }
    return moved;
  }

  private static double mean(double[] numbers, double[] usual, int start, int length) {
    double sum = 0;
    double weight = 0;
    for (int i = start; i < start + length; i++) {
      sum += numbers[i] * usual[i];
      weight += usual[i];
    }
    return weight == 0 ? 0 : sum / weight;
  }
}
