package eu.bridgehall.reference;

import static eu.bridgehall.reference.ReferenceDataSets.bool;
import static eu.bridgehall.reference.ReferenceDataSets.row;

import eu.bridgehall.kernel.GeoPoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the rows of the table {@code place} from the files: joins each place with its municipality
 * or hromada, its region in the one tree, and what follows from them.
 */
final class PlaceFiles {
  static final List<String> COLUMNS =
      List.of(
          "id",
          "name",
          "name_forms",
          "country_code",
          "region_code",
          "feature_code",
          "population",
          "population_of",
          "population_year",
          "lat",
          "lon",
          "area_km2",
          "degree_of_urbanisation",
          "coastal",
          "traits",
          "katottg",
          "lau_code",
          "wikidata_id",
          "source");

  /** The LAU list is of this year, the hromadas' population of the second. */
  private static final int LAU_YEAR = 2019;

  private static final int HROMADA_YEAR = 2022;

  /** Where the LAU is a part of the municipality, so that its population may be the smaller. */
  private static final Set<String> LAU_BELOW = Set.of("PT", "GR", "IE", "GB");

  private static final String CRIMEA = "UA01000000000013043";

  private final Countries countries;
  private final Regions regions;
  private final Map<String, ReferenceFile.Row> hromadas = new HashMap<>();
  private final Map<String, String> oblasts = new HashMap<>(Map.of("11", CRIMEA));

  PlaceFiles(Countries countries, Regions regions) {
    this.countries = countries;
    this.regions = regions;
  }

  /** The rows, values in the order of {@link #COLUMNS}. */
  Stream<List<@Nullable String>> rows() {
    List<ReferenceFile.Row> places = new ArrayList<>(130_000);
    for (String file : List.of(ReferenceDataSets.PLACES, ReferenceDataSets.ADDED_PLACES)) {
      try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows(file)) {
        rows.forEach(places::add);
      }
    }
    return rows(places.stream());
  }

  /** The same of other places in the form of the gazetteer's files. */
  Stream<List<@Nullable String>> rows(Stream<ReferenceFile.Row> of) {
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("hromadas.tsv")) {
      rows.forEach(this::rememberHromada);
    }
    List<ReferenceFile.Row> places = of.toList();
    Neighbours neighbours = new Neighbours();
    for (ReferenceFile.Row place : places) {
      GeoPoint position = position(place);
      if (position != null) {
        neighbours.add(servedBy(place), position);
      }
    }
    return places.stream().map(p -> place(p, neighbours));
  }

  private void rememberHromada(ReferenceFile.Row row) {
    hromadas.put(row.get("katottg"), row);
    String division = row.find("admin1_code");
    if (division != null) {
      oblasts.put(division, row.get("oblast_code"));
    }
  }

  private List<@Nullable String> place(ReferenceFile.Row p, Neighbours neighbours) {
    String katottg = p.find("katottg");
    ReferenceFile.Row hromada = katottg == null ? null : hromadas.get(katottg);
    String current = hromada == null ? null : hromada.find("centre_en");
    String name = current != null ? current : p.get("name");
    Population population = population(p, hromada);
    String region = region(p, hromada);
    GeoPoint position = position(p);
    return row(
        p.get("id"),
        name,
        CopyText.array(forms(p, hromada, name)),
        p.get("country_code"),
        region,
        p.get("feature_code"),
        population == null ? null : population.number,
        population == null ? null : population.of,
        population == null ? null : population.year,
        position == null ? null : position.lat(),
        position == null ? null : position.lon(),
        positive(hromada != null ? hromada.find("area_km2") : p.find("area_km2")),
        degreeOfUrbanisation(p),
        coastal(p, hromada),
        CopyText.array(traits(p, hromada, region, position, neighbours)),
        katottg,
        p.find("lau_code"),
        p.find("wikidata_id"),
        p.get("source"));
  }

  private static Set<String> forms(
      ReferenceFile.Row p, ReferenceFile.@Nullable Row hromada, String name) {
    Set<String> forms = new LinkedHashSet<>();
    forms.add(p.get("name"));
    String ascii = p.find("ascii_name");
    if (ascii != null) {
      forms.add(ascii);
    }
    String others = p.find("alternate_names");
    if (others != null) {
      forms.addAll(List.of(others.split("\\|")));
    }
    if (hromada != null) {
      forms.add(hromada.get("name_uk"));
      forms.add(hromada.get("name_en"));
      addIfKnown(forms, hromada.find("centre_uk"));
      addIfKnown(forms, hromada.find("centre_former_uk"));
    }
    forms.remove(name);
    forms.remove("");
    return forms;
  }

  private static void addIfKnown(Set<String> forms, @Nullable String form) {
    if (form != null) {
      forms.add(form);
    }
  }

  private record Population(long number, String of, @Nullable Integer year) {}

  /** That of the hromada or municipality where it is known, else of the place. */
  private static @Nullable Population population(
      ReferenceFile.Row p, ReferenceFile.@Nullable Row hromada) {
    Long ofHromada = hromada == null ? null : hromada.number("population_2022");
    if (ofHromada != null && ofHromada > 0) {
      return new Population(ofHromada, "hromada", HROMADA_YEAR);
    }
    long ofPlace = Objects.requireNonNullElse(p.number("population"), 0L);
    long ofUnit = Objects.requireNonNullElse(p.number("lau_population"), 0L);
    boolean below = LAU_BELOW.contains(p.get("country_code"));
    if (ofUnit > 0 && (!below || ofUnit >= ofPlace)) {
      return new Population(ofUnit, "municipality", LAU_YEAR);
    }
    return ofPlace > 0 ? new Population(ofPlace, "place", null) : null;
  }

  private String region(ReferenceFile.Row p, ReferenceFile.@Nullable Row hromada) {
    String country = p.get("country_code");
    if (hromada != null) {
      String raion = hromada.find("raion_code");
      return raion != null ? raion : hromada.get("oblast_code");
    }
    String division = p.find("admin1_code");
    return Stream.of(
            "UA".equals(country) && division != null ? oblasts.get(division) : null,
            p.find("nuts3_2024"),
            p.find("nuts3_2021"),
            country + "." + division,
            "BA".equals(country) ? "BA" + division : null)
        .filter(code -> code != null && regions.exists(code))
        .map(Objects::requireNonNull)
        .findFirst()
        .orElseGet(() -> countries.require(country, "country_code").regionCode());
  }

  private static @Nullable Boolean coastal(
      ReferenceFile.Row p, ReferenceFile.@Nullable Row hromada) {
    return bool(hromada != null ? hromada.find("sea") : p.find("coastal"));
  }

  private List<String> traits(
      ReferenceFile.Row p,
      ReferenceFile.@Nullable Row hromada,
      String region,
      @Nullable GeoPoint position,
      Neighbours neighbours) {
    List<String> traits = new ArrayList<>();
    if (Boolean.TRUE.equals(coastal(p, hromada))) {
      traits.add("coast");
    }
    if (KnownTerritories.isIsland(region)) {
      traits.add("island");
    }
    boolean inMountains = regions.find(region).map(Region::mountain).orElse(false);
    if (hromada != null ? hromada.flag("mountain") : inMountains) {
      traits.add("mountain");
    }
    if (position != null && neighbours.foreignPlaceNear(servedBy(p), position)) {
      traits.add("border");
    }
    if (KnownTerritories.isOutermost(region)) {
      traits.add("outermost");
    }
    if (hromada != null ? "rural".equals(hromada.find("type")) : "3".equals(p.find("degurba"))) {
      traits.add("rural");
    }
    return traits;
  }

  private String servedBy(ReferenceFile.Row place) {
    return countries.require(place.get("country_code"), "country_code").servedBy();
  }

  /** 1 to 3; null where the list says 9, that is unknown. */
  static @Nullable Long degreeOfUrbanisation(ReferenceFile.Row row) {
    Long degree = row.number("degurba");
    return degree == null || degree < 1 || degree > 3 ? null : degree;
  }

  private static @Nullable GeoPoint position(ReferenceFile.Row place) {
    String lat = place.find("lat");
    return lat == null
        ? null
        : new GeoPoint(Double.parseDouble(lat), Double.parseDouble(place.get("lon")));
  }

  private static @Nullable String positive(@Nullable String number) {
    return number == null || Double.parseDouble(number) <= 0 ? null : number;
  }
}
