package eu.bridgehall.platform;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import java.sql.ResultSet;

/** A query that is answered by one number. */
public final class Count {
  private Count() {}

  /** The number in the first column of the one row. */
  public static long of(JdbcOperations jdbc, String query, Parameters parameters) {
    return jdbc.prepareStatement(
        query,
        s -> {
          parameters.set(s);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  /** The same of a query without parameters. */
  public static long of(JdbcOperations jdbc, String query) {
    return of(jdbc, query, s -> {});
  }
}
