package eu.bridgehall.partnerships;

import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Singleton
class ForbiddenPairRepository {
  private static final String COLUMNS =
      "select id, low, high, reason, forbidden_by, forbidden_at from forbidden_pair ";

  private final JdbcOperations jdbc;

  ForbiddenPairRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** A pair in force. */
  record Row(UUID id, UUID low, UUID high, String reason, UUID by, Instant at) {}

  /** Whether it was added; false where the pair is forbidden already. */
  boolean add(Row row) {
    return jdbc.prepareStatement(
        """
        insert into forbidden_pair (id, low, high, reason, forbidden_by, forbidden_at)
        values (?, least(?, ?), greatest(?, ?), ?, ?, ?) on conflict do nothing
        """,
        s -> {
          s.setObject(1, row.id());
          s.setObject(2, row.low());
          s.setObject(3, row.high());
          s.setObject(4, row.low());
          s.setObject(5, row.high());
          s.setString(6, row.reason());
          s.setObject(7, row.by());
          s.setObject(8, row.at().atOffset(ZoneOffset.UTC));
          return s.executeUpdate() == 1;
        });
  }

  /** The pair in force, which nobody else lifts before this transaction ends. */
  Optional<Row> lock(UUID id) {
    return jdbc
        .prepareStatement(
            COLUMNS + "where id = ? and lifted_at is null for update",
            s -> {
              s.setObject(1, id);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  void lift(UUID id, UUID by, Instant at) {
    jdbc.prepareStatement(
        "update forbidden_pair set lifted_by = ?, lifted_at = ? where id = ?",
        s -> {
          s.setObject(1, by);
          s.setObject(2, at.atOffset(ZoneOffset.UTC));
          s.setObject(3, id);
          return s.executeUpdate();
        });
  }

  /** Those in force, the newest first. */
  List<Row> list(PageRequest page) {
    return jdbc.prepareStatement(
        COLUMNS
            + "where lifted_at is null order by forbidden_at desc, id desc offset "
            + page.offset()
            + " limit "
            + page.limit(),
        ForbiddenPairRepository::read);
  }

  long count() {
    return Count.of(jdbc, "select count(*) from forbidden_pair where lifted_at is null");
  }

  /** All that the person has forbidden, also what was lifted since. */
  List<Row> listBy(UUID person) {
    return jdbc.prepareStatement(
        COLUMNS + "where forbidden_by = ? order by forbidden_at, id",
        s -> {
          s.setObject(1, person);
          return read(s);
        });
  }

  private static List<Row> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Row> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new Row(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getString(4),
                rows.getObject(5, UUID.class),
                rows.getObject(6, OffsetDateTime.class).toInstant()));
      }
      return found;
    }
  }
}
