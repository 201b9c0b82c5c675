package eu.bridgehall.moderation;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The reports of years that are over, as they were told: what they count goes by and by, and they
 * stay.
 */
@Singleton
class TransparencyYears {
  /**
   * How long after its end a year is still counted, so that what was decided late is in it; what
   * the report counts is kept for longer than a year and this.
   */
  static final Duration SETTLES = Duration.ofDays(31);

  private final JdbcOperations jdbc;
  private final JsonMapper json;

  TransparencyYears(JdbcOperations jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Whether a year is over for so long that its report is final. */
  static boolean isFinal(int year, Instant now) {
    Instant end = Year.of(year + 1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    return !now.isBefore(end.plus(SETTLES));
  }

  Optional<TransparencyReport> find(int year) {
    return jdbc.prepareStatement(
        "select report::text from transparency_year where year = ?",
        s -> {
          s.setInt(1, year);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? Optional.of(read(rows.getString(1))) : Optional.empty();
          }
        });
  }

  /** Keeps a report, unless one of its year is kept. */
  void keep(TransparencyReport report, Instant at) {
    String written = write(report);
    jdbc.prepareStatement(
        """
        insert into transparency_year (year, report, at) values (?, ?::jsonb, ?)
        on conflict (year) do nothing
        """,
        s -> {
          s.setInt(1, report.year());
          s.setString(2, written);
          s.setObject(3, at.atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
  }

  private TransparencyReport read(String stored) {
    try {
      return json.readValue(stored, TransparencyReport.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(TransparencyReport report) {
    try {
      return json.writeValueAsString(report);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
