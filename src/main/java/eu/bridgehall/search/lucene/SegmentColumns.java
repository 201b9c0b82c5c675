package eu.bridgehall.search.lucene;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.RankValue;
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
 * The columns of one segment in compact arrays. What every candidate is asked for stands in columns
 * of its own, so that a look at all of them reads little memory; the rest in a row of longs, one of
 * ints and one of doubles for each document, so that scoring one touches a few neighbouring cache
 * lines. A segment never changes, so they are decoded once.
 */
final class SegmentColumns {
  static final String FIELD = "columns";

  static final int ID_HIGH = 0;
  static final int ID_LOW = 1;

  // two longs each
  static final int THEMES = 8;
  static final int OFFERS = 0;
  static final int NEEDS = 2;
  static final int OFFERS_FAMILIES = 4;
  static final int NEEDS_FAMILIES = 6;

  static final int LONGS = 8;
  // two longs each
  static final int INTERESTS = 0;
  static final int INTERESTS_FAMILIES = 2;
  // three longs
  static final int LANGUAGES = 4;
  static final int WISHED_COUNTRIES = 7;

  static final int INTS = 16;
  static final int COUNTRY = 0;
  static final int FLAGS = 1;
  static final int TRAITS = 2;
  static final int POPULATION = 3;
  static final int WISHED_TRAITS = 4;
  static final int WISHED_MIN = 5;
  static final int WISHED_MAX = 6;
  static final int WISHED_KILOMETRES = 7;
  static final int CONFIRMED_DAY = 8;
  static final int EXPECTED = 9;
  static final int CAPACITY = 10;
  static final int SIZE_CLASS = 11;
  static final int PLACE = 12;
  static final int URBANISATION = 13;
  static final int DIVISION = 14;
  static final int DISTRICT = 15;

  static final int UKRAINIAN = 1;
  static final int WISHES_UKRAINIAN = 1 << 1;
  static final int COASTAL = 1 << 2;

  // marks: what is asked of every candidate, and whether it is worth while to look further
  static final int ACCEPTING = 1;
  static final int USUAL = 1 << 1;
  static final int WISHES_DISTANCE = 1 << 2;

  static final int DOUBLES = 4;
  static final int LOG_POPULATION = 0;
  static final int X = 1;
  static final int Y = 2;
  static final int Z = 3;

  static final int MASSES = 3;

  final long[] ids;
  final byte[] marks;
  final byte[] musts;
  final int[] cooperation;
  final long[] themes;
  final long[] longs;
  final int[] ints;
  final double[] doubles;
  final int[][] regions;
  final int[][] wishedRegions;
  final Weights[] weights;
  final String[] types;
  private volatile @Nullable Masses masses;
  private volatile @Nullable Standings standings;

  private static final int[] NO_REGIONS = {};

  /** Sums of rarities under one scale. */
  private record Masses(ThemeScale scale, List<double[]> byRow) {}

  /** What the standing makes of each score on one day. */
  private record Standings(int today, List<double[]> byRow) {}

  private SegmentColumns(int rows) {
    ids = new long[2 * rows];
    marks = new byte[rows];
    musts = new byte[rows];
    cooperation = new int[rows];
    themes = new long[THEMES * rows];
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
    marks[row] =
        (byte)
            ((columns.standing().accepting() ? ACCEPTING : 0)
                | (columns.wishes().kilometres() > 0 ? WISHES_DISTANCE : 0)
                | (columns.usual() ? USUAL : 0));
    musts[row] = (byte) columns.wishes().musts();
    cooperation[row] = columns.cooperation();
    set(themes, THEMES * row + OFFERS, columns.offers());
    set(themes, THEMES * row + NEEDS, columns.needs());
    set(themes, THEMES * row + OFFERS_FAMILIES, tree.families(columns.offers()));
    set(themes, THEMES * row + NEEDS_FAMILIES, tree.families(columns.needs()));
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
    set(longs, at + INTERESTS, columns.interests());
    set(longs, at + INTERESTS_FAMILIES, tree.families(columns.interests()));
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
            | (columns.locality().coastal() ? COASTAL : 0);
    ints[at + TRAITS] = columns.traits();
    ints[at + POPULATION] = columns.population();
    ints[at + WISHED_TRAITS] = columns.wishes().traits();
    ints[at + WISHED_MIN] = columns.wishes().minPopulation();
    ints[at + WISHED_MAX] = columns.wishes().maxPopulation();
    ints[at + WISHED_KILOMETRES] = columns.wishes().kilometres();
    ints[at + CONFIRMED_DAY] = columns.standing().confirmedDay();
    ints[at + EXPECTED] = Float.floatToRawIntBits(columns.standing().expectedRequests());
    ints[at + CAPACITY] = columns.standing().capacity();
    ints[at + PLACE] = columns.locality().place();
    ints[at + URBANISATION] = columns.locality().urbanisation();
    ints[at + DIVISION] = columns.locality().division();
    ints[at + DISTRICT] = columns.locality().district();
    ints[at + SIZE_CLASS] = SizeClass.of(columns.population()).index();
  }

  private static void set(long[] into, int at, ThemeSet themes) {
    into[at] = themes.lo();
    into[at + 1] = themes.hi();
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
        int at = THEMES * row;
        int interests = LONGS * row + INTERESTS;
        int to = MASSES * row;
        sums[to] = scale.mass(themes[at + NEEDS], themes[at + NEEDS + 1]);
        sums[to + 1] = scale.mass(themes[at + OFFERS], themes[at + OFFERS + 1]);
        sums[to + 2] = scale.mass(longs[interests], longs[interests + 1]);
      }
      known = new Masses(scale, List.of(sums));
      masses = known;
    }
    return known.byRow().getFirst();
  }

  /** {@link RankValue#standing} of each row on this day. */
  double[] standings(ColumnCursor cursor, int today) {
    Standings known = standings;
    if (known == null || known.today() != today) {
      double[] factors = new double[types.length];
      for (int row = 0; row < types.length; row++) {
        cursor.moveTo(row);
        factors[row] = RankValue.standing(cursor, today);
      }
      known = new Standings(today, List.of(factors));
      standings = known;
    }
    return known.byRow().getFirst();
  }
}
