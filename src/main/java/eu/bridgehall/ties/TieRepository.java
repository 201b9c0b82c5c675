package eu.bridgehall.ties;

import eu.bridgehall.kernel.Ids;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Singleton
class TieRepository {
  private static final String COLUMNS =
      "select id, low, high, kind, certainty, side, since, until, reason from tie ";

  private final JdbcOperations jdbc;

  TieRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was added; false where one of that kind, pair and side is in force. */
  boolean add(
      UUID low,
      UUID high,
      TieKind kind,
      Certainty certainty,
      @Nullable UUID side,
      Instant since,
      @Nullable String reason) {
    return jdbc.prepareStatement(
        """
        insert into tie (id, low, high, kind, certainty, side, since, reason)
        values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        s -> {
          s.setObject(1, Ids.next());
          s.setObject(2, low);
          s.setObject(3, high);
          s.setString(4, kind.name());
          s.setString(5, certainty.name());
          s.setObject(6, side);
          s.setObject(7, since.atOffset(ZoneOffset.UTC));
          s.setString(8, reason);
          return s.executeUpdate() == 1;
        });
  }

  Optional<Tie> lock(UUID low, UUID high, TieKind kind, @Nullable UUID side) {
    return jdbc
        .prepareStatement(
            COLUMNS
                + """
                where low = ? and high = ? and kind = ? and side is not distinct from ?
                  and until is null for update
                """,
            s -> {
              s.setObject(1, low);
              s.setObject(2, high);
              s.setString(3, kind.name());
              s.setObject(4, side);
              return read(s);
            })
        .stream()
        .findFirst();
  }

  void raise(UUID id, Certainty certainty) {
    jdbc.prepareStatement(
        "update tie set certainty = ? where id = ?",
        s -> {
          s.setString(1, certainty.name());
          s.setObject(2, id);
          return s.executeUpdate();
        });
  }

  void end(UUID id, Instant until, @Nullable String reason) {
    jdbc.prepareStatement(
        "update tie set until = greatest(since, ?), reason = coalesce(?, reason) where id = ?",
        s -> {
          s.setObject(1, until.atOffset(ZoneOffset.UTC));
          s.setString(2, reason);
          s.setObject(3, id);
          return s.executeUpdate();
        });
  }

  List<Tie> of(UUID authority) {
    return jdbc.prepareStatement(
        COLUMNS + "where (low = ? or high = ?) and until is null order by since, id",
        s -> {
          s.setObject(1, authority);
          s.setObject(2, authority);
          return read(s);
        });
  }

  List<Tie> between(Collection<UUID> some, Collection<UUID> others) {
    return jdbc.prepareStatement(
        COLUMNS
            + """
            where (low = any(?) and high = any(?) or low = any(?) and high = any(?))
              and until is null order by since, id
            """,
        s -> {
          var a = s.getConnection().createArrayOf("uuid", some.toArray());
          var b = s.getConnection().createArrayOf("uuid", others.toArray());
          s.setArray(1, a);
          s.setArray(2, b);
          s.setArray(3, b);
          s.setArray(4, a);
          return read(s);
        });
  }

  private static List<Tie> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Tie> ties = new ArrayList<>();
      while (rows.next()) {
        OffsetDateTime until = rows.getObject(8, OffsetDateTime.class);
        ties.add(
            new Tie(
                rows.getObject(1, UUID.class),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                TieKind.valueOf(rows.getString(4)),
                Certainty.valueOf(rows.getString(5)),
                rows.getObject(6, UUID.class),
                rows.getObject(7, OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                rows.getString(9)));
      }
      return ties;
    }
  }
}
