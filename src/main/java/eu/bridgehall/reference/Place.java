package eu.bridgehall.reference;

import eu.bridgehall.kernel.GeoPoint;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A place of the gazetteer with what is known of it: what a profile starts from.
 *
 * @param id the GeoNames id; from 900,000,000 on an id of our own
 * @param name the main name, for a centre of a hromada the official romanisation of its name today
 * @param nationalName of a centre of a hromada, its official name in Ukrainian; null where it is
 *     not known
 * @param nameForms the other names, in any script, former ones among them
 * @param countryCode ISO 3166-1 alpha-2
 * @param regionCode code of the smallest region of the tree that it lies in
 * @param regionPath codes of the regions it lies in, the country's first, {@code regionCode} last
 * @param featureCode GeoNames class, for example PPLC; LAU or HROMADA for one that is known as a
 *     municipality only
 * @param population of the municipality or hromada where known, else of the place; null if unknown
 * @param populationOf {@code municipality}, {@code hromada} or {@code place}; null with it
 * @param populationYear year of the list it is from: 2022 for hromadas (before the full-scale
 *     invasion), 2019 for municipalities; null where the source gives none
 * @param position null where it is not known
 * @param areaKm2 of the municipality or hromada
 * @param degreeOfUrbanisation 1 city, 2 town or suburb, 3 rural
 * @param coastal whether the municipality or hromada lies on the coast
 * @param traits ids of the traits that follow from the data, to be confirmed by the authority
 * @param katottg code of the hromada of which it is the centre
 * @param lauCode code of the municipality in Eurostat's list of its country
 * @param networks ids of the networks that it is known to be a member of
 * @param knownTwinnings number of its known, unconfirmed twinnings
 */
public record Place(
    long id,
    String name,
    @Nullable String nationalName,
    List<String> nameForms,
    String countryCode,
    String regionCode,
    List<String> regionPath,
    String featureCode,
    @Nullable Long population,
    @Nullable String populationOf,
    @Nullable Integer populationYear,
    @Nullable GeoPoint position,
    @Nullable Double areaKm2,
    @Nullable Integer degreeOfUrbanisation,
    @Nullable Boolean coastal,
    List<String> traits,
    @Nullable String katottg,
    @Nullable String lauCode,
    List<String> networks,
    int knownTwinnings) {
  public Place {
    nameForms = List.copyOf(nameForms);
    regionPath = List.copyOf(regionPath);
    traits = List.copyOf(traits);
    networks = List.copyOf(networks);
  }

  /** The name by which a reader knows it: Ukrainians know their towns in Ukrainian. */
  public String name(Locale reader) {
    return nationalName != null && RegionNames.UKRAINIAN.equals(reader.getLanguage())
        ? nationalName
        : name;
  }
}
