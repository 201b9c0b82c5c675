package eu.bridgehall.reference;

import eu.bridgehall.reference.PlaceResponse.InRegion;
import eu.bridgehall.reference.PlaceResponse.Membership;
import eu.bridgehall.reference.PlaceResponse.Position;
import eu.bridgehall.search.PlaceHit.Closeness;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Puts a place into the reader's words. */
@Singleton
class PlaceAnswers {
  private final Countries countries;
  private final Regions regions;
  private final Networks networks;

  PlaceAnswers(Countries countries, Regions regions, Networks networks) {
    this.countries = countries;
    this.regions = regions;
    this.networks = networks;
  }

  PlaceResponse of(Place place, @Nullable Closeness closeness, Locale language) {
    return new PlaceResponse(
        place.id(),
        place.name(),
        place.nameForms(),
        place.countryCode(),
        countries
            .find(place.countryCode())
            .map(c -> c.name(language))
            .orElseGet(place::countryCode),
        new InRegion(place.regionCode(), regionName(place, language), place.regionPath()),
        place.population(),
        place.populationOf(),
        place.populationYear(),
        Position.of(place.position()),
        place.areaKm2(),
        place.degreeOfUrbanisation(),
        place.coastal(),
        place.traits(),
        place.katottg(),
        place.lauCode(),
        place.networks().stream().map(id -> membership(id, language)).toList(),
        place.knownTwinnings(),
        closeness == null ? null : closeness.id());
  }

  private String regionName(Place place, Locale language) {
    return regions
        .find(place.regionCode())
        .map(r -> RegionNames.of(r, countries, language))
        .orElseGet(place::regionCode);
  }

  private Membership membership(String id, Locale language) {
    return new Membership(id, networks.find(id).map(n -> n.name(language)).orElse(id));
  }
}
