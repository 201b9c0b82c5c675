package eu.bridgehall.scoring;

/**
 * Positions as unit vectors, and logarithms of populations, computed in one place with {@link
 * StrictMath} so that every machine and every engine gets the same last digit.
 */
public final class Sphere {
  static final double EARTH_RADIUS_KM = 6371.0088;

  private Sphere() {}

  public static double x(double lat, double lon) {
    return StrictMath.cos(StrictMath.toRadians(lat)) * StrictMath.cos(StrictMath.toRadians(lon));
  }

  public static double y(double lat, double lon) {
    return StrictMath.cos(StrictMath.toRadians(lat)) * StrictMath.sin(StrictMath.toRadians(lon));
  }

  public static double z(double lat) {
    return StrictMath.sin(StrictMath.toRadians(lat));
  }

  /** Great-circle distance in kilometres of two unit vectors; NaN if one is unknown. */
  public static double kilometres(
      double x1, double y1, double z1, double x2, double y2, double z2) {
    double dx = x1 - x2;
    double dy = y1 - y2;
    double dz = z1 - z2;
    double chord = Math.sqrt(dx * dx + dy * dy + dz * dz);
    return 2 * EARTH_RADIUS_KM * StrictMath.asin(Math.min(1, chord / 2));
  }

  /** Kilometres in a straight line through the ground, which is cheaper; NaN if one is unknown. */
  static double straight(double x1, double y1, double z1, double x2, double y2, double z2) {
    double dx = x1 - x2;
    double dy = y1 - y2;
    double dz = z1 - z2;
    return EARTH_RADIUS_KM * Math.sqrt(dx * dx + dy * dy + dz * dz);
  }

  /** Natural logarithm of a population; NaN if it is unknown (0). */
  public static double logarithm(int population) {
    return population > 0 ? StrictMath.log(population) : Double.NaN;
  }
}
