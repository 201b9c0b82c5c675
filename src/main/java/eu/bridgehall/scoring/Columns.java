package eu.bridgehall.scoring;

import eu.bridgehall.kernel.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is scored of one authority, as ordinals and numbers; {@link Vocabulary} turns codes into
 * ordinals.
 *
 * @param country ordinal of the country, 0 to 63, or -1 if unknown
 * @param ukrainian whether the country is Ukraine
 * @param regions ordinals of the regions it lies in, of all levels
 * @param needs themes it seeks
 * @param offers themes it can give
 * @param interests themes it would share
 * @param cooperation bits of the cooperation types it seeks
 * @param languages its working languages
 * @param traits bits of its territory traits
 * @param population inhabitants, 0 if unknown
 * @param position where it is, as exact as everybody who sees its matches may know it; null if
 *     unknown or not to be told
 * @param locality where it stands on the map of known twinnings
 * @param wishes what it wishes of a partner
 * @param standing what acts on rank and gates
 * @param weights its own weights
 */
public record Columns(
    int country,
    boolean ukrainian,
    List<Integer> regions,
    ThemeSet needs,
    ThemeSet offers,
    ThemeSet interests,
    int cooperation,
    LanguageSet languages,
    int traits,
    int population,
    @Nullable GeoPoint position,
    Locality locality,
    Wishes wishes,
    Standing standing,
    Weights weights) {
  public Columns {
    if (country < -1 || country >= Long.SIZE) {
      throw new IllegalArgumentException("Country ordinal out of range: " + country);
    }
    if (population < 0) {
      throw new IllegalArgumentException("Population is not negative");
    }
    regions = regions.stream().sorted().distinct().toList();
  }

  /** An authority that has stated nothing. */
  public static Columns empty() {
    return new Columns(
        -1,
        false,
        List.of(),
        ThemeSet.EMPTY,
        ThemeSet.EMPTY,
        ThemeSet.EMPTY,
        0,
        LanguageSet.EMPTY,
        0,
        0,
        null,
        Locality.NONE,
        Wishes.NONE,
        Standing.OPEN,
        Weights.defaults());
  }

  /** Whether needs or offers are stated and the weights are the default. */
  public boolean usual() {
    return !(needs.isEmpty() && offers.isEmpty()) && weights.equals(Weights.defaults());
  }

  /** Whether needs are stated and offers are not, or the other way round. */
  public boolean statesOneOfNeedsAndOffers() {
    return needs.isEmpty() != offers.isEmpty();
  }

  /** A copy to change. */
  public ColumnsBuilder toBuilder() {
    return new ColumnsBuilder(this);
  }
}
