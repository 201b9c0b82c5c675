package eu.bridgehall.partnerships;

import eu.bridgehall.partnerships.Introduction.Step;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What each side has answered to an introduction that was proposed to both. */
@Singleton
class IntroductionSides {
  private final JdbcOperations jdbc;

  IntroductionSides(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The answer of one side. */
  record Side(boolean accepted, Step step) {}

  /** The answers given, by side. */
  Map<UUID, Side> of(UUID introduction) {
    return of(List.of(introduction)).getOrDefault(introduction, Map.of());
  }

  /** The answers given, by introduction and side; one without any is left out. */
  Map<UUID, Map<UUID, Side>> of(Collection<UUID> introductions) {
    return jdbc.prepareStatement(
        """
        select introduction_id, authority_id, accepted, answered_by, answered_at, reason, text
          from introduction_side where introduction_id = any(?)
        """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("uuid", introductions.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, Map<UUID, Side>> found = new HashMap<>();
            while (rows.next()) {
              found
                  .computeIfAbsent(rows.getObject(1, UUID.class), id -> new HashMap<>())
                  .put(
                      rows.getObject(2, UUID.class),
                      new Side(
                          rows.getBoolean(3),
                          new Step(
                              rows.getObject(4, UUID.class),
                              rows.getObject(5, OffsetDateTime.class).toInstant(),
                              rows.getString(6),
                              rows.getString(7))));
            }
            return found;
          }
        });
  }

  void add(UUID introduction, UUID side, Side answer) {
    jdbc.prepareStatement(
        """
        insert into introduction_side
          (introduction_id, authority_id, accepted, answered_by, answered_at, reason, text)
        values (?, ?, ?, ?, ?, ?, ?)
        """,
        s -> {
          s.setObject(1, introduction);
          s.setObject(2, side);
          s.setBoolean(3, answer.accepted());
          s.setObject(4, answer.step().by());
          s.setObject(5, answer.step().at().atOffset(ZoneOffset.UTC));
          s.setString(6, answer.step().reason());
          s.setString(7, answer.step().text());
          return s.executeUpdate();
        });
  }
}
