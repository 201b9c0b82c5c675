package eu.bridgehall.audit;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The entries as they stand in the database. */
@Singleton
class AuditRows {
  static final String COLUMNS =
      "e.number, e.at, e.person_id, e.acted_as, e.action, e.subject, e.network, e.details::text";

  private final JdbcOperations jdbc;

  AuditRows(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that fit, the last first. */
  @Transactional
  List<AuditEntry> list(AuditFilter filter, int limit, int offset) {
    return entries(
        Condition.of(filter), " order by e.number desc limit " + limit + " offset " + offset);
  }

  /** Those that fit and stand before this number, the last first. */
  @Transactional
  List<AuditEntry> listBefore(AuditFilter filter, long number, int limit) {
    Condition condition = Condition.of(filter).and("e.number < ?", number);
    return entries(condition, " order by e.number desc limit " + limit);
  }

  @Transactional
  long count(AuditFilter filter) {
    Condition condition = Condition.of(filter);
    return jdbc.prepareStatement(
        "select count(*) from audit_entry e" + condition.where(),
        statement -> {
          condition.fill(statement);
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  private List<AuditEntry> entries(Condition condition, String order) {
    return jdbc.prepareStatement(
        "select " + COLUMNS + " from audit_entry e" + condition.where() + order,
        statement -> {
          condition.fill(statement);
          return read(statement);
        });
  }

  static List<AuditEntry> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<AuditEntry> entries = new ArrayList<>();
      while (rows.next()) {
        entries.add(entry(rows, 1));
      }
      return entries;
    }
  }

  /** The entry whose columns begin at this place. */
  static AuditEntry entry(ResultSet row, int first) throws SQLException {
    return new AuditEntry(
        row.getLong(first),
        row.getObject(first + 1, OffsetDateTime.class).toInstant(),
        row.getObject(first + 2, UUID.class),
        row.getString(first + 3),
        row.getString(first + 4),
        row.getObject(first + 5, UUID.class),
        row.getString(first + 6),
        row.getString(first + 7));
  }

  /** What is asked for, with the values that fill it. */
  private record Condition(List<String> parts, List<Object> values) {
    static Condition of(AuditFilter filter) {
      Condition condition = new Condition(List.of(), List.of());
      if (filter.person() != null) {
        condition = condition.and("e.person_id = ?", filter.person());
      }
      if (filter.action() != null) {
        condition =
            filter.action().contains(".")
                ? condition.and("e.action = ?", filter.action())
                : condition.and("e.action like ?", filter.action() + ".%");
      }
      if (filter.subject() != null) {
        condition = condition.and("e.subject = ?", filter.subject());
      }
      if (filter.from() != null) {
        condition = condition.and("e.at >= ?", time(filter.from()));
      }
      if (filter.until() != null) {
        condition = condition.and("e.at < ?", time(filter.until()));
      }
      return condition;
    }

    Condition and(String part, Object value) {
      List<String> allParts = new ArrayList<>(parts);
      allParts.add(part);
      List<Object> allValues = new ArrayList<>(values);
      allValues.add(value);
      return new Condition(List.copyOf(allParts), List.copyOf(allValues));
    }

    String where() {
      return parts.isEmpty() ? "" : " where " + String.join(" and ", parts);
    }

    void fill(PreparedStatement statement) throws SQLException {
      for (int i = 0; i < values.size(); i++) {
        statement.setObject(i + 1, values.get(i));
      }
    }

    private static OffsetDateTime time(Instant instant) {
      return instant.atOffset(ZoneOffset.UTC);
    }
  }
}
