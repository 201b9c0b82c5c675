package eu.bridgehall.reference;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of the reference data: a header line, then a row a line. Columns are parted by tabs (or by
 * commas in a {@code .csv} file of ids and plain words), nothing is quoted, an empty cell is an
 * unknown value. A name that ends in {@code .gz} is compressed.
 */
final class ReferenceFile {
  private ReferenceFile() {}

  /** One row, by the names of the header. */
  static final class Row {
    private final Map<String, Integer> columns;
    private final String[] cells;

    private Row(Map<String, Integer> columns, String[] cells) {
      this.columns = columns;
      this.cells = cells;
    }

    /** The cell's text, null when it is empty. */
    @Nullable String find(String column) {
      Integer at = columns.get(column);
      if (at == null) {
        throw new IllegalArgumentException("No column " + column + " among " + columns.keySet());
      }
      return at >= cells.length || cells[at].isEmpty() ? null : cells[at];
    }

    /** The cell's text, which must be there. */
    String get(String column) {
      return Objects.requireNonNull(find(column), column);
    }

    /** Whether the cell holds 1. */
    boolean flag(String column) {
      return "1".equals(find(column));
    }

    /** The cell's whole number, null when it is empty; a fraction is rounded. */
    @Nullable Long number(String column) {
      String text = find(column);
      return text == null ? null : Math.round(Double.parseDouble(text));
    }
  }

  /** The rows of a file; close the stream. */
  static Stream<Row> rows(String file) {
    try {
      return rows(open(file), file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The rows of what is read here, which is not compressed any more; close the stream. */
  static Stream<Row> rows(InputStream in, String file) {
    try {
      BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
      String separator = file.contains(".csv") ? "," : "\t";
      String header = Objects.requireNonNull(reader.readLine(), file);
      Map<String, Integer> columns = new HashMap<>();
      String[] names = header.split(separator, -1);
      for (int i = 0; i < names.length; i++) {
        columns.put(names[i], i);
      }
      return reader
          .lines()
          .filter(line -> !line.isEmpty())
          .map(line -> new Row(columns, line.split(separator, -1)))
          .onClose(() -> close(reader));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file as it lies in the program. */
  static InputStream raw(String file) {
    InputStream in = ReferenceFile.class.getResourceAsStream("/reference/" + file);
    if (in == null) {
      throw new IllegalStateException("No reference file " + file);
    }
    return in;
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = raw(file);
    return file.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in;
  }

  private static void close(BufferedReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
