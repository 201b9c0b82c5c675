package eu.bridgehall.search.lucene;

import eu.bridgehall.scoring.Candidate;
import eu.bridgehall.scoring.ThemeScale;
import eu.bridgehall.scoring.Weights;

/** A candidate that moves over the rows of a segment's columns. */
final class ColumnCursor implements Candidate {
  private final SegmentColumns columns;
  private final ThemeScale scale;
  private final long[] rows;
  private int document;
  private int at;

  ColumnCursor(SegmentColumns columns, ThemeScale scale) {
    this.columns = columns;
    this.scale = scale;
    rows = columns.rows;
  }

  void moveTo(int newDocument) {
    document = newDocument;
    at = SegmentColumns.ROW * newDocument;
  }

  long idHigh() {
    return rows[at + SegmentColumns.ID_HIGH];
  }

  long idLow() {
    return rows[at + SegmentColumns.ID_LOW];
  }

  @Override
  public int country() {
    return columns.number(at, SegmentColumns.COUNTRY);
  }

  @Override
  public boolean ukrainian() {
    return has(SegmentColumns.UKRAINIAN);
  }

  @Override
  public int regionCount() {
    return columns.regions[document].length;
  }

  @Override
  public int region(int index) {
    return columns.regions[document][index];
  }

  @Override
  public long needsLo() {
    return rows[at + SegmentColumns.NEEDS];
  }

  @Override
  public long needsHi() {
    return rows[at + SegmentColumns.NEEDS + 1];
  }

  @Override
  public long offersLo() {
    return rows[at + SegmentColumns.OFFERS];
  }

  @Override
  public long offersHi() {
    return rows[at + SegmentColumns.OFFERS + 1];
  }

  @Override
  public long interestsLo() {
    return rows[at + SegmentColumns.INTERESTS];
  }

  @Override
  public long interestsHi() {
    return rows[at + SegmentColumns.INTERESTS + 1];
  }

  @Override
  public long needsFamiliesLo() {
    return rows[at + SegmentColumns.NEEDS_FAMILIES];
  }

  @Override
  public long needsFamiliesHi() {
    return rows[at + SegmentColumns.NEEDS_FAMILIES + 1];
  }

  @Override
  public long offersFamiliesLo() {
    return rows[at + SegmentColumns.OFFERS_FAMILIES];
  }

  @Override
  public long offersFamiliesHi() {
    return rows[at + SegmentColumns.OFFERS_FAMILIES + 1];
  }

  @Override
  public long interestsFamiliesLo() {
    return rows[at + SegmentColumns.INTERESTS_FAMILIES];
  }

  @Override
  public long interestsFamiliesHi() {
    return rows[at + SegmentColumns.INTERESTS_FAMILIES + 1];
  }

  @Override
  public double needsMass() {
    return scale.mass(needsLo(), needsHi());
  }

  @Override
  public double offersMass() {
    return scale.mass(offersLo(), offersHi());
  }

  @Override
  public double interestsMass() {
    return scale.mass(interestsLo(), interestsHi());
  }

  @Override
  public int cooperation() {
    return columns.number(at, SegmentColumns.COOPERATION);
  }

  @Override
  public long languagesFirst() {
    return rows[at + SegmentColumns.LANGUAGES];
  }

  @Override
  public long languagesSecond() {
    return rows[at + SegmentColumns.LANGUAGES + 1];
  }

  @Override
  public long languagesThird() {
    return rows[at + SegmentColumns.LANGUAGES + 2];
  }

  @Override
  public int traits() {
    return columns.number(at, SegmentColumns.TRAITS);
  }

  @Override
  public int population() {
    return columns.number(at, SegmentColumns.POPULATION);
  }

  @Override
  public double logPopulation() {
    return Double.longBitsToDouble(rows[at + SegmentColumns.LOG_POPULATION]);
  }

  @Override
  public double x() {
    return Double.longBitsToDouble(rows[at + SegmentColumns.X]);
  }

  @Override
  public double y() {
    return Double.longBitsToDouble(rows[at + SegmentColumns.Y]);
  }

  @Override
  public double z() {
    return Double.longBitsToDouble(rows[at + SegmentColumns.Z]);
  }

  @Override
  public long wishedCountries() {
    return rows[at + SegmentColumns.WISHED_COUNTRIES];
  }

  @Override
  public int wishedRegionCount() {
    return columns.number(at, SegmentColumns.WISHED_REGIONS);
  }

  @Override
  public int wishedRegion(int index) {
    return columns.wishedRegions[document][index];
  }

  @Override
  public int wishedTraits() {
    return columns.number(at, SegmentColumns.WISHED_TRAITS);
  }

  @Override
  public boolean wishesUkrainian() {
    return has(SegmentColumns.WISHES_UKRAINIAN);
  }

  @Override
  public int wishedMinPopulation() {
    return columns.number(at, SegmentColumns.WISHED_MIN);
  }

  @Override
  public int wishedMaxPopulation() {
    return columns.number(at, SegmentColumns.WISHED_MAX);
  }

  @Override
  public int wishedKilometres() {
    return columns.number(at, SegmentColumns.WISHED_KILOMETRES);
  }

  @Override
  public int musts() {
    return columns.number(at, SegmentColumns.MUSTS);
  }

  @Override
  public boolean accepting() {
    return has(SegmentColumns.ACCEPTING);
  }

  @Override
  public int confirmedDay() {
    return columns.number(at, SegmentColumns.CONFIRMED_DAY);
  }

  @Override
  public float expectedRequests() {
    return Float.intBitsToFloat(columns.number(at, SegmentColumns.EXPECTED));
  }

  @Override
  public int capacity() {
    return columns.number(at, SegmentColumns.CAPACITY);
  }

  @Override
  public Weights weights() {
    return usual() ? Weights.defaults() : columns.weights[document];
  }

  @Override
  public boolean usual() {
    return has(SegmentColumns.USUAL);
  }

  @Override
  public int place() {
    return columns.number(at, SegmentColumns.PLACE);
  }

  @Override
  public int urbanisation() {
    return columns.number(at, SegmentColumns.URBANISATION);
  }

  @Override
  public boolean coastal() {
    return has(SegmentColumns.COASTAL);
  }

  @Override
  public int division() {
    return columns.number(at, SegmentColumns.DIVISION);
  }

  @Override
  public int district() {
    return columns.number(at, SegmentColumns.DISTRICT);
  }

  private boolean has(int flag) {
    return (columns.number(at, SegmentColumns.FLAGS) & flag) != 0;
  }
}
