package eu.bridgehall.scoring;

import eu.bridgehall.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which towns lie near each other: within {@link #REACH} kilometres. */
final class Neighbourhoods {
  private static final double REACH = 40;

  /** Rows of latitude, each a little higher than the reach. */
  private static final double ROWS_PER_DEGREE = 2.5;

  private final Map<Integer, List<Spot>> rows = new HashMap<>();
  private final Map<Integer, Spot> spots = new HashMap<>();

  private record Spot(int place, int row, double x, double y, double z) {}

  Neighbourhoods(Collection<KnownTies.Town> towns) {
    for (KnownTies.Town town : towns) {
      GeoPoint at = town.position();
      if (at != null) {
        int row = (int) Math.floor(at.lat() * ROWS_PER_DEGREE);
        Spot spot =
            new Spot(
                town.locality().place(),
                row,
                Sphere.x(at.lat(), at.lon()),
                Sphere.y(at.lat(), at.lon()),
                Sphere.z(at.lat()));
        rows.computeIfAbsent(row, r -> new ArrayList<>()).add(spot);
        spots.put(spot.place(), spot);
      }
    }
  }

  /** The others near the place, each with 1 - (km / reach)². */
  Map<Integer, Double> of(int place) {
    Spot here = spots.get(place);
    Map<Integer, Double> near = new HashMap<>();
    if (here == null) {
      return near;
    }
    for (int row = here.row() - 1; row <= here.row() + 1; row++) {
      for (Spot there : rows.getOrDefault(row, List.of())) {
        double km = Sphere.straight(here.x(), here.y(), here.z(), there.x(), there.y(), there.z());
        if (km < REACH && there.place() != place) {
          near.put(there.place(), 1 - (km / REACH) * (km / REACH));
        }
      }
    }
    return near;
  }
}
