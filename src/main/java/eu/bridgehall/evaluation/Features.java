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
              new double[] {0, 0.4, 0.8, 1.5},
              Feature.NEARBY,
              new double[] {0, 0.5, 1.5}));

  private static final int DEGREES = 4;
  private static final int COASTS = 3;
  private static final List<Feature> CURVES = List.of(Feature.values());
  private static final int URBANISATION = start(CURVES.size());
  private static final int COAST = URBANISATION + DEGREES * (DEGREES + 1) / 2;
  private static final int COUNTRIES = COAST + COASTS;
  private static final int DOMESTIC = COUNTRIES + 1;
  private static final int DIVISIONS = DOMESTIC + 1;
  private static final int DISTRICTS = DIVISIONS + 1;

  /** Places in a row. */
  static final int COUNT = DISTRICTS + 1;

  private Features() {}

  /** A row of which most places are 0. */
  static final class Row {
    private final int[] at = new int[16];
    private final float[] values = new float[16];
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
    spread(row, Feature.DISTANCE, TrackRecord.kilometres(asker, other));
    spread(row, Feature.SHARED, record.shared(other));
    spread(row, Feature.NEARBY, record.nearby(other));
    row.given = TrackRecord.bySize(asker, other);
    row.add(URBANISATION + degrees(asker.urbanisation(), other.urbanisation()), 1);
    row.add(COAST + (asker.coastal() ? 1 : 0) + (other.coastal() ? 1 : 0), 1);
    if (asker.country() == other.country()) {
      row.add(DOMESTIC, 1);
    } else {
      row.add(COUNTRIES, Math.log(record.countries(other)));
      row.add(DIVISIONS, record.divisions(other));
      row.add(DISTRICTS, record.districts(other));
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

  private static int degrees(int a, int b) {
    int low = Math.min(a, b);
    return low * DEGREES - low * (low - 1) / 2 + Math.max(a, b) - low;
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
    Map<String, Double> urbanisation = new HashMap<>();
    double middle = mean(numbers, usual, URBANISATION, COAST - URBANISATION);
    for (int a = 0; a < DEGREES; a++) {
      for (int b = a; b < DEGREES; b++) {
        urbanisation.put(a + "-" + b, numbers[URBANISATION + degrees(a, b)] - middle);
      }
    }
    double shore = mean(numbers, usual, COAST, COASTS);
    Map<String, Double> weighed = new HashMap<>();
    countries.forEach((pair, value) -> weighed.put(pair, numbers[COUNTRIES] * value));
    return new TrackRecordModel(
        curves,
        urbanisation,
        List.of(numbers[COAST] - shore, numbers[COAST + 1] - shore, numbers[COAST + 2] - shore),
        weighed,
        numbers[DOMESTIC],
        numbers[DIVISIONS],
        numbers[DISTRICTS],
        from,
        to);
  }

  /** Whether most pairs have nothing of it, so that the curve begins at 0 as it is. */
  private static boolean startsAtNothing(Feature feature) {
    return feature == Feature.SHARED || feature == Feature.NEARBY;
  }

  /** By how much {@link #model} moves the sum of a pair of which everything is known. */
  static double moved(double[] numbers, double[] usual) {
    double moved =
        mean(numbers, usual, URBANISATION, COAST - URBANISATION)
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
