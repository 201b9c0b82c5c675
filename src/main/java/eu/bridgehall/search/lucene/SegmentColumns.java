package eu.bridgehall.search.lucene;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.Sphere;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.ThemeSet;
import eu.bridgehall.scoring.ThemeTree;
import eu.bridgehall.scoring.Weights;
import eu.bridgehall.search.SizeClass;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.search.DocIdSetIterator;
import org.jspecify.annotations.Nullable;

/**
 * The columns of one segment in compact arrays: a row of longs, one of ints and one of doubles for
 * each document, so that scoring a document touches a few neighbouring cache lines. A segment never
 * changes, so they are decoded once.
 */
final class SegmentColumns {
  static final String FIELD = "columns";

  static final int LONGS = 16;
  static final int ID_HIGH = 0;
  static final int ID_LOW = 1;
  // needs, offers, interests, and the families of each: two longs each
  static final int NEEDS = 0;
  static final int OFFERS = 2;
  static final int INTERESTS = 4;
  static final int NEEDS_FAMILIES = 6;
  static final int OFFERS_FAMILIES = 8;
  static final int INTERESTS_FAMILIES = 10;
  static final int LANGUAGES = 12;
  static final int WISHED_COUNTRIES = 15;

  static final int INTS = 18;
  static final int COUNTRY = 0;
  static final int FLAGS = 1;
  static final int COOPERATION = 2;
  static final int TRAITS = 3;
  static final int POPULATION = 4;
  static final int WISHED_TRAITS = 5;
  static final int WISHED_MIN = 6;
  static final int WISHED_MAX = 7;
  static final int WISHED_KILOMETRES = 8;
  static final int MUSTS = 9;
  static final int CONFIRMED_DAY = 10;
  static final int EXPECTED = 11;
  static final int CAPACITY = 12;
  static final int SIZE_CLASS = 13;
  static final int PLACE = 14;
  static final int URBANISATION = 15;
  static final int DIVISION = 16;
  static final int DISTRICT = 17;

  static final int UKRAINIAN = 1;
  static final int WISHES_UKRAINIAN = 1 << 1;
  static final int ACCEPTING = 1 << 2;
  static final int COASTAL = 1 << 3;

  static final int DOUBLES = 4;
  static final int LOG_POPULATION = 0;
  static final int X = 1;
  static final int Y = 2;
  static final int Z = 3;

  static final int MASSES = 3;

  final long[] ids;
  final long[] longs;
  final int[] ints;
  final double[] doubles;
  final int[][] regions;
  final int[][] wishedRegions;
  final Weights[] weights;
  final String[] types;
  private volatile @Nullable Masses masses;

  private static final int[] NO_REGIONS = {};

  /** Sums of rarities under one scale. */
  private record Masses(ThemeScale scale, List<double[]> byRow) {}

  private SegmentColumns(int rows) {
    ids = new long[2 * rows];
    longs = new long[LONGS * rows];
    ints = new int[INTS * rows];
    doubles = new double[DOUBLES * rows];
    regions = new int[rows][];
    wishedRegions = new int[rows][];
    weights = new Weights[rows];
    types = new String[rows];
    Arrays.fill(regions, NO_REGIONS);
    Arrays.fill(wishedRegions, NO_REGIONS);
    Arrays.fill(weights, Weights.defaults());
    Arrays.fill(types, "");
  }

  static SegmentColumns read(LeafReader reader, ThemeTree tree) throws IOException {
    SegmentColumns columns = new SegmentColumns(reader.maxDoc());
    BinaryDocValues values = DocValues.getBinary(reader, FIELD);
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      columns.set(doc, ColumnCodec.decode(values.binaryValue()), tree);
    }
    return columns;
  }

  private void set(int row, ColumnCodec.Row decoded, ThemeTree tree) {
    Columns columns = decoded.columns();
    ids[2 * row + ID_HIGH] = decoded.id().getMostSignificantBits();
    ids[2 * row + ID_LOW] = decoded.id().getLeastSignificantBits();
    types[row] = decoded.type().intern();
    weights[row] = columns.weights();
    regions[row] = array(columns.regions());
    wishedRegions[row] = array(columns.wishes().regions());
    setLongs(LONGS * row, columns, tree);
    setInts(INTS * row, columns);
    int at = DOUBLES * row;
    GeoPoint position = columns.position();
    doubles[at + LOG_POPULATION] = Sphere.logarithm(columns.population());
    doubles[at + X] = position == null ? Double.NaN : Sphere.x(position.lat(), position.lon());
    doubles[at + Y] = position == null ? Double.NaN : Sphere.y(position.lat(), position.lon());
    doubles[at + Z] = position == null ? Double.NaN : Sphere.z(position.lat());
  }

  private void setLongs(int at, Columns columns, ThemeTree tree) {
    set(at + NEEDS, columns.needs());
    set(at + OFFERS, columns.offers());
    set(at + INTERESTS, columns.interests());
    set(at + NEEDS_FAMILIES, tree.families(columns.needs()));
    set(at + OFFERS_FAMILIES, tree.families(columns.offers()));
    set(at + INTERESTS_FAMILIES, tree.families(columns.interests()));
    longs[at + LANGUAGES] = columns.languages().first();
    longs[at + LANGUAGES + 1] = columns.languages().second();
    longs[at + LANGUAGES + 2] = columns.languages().third();
    longs[at + WISHED_COUNTRIES] = columns.wishes().countries();
  }

  private void setInts(int at, Columns columns) {
    ints[at + COUNTRY] = columns.country();
    ints[at + FLAGS] =
        (columns.ukrainian() ? UKRAINIAN : 0)
            | (columns.wishes().ukrainian() ? WISHES_UKRAINIAN : 0)
            | (columns.standing().accepting() ? ACCEPTING : 0)
            | (columns.locality().coastal() ? COASTAL : 0);
    ints[at + COOPERATION] = columns.cooperation();
    ints[at + TRAITS] = columns.traits();
    ints[at + POPULATION] = columns.population();
    ints[at + WISHED_TRAITS] = columns.wishes().traits();
    ints[at + WISHED_MIN] = columns.wishes().minPopulation();
    ints[at + WISHED_MAX] = columns.wishes().maxPopulation();
    ints[at + WISHED_KILOMETRES] = columns.wishes().kilometres();
    ints[at + MUSTS] = columns.wishes().musts();
    ints[at + CONFIRMED_DAY] = columns.standing().confirmedDay();
    ints[at + EXPECTED] = Float.floatToRawIntBits(columns.standing().expectedRequests());
    ints[at + CAPACITY] = columns.standing().capacity();
    ints[at + PLACE] = columns.locality().place();
    ints[at + URBANISATION] = columns.locality().urbanisation();
    ints[at + DIVISION] = columns.locality().division();
    ints[at + DISTRICT] = columns.locality().district();
    ints[at + SIZE_CLASS] = SizeClass.of(columns.population()).index();
  }

  private void set(int at, ThemeSet themes) {
    longs[at] = themes.lo();
    longs[at + 1] = themes.hi();
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.isEmpty() ? NO_REGIONS : numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Sums of the rarities of needs, offers and interests, row by row, under this very scale. */
  double[] masses(ThemeScale scale) {
    Masses known = masses;
    if (known == null || known.scale() != scale) {
      double[] sums = new double[MASSES * types.length];
      for (int row = 0; row < types.length; row++) {
        for (int set = 0; set < MASSES; set++) {
          int at = LONGS * row + 2 * set;
          sums[MASSES * row + set] = scale.mass(longs[at], longs[at + 1]);
        }
      }
      known = new Masses(scale, List.of(sums));
      masses = known;
    }
    return known.byRow().getFirst();
  }
}
