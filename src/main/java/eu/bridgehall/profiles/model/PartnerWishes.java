package eu.bridgehall.profiles.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a wished partner is like.
 *
 * @param countries ISO 3166-1 alpha-2
 * @param regions region codes of any level
 * @param traits ids of territory traits
 * @param minPopulation smallest population; null for no limit
 * @param maxPopulation largest population; null for no limit
 * @param maxDistanceKm how far away at most; null for no wish
 * @param ukrainianPartner whether a Ukrainian partner is sought
 * @param musts which of this is a must: {@code themes, place, traits, size, distance, language}
 */
public record PartnerWishes(
    List<String> countries,
    List<String> regions,
    List<String> traits,
    @Nullable Integer minPopulation,
    @Nullable Integer maxPopulation,
    @Nullable Integer maxDistanceKm,
    boolean ukrainianPartner,
    List<String> musts) {
  public static final PartnerWishes NONE =
      new PartnerWishes(List.of(), List.of(), List.of(), null, null, null, false, List.of());

  public PartnerWishes {
    countries = ProfileContent.kept(countries);
    regions = ProfileContent.kept(regions);
    traits = ProfileContent.kept(traits);
    musts = ProfileContent.kept(musts);
  }

  /** What everybody may know of it: whether a Ukrainian partner is sought. */
  public PartnerWishes openPart() {
    return new PartnerWishes(
        List.of(), List.of(), List.of(), null, null, null, ukrainianPartner, List.of());
  }
}
