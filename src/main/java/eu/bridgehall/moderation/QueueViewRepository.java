package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Coded;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

@Singleton
class QueueViewRepository {
  private final JdbcOperations jdbc;

  QueueViewRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Those of a person, by name. */
  List<QueueView> list(UUID person) {
    return jdbc.prepareStatement(
        """
        select id, name, kinds, country, claimed, flagged from queue_view
         where person_id = ? order by lower(name)
        """,
        s -> {
          s.setObject(1, person);
          try (ResultSet rows = s.executeQuery()) {
            List<QueueView> views = new ArrayList<>();
            while (rows.next()) {
              views.add(view(rows));
            }
            return views;
          }
        });
  }

  long count(UUID person) {
    return Count.of(
        jdbc, "select count(*) from queue_view where person_id = ?", s -> s.setObject(1, person));
  }

  /** Makes those who save views for a person at the same time go one after the other. */
  void lock(UUID person) {
    jdbc.prepareStatement(
        "select pg_advisory_xact_lock(hashtextextended('queue view ' || ?, 0))",
        s -> {
          s.setString(1, person.toString());
          return s.execute();
        });
  }

  /** Whether it was added; false where the person has one of that name. */
  boolean add(UUID id, UUID person, String name, QueueFilter filter) {
    return jdbc.prepareStatement(
        """
        insert into queue_view (name, kinds, country, claimed, flagged, id, person_id)
        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
        """,
        s -> {
          set(s, name, filter);
          s.setObject(6, id);
          s.setObject(7, person);
          return s.executeUpdate() == 1;
        });
  }

  /** Whether there was one of this person. */
  boolean update(UUID id, UUID person, String name, QueueFilter filter) {
    return jdbc.prepareStatement(
        """
        update queue_view set name = ?, kinds = ?, country = ?, claimed = ?, flagged = ?
         where id = ? and person_id = ?
        """,
        s -> {
          set(s, name, filter);
          s.setObject(6, id);
          s.setObject(7, person);
          return s.executeUpdate() == 1;
        });
  }

  /** Whether there was one of this person. */
  boolean delete(UUID id, UUID person) {
    return jdbc.prepareStatement(
        "delete from queue_view where id = ? and person_id = ?",
        s -> {
          s.setObject(1, id);
          s.setObject(2, person);
          return s.executeUpdate() == 1;
        });
  }

  void deleteAllOf(UUID person) {
    jdbc.prepareStatement(
        "delete from queue_view where person_id = ?",
        s -> {
          s.setObject(1, person);
          return s.executeUpdate();
        });
  }

  private static void set(PreparedStatement s, String name, QueueFilter filter)
      throws SQLException {
    s.setString(1, name);
    s.setArray(
        2,
        s.getConnection()
            .createArrayOf("text", filter.kinds().stream().sorted().map(Enum::name).toArray()));
    s.setString(3, filter.country());
    s.setString(4, filter.claimed().name());
    s.setBoolean(5, filter.flagged());
  }

  private static QueueView view(ResultSet row) throws SQLException {
    return new QueueView(
        row.getObject(1, UUID.class),
        row.getString(2),
        Stream.of((String[]) row.getArray(3).getArray())
            .map(WaitingKind::valueOf)
            .map(Coded::id)
            .toList(),
        row.getString(4),
        QueueClaimed.valueOf(row.getString(5)).id(),
        row.getBoolean(6));
  }
}
