package eu.bridgehall.reference;

import eu.bridgehall.kernel.GeoPoint;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** A file of places in the form of the gazetteer, read without a database. */
public final class PlaceFile {
  private PlaceFile() {}

  /**
   * A place as the gazetteer would have it, as far as it is scored.
   *
   * @param feature its GeoNames class, as of {@link Place}
   * @param regions codes of the regions it lies in, the country first
   * @param population 0 if unknown
   * @param degree degree of urbanisation, 0 if unknown
   */
  public record Entry(
      int id,
      String name,
      String feature,
      String country,
      List<String> regions,
      int population,
      @Nullable GeoPoint position,
      int degree,
      boolean coastal) {
    public Entry {
      regions = List.copyOf(regions);
    }
  }

  /**
   * Reads a file with the columns of {@code places.tsv.gz}; the name tells whether it is
   * compressed.
   *
   * @throws IOException if it cannot be read
   */
  public static List<Entry> read(Path file) throws IOException {
    Countries countries = new Countries();
    Regions regions = new Regions(countries);
    try (InputStream in = open(file);
        Stream<ReferenceFile.Row> rows = ReferenceFile.rows(in, file.toString())) {
      return new PlaceFiles(countries, regions).rows(rows).map(row -> entry(row, regions)).toList();
    }
  }

  /** The places that come with the program. */
  public static List<Entry> shipped() {
    Countries countries = new Countries();
    Regions regions = new Regions(countries);
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("places.tsv.gz")) {
      return new PlaceFiles(countries, regions).rows(rows).map(row -> entry(row, regions)).toList();
    }
  }

  /** The places of all hromadas whose population is known. */
  public static Set<Integer> hromadas() {
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("hromadas.tsv")) {
      return rows.filter(row -> row.find("population_2022") != null)
          .map(row -> row.find("place_id"))
          .filter(Objects::nonNull)
          .map(Integer::valueOf)
          .collect(Collectors.toUnmodifiableSet());
    }
  }

  /** Codes of the languages that are spoken in a country, the most spoken first, by country. */
  public static Map<String, List<String>> spoken() {
    try (Stream<ReferenceFile.Row> rows = ReferenceFile.rows("countries.tsv")) {
      return rows.collect(
          Collectors.toUnmodifiableMap(row -> row.get("country_code"), PlaceFile::languages));
    }
  }

  private static List<String> languages(ReferenceFile.Row country) {
    String codes = country.find("languages");
    return codes == null
        ? List.of()
        : Stream.of(codes.split(",", -1)).map(code -> code.split("-", -1)[0]).toList();
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }

  private static Entry entry(List<@Nullable String> row, Regions regions) {
    String population = cell(row, "population");
    String lat = cell(row, "lat");
    String degree = cell(row, "degree_of_urbanisation");
    return new Entry(
        Integer.parseInt(needed(row, "id")),
        needed(row, "name"),
        needed(row, "feature_code"),
        needed(row, "country_code"),
        regions.path(cell(row, "region_code")),
        population == null ? 0 : Integer.parseInt(population),
        lat == null
            ? null
            : new GeoPoint(Double.parseDouble(lat), Double.parseDouble(needed(row, "lon"))),
        degree == null ? 0 : Integer.parseInt(degree),
        "true".equals(cell(row, "coastal")));
  }

  private static @Nullable String cell(List<@Nullable String> row, String column) {
    return row.get(PlaceFiles.COLUMNS.indexOf(column));
  }

  private static String needed(List<@Nullable String> row, String column) {
    return Objects.requireNonNull(cell(row, column), column);
  }
}
