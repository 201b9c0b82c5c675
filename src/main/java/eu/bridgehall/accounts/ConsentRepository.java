package eu.bridgehall.accounts;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

@Singleton
class ConsentRepository {
  private final JdbcOperations jdbc;

  ConsentRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The row.
   *
   * @param text what was accepted
   */
  record Row(LegalText text, Instant at) {}

  /** Accepting once more changes nothing. */
  void add(UUID person, LegalText text, Instant at) {
    jdbc.prepareStatement(
        """
        insert into consent (person_id, document, version, version_date, given_at)
        values (?, ?, ?, ?, ?) on conflict do nothing
        """,
        s -> {
          s.setObject(1, person);
          s.setString(2, text.document().name());
          s.setInt(3, text.version());
          s.setObject(4, text.date());
          s.setObject(5, at.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
  }

  /** What the person has accepted, the first first. */
  List<Row> list(UUID person) {
    return jdbc.prepareStatement(
        """
        select document, version, version_date, given_at from consent
         where person_id = ? order by given_at, document, version
        """,
        s -> {
          s.setObject(1, person);
          try (ResultSet rows = s.executeQuery()) {
            List<Row> found = new ArrayList<>();
            while (rows.next()) {
              found.add(
                  new Row(
                      new LegalText(
                          LegalDocument.valueOf(rows.getString(1)),
                          rows.getInt(2),
                          rows.getObject(3, LocalDate.class)),
                      rows.getObject(4, OffsetDateTime.class).toInstant()));
            }
            return found;
          }
        });
  }

  void deleteAllOf(UUID person) {
    jdbc.prepareStatement(
        "delete from consent where person_id = ?",
        s -> {
          s.setObject(1, person);
          return s.executeUpdate();
        });
  }
}
