package eu.bridgehall.reference;

import eu.bridgehall.search.IndexedPlace;
import eu.bridgehall.search.PlaceIndex;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;

/** Makes the place index from the table of places when it is not of that version already. */
final class PlaceIndexing {
  private static final int FETCH = 2_000;
  private static final String PLACES =
      """
      select id, country_code, coalesce(population, 0), name, name_forms
        from place where not retired
      """;

  private PlaceIndexing() {}

  /** Makes the index anew if it holds another version of the places than the database does. */
  static void bringUpToDate(Connection connection, PlaceIndex index) throws SQLException {
    String version =
        ReferenceLoader.loadedVersion(connection, "place")
            .orElseThrow(() -> new IllegalStateException("The places are not loaded"));
    if (index.version().filter(version::equals).isPresent()) {
      return;
    }
    boolean autoCommit = connection.getAutoCommit();
    connection.setAutoCommit(false); // so that the rows come in portions
    try (PreparedStatement query = connection.prepareStatement(PLACES)) {
      query.setFetchSize(FETCH);
      try (ResultSet rows = query.executeQuery()) {
        index.replaceAll(version, StreamSupport.stream(new Rows(rows), false));
      }
    } finally {
      connection.rollback(); // nothing was written
      connection.setAutoCommit(autoCommit);
    }
  }

  private static final class Rows extends Spliterators.AbstractSpliterator<IndexedPlace> {
    private final ResultSet rows;

    Rows(ResultSet rows) {
      super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
      this.rows = rows;
    }

    @Override
    public boolean tryAdvance(Consumer<? super IndexedPlace> action) {
      try {
        if (!rows.next()) {
          return false;
        }
        action.accept(place(rows));
        return true;
      } catch (SQLException e) {
        throw new IllegalStateException("The places cannot be read", e);
      }
    }

    private static IndexedPlace place(ResultSet row) throws SQLException {
      Array forms = row.getArray(5);
      List<String> names = new ArrayList<>();
      names.add(row.getString(4));
      names.addAll(List.of(Objects.requireNonNull((String[]) forms.getArray())));
      return new IndexedPlace(row.getLong(1), row.getString(2), row.getLong(3), names);
    }
  }
}
