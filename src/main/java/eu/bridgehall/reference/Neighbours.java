package eu.bridgehall.reference;

import eu.bridgehall.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells whether a place of another country is near, from a grid of all places. */
final class Neighbours {
  /** A day together is possible without a night between. */
  static final double NEAR_KM = 25;

  /** Cells are a quarter of a degree high (27.8 km) and half a degree wide. */
  private static final int ROWS_PER_DEGREE = 4;

  private static final int COLUMNS_PER_DEGREE = 2;
  private static final int KM_PER_DEGREE = 111;

  /** By cell, then by country: in most cells there is one only, and nothing to compare. */
  private final Map<Long, Map<String, List<GeoPoint>>> cells = new HashMap<>();

  void add(String country, GeoPoint position) {
    cells
        .computeIfAbsent(cell(row(position), column(position)), c -> new HashMap<>())
        .computeIfAbsent(country, c -> new ArrayList<>())
        .add(position);
  }

  boolean foreignPlaceNear(String country, GeoPoint position) {
    double width = KM_PER_DEGREE * Math.cos(Math.toRadians(position.lat())) / COLUMNS_PER_DEGREE;
    int columns = (int) Math.ceil(NEAR_KM / Math.max(1, width));
    for (int row = row(position) - 1; row <= row(position) + 1; row++) {
      for (int column = column(position) - columns;
          column <= column(position) + columns;
          column++) {
        Map<String, List<GeoPoint>> known = cells.getOrDefault(cell(row, column), Map.of());
        if (known.entrySet().stream()
            .anyMatch(e -> !e.getKey().equals(country) && isNear(e.getValue(), position))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isNear(List<GeoPoint> others, GeoPoint position) {
    return others.stream().anyMatch(other -> position.kilometresTo(other) <= NEAR_KM);
  }

  private static int row(GeoPoint position) {
    return (int) Math.floor(position.lat() * ROWS_PER_DEGREE);
  }

  private static int column(GeoPoint position) {
    return (int) Math.floor(position.lon() * COLUMNS_PER_DEGREE);
  }

  private static long cell(int row, int column) {
    return row * 100_000L + column;
  }
}
