package eu.bridgehall.platform;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.UUID;

/** Which database this is: what was built from another one must not be used with it. */
@Singleton
public class DatabaseIdentity {
  private final JdbcOperations jdbc;

  DatabaseIdentity(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** The id that the database was given when it was made; a copy of it has the same. */
  @Transactional
  public UUID id() {
    return jdbc.prepareStatement(
        "select id from database_identity",
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getObject(1, UUID.class);
          }
        });
  }
}
