package eu.bridgehall.reference;

import eu.bridgehall.kernel.GeoPoint;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads places and their known ties. A caller is in a transaction. */
@Singleton
class PlaceRepository {
  private static final String SELECT =
      """
      select p.id, p.name, p.name_forms, p.country_code, p.region_code, p.feature_code,
             p.population, p.population_of, p.population_year, p.lat, p.lon, p.area_km2,
             p.degree_of_urbanisation, p.coastal, p.traits, p.katottg, p.lau_code,
             array(select m.network from place_membership m
                    where m.place_id = p.id order by m.network) as networks,
             (select h.centre_uk from hromada h where h.place_id = p.id and not h.retired)
               as national_name,
             (select count(*) from place_tie t where t.place_a = p.id)
               + (select count(*) from place_tie t where t.place_b = p.id) as ties
        from place p
      """;

  // so that rows come in portions
  private static final int FETCH = 2_000;

  private final JdbcOperations jdbc;
  private final Regions regions;

  PlaceRepository(JdbcOperations jdbc, Regions regions) {
    this.jdbc = jdbc;
    this.regions = regions;
  }

  /** The places of these ids that there are, retired ones too, in no order. */
  List<Place> list(Collection<Long> ids) {
    return jdbc.prepareStatement(
        SELECT + " where p.id = any (?)",
        statement -> {
          statement.setArray(
              1, statement.getConnection().createArrayOf("bigint", ids.toArray(Long[]::new)));
          return read(statement);
        });
  }

  void hold(long id) {
    jdbc.prepareStatement(
        "select id from place where id = ? for update",
        statement -> {
          statement.setLong(1, id);
          return statement.execute();
        });
  }

  Optional<Place> findByKatottg(String katottg) {
    return one(SELECT + " where p.katottg = ?", katottg, null);
  }

  Optional<Place> findByLau(String countryCode, String lauCode) {
    String sql =
        SELECT
            + """
             where p.id = (select l.place_id from lau_unit l
                            where l.country_code = ? and l.lau_code = ? and l.place_id is not null
                            order by l.gisco_id limit 1)
            """;
    return one(sql, countryCode, lauCode);
  }

  List<KnownTie> listTies(long placeId) {
    return jdbc.prepareStatement(
        """
        select place_b as other, sources, clique from place_tie where place_a = ?
        union all
        select place_a, sources, clique from place_tie where place_b = ?
        order by other
        """,
        statement -> {
          statement.setLong(1, placeId);
          statement.setLong(2, placeId);
          try (ResultSet rows = statement.executeQuery()) {
            List<KnownTie> ties = new ArrayList<>();
            while (rows.next()) {
              ties.add(new KnownTie(rows.getLong(1), rows.getString(2), rows.getBoolean(3)));
            }
            return ties;
          }
        });
  }

  List<PlaceName> listNames() {
    return jdbc.prepareStatement(
        "select id, feature_code, name from place",
        statement -> {
          statement.setFetchSize(FETCH);
          try (ResultSet rows = statement.executeQuery()) {
            List<PlaceName> names = new ArrayList<>();
            while (rows.next()) {
              names.add(new PlaceName(rows.getLong(1), rows.getString(2), rows.getString(3)));
            }
            return names;
          }
        });
  }

  List<PlaceTie> listTies() {
    return jdbc.prepareStatement(
        "select place_a, place_b, clique from place_tie order by place_a, place_b",
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            List<PlaceTie> ties = new ArrayList<>();
            while (rows.next()) {
              ties.add(new PlaceTie(rows.getLong(1), rows.getLong(2), rows.getBoolean(3)));
            }
            return ties;
          }
        });
  }

  private Optional<Place> one(String sql, String first, @Nullable String second) {
    return jdbc.prepareStatement(
        sql,
        statement -> {
          statement.setString(1, first);
          if (second != null) {
            statement.setString(2, second);
          }
          return read(statement).stream().findFirst();
        });
  }

  private List<Place> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Place> places = new ArrayList<>();
      while (rows.next()) {
        places.add(place(rows));
      }
      return places;
    }
  }

  private Place place(ResultSet row) throws SQLException {
    String region = row.getString("region_code");
    Double lat = row.getObject("lat", Double.class);
    return new Place(
        row.getLong("id"),
        row.getString("name"),
        row.getString("national_name"),
        texts(row.getArray("name_forms")),
        row.getString("country_code"),
        region,
        regions.path(region),
        row.getString("feature_code"),
        row.getObject("population", Long.class),
        row.getString("population_of"),
        row.getObject("population_year", Integer.class),
        lat == null ? null : new GeoPoint(lat, row.getDouble("lon")),
        row.getObject("area_km2", Double.class),
        row.getObject("degree_of_urbanisation", Integer.class),
        row.getObject("coastal", Boolean.class),
        texts(row.getArray("traits")),
        row.getString("katottg"),
        row.getString("lau_code"),
        texts(row.getArray("networks")),
        row.getInt("ties"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of(Objects.requireNonNull((String[]) array.getArray()));
  }
}
