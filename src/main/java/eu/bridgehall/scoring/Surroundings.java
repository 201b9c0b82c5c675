package eu.bridgehall.scoring;

import eu.bridgehall.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The ends of the known twinnings across borders on the map: how often towns around one spot are
 * twinned with towns around another. Ends are counted, so that it is the same from either side.
 */
final class Surroundings {
  /** Kilometres within which a town is near. */
  static final double NEAR = 25;

  /** Kilometres within which a town lies around. */
  static final double AROUND = 75;

  /** Of how many twinnings two surroundings must be short to be told from what is usual. */
  private static final double DOUBT = 0.3;

  private static final double NEAR_SQUARED = squared(NEAR);
  private static final double AROUND_SQUARED = squared(AROUND);

  // a cell is wider than the farther reach: what lies around is in it or in those next to it
  private static final double BANDS = 80;
  private static final int SHIFT = 8;
  private static final int AXES = 3;

  // unit vectors of the towns, and their partners abroad, in the order of their cells
  private final double[] spots;
  private final int[][] partners;
  private final int[] numbers;
  private final IdTable cells;
  private final int[] starts;
  private final double ends;

  /**
   * @param positions of the towns; null for one that is not known
   * @param abroad by town, the numbers of its partners in other countries
   */
  Surroundings(List<@Nullable GeoPoint> positions, int[][] abroad) {
    TreeMap<Integer, List<Integer>> byCell = new TreeMap<>();
    double[][] vectors = new double[positions.size()][];
    for (int town = 0; town < vectors.length; town++) {
      GeoPoint at = positions.get(town);
      if (at != null) {
        double[] v = {
          Sphere.x(at.lat(), at.lon()), Sphere.y(at.lat(), at.lon()), Sphere.z(at.lat())
        };
        vectors[town] = v;
        byCell
            .computeIfAbsent(cell(band(v[0]), band(v[1]), band(v[2])), c -> new ArrayList<>())
            .add(town);
      }
    }
    cells = new IdTable(byCell.keySet().stream().mapToInt(Integer::intValue).toArray());
    starts = new int[byCell.size() + 1];
    int cell = 0;
    for (List<Integer> there : byCell.values()) {
      starts[cell + 1] = starts[cell] + there.size();
      cell++;
    }
    numbers = byCell.values().stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    int[] moved = new int[vectors.length];
    Arrays.fill(moved, IdTable.NONE);
    spots = new double[AXES * numbers.length];
    for (int at = 0; at < numbers.length; at++) {
      moved[numbers[at]] = at;
      System.arraycopy(vectors[numbers[at]], 0, spots, AXES * at, AXES);
    }
    partners =
        Arrays.stream(numbers)
            .mapToObj(town -> Arrays.stream(abroad[town]).map(p -> moved[p]).filter(p -> p >= 0))
            .map(IntStream::toArray)
            .toArray(int[][]::new);
    ends = Arrays.stream(partners).mapToInt(of -> of.length).sum();
  }

  private static double squared(double kilometres) {
    double chord = kilometres / Sphere.EARTH_RADIUS_KM;
    return chord * chord;
  }

  private static int band(double coordinate) {
    return (int) ((coordinate + 1) * BANDS);
  }

  private static int cell(int x, int y, int z) {
    return (x << SHIFT | y) << SHIFT | z;
  }

  /** What lies around one spot; NaN for one that is not known. */
  Around around(double x, double y, double z) {
    return new Around(x, y, z);
  }

  /**
   * The twinnings between towns around one and towns around another.
   *
   * @param count how many there are
   * @param mine number of the town of the nearest that lies around the first
   * @param theirs number of its partner
   * @param here kilometres of the first to its town
   * @param there kilometres of the other to its town
   */
  record Between(int count, int mine, int theirs, double here, double there) {}

  /** What is known between the surroundings of two; null if it is nothing. */
  @Nullable Between between(Candidate me, Candidate them) {
    int[] mine = new int[partners.length];
    int[] theirs = new int[partners.length];
    int all = find(me.x(), me.y(), me.z(), mine);
    int others = find(them.x(), them.y(), them.z(), theirs);
    int[] around = Arrays.stream(theirs, 0, others).map(found -> found >> 1).sorted().toArray();
    Between nearest = null;
    int count = 0;
    for (int i = 0; i < all; i++) {
      int town = mine[i] >> 1;
      for (int partner : partners[town]) {
        if (Arrays.binarySearch(around, partner) >= 0) {
          count++;
          double here = kilometres(town, me);
          double there = kilometres(partner, them);
          if (nearest == null || here + there < nearest.here() + nearest.there()) {
            nearest = new Between(count, numbers[town], numbers[partner], here, there);
          }
        }
      }
    }
    return nearest == null
        ? null
        : new Between(count, nearest.mine(), nearest.theirs(), nearest.here(), nearest.there());
  }

  private double kilometres(int town, Candidate from) {
    int at = AXES * town;
    return Sphere.kilometres(spots[at], spots[at + 1], spots[at + 2], from.x(), from.y(), from.z());
  }

  /**
   * Finds the towns around a spot.
   *
   * @param found gets for each town twice its number, and one more if it is near
   * @return how many
   */
  private int find(double x, double y, double z, int[] found) {
    int count = 0;
    if (Double.isNaN(x)) {
      return count;
    }
    int bandX = band(x);
    int bandY = band(y);
    int bandZ = band(z);
    for (int i = Math.max(0, bandX - 1); i <= bandX + 1; i++) {
      for (int j = Math.max(0, bandY - 1); j <= bandY + 1; j++) {
        for (int k = Math.max(0, bandZ - 1); k <= bandZ + 1; k++) {
          int cell = cells.number(cell(i, j, k));
          if (cell >= 0) {
            count = find(x, y, z, cell, found, count);
          }
        }
      }
    }
    return count;
  }

  private int find(double x, double y, double z, int cell, int[] found, int before) {
    int count = before;
    for (int town = starts[cell]; town < starts[cell + 1]; town++) {
      double dx = spots[AXES * town] - x;
      double dy = spots[AXES * town + 1] - y;
      double dz = spots[AXES * town + 2] - z;
      double apart = dx * dx + dy * dy + dz * dz;
      if (apart < AROUND_SQUARED) {
        found[count++] = 2 * town + (apart < NEAR_SQUARED ? 1 : 0);
      }
    }
    return count;
  }

  /**
   * What lies around one spot, and how it is twinned with what lies around others. Keeps scratch
   * values, so each thread needs its own.
   */
  final class Around {
    // by town, how many of its partners are near the spot, and lie around it
    private final int[] nearby;
    private final int[] farther;
    private final int[] found;
    private int endsNearby;
    private int endsFarther;
    private double lastNear;
    private double lastAround;

    private Around(double x, double y, double z) {
      nearby = new int[partners.length];
      farther = new int[partners.length];
      found = new int[partners.length];
      int count = find(x, y, z, found);
      for (int i = 0; i < count; i++) {
        int[] theirs = partners[found[i] >> 1];
        int isNear = found[i] & 1;
        endsFarther += theirs.length;
        endsNearby += isNear * theirs.length;
        for (int partner : theirs) {
          farther[partner]++;
          nearby[partner] += isNear;
        }
      }
    }

    /** Compares with another spot; {@link #near} and {@link #around} tell what came of it. */
    void compare(double x, double y, double z) {
      lastNear = 0;
      lastAround = 0;
      if (endsFarther == 0) {
        return;
      }
      int between = 0;
      int betweenNear = 0;
      int theirs = 0;
      int theirsNear = 0;
      int count = find(x, y, z, found);
      for (int i = 0; i < count; i++) {
        int town = found[i] >> 1;
        int isNear = found[i] & 1;
        between += farther[town];
        theirs += partners[town].length;
        betweenNear += isNear * nearby[town];
        theirsNear += isNear * partners[town].length;
      }
      lastNear = lift(betweenNear, (double) endsNearby * theirsNear);
      lastAround = lift(between, (double) endsFarther * theirs);
    }

    private double lift(int between, double chances) {
      return chances == 0 ? 0 : StrictMath.log((between + DOUBT) / (chances / ends + DOUBT));
    }

    /**
     * Logarithm of how much oftener towns near the one are twinned with towns near the other than
     * if their twinnings fell by chance.
     */
    double near() {
      return lastNear;
    }

    /** The same of towns that lie around. */
    double around() {
      return lastAround;
    }
  }
}
