package eu.bridgehall.scoring;

/**
 * One authority as the score reads it: primitive columns and nothing that must be allocated to be
 * read. A fixture implements it over fields, an engine over arrays of a whole segment, moving one
 * object from row to row. The meaning of the columns is that of {@link Columns}.
 */
public interface Candidate {
  int country();

  boolean ukrainian();

  int regionCount();

  /** Ordinal of a region it lies in, ascending with the index. */
  int region(int index);

  long needsLo();

  long needsHi();

  long offersLo();

  long offersHi();

  long interestsLo();

  long interestsHi();

  /** Families ({@link ThemeTree#families}) of the needs. */
  long needsFamiliesLo();

  long needsFamiliesHi();

  /** Families of the offers. */
  long offersFamiliesLo();

  long offersFamiliesHi();

  /** Families of the interests. */
  long interestsFamiliesLo();

  long interestsFamiliesHi();

  /** Sum of the needs' rarities under the scale that the scorer uses. */
  double needsMass();

  /** Sum of the offers' rarities under the scale that the scorer uses. */
  double offersMass();

  /** Sum of the interests' rarities under the scale that the scorer uses. */
  double interestsMass();

  int cooperation();

  long languagesFirst();

  long languagesSecond();

  long languagesThird();

  int traits();

  int population();

  /** Natural logarithm of the population ({@link Sphere#logarithm}); NaN if unknown. */
  double logPopulation();

  /** Position on the unit sphere, first axis; NaN if unknown. */
  double x();

  double y();

  double z();

  long wishedCountries();

  int wishedRegionCount();

  /** Ordinal of a wished region, ascending with the index. */
  int wishedRegion(int index);

  int wishedTraits();

  boolean wishesUkrainian();

  int wishedMinPopulation();

  int wishedMaxPopulation();

  int wishedKilometres();

  /** Whether {@link #wishedKilometres} is above 0. */
  default boolean wishesDistance() {
    return wishedKilometres() > 0;
  }

  int musts();

  boolean accepting();

  int confirmedDay();

  float expectedRequests();

  int capacity();

  Weights weights();

  /** Whether it has stated needs or offers and weighs by default. */
  boolean usual();

  /** Its place in the gazetteer, {@link Locality#UNKNOWN} if there is none. */
  int place();

  /** Degree of urbanisation, 1 to 3; 0 if unknown. */
  int urbanisation();

  boolean coastal();

  /** Ordinal of the larger region of its {@link Locality}. */
  int division();

  /** Ordinal of the smaller region of its {@link Locality}. */
  int district();
}
