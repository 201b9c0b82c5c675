package eu.bridgehall.search.lucene;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.scoring.Columns;
import eu.bridgehall.scoring.FirstLook;
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
 * The columns of one segment, a row for each document: longs, then numbers of half a long. The row
 * lies together, so that one look at a document waits for little memory. What only few have, and
 * what is no number, stands beside. A segment never changes, so they are decoded once.
 */
final class SegmentColumns {
  static final String FIELD = "columns";

  static final int ROW = 32;

  // two longs each
  static final int OFFERS = 0;
  static final int NEEDS = 2;
  static final int OFFERS_FAMILIES = 4;
  static final int NEEDS_FAMILIES = 6;
  static final int INTERESTS = 8;
  static final int INTERESTS_FAMILIES = 10;
  // three longs
  static final int LANGUAGES = 12;
  static final int WISHED_COUNTRIES = 15;
  static final int ID_HIGH = 16;
  static final int ID_LOW = 17;
  // doubles
  static final int LOG_POPULATION = 18;
  static final int X = 19;
  static final int Y = 20;
  static final int Z = 21;

  private static final int NUMBERS = 22;
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
  static final int COOPERATION = 16;
  static final int MUSTS = 17;
  static final int WISHED_REGIONS = 18;

  static final int UKRAINIAN = 1;
  static final int WISHES_UKRAINIAN = 1 << 1;
  static final int COASTAL = 1 << 2;
  static final int ACCEPTING = 1 << 3;
  static final int USUAL = 1 << 4;

  final long[] rows;
  final int[][] regions;
  final int[][] wishedRegions;
  final Weights[] weights;
  final String[] types;
  final SegmentPostings postings;
  private volatile @Nullable FirstLooks firstLooks;

  private static final int[] NO_REGIONS = {};

  /** What is looked at first, under one scale and on one day. */
  private record FirstLooks(ThemeScale scale, int today, List<long[]> byRow) {}

  private SegmentColumns(int documents) {
    rows = new long[ROW * documents];
    regions = new int[documents][];
    wishedRegions = new int[documents][];
    weights = new Weights[documents];
    types = new String[documents];
    postings = new SegmentPostings(documents);
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

  private void set(int document, ColumnCodec.Row decoded, ThemeTree tree) {
    Columns columns = decoded.columns();
    types[document] = decoded.type().intern();
    weights[document] = columns.weights();
    regions[document] = array(columns.regions());
    wishedRegions[document] = array(columns.wishes().regions());
    int at = ROW * document;
    rows[at + ID_HIGH] = decoded.id().getMostSignificantBits();
    rows[at + ID_LOW] = decoded.id().getLeastSignificantBits();
    setThemes(at, columns, tree);
    rows[at + LANGUAGES] = columns.languages().first();
    rows[at + LANGUAGES + 1] = columns.languages().second();
    rows[at + LANGUAGES + 2] = columns.languages().third();
    rows[at + WISHED_COUNTRIES] = columns.wishes().countries();
    GeoPoint position = columns.position();
    set(at + LOG_POPULATION, Sphere.logarithm(columns.population()));
    set(at + X, position == null ? Double.NaN : Sphere.x(position.lat(), position.lon()));
    set(at + Y, position == null ? Double.NaN : Sphere.y(position.lat(), position.lon()));
    set(at + Z, position == null ? Double.NaN : Sphere.z(position.lat()));
    setNumbers(at, columns);
    postings.add(document, columns);
  }

  private void setThemes(int at, Columns columns, ThemeTree tree) {
    set(at + OFFERS, columns.offers());
    set(at + NEEDS, columns.needs());
    set(at + OFFERS_FAMILIES, tree.families(columns.offers()));
    set(at + NEEDS_FAMILIES, tree.families(columns.needs()));
    set(at + INTERESTS, columns.interests());
    set(at + INTERESTS_FAMILIES, tree.families(columns.interests()));
  }

  private void setNumbers(int at, Columns columns) {
    set(at, COUNTRY, columns.country());
    set(
        at,
        FLAGS,
        (columns.ukrainian() ? UKRAINIAN : 0)
            | (columns.wishes().ukrainian() ? WISHES_UKRAINIAN : 0)
            | (columns.locality().coastal() ? COASTAL : 0)
            | (columns.standing().accepting() ? ACCEPTING : 0)
            | (columns.usual() ? USUAL : 0));
    set(at, TRAITS, columns.traits());
    set(at, POPULATION, columns.population());
    set(at, WISHED_TRAITS, columns.wishes().traits());
    set(at, WISHED_MIN, columns.wishes().minPopulation());
    set(at, WISHED_MAX, columns.wishes().maxPopulation());
    set(at, WISHED_KILOMETRES, columns.wishes().kilometres());
    set(at, CONFIRMED_DAY, columns.standing().confirmedDay());
    set(at, EXPECTED, Float.floatToRawIntBits(columns.standing().expectedRequests()));
    set(at, CAPACITY, columns.standing().capacity());
    set(at, SIZE_CLASS, SizeClass.of(columns.population()).index());
    set(at, PLACE, columns.locality().place());
    set(at, URBANISATION, columns.locality().urbanisation());
    set(at, DIVISION, columns.locality().division());
    set(at, DISTRICT, columns.locality().district());
    set(at, COOPERATION, columns.cooperation());
    set(at, MUSTS, columns.wishes().musts());
    set(at, WISHED_REGIONS, columns.wishes().regions().size());
  }

  private void set(int at, ThemeSet themes) {
    rows[at] = themes.lo();
    rows[at + 1] = themes.hi();
  }

  private void set(int at, double value) {
    rows[at] = Double.doubleToRawLongBits(value);
  }

  private void set(int at, int number, int value) {
    rows[at + NUMBERS + number / 2] |= Integer.toUnsignedLong(value) << half(number);
  }

  /**
   * One of the numbers of a document.
   *
   * @param at where its row begins
   */
  int number(int at, int number) {
    return (int) (rows[at + NUMBERS + number / 2] >>> half(number));
  }

  private static int half(int number) {
    return number % 2 * Integer.SIZE;
  }

  private static int[] array(List<Integer> numbers) {
    return numbers.isEmpty() ? NO_REGIONS : numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** How many documents there are. */
  int size() {
    return types.length;
  }

  /** {@link FirstLook} of each row under this very scale, on this day. */
  long[] firstLooks(ThemeScale scale, int today) {
    FirstLooks known = firstLooks;
    if (known == null || known.scale() != scale || known.today() != today) {
      long[] looks = new long[FirstLook.ROW * size()];
      ColumnCursor candidate = new ColumnCursor(this, scale);
      for (int document = 0; document < size(); document++) {
        candidate.moveTo(document);
        FirstLook.write(candidate, scale.tree(), today, looks, FirstLook.ROW * document);
      }
      known = new FirstLooks(scale, today, List.of(looks));
      firstLooks = known;
    }
    return known.byRow().getFirst();
  }
}
