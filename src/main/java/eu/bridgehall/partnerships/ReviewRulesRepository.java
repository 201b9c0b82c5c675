package eu.bridgehall.partnerships;

import io.micronaut.core.type.Argument;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@Singleton
class ReviewRulesRepository {
  private static final Argument<Map<String, List<String>>> WORDS =
      Argument.mapOf(Argument.STRING, Argument.listOf(String.class));

  private final JdbcOperations jdbc;
  private final ObjectMapper json;

  ReviewRulesRepository(JdbcOperations jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<ReviewRules> find() {
    return jdbc.prepareStatement(
        """
        select version, every, countries, first, flagged, more_open_than, words::text, changed_at
          from review_rules
        """,
        s -> {
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? Optional.of(rules(rows)) : Optional.empty();
          }
        });
  }

  /** Puts down what is in force before anybody has changed it; nothing where somebody has. */
  void addFirst(ReviewRules rules) {
    jdbc.prepareStatement(
        """
        insert into review_rules (every, countries, first, flagged, more_open_than, words, version)
        values (?, ?, ?, ?, ?, ?::jsonb, 1) on conflict do nothing
        """,
        s -> {
          set(s, rules);
          return s.executeUpdate();
        });
  }

  /** Whether they were changed; false where somebody was faster. */
  boolean update(ReviewRules rules, UUID by, Instant at) {
    return jdbc.prepareStatement(
        """
        update review_rules
           set every = ?, countries = ?, first = ?, flagged = ?, more_open_than = ?,
               words = ?::jsonb, version = version + 1, changed_at = ?, changed_by = ?
         where version = ?
        """,
        s -> {
          set(s, rules);
          s.setObject(7, at.atOffset(ZoneOffset.UTC));
          s.setObject(8, by);
          s.setLong(9, rules.version());
          return s.executeUpdate() == 1;
        });
  }

  private void set(PreparedStatement s, ReviewRules rules) throws SQLException {
    s.setBoolean(1, rules.all());
    s.setArray(2, s.getConnection().createArrayOf("text", rules.countries().toArray()));
    s.setBoolean(3, rules.first());
    s.setBoolean(4, rules.flagged());
    s.setObject(5, rules.moreOpenThan(), Types.INTEGER);
    s.setString(6, write(rules.words()));
  }

  private ReviewRules rules(ResultSet row) throws SQLException {
    OffsetDateTime changed = row.getObject(8, OffsetDateTime.class);
    return new ReviewRules(
        row.getLong(1),
        row.getBoolean(2),
        List.of((String[]) row.getArray(3).getArray()),
        row.getBoolean(4),
        row.getBoolean(5),
        row.getObject(6, Integer.class),
        read(row.getString(7)),
        changed == null ? null : changed.toInstant());
  }

  private String write(Map<String, List<String>> words) {
    try {
      return json.writeValueAsString(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, List<String>> read(String words) {
    try {
      return json.readValue(words, WORDS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
