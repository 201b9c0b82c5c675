package eu.bridgehall.reference;

import eu.bridgehall.reference.Region.Kind;
import eu.bridgehall.search.names.Romanisation;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the tree of regions together from the files of NUTS, hromadas and other divisions. */
final class RegionFiles {
  /** Mountain typology of NUTS 3: by population, and by population and area. */
  private static final Set<String> MOUNTAIN = Set.of("1", "3");

  /** Coast typology of NUTS 3: with a coast; 2 only has half its people near one. */
  private static final String COAST = "1";

  private static final String UKRAINE = "UA";
  private static final String CRIMEA = "UA01000000000013043";

  private final Map<String, Region> byCode = new LinkedHashMap<>();
  private final Countries countries;

  RegionFiles(Countries countries) {
    this.countries = countries;
  }

  /** All regions by code, parents before their children. */
  Map<String, Region> read() {
    for (Country country : countries.all()) {
      if (country.partOf() == null || country.regionCode().equals(country.code())) {
        add(country.regionCode(), 0, Kind.COUNTRY, null, country.code(), english(country));
      }
    }
    read("nuts.tsv", this::addNuts);
    read("hromadas.tsv", this::addUkrainian);
    read(
        "divisions.tsv",
        r -> {
          String country = r.get("country_code");
          add(r.get("code"), 1, Kind.DIVISION, country, country, r.get("name"));
        });
    return byCode;
  }

  private static void read(String file, Consumer<ReferenceFile.Row> reader) {
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows(file)) {
      rows.forEach(reader);
    }
  }

  private void addNuts(ReferenceFile.Row row) {
    String country = row.get("country_code");
    int level = Integer.parseInt(row.get("level"));
    if (level == 0 || UKRAINE.equals(country) || countries.find(country).isEmpty()) {
      return; // countries are there already; Ukraine has codes of its own
    }
    boolean in2021 = row.flag("in_2021");
    boolean in2024 = row.flag("in_2024");
    String mount = row.find("mount_type");
    Region region =
        new Region(
            row.get("code"),
            level,
            Kind.NUTS,
            row.get("parent"),
            country,
            row.get("name_latin"),
            row.get("name_national"),
            in2021,
            in2024,
            in2024 || "GB".equals(country), // the United Kingdom left NUTS after 2021
            mount != null && MOUNTAIN.contains(mount),
            COAST.equals(row.find("coast_type")));
    byCode.put(region.code(), region);
  }

  private void addUkrainian(ReferenceFile.Row row) {
    String oblast = row.get("oblast_code");
    if (!byCode.containsKey(oblast)) {
      String name = row.get("oblast_uk");
      String adjective = Romanisation.official(name);
      String latin = row.find("admin1_name");
      boolean oblastProper = !row.get("katottg").equals(oblast) && !CRIMEA.equals(oblast);
      put(
          oblast,
          1,
          Kind.OBLAST,
          UKRAINE,
          oblastProper && latin != null
              ? latin.replace(" Oblast", "") + " Oblast"
              : CRIMEA.equals(oblast) ? "Autonomous Republic of Crimea" : adjective,
          oblastProper ? name + " область" : name);
    }
    String raion = row.find("raion_code");
    if (raion != null && !byCode.containsKey(raion)) {
      String name = row.get("raion_uk");
      put(raion, 2, Kind.RAION, oblast, Romanisation.official(name) + " Raion", name + " район");
    }
  }

  private void put(
      String code, int level, Kind kind, String parent, String name, String nationalName) {
    byCode.put(
        code,
        new Region(
            code,
            level,
            kind,
            parent,
            UKRAINE,
            name,
            nationalName,
            false,
            false,
            true,
            false,
            false));
  }

  private void add(
      String code, int level, Kind kind, @Nullable String parent, String country, String name) {
    byCode.put(
        code,
        new Region(
            code, level, kind, parent, country, name, name, false, false, true, false, false));
  }

  private static String english(Country country) {
    return country.name(Locale.ENGLISH);
  }
}
