package eu.bridgehall.evaluation;

import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.reference.PlaceFile;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Files of twin towns: a pair of places a row. */
final class TwinTowns {
  private static final String SHIPPED = "/reference/twinnings-wikidata.csv";
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private TwinTowns() {}

  /**
   * A pair of twin towns.
   *
   * @param clique whether both are so as members of a network in which every town is twinned with
   *     every other
   */
  record Pair(int a, int b, boolean clique) {
    /** Whether it lies between two countries and was made by the two towns alone. */
    boolean tells(Population population) {
      return !clique && population.columns(a).country() != population.columns(b).country();
    }
  }

  /**
   * Reads the columns {@code place_id_a}, {@code place_id_b} and, if it is there, {@code clique}.
   *
   * @throws Invalid for a file without these columns, or a place that is not among the places
   */
  static List<Pair> read(Path file, Map<Integer, PlaceFile.Entry> places) throws IOException {
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return read(in, file.toString(), places);
    }
  }

  /** Those that come with the program. */
  static List<Pair> shipped(Map<Integer, PlaceFile.Entry> places) {
    try (Reader in =
        new InputStreamReader(
            Objects.requireNonNull(TwinTowns.class.getResourceAsStream(SHIPPED), SHIPPED),
            StandardCharsets.UTF_8)) {
      return read(in, SHIPPED, places);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Pair> read(Reader in, String file, Map<Integer, PlaceFile.Entry> places)
      throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (CSVRecord row : FORMAT.parse(in)) {
      if (!row.isMapped("place_id_a") || !row.isMapped("place_id_b")) {
        throw new Invalid(file, "evaluation.noColumns");
      }
      boolean clique = row.isSet("clique") && "1".equals(row.get("clique"));
      pairs.add(
          new Pair(
              place(row, "place_id_a", file, places),
              place(row, "place_id_b", file, places),
              clique));
    }
    return pairs;
  }

  private static int place(
      CSVRecord row, String column, String file, Map<Integer, PlaceFile.Entry> places) {
    String text = row.get(column).strip();
    Integer id = text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
    if (id == null || !places.containsKey(id)) {
      throw new Invalid(
          file,
          "evaluation.unknownPlace",
          Map.of("line", row.getRecordNumber() + 1, "place", text));
    }
    return id;
  }
}
