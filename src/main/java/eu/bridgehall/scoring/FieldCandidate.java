package eu.bridgehall.scoring;

import eu.bridgehall.kernel.GeoPoint;

/** A candidate over the fields of one {@link Columns}, weighed with one scale. */
public final class FieldCandidate implements Candidate {
  private final Columns columns;
  private final int[] regions;
  private final int[] wishedRegions;
  private final ThemeSet needsFamilies;
  private final ThemeSet offersFamilies;
  private final ThemeSet interestsFamilies;
  private final double needsMass;
  private final double offersMass;
  private final double interestsMass;
  private final double logPopulation;
  private final double x;
  private final double y;
  private final double z;

  public FieldCandidate(Columns columns, ThemeScale scale) {
    this.columns = columns;
    regions = columns.regions().stream().mapToInt(Integer::intValue).toArray();
    wishedRegions = columns.wishes().regions().stream().mapToInt(Integer::intValue).toArray();
    needsFamilies = scale.tree().families(columns.needs());
    offersFamilies = scale.tree().families(columns.offers());
    interestsFamilies = scale.tree().families(columns.interests());
    needsMass = scale.mass(columns.needs().lo(), columns.needs().hi());
    offersMass = scale.mass(columns.offers().lo(), columns.offers().hi());
    interestsMass = scale.mass(columns.interests().lo(), columns.interests().hi());
    logPopulation = Sphere.logarithm(columns.population());
    GeoPoint position = columns.position();
    x = position == null ? Double.NaN : Sphere.x(position.lat(), position.lon());
    y = position == null ? Double.NaN : Sphere.y(position.lat(), position.lon());
    z = position == null ? Double.NaN : Sphere.z(position.lat());
  }

  /** What it was made from. */
  public Columns columns() {
    return columns;
  }

  @Override
  public int country() {
    return columns.country();
  }

  @Override
  public boolean ukrainian() {
    return columns.ukrainian();
  }

  @Override
  public int regionCount() {
    return regions.length;
  }

  @Override
  public int region(int index) {
    return regions[index];
  }

  @Override
  public long needsLo() {
    return columns.needs().lo();
  }

  @Override
  public long needsHi() {
    return columns.needs().hi();
  }

  @Override
  public long offersLo() {
    return columns.offers().lo();
  }

  @Override
  public long offersHi() {
    return columns.offers().hi();
  }

  @Override
  public long interestsLo() {
    return columns.interests().lo();
  }

  @Override
  public long interestsHi() {
    return columns.interests().hi();
  }

  @Override
  public long needsFamiliesLo() {
    return needsFamilies.lo();
  }

  @Override
  public long needsFamiliesHi() {
    return needsFamilies.hi();
  }

  @Override
  public long offersFamiliesLo() {
    return offersFamilies.lo();
  }

  @Override
  public long offersFamiliesHi() {
    return offersFamilies.hi();
  }

  @Override
  public long interestsFamiliesLo() {
    return interestsFamilies.lo();
  }

  @Override
  public long interestsFamiliesHi() {
    return interestsFamilies.hi();
  }

  @Override
  public double needsMass() {
    return needsMass;
  }

  @Override
  public double offersMass() {
    return offersMass;
  }

  @Override
  public double interestsMass() {
    return interestsMass;
  }

  @Override
  public int cooperation() {
    return columns.cooperation();
  }

  @Override
  public long languagesFirst() {
    return columns.languages().first();
  }

  @Override
  public long languagesSecond() {
    return columns.languages().second();
  }

  @Override
  public long languagesThird() {
    return columns.languages().third();
  }

  @Override
  public int traits() {
    return columns.traits();
  }

  @Override
  public int population() {
    return columns.population();
  }

  @Override
  public double logPopulation() {
    return logPopulation;
  }

  @Override
  public double x() {
    return x;
  }

  @Override
  public double y() {
    return y;
  }

  @Override
  public double z() {
    return z;
  }

  @Override
  public long wishedCountries() {
    return columns.wishes().countries();
  }

  @Override
  public int wishedRegionCount() {
    return wishedRegions.length;
  }

  @Override
  public int wishedRegion(int index) {
    return wishedRegions[index];
  }

  @Override
  public int wishedTraits() {
    return columns.wishes().traits();
  }

  @Override
  public boolean wishesUkrainian() {
    return columns.wishes().ukrainian();
  }

  @Override
  public int wishedMinPopulation() {
    return columns.wishes().minPopulation();
  }

  @Override
  public int wishedMaxPopulation() {
    return columns.wishes().maxPopulation();
  }

  @Override
  public int wishedKilometres() {
    return columns.wishes().kilometres();
  }

  @Override
  public int musts() {
    return columns.wishes().musts();
  }

  @Override
  public boolean accepting() {
    return columns.standing().accepting();
  }

  @Override
  public int confirmedDay() {
    return columns.standing().confirmedDay();
  }

  @Override
  public float expectedRequests() {
    return columns.standing().expectedRequests();
  }

  @Override
  public int capacity() {
    return columns.standing().capacity();
  }

  @Override
  public Weights weights() {
    return columns.weights();
  }

  @Override
  public boolean usual() {
    return columns.usual();
  }

  @Override
  public int place() {
    return columns.locality().place();
  }

  @Override
  public int urbanisation() {
    return columns.locality().urbanisation();
  }

  @Override
  public boolean coastal() {
    return columns.locality().coastal();
  }

  @Override
  public int division() {
    return columns.locality().division();
  }

  @Override
  public int district() {
    return columns.locality().district();
  }
}
