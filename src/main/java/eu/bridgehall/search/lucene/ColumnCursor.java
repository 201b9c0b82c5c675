package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.Candidate;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.Weights;

/** A candidate that moves over the rows of a segment's columns. */
final class ColumnCursor implements Candidate {
  private final long[] themes;
  private final long[] longs;
  private final int[] ints;
  private final double[] doubles;
  private final double[] masses;
  private final SegmentColumns columns;
  private int row;
  private int themesAt;
  private int longsAt;
  private int intsAt;
  private int doublesAt;
  private int massesAt;

  ColumnCursor(SegmentColumns columns, ThemeScale scale) {
    this.columns = columns;
    themes = columns.themes;
    longs = columns.longs;
    ints = columns.ints;
    doubles = columns.doubles;
    masses = columns.masses(scale);
  }

  void moveTo(int document) {
    row = document;
    themesAt = document * SegmentColumns.THEMES;
    longsAt = document * SegmentColumns.LONGS;
    intsAt = document * SegmentColumns.INTS;
    doublesAt = document * SegmentColumns.DOUBLES;
    massesAt = document * SegmentColumns.MASSES;
  }

  long idHigh() {
    return columns.ids[2 * row + SegmentColumns.ID_HIGH];
  }

  long idLow() {
    return columns.ids[2 * row + SegmentColumns.ID_LOW];
  }

  @Override
  public int country() {
    return ints[intsAt + SegmentColumns.COUNTRY];
  }

  @Override
  public boolean ukrainian() {
    return (ints[intsAt + SegmentColumns.FLAGS] & SegmentColumns.UKRAINIAN) != 0;
  }

  @Override
  public int regionCount() {
    return columns.regions[row].length;
  }

  @Override
  public int region(int index) {
    return columns.regions[row][index];
  }

  @Override
  public long needsLo() {
    return themes[themesAt + SegmentColumns.NEEDS];
  }

  @Override
  public long needsHi() {
    return themes[themesAt + SegmentColumns.NEEDS + 1];
  }

  @Override
  public long offersLo() {
    return themes[themesAt + SegmentColumns.OFFERS];
  }

  @Override
  public long offersHi() {
    return themes[themesAt + SegmentColumns.OFFERS + 1];
  }

  @Override
  public long interestsLo() {
    return longs[longsAt + SegmentColumns.INTERESTS];
  }

  @Override
  public long interestsHi() {
    return longs[longsAt + SegmentColumns.INTERESTS + 1];
  }

  @Override
  public long needsFamiliesLo() {
    return themes[themesAt + SegmentColumns.NEEDS_FAMILIES];
  }

  @Override
  public long needsFamiliesHi() {
    return themes[themesAt + SegmentColumns.NEEDS_FAMILIES + 1];
  }

  @Override
  public long offersFamiliesLo() {
    return themes[themesAt + SegmentColumns.OFFERS_FAMILIES];
  }

  @Override
  public long offersFamiliesHi() {
    return themes[themesAt + SegmentColumns.OFFERS_FAMILIES + 1];
  }

  @Override
  public long interestsFamiliesLo() {
    return longs[longsAt + SegmentColumns.INTERESTS_FAMILIES];
  }

  @Override
  public long interestsFamiliesHi() {
    return longs[longsAt + SegmentColumns.INTERESTS_FAMILIES + 1];
  }

  @Override
  public double needsMass() {
    return masses[massesAt];
  }

  @Override
  public double offersMass() {
    return masses[massesAt + 1];
  }

  @Override
  public double interestsMass() {
    return masses[massesAt + 2];
  }

  @Override
  public int cooperation() {
    return columns.cooperation[row];
  }

  @Override
  public long languagesFirst() {
    return longs[longsAt + SegmentColumns.LANGUAGES];
  }

  @Override
  public long languagesSecond() {
    return longs[longsAt + SegmentColumns.LANGUAGES + 1];
  }

  @Override
  public long languagesThird() {
    return longs[longsAt + SegmentColumns.LANGUAGES + 2];
  }

  @Override
  public int traits() {
    return ints[intsAt + SegmentColumns.TRAITS];
  }

  @Override
  public int population() {
    return ints[intsAt + SegmentColumns.POPULATION];
  }

  @Override
  public double logPopulation() {
    return doubles[doublesAt + SegmentColumns.LOG_POPULATION];
  }

  @Override
  public double x() {
    return doubles[doublesAt + SegmentColumns.X];
  }

  @Override
  public double y() {
    return doubles[doublesAt + SegmentColumns.Y];
  }

  @Override
  public double z() {
    return doubles[doublesAt + SegmentColumns.Z];
  }

  @Override
  public long wishedCountries() {
    return longs[longsAt + SegmentColumns.WISHED_COUNTRIES];
  }

  @Override
  public int wishedRegionCount() {
    return columns.wishedRegions[row].length;
  }

  @Override
  public int wishedRegion(int index) {
    return columns.wishedRegions[row][index];
  }

  @Override
  public int wishedTraits() {
    return ints[intsAt + SegmentColumns.WISHED_TRAITS];
  }

  @Override
  public boolean wishesUkrainian() {
    return (ints[intsAt + SegmentColumns.FLAGS] & SegmentColumns.WISHES_UKRAINIAN) != 0;
  }

  @Override
  public int wishedMinPopulation() {
    return ints[intsAt + SegmentColumns.WISHED_MIN];
  }

  @Override
  public int wishedMaxPopulation() {
    return ints[intsAt + SegmentColumns.WISHED_MAX];
  }

  @Override
  public int wishedKilometres() {
    return ints[intsAt + SegmentColumns.WISHED_KILOMETRES];
  }

  @Override
  public boolean wishesDistance() {
    return isMarked(SegmentColumns.WISHES_DISTANCE);
  }

  @Override
  public int musts() {
    return columns.musts[row];
  }

  @Override
  public boolean accepting() {
    return isMarked(SegmentColumns.ACCEPTING);
  }

  @Override
  public int confirmedDay() {
    return ints[intsAt + SegmentColumns.CONFIRMED_DAY];
  }

  @Override
  public float expectedRequests() {
    return Float.intBitsToFloat(ints[intsAt + SegmentColumns.EXPECTED]);
  }

  @Override
  public int capacity() {
    return ints[intsAt + SegmentColumns.CAPACITY];
  }

  @Override
  public Weights weights() {
    return columns.weights[row];
  }

  @Override
  public boolean usual() {
    return isMarked(SegmentColumns.USUAL);
  }

  @Override
  public int place() {
    return ints[intsAt + SegmentColumns.PLACE];
  }

  @Override
  public int urbanisation() {
    return ints[intsAt + SegmentColumns.URBANISATION];
  }

  @Override
  public boolean coastal() {
    return (ints[intsAt + SegmentColumns.FLAGS] & SegmentColumns.COASTAL) != 0;
  }

  @Override
  public int division() {
    return ints[intsAt + SegmentColumns.DIVISION];
  }

  @Override
  public int district() {
    return ints[intsAt + SegmentColumns.DISTRICT];
  }

  private boolean isMarked(int mark) {
    return (columns.marks[row] & mark) != 0;
  }
}
