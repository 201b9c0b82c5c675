package eu.bridgehall.audit;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The seals as they stand in the database. */
@Singleton
class SealRows {
  private static final String UNSEALED =
      " from audit_entry e where e.number > ?"
          + " and not exists (select 1 from audit_seal s where s.entry = e.number)";

  private final JdbcOperations jdbc;

  SealRows(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Takes the lock until the end of the transaction; false where another service seals. */
  @Transactional(propagation = Propagation.MANDATORY)
  boolean lock() {
    return one(
        "select pg_try_advisory_xact_lock(hashtext('bridgehall audit seal'))",
        rows -> rows.getBoolean(1));
  }

  /** The last seal; {@link Seal#NONE} where there is none. */
  @Transactional
  Seal last() {
    return find("select position, entry, hash from audit_seal order by position desc limit 1", null)
        .orElse(Seal.NONE);
  }

  @Transactional
  Optional<Seal> at(long position) {
    return find("select position, entry, hash from audit_seal where position = ?", position);
  }

  /** When the last seal was made; null where there is none. */
  @Transactional
  @Nullable Instant lastAt() {
    return one("select max(at) from audit_seal", rows -> Optional.ofNullable(instant(rows, 1)))
        .orElse(null);
  }

  @Transactional
  long count() {
    return one("select count(*) from audit_seal", rows -> rows.getLong(1));
  }

  /** Entries with a greater number that have no seal, by their numbers. */
  @Transactional
  List<AuditEntry> unsealed(long number, int limit) {
    return jdbc.prepareStatement(
        "select " + AuditRows.COLUMNS + UNSEALED + " order by e.number limit " + limit,
        statement -> {
          statement.setLong(1, number);
          return AuditRows.read(statement);
        });
  }

  /** How many entries have no seal, and the time of the oldest. */
  @Transactional
  Tail tail() {
    return jdbc.prepareStatement(
        "select count(*), min(e.at)" + UNSEALED,
        statement -> {
          statement.setLong(1, 0);
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return new Tail(rows.getLong(1), instant(rows, 2));
          }
        });
  }

  @Transactional(propagation = Propagation.MANDATORY)
  void add(List<Seal> seals) {
    jdbc.prepareStatement(
        "insert into audit_seal (position, entry, hash) values (?, ?, ?)",
        statement -> {
          for (Seal seal : seals) {
            statement.setLong(1, seal.position());
            statement.setLong(2, seal.entry());
            statement.setBytes(3, HexFormat.of().parseHex(seal.hash()));
            statement.addBatch();
          }
          return statement.executeBatch();
        });
  }

  /** The seals behind a position, in order, each with its entry as it stands now. */
  @Transactional
  List<Sealed> listAfter(long position, int limit) {
    return jdbc.prepareStatement(
        "select s.position, s.entry, s.hash, "
            + AuditRows.COLUMNS
            + " from audit_seal s left join audit_entry e on e.number = s.entry"
            + " where s.position > ? order by s.position limit "
            + limit,
        statement -> {
          statement.setLong(1, position);
          try (ResultSet rows = statement.executeQuery()) {
            List<Sealed> found = new ArrayList<>();
            while (rows.next()) {
              found.add(new Sealed(seal(rows), entry(rows)));
            }
            return found;
          }
        });
  }

  /**
   * Which transactions are open now.
   *
   * @return the number below which all have ended, and the one that the next will get
   */
  @Transactional
  Horizon horizon() {
    return one(
        """
        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint,
               pg_snapshot_xmax(pg_current_snapshot())::text::bigint,
               (select coalesce(max(number), 0) from audit_entry)
        """,
        rows -> new Horizon(rows.getLong(1), rows.getLong(2), rows.getLong(3)));
  }

  /** Whether the account of this service may only add entries and seals, and read them. */
  @Transactional
  boolean areGuarded() {
    return one(
        """
        select not has_table_privilege('audit_entry', 'update, delete, truncate, trigger')
           and not has_table_privilege('audit_seal', 'update, delete, truncate, trigger')
        """,
        rows -> rows.getBoolean(1));
  }

  private Optional<Seal> find(String query, @Nullable Long position) {
    return jdbc.prepareStatement(
        query,
        statement -> {
          if (position != null) {
            statement.setLong(1, position);
          }
          return first(statement);
        });
  }

  private static Optional<Seal> first(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? Optional.of(seal(rows)) : Optional.empty();
    }
  }

  private <T> T one(String query, Reading<T> reading) {
    return jdbc.prepareStatement(
        query,
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return reading.read(rows);
          }
        });
  }

  private static Seal seal(ResultSet row) throws SQLException {
    return new Seal(row.getLong(1), row.getLong(2), HexFormat.of().formatHex(row.getBytes(3)));
  }

  private static @Nullable AuditEntry entry(ResultSet row) throws SQLException {
    return row.getObject(4) == null ? null : AuditRows.entry(row, 4);
  }

  private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  @FunctionalInterface
  private interface Reading<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** A seal and what it seals; null where that is gone. */
  record Sealed(Seal seal, @Nullable AuditEntry entry) {}

  /** What is not sealed yet; {@code oldest} is null where everything is. */
  record Tail(long count, @Nullable Instant oldest) {}

  /**
   * What was there at a moment.
   *
   * @param ended all transactions with smaller numbers had ended
   * @param next no transaction with this number or a greater one had begun to write
   * @param largest number of an entry
   */
  record Horizon(long ended, long next, long largest) {}
}
