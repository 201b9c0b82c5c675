package eu.bridgehall.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the tables of the demonstration: tabs between columns, names in the first line. */
final class DemoFile {
  private DemoFile() {}

  /** Each row as its columns by name; a column at the end that is left out is empty. */
  static List<Row> rows(String name) {
    String resource = "demo/" + name;
    try (InputStream in =
            Objects.requireNonNull(
                DemoFile.class.getClassLoader().getResourceAsStream(resource), resource);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      List<String> lines = reader.lines().filter(l -> !l.isBlank()).toList();
      String[] columns = lines.getFirst().split("\t", -1);
      return lines.stream().skip(1).map(line -> row(columns, line.split("\t", -1))).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Row row(String[] columns, String[] values) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columns.length; i++) {
      row.put(columns[i], i < values.length ? values[i].strip() : "");
    }
    return new Row(row);
  }

  /**
   * One row.
   *
   * @param columns values by name
   */
  record Row(Map<String, String> columns) {
    /** The value of the column; empty where the row has none there. */
    String get(String column) {
      String value = columns.get(column);
      if (value == null) {
        throw new IllegalArgumentException("No such column: " + column);
      }
      return value;
    }

    int number(String column) {
      return Integer.parseInt(get(column));
    }
  }
}
