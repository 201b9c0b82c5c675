package eu.bridgehall.reference;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the tables of the reference data to what the files in the program say. A data set whose
 * version stands in {@code reference_version} already is passed over; any other is copied into a
 * table beside and merged in one transaction, so that a row that others point at keeps its place.
 * Several services may start at once on one database: an advisory lock lets one load.
 */
public final class ReferenceLoader {
  private static final Logger LOG = LoggerFactory.getLogger(ReferenceLoader.class);

  /** Any number that nothing else in the service locks. */
  private static final long LOCK = 0x42_48_52_45_46L;

  /** Raised when the files stay and what is made of them changes. */
  private static final String MAPPING = "1";

  private static final int BUFFER = 1 << 16;

  private ReferenceLoader() {}

  /**
   * Loads what is not loaded yet.
   *
   * @param connection to a migrated database; its auto-commit is as before afterwards
   * @return how many data sets were loaded, 0 when everything was there
   * @throws SQLException where the database refuses; what was loaded before stays
   */
  public static int load(Connection connection) throws SQLException {
    return load(connection, ReferenceDataSets.all());
  }

  static int load(Connection connection, List<DataSet> dataSets) throws SQLException {
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      int loaded = 0;
      for (DataSet dataSet : dataSets) {
        loaded += load(connection, dataSet) ? 1 : 0;
        connection.commit();
      }
      return loaded;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(autoCommit);
    }
  }

  /** Version of the loaded data set; empty before it was ever loaded. */
  static Optional<String> loadedVersion(Connection connection, String dataSet) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select version from reference_version where data_set = ?")) {
      query.setString(1, dataSet);
      try (ResultSet rows = query.executeQuery()) {
        return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
      }
    }
  }

  private static boolean load(Connection connection, DataSet dataSet) throws SQLException {
    long start = System.nanoTime();
    execute(connection, "select pg_advisory_xact_lock(" + LOCK + ")");
    String version = version(dataSet.files());
    if (loadedVersion(connection, dataSet.table()).filter(version::equals).isPresent()) {
      return false;
    }
    long rows =
        isEmpty(connection, dataSet.table())
            ? copy(connection, dataSet, dataSet.table())
            : copyAndMerge(connection, dataSet);
    execute(connection, "analyze " + dataSet.table());
    record(connection, dataSet, version, rows);
    LOG.info(
        "Loaded {} rows of {} in {} ms",
        rows,
        dataSet.table(),
        (System.nanoTime() - start) / 1_000_000);
    return true;
  }

  private static boolean isEmpty(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select not exists (select 1 from " + table + ")")) {
      rows.next();
      return rows.getBoolean(1);
    }
  }

  private static long copyAndMerge(Connection connection, DataSet dataSet) throws SQLException {
    String staged = "staged_" + dataSet.table();
    execute(
        connection,
        "create temp table %s on commit drop as select %s from %s with no data"
            .formatted(staged, dataSet.columnList(), dataSet.table()));
    long rows = copy(connection, dataSet, staged);
    execute(connection, "analyze " + staged);
    merge(connection, dataSet, staged);
    return rows;
  }

  private static long copy(Connection connection, DataSet dataSet, String target)
      throws SQLException {
    CopyIn copy =
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyIn("copy %s (%s) from stdin".formatted(target, dataSet.columnList()));
    try (Stream<List<@Nullable String>> rows = dataSet.rows().get()) {
      CopyText text = new CopyText();
      Iterator<List<@Nullable String>> each = rows.iterator();
      while (each.hasNext()) {
        text.add(each.next());
        if (text.length() > BUFFER) {
          byte[] bytes = text.take();
          copy.writeToCopy(bytes, 0, bytes.length);
        }
      }
      byte[] bytes = text.take();
      copy.writeToCopy(bytes, 0, bytes.length);
      return copy.endCopy();
    } finally {
      if (copy.isActive()) {
        copy.cancelCopy();
      }
    }
  }

  private static void merge(Connection connection, DataSet dataSet, String staged)
      throws SQLException {
    String table = dataSet.table();
    List<String> changing = dataSet.changing();
    String columns = dataSet.columnList() + (dataSet.retires() ? ", retired" : "");
    String values = dataSet.columnList() + (dataSet.retires() ? ", false" : "");
    String sameKey = dataSet.sameKey("s", table);
    if (dataSet.retires()) {
      // first, so that a unique value that has moved to another row is free
      execute(
          connection,
          "update %s set retired = true where not retired and not exists (select 1 from %s s where %s)"
              .formatted(table, staged, sameKey));
    } else {
      execute(
          connection,
          "delete from %s where not exists (select 1 from %s s where %s)"
              .formatted(table, staged, sameKey));
    }
    String set = String.join(", ", changing.stream().map(c -> c + " = excluded." + c).toList());
    String old = String.join(", ", changing.stream().map(c -> table + "." + c).toList());
    String fresh = String.join(", ", changing.stream().map(c -> "excluded." + c).toList());
    execute(
        connection,
        "insert into %s (%s) select %s from %s on conflict (%s) do update set %s where (%s) is distinct from (%s)"
            .formatted(table, columns, values, staged, dataSet.keyList(), set, old, fresh));
  }

  private static void record(Connection connection, DataSet dataSet, String version, long rows)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into reference_version (data_set, version, row_count) values (?, ?, ?)
            on conflict (data_set) do update
              set version = excluded.version, row_count = excluded.row_count, loaded_at = now()
            """)) {
      insert.setString(1, dataSet.table());
      insert.setString(2, version);
      insert.setLong(3, rows);
      insert.executeUpdate();
    }
  }

  /** Hash of the files that something is made from, and of the way it is made. */
  static String version(List<String> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String file : files) {
        try (InputStream in = new DigestInputStream(ReferenceFile.raw(file), digest)) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      return MAPPING + "-" + HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
