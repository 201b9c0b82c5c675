package eu.bridgehall.scoring;

import java.util.List;

/**
 * Where an authority stands on the map of known twinnings.
 *
 * @param place id of its place in the gazetteer; {@link #UNKNOWN} if there is none
 * @param urbanisation degree of urbanisation: 1 city, 2 town or suburb, 3 rural; 0 unknown
 * @param coastal whether it lies on a coast
 * @param division ordinal of the larger region it lies in (NUTS 2, oblast, first division), {@link
 *     #UNKNOWN} if unknown
 * @param district ordinal of the smaller region it lies in (NUTS 3, raion), {@link #UNKNOWN} if
 *     unknown
 */
public record Locality(int place, int urbanisation, boolean coastal, int division, int district) {
  /** A number that is not known. */
  public static final int UNKNOWN = -1;

  /** Nothing is known. */
  public static final Locality NONE = new Locality(UNKNOWN, 0, false, UNKNOWN, UNKNOWN);

  /** How many degrees of urbanisation there are, the unknown one counted. */
  static final int DEGREES = 4;

  public Locality {
    if (urbanisation < 0 || urbanisation >= DEGREES) {
      throw new IllegalArgumentException("No degree of urbanisation: " + urbanisation);
    }
    if (district != UNKNOWN && division == UNKNOWN) {
      throw new IllegalArgumentException("A district lies in a division");
    }
  }

  /**
   * Finds the larger and the smaller region among those it lies in.
   *
   * @param regions ordinals of the regions it lies in, the country first, then ever smaller ones
   */
  public static Locality of(int place, int urbanisation, boolean coastal, List<Integer> regions) {
    int depth = regions.size();
    int district = depth > 2 ? regions.get(depth - 1) : UNKNOWN;
    int division = depth > 2 ? regions.get(depth - 2) : depth == 2 ? regions.get(1) : UNKNOWN;
    return new Locality(place, urbanisation, coastal, division, district);
  }
}
