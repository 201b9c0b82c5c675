package eu.bridgehall.demo;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;

/** Draws the places of the demonstration: always the same ones of the same reference data. */
@Singleton
class DemoPlaces {
  static final int HROMADAS = 60;
  static final int PER_COUNTRY = 9;

  /** Where the other authorities are: 30 countries, in which many towns seek a partner. */
  static final List<String> COUNTRIES =
      List.of(
          "AL", "AT", "BE", "BG", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GE", "GR", "HR",
          "HU", "IE", "IT", "LT", "LV", "MD", "NL", "NO", "PL", "PT", "RO", "RS", "SE", "SI", "SK");

  private final JdbcOperations jdbc;

  DemoPlaces(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Ids of places in the country, of all sizes. */
  List<Long> listIn(String country) {
    return list(
        """
        select id from place
         where country_code = ? and not retired and population >= 2000 and lat is not null
           and feature_code like 'PPL%' and feature_code <> 'PPLX'
         order by md5(id || 'bridgehall') limit ?
        """,
        country, PER_COUNTRY);
  }

  /**
   * Ids of centres of hromadas, but for the oblasts that are occupied wholly or for the most part:
   * there no town hall is made to seek a partner that cannot.
   */
  List<Long> listHromadas() {
    return list(
        """
        select p.id from place p join hromada h on h.place_id = p.id
         where p.country_code = ? and not p.retired and h.population_2022 is not null
           and p.lat is not null and left(h.code, 4) not in ('UA01', 'UA14', 'UA44', 'UA85')
         order by md5(p.id || 'bridgehall') limit ?
        """,
        "UA",
        HROMADAS);
  }

  private List<Long> list(String sql, String country, int count) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          statement.setString(1, country);
          statement.setInt(2, count);
          try (ResultSet rows = statement.executeQuery()) {
            List<Long> ids = new ArrayList<>();
            while (rows.next()) {
              ids.add(rows.getLong(1));
            }
            return ids;
          }
        });
  }
}
