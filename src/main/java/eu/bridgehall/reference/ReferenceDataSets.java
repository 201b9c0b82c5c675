package eu.bridgehall.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The data sets, in the order in which they can be loaded. */
final class ReferenceDataSets {
  static final String PLACES = "places.tsv.gz";
  static final String ADDED_PLACES = "places-added.tsv.gz";

  private static final String HROMADAS = "hromadas.tsv";
  private static final Map<String, String> NETWORK_IDS =
      Map.of(
          "EU Mission Label", "eu-mission-label",
          "EU Mission City", "eu-mission-city",
          "SUN4Ukraine flagship municipality", "sun4ukraine");

  private ReferenceDataSets() {}

  static List<DataSet> all() {
    Countries countries = new Countries();
    Regions regions = new Regions(countries);
    List<DataSet> all = new ArrayList<>();
    all.add(countries(countries));
    all.add(regions(regions));
    all.add(themes());
    all.add(languages());
    all.add(choices("cooperation_type", "cooperation-types.tsv", new CooperationTypes()));
    all.add(choices("territory_trait", "traits.tsv", new Traits()));
    all.add(choices("authority_type", "authority-types.tsv", new AuthorityTypes()));
    all.add(choices("network", "networks.tsv", new Networks()));
    all.add(places(countries, regions));
    all.add(hromadas());
    all.add(lauUnits());
    all.add(ties());
    all.add(memberships());
    return all;
  }

  private static DataSet countries(Countries countries) {
    return new DataSet(
        "country",
        List.of("code"),
        List.of("code", "iso3", "region_code", "part_of"),
        true,
        List.of("countries.tsv", "territories.tsv"),
        () ->
            countries.all().stream().map(c -> row(c.code(), c.iso3(), c.regionCode(), c.partOf())));
  }

  private static DataSet regions(Regions regions) {
    return new DataSet(
        "region",
        List.of("code"),
        List.of(
            "code",
            "level",
            "kind",
            "parent",
            "country_code",
            "name",
            "national_name",
            "in_2021",
            "in_2024",
            "served",
            "mountain",
            "coast"),
        true,
        List.of("countries.tsv", "territories.tsv", "nuts.tsv", HROMADAS, "divisions.tsv"),
        () ->
            regions.all().stream()
                .map(
                    r ->
                        row(
                            r.code(),
                            r.level(),
                            r.kind(),
                            r.parent(),
                            r.countryCode(),
                            r.name(),
                            r.nationalName(),
                            r.in2021(),
                            r.in2024(),
                            r.served(),
                            r.mountain(),
                            r.coast())));
  }

  private static DataSet themes() {
    return new DataSet(
        "theme",
        List.of("id"),
        List.of("id", "ordinal", "parent"),
        true,
        List.of("themes.tsv"),
        () -> new Themes().all().stream().map(t -> row(t.id(), t.ordinal(), t.parent())));
  }

  private static DataSet languages() {
    return new DataSet(
        "language",
        List.of("code"),
        List.of("code", "ordinal", "offered"),
        true,
        List.of("languages.tsv"),
        () -> new Languages().all().stream().map(l -> row(l.code(), l.ordinal(), l.offered())));
  }

  private static DataSet choices(String table, String file, Choices choices) {
    return new DataSet(
        table,
        List.of("id"),
        List.of("id", "ordinal"),
        true,
        List.of(file),
        () -> choices.all().stream().map(c -> row(c.id(), c.ordinal())));
  }

  private static DataSet places(Countries countries, Regions regions) {
    return new DataSet(
        "place",
        List.of("id"),
        PlaceFiles.COLUMNS,
        true,
        List.of(PLACES, ADDED_PLACES, HROMADAS, "nuts.tsv", "divisions.tsv", "territories.tsv"),
        () -> new PlaceFiles(countries, regions).rows());
  }

  private static DataSet hromadas() {
    return new DataSet(
        "hromada",
        List.of("code"),
        List.of(
            "code",
            "name_uk",
            "name_en",
            "type",
            "oblast_code",
            "raion_code",
            "centre_uk",
            "centre_former_uk",
            "population_2022",
            "area_km2",
            "urban_share",
            "settlements",
            "mountain",
            "sea",
            "km_to_eu",
            "occupied_before_2022",
            "place_id"),
        true,
        List.of(HROMADAS, ADDED_PLACES),
        () -> {
          Map<String, String> added = addedPlaces("katottg", r -> r.find("katottg"));
          return ReferenceFile.rows(HROMADAS).map(r -> hromada(r, added));
        });
  }

  private static List<@Nullable String> hromada(ReferenceFile.Row r, Map<String, String> added) {
    String code = r.get("katottg");
    String place = r.find("place_id");
    return row(
        code,
        r.get("name_uk"),
        r.get("name_en"),
        r.find("type"),
        r.get("oblast_code"),
        r.find("raion_code"),
        r.find("centre_uk"),
        r.find("centre_former_uk"),
        r.number("population_2022"),
        r.find("area_km2"),
        r.find("urban_share"),
        r.number("settlements"),
        bool(r.find("mountain")),
        bool(r.find("sea")),
        r.find("km_to_eu"),
        bool(r.find("temporarily_occupied_before_2022")),
        place != null ? place : added.get(code));
  }

  private static DataSet lauUnits() {
    return new DataSet(
        "lau_unit",
        List.of("gisco_id"),
        List.of(
            "gisco_id",
            "country_code",
            "lau_code",
            "name_national",
            "name_latin",
            "nuts3_2016",
            "population",
            "area_km2",
            "degree_of_urbanisation",
            "coastal",
            "place_id"),
        false,
        List.of("lau-2019.tsv.gz", ADDED_PLACES),
        () -> {
          Map<String, String> added =
              addedPlaces(
                  "lau",
                  r ->
                      r.find("lau_code") == null
                          ? null
                          : r.get("country_code") + "_" + r.get("lau_code"));
          return ReferenceFile.rows("lau-2019.tsv.gz").map(r -> lauUnit(r, added));
        });
  }

  private static List<@Nullable String> lauUnit(ReferenceFile.Row r, Map<String, String> added) {
    String place = r.find("place_id");
    return row(
        r.get("gisco_id"),
        r.get("country_code"),
        r.get("lau_code"),
        r.get("name_national"),
        r.find("name_latin"),
        r.find("nuts3_2016"),
        r.number("population"),
        r.find("area_km2"),
        PlaceFiles.degreeOfUrbanisation(r),
        bool(r.find("coastal")),
        place != null ? place : added.get(r.get("country_code") + "_" + r.get("lau_code")));
  }

  private static Map<String, String> addedPlaces(
      String what, Function<ReferenceFile.Row, @Nullable String> key) {
    Map<String, String> ids = new HashMap<>();
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows(ADDED_PLACES)) {
      rows.forEach(
          r -> {
            String k = key.apply(r);
            if (k != null && ids.put(k, r.get("id")) != null) {
              throw new IllegalStateException(ADDED_PLACES + ": " + what + " " + k + " twice");
            }
          });
    }
    return ids;
  }

  private static DataSet ties() {
    return new DataSet(
        "place_tie",
        List.of("place_a", "place_b"),
        List.of("place_a", "place_b", "sources", "clique"),
        false,
        List.of("twinnings-wikidata.csv"),
        () ->
            ReferenceFile.rows("twinnings-wikidata.csv")
                .map(
                    r ->
                        row(
                            r.get("place_id_a"),
                            r.get("place_id_b"),
                            r.get("sources"),
                            r.flag("clique"))));
  }

  private static DataSet memberships() {
    return new DataSet(
        "place_membership",
        List.of("place_id", "network"),
        List.of("place_id", "network", "since", "note", "source"),
        false,
        List.of("memberships.tsv"),
        () ->
            ReferenceFile.rows("memberships.tsv")
                .map(
                    r ->
                        row(
                            r.get("place_id"),
                            NETWORK_IDS.get(r.get("network")),
                            r.find("date"),
                            r.find("note"),
                            r.get("source"))));
  }

  /** A row's values in the text form of PostgreSQL. */
  static List<@Nullable String> row(@Nullable Object... values) {
    return Arrays.stream(values).map(v -> v == null ? null : v.toString()).toList();
  }

  /** 1 is true, 0 false, an empty cell unknown. */
  static @Nullable Boolean bool(@Nullable String cell) {
    return cell == null ? null : (Boolean) "1".equals(cell);
  }
}
