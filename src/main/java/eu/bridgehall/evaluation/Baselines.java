package eu.bridgehall.evaluation;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.CodeTable;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.TrackRecordModel;
import java.util.LinkedHashMap;
import java.util.Map;

/** The orders that the engine is measured against, each as simple as it says. */
final class Baselines {
  /** At three times the size, and at so many kilometres, half is left. */
  private static final double HALF_SIZE = Math.log(3);

  private static final double HALF_KM = 250;

  private Baselines() {}

  /** The orders by name; something unknown is worth nothing. */
  static Map<String, Baseline> all(TrackRecordModel model, CodeTable countries) {
    Map<String, Baseline> all = new LinkedHashMap<>();
    all.put("chance", (asker, other) -> 0);
    all.put("size", Baselines::size);
    all.put("distance", Baselines::distance);
    all.put("size+distance", (asker, other) -> size(asker, other) + distance(asker, other));
    all.put(
        "size+distance+country",
        (asker, other) ->
            size(asker, other)
                + distance(asker, other)
                + countries(
                    model, countries.code(asker.country()), countries.code(other.country())));
    return all;
  }

  private static double size(Columns a, Columns b) {
    if (a.population() == 0 || b.population() == 0) {
      return 0;
    }
    double apart = Math.log((double) a.population() / b.population()) / HALF_SIZE;
    return 1 / (1 + apart * apart);
  }

  private static double distance(Columns a, Columns b) {
    GeoPoint from = a.position();
    GeoPoint to = b.position();
    if (from == null || to == null) {
      return 0;
    }
    double far = from.kilometresTo(to) / HALF_KM;
    return 1 / (1 + far * far);
  }

  /** A fifth of the logarithm, so that usual ones weigh as much as size and distance. */
  private static double countries(TrackRecordModel model, String a, String b) {
    String key = a.compareTo(b) < 0 ? a + "-" + b : b + "-" + a;
    return model.countries().getOrDefault(key, 0.0) / 5;
  }
}
