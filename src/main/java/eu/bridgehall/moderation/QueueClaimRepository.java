package eu.bridgehall.moderation;

import eu.bridgehall.platform.waiting.WaitingKind;
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
class QueueClaimRepository {
  private static final String SELECT =
      "select kind, subject, person_id, claimed_at, expires_at from queue_claim ";

  private final JdbcOperations jdbc;

  QueueClaimRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The row. */
  record Row(WaitingKind kind, UUID subject, UUID person, Instant since, Instant until) {}

  /**
   * Whether the person has it now; false where somebody else has, unless it is taken from her.
   * Somebody who has it already has it for longer.
   */
  boolean claim(Row row, boolean take) {
    return jdbc.prepareStatement(
        """
        insert into queue_claim as c (kind, subject, person_id, claimed_at, expires_at)
        values (?, ?, ?, ?, ?)
        on conflict (kind, subject) do update
           set claimed_at = case when c.person_id = excluded.person_id and c.expires_at > ?
                                 then c.claimed_at else excluded.claimed_at end,
               person_id = excluded.person_id, expires_at = excluded.expires_at
         where c.person_id = excluded.person_id or c.expires_at <= ? or ?
        """,
        s -> {
          OffsetDateTime now = row.since().atOffset(ZoneOffset.UTC);
          s.setString(1, row.kind().name());
          s.setObject(2, row.subject());
          s.setObject(3, row.person());
          s.setObject(4, now);
          s.setObject(5, row.until().atOffset(ZoneOffset.UTC));
          s.setObject(6, now);
          s.setObject(7, now);
          s.setBoolean(8, take);
          return s.executeUpdate() == 1;
        });
  }

  /** Who has it at this time. */
  Optional<Row> find(WaitingKind kind, UUID subject, Instant now) {
    return jdbc
        .prepareStatement(
            SELECT + "where kind = ? and subject = ? and expires_at > ?",
            s -> {
              s.setString(1, kind.name());
              s.setObject(2, subject);
              s.setObject(3, now.atOffset(ZoneOffset.UTC));
              return read(s);
            })
        .stream()
        .findFirst();
  }

  /** All that somebody has taken on at this time. */
  List<Row> list(Instant now) {
    return jdbc.prepareStatement(
        SELECT + "where expires_at > ?",
        s -> {
          s.setObject(1, now.atOffset(ZoneOffset.UTC));
          return read(s);
        });
  }

  /** All that the person has taken on, also what has lapsed. */
  List<Row> listOf(UUID person) {
    return jdbc.prepareStatement(
        SELECT + "where person_id = ? order by claimed_at, subject",
        s -> {
          s.setObject(1, person);
          return read(s);
        });
  }

  void delete(WaitingKind kind, UUID subject, UUID person) {
    jdbc.prepareStatement(
        "delete from queue_claim where kind = ? and subject = ? and person_id = ?",
        s -> {
          s.setString(1, kind.name());
          s.setObject(2, subject);
          s.setObject(3, person);
          return s.executeUpdate();
        });
  }

  void deleteLapsed(Instant now) {
    jdbc.prepareStatement(
        "delete from queue_claim where expires_at <= ?",
        s -> {
          s.setObject(1, now.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
  }

  void deleteAllOf(UUID person) {
    jdbc.prepareStatement(
        "delete from queue_claim where person_id = ?",
        s -> {
          s.setObject(1, person);
          return s.executeUpdate();
        });
  }

  private static List<Row> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Row> found = new ArrayList<>();
      while (rows.next()) {
        found.add(
            new Row(
                WaitingKind.valueOf(rows.getString(1)),
                rows.getObject(2, UUID.class),
                rows.getObject(3, UUID.class),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                rows.getObject(5, OffsetDateTime.class).toInstant()));
      }
      return found;
    }
  }
}
