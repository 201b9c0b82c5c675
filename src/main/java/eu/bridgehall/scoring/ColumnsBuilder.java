package eu.bridgehall.scoring;

import eu.bridgehall.kernel.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills {@link Columns} one statement at a time; what is not set stays as it was. */
public final class ColumnsBuilder {
  private int country;
  private boolean ukrainian;
  private List<Integer> regions;
  private ThemeSet needs;
  private ThemeSet offers;
  private ThemeSet interests;
  private int cooperation;
  private LanguageSet languages;
  private int traits;
  private int population;
  private @Nullable GeoPoint position;
  private Locality locality;
  private Wishes wishes;
  private Standing standing;
  private Weights weights;

  ColumnsBuilder(Columns from) {
    country = from.country();
    ukrainian = from.ukrainian();
    regions = from.regions();
    needs = from.needs();
    offers = from.offers();
    interests = from.interests();
    cooperation = from.cooperation();
    languages = from.languages();
    traits = from.traits();
    population = from.population();
    position = from.position();
    locality = from.locality();
    wishes = from.wishes();
    standing = from.standing();
    weights = from.weights();
  }

  public ColumnsBuilder country(int ordinal, boolean isUkraine) {
    country = ordinal;
    ukrainian = isUkraine;
    return this;
  }

  public ColumnsBuilder regions(List<Integer> ordinals) {
    regions = ordinals;
    return this;
  }

  public ColumnsBuilder needs(ThemeSet themes) {
    needs = themes;
    return this;
  }

  public ColumnsBuilder offers(ThemeSet themes) {
    offers = themes;
    return this;
  }

  public ColumnsBuilder interests(ThemeSet themes) {
    interests = themes;
    return this;
  }

  public ColumnsBuilder cooperation(int bits) {
    cooperation = bits;
    return this;
  }

  public ColumnsBuilder languages(LanguageSet set) {
    languages = set;
    return this;
  }

  public ColumnsBuilder traits(int bits) {
    traits = bits;
    return this;
  }

  public ColumnsBuilder population(int inhabitants) {
    population = inhabitants;
    return this;
  }

  public ColumnsBuilder position(@Nullable GeoPoint point) {
    position = point;
    return this;
  }

  public ColumnsBuilder locality(Locality where) {
    locality = where;
    return this;
  }

  public ColumnsBuilder wishes(Wishes stated) {
    wishes = stated;
    return this;
  }

  public ColumnsBuilder standing(Standing now) {
    standing = now;
    return this;
  }

  public ColumnsBuilder weights(Weights own) {
    weights = own;
    return this;
  }

  public Columns build() {
    return new Columns(
        country,
        ukrainian,
        regions,
        needs,
        offers,
        interests,
        cooperation,
        languages,
        traits,
        population,
        position,
        locality,
        wishes,
        standing,
        weights);
  }
}
