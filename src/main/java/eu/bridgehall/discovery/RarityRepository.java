package eu.bridgehall.discovery;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The stored snapshots of theme rarity. */
@Singleton
class RarityRepository {
  /** Names the lock that keeps two services from counting at once. */
  private static final int LOCK = 70_001;

  private final JdbcOperations jdbc;

  RarityRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A snapshot.
   *
   * @param profiles how many confirmed profiles there were
   * @param stating by theme, how many of them stated it; a theme that none stated is left out
   */
  record Snapshot(long version, Instant computedAt, int profiles, Map<String, Integer> stating) {
    Snapshot {
      stating = Map.copyOf(stating);
    }
  }

  /** Lets no other service count until the end of the transaction. */
  void lock() {
    jdbc.prepareStatement(
        "select pg_advisory_xact_lock(?)",
        s -> {
          s.setInt(1, LOCK);
          return s.execute();
        });
  }

  Optional<Snapshot> findLatest() {
    return jdbc.prepareStatement(
        """
        select s.version, s.computed_at, s.profiles, r.theme, r.stating
          from theme_rarity_snapshot s left join theme_rarity r using (version)
         where s.version = (select max(version) from theme_rarity_snapshot)
        """,
        s -> {
          try (ResultSet rows = s.executeQuery()) {
            if (!rows.next()) {
              return Optional.empty();
            }
            long version = rows.getLong(1);
            Instant computedAt = rows.getObject(2, OffsetDateTime.class).toInstant();
            int profiles = rows.getInt(3);
            Map<String, Integer> stating = new HashMap<>();
            do {
              String theme = rows.getString(4);
              if (theme != null) {
                stating.put(theme, rows.getInt(5));
              }
            } while (rows.next());
            return Optional.of(new Snapshot(version, computedAt, profiles, stating));
          }
        });
  }

  /** Adds a snapshot under the next version. */
  void add(Instant computedAt, int profiles, Map<String, Integer> stating) {
    long version =
        jdbc.prepareStatement(
            """
            insert into theme_rarity_snapshot (computed_at, profiles) values (?, ?)
            returning version
            """,
            s -> {
              s.setObject(1, computedAt.atOffset(ZoneOffset.UTC));
              s.setInt(2, profiles);
              try (ResultSet rows = s.executeQuery()) {
                rows.next();
                return rows.getLong(1);
              }
            });
    jdbc.prepareStatement(
        "insert into theme_rarity (version, theme, stating) values (?, ?, ?)",
        s -> {
          for (Map.Entry<String, Integer> theme : stating.entrySet()) {
            s.setLong(1, version);
            s.setString(2, theme.getKey());
            s.setInt(3, theme.getValue());
            s.addBatch();
          }
          return s.executeBatch();
        });
  }

  /** The same counts still hold. */
  void touch(long version, Instant computedAt) {
    jdbc.prepareStatement(
        "update theme_rarity_snapshot set computed_at = ? where version = ?",
        s -> {
          s.setObject(1, computedAt.atOffset(ZoneOffset.UTC));
          s.setLong(2, version);
          return s.executeUpdate();
        });
  }
}
