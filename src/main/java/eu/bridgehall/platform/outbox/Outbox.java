package eu.bridgehall.platform.outbox;

import eu.bridgehall.kernel.DomainEvent;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Where services write what has happened, and readers find it in a stable order. */
@Singleton
public class Outbox {
  private final JdbcOperations jdbc;
  private final ObjectMapper json;

  Outbox(JdbcOperations jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Stores the event in the transaction that the caller is in, and fails without one: an event must
   * not outlive, nor be lost with, the change that it tells of.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void publish(DomainEvent event) {
    jdbc.prepareStatement(
        "insert into outbox_event (type, subject, payload) values (?, ?, ?::jsonb)",
        statement -> {
          statement.setString(1, event.getClass().getSimpleName());
          statement.setObject(2, event.subject());
          statement.setString(3, write(event));
          return statement.executeUpdate();
        });
  }

  /**
   * The next events in order. An event of a transaction younger than one that is still open is not
   * given yet: the open one may still store an event that goes before it.
   */
  @Transactional
  public List<StoredEvent> readAfter(Position position, int limit) {
    return jdbc.prepareStatement(
        """
        select transaction::text::bigint, number, type, subject, payload::text, at
          from outbox_event
         where (transaction, number) > (?::text::xid8, ?)
           and transaction < pg_snapshot_xmin(pg_current_snapshot())
         order by transaction, number limit ?
        """,
        statement -> {
          statement.setString(1, String.valueOf(position.transaction()));
          statement.setLong(2, position.number());
          statement.setInt(3, limit);
          try (ResultSet rows = statement.executeQuery()) {
            List<StoredEvent> events = new ArrayList<>();
            while (rows.next()) {
              events.add(event(rows));
            }
            return events;
          }
        });
  }

  /** Where a reader that has seen everything committed up to now would stand. */
  @Transactional
  public Position end() {
    return jdbc.prepareStatement(
        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint",
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            // every event of an older transaction is stored, no event of this one is
            return new Position(rows.getLong(1), 0);
          }
        });
  }

  /** Whether no event after this position has been deleted: a reader can go on from here. */
  @Transactional
  public boolean reachesBackTo(Position position) {
    return jdbc.prepareStatement(
        """
        select not exists (select 1 from outbox_trimmed
                            where (transaction, number) > (?::text::xid8, ?))
        """,
        statement -> {
          statement.setString(1, String.valueOf(position.transaction()));
          statement.setLong(2, position.number());
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getBoolean(1);
          }
        });
  }

  private StoredEvent event(ResultSet row) throws SQLException {
    return new StoredEvent(
        new Position(row.getLong(1), row.getLong(2)),
        row.getString(3),
        row.getObject(4, UUID.class),
        row.getString(5),
        row.getObject(6, OffsetDateTime.class).toInstant(),
        json::readValue);
  }

  private String write(DomainEvent event) {
    try {
      return json.writeValueAsString(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
