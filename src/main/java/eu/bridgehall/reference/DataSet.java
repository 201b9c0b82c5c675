package eu.bridgehall.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is loaded into one table.
 *
 * @param table name of the table and of the data set
 * @param key the columns of its primary key
 * @param columns all columns that are loaded, those of the key among them
 * @param retires whether rows that are in the table and no longer here are kept and marked, because
 *     other tables may point at them; else they are deleted
 * @param files the files it is made from: its version changes when they do
 * @param rows the rows, each with a value per column in the text form of PostgreSQL
 */
record DataSet(
    String table,
    List<String> key,
    List<String> columns,
    boolean retires,
    List<String> files,
    Supplier<Stream<List<@Nullable String>>> rows) {
  /** The statements' parts that follow from the columns. */
  String columnList() {
    return String.join(", ", columns);
  }

  String keyList() {
    return String.join(", ", key);
  }

  /** The columns that may change for a key, among them the mark of a retired row. */
  List<String> changing() {
    List<String> changing = new ArrayList<>(columns);
    changing.removeAll(key);
    if (retires) {
      changing.add("retired");
    }
    return changing;
  }

  /** How two rows of the same key find each other. */
  String sameKey(String one, String other) {
    return String.join(
        " and ", key.stream().map(k -> one + "." + k + " = " + other + "." + k).toList());
  }
}
