package eu.bridgehall.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.PlaceIndex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** The places of the reference data with all their names, as the service indexes them. */
final class NamedPlaces {
  private static final String CENTRE = "centre_en";

  private NamedPlaces() {}

  /** All places; the name that is shown comes first among the names. */
  static List<IndexedPlace> read() throws IOException {
    Map<String, Row> hromadas = new HashMap<>();
    for (Row row : rows("hromadas.tsv")) {
      hromadas.put(row.get("katottg"), row);
    }
    List<IndexedPlace> places = new ArrayList<>();
    for (String file : List.of("places.tsv.gz", "places-added.tsv.gz")) {
      for (Row row : rows(file)) {
        places.add(place(row, hromadas.get(row.get("katottg"))));
      }
    }
    return places;
  }

  private record Row(Map<String, Integer> columns, String[] cells) {
    String get(String column) {
      int at = columns.get(column);
      return at < cells.length ? cells[at] : "";
    }

    long number(String column) {
      String cell = get(column);
      return cell.isEmpty() ? 0 : Math.round(Double.parseDouble(cell));
    }
  }

  private static List<Row> rows(String file) throws IOException {
    InputStream in = PlaceIndex.class.getResourceAsStream("/reference/" + file);
    InputStream plain = file.endsWith(".gz") ? new GZIPInputStream(in) : in;
    try (BufferedReader reader = new BufferedReader(new InputStreamReader(plain, UTF_8))) {
      String[] header = reader.readLine().split("\t", -1);
      Map<String, Integer> columns = new HashMap<>();
      for (int i = 0; i < header.length; i++) {
        columns.put(header[i], i);
      }
      return reader.lines().map(line -> new Row(columns, line.split("\t", -1))).toList();
    }
  }

  private static IndexedPlace place(Row row, Row hromada) {
    Set<String> names = new LinkedHashSet<>();
    if (hromada != null) {
      names.add(hromada.get(CENTRE));
    }
    names.add(row.get("name"));
    names.add(row.get("ascii_name"));
    names.addAll(List.of(row.get("alternate_names").split("\\|", -1)));
    if (hromada != null) {
      for (String column : List.of("name_uk", "name_en", "centre_uk", "centre_former_uk")) {
        names.add(hromada.get(column));
      }
    }
    names.remove("");
    long people = hromada == null ? 0 : hromada.number("population_2022");
    return new IndexedPlace(
        Long.parseLong(row.get("id")),
        row.get("country_code"),
        people > 0 ? people : Math.max(row.number("population"), row.number("lau_population")),
        List.copyOf(names));
  }
}
