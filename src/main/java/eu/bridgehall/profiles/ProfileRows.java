package eu.bridgehall.profiles;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.profiles.model.AuthorityTier;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.PartnerWishes;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileStatus;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a profile stands in its row: the columns in one order for reading and for writing. */
final class ProfileRows {
  static final List<String> COLUMNS =
      List.of(
          "version",
          "status",
          "suspended_from",
          "tier",
          "country",
          "place_id",
          "katottg",
          "regions",
          "lat",
          "lon",
          "demo",
          "started_by",
          "started_at",
          "changed_at",
          "submitted_at",
          "confirmed_at",
          "reconfirmed_at",
          "reconfirm_due",
          "type",
          "official_name",
          "name_forms",
          "military_administration",
          "population",
          "population_year",
          "population_source",
          "area_km2",
          "degurba",
          "traits",
          "website",
          "cooperation_types",
          "languages",
          "memberships",
          "wish_countries",
          "wish_regions",
          "wish_traits",
          "wish_min_population",
          "wish_max_population",
          "wish_max_km",
          "wish_ukrainian",
          "wish_musts",
          "capacity",
          "visibility",
          "position_hidden",
          "contact_hidden");

  private ProfileRows() {}

  /** Sets every column in the order of {@link #COLUMNS}; gives the number of the next parameter. */
  static int write(PreparedStatement s, Profile p) throws SQLException {
    ProfileContent c = p.content();
    PartnerWishes w = c.wishes();
    GeoPoint at = p.position();
    Object[] values = {
      p.version(),
      p.status().name(),
      p.suspendedFrom() == null ? null : p.suspendedFrom().name(),
      p.tier().name(),
      p.country(),
      p.placeId(),
      p.katottg(),
      p.regions(),
      at == null ? null : at.lat(),
      at == null ? null : at.lon(),
      p.demo(),
      p.startedBy(),
      p.startedAt(),
      p.changedAt(),
      p.submittedAt(),
      p.confirmedAt(),
      p.reconfirmedAt(),
      p.reconfirmDue(),
      p.type(),
      p.name(),
      c.nameForms(),
      c.militaryAdministration(),
      c.population(),
      c.populationYear(),
      c.populationSource(),
      c.areaKm2(),
      c.degurba(),
      c.traits(),
      c.website(),
      c.cooperationTypes(),
      c.languages(),
      c.memberships(),
      w.countries(),
      w.regions(),
      w.traits(),
      w.minPopulation(),
      w.maxPopulation(),
      w.maxDistanceKm(),
      w.ukrainianPartner(),
      w.musts(),
      c.capacity(),
      c.openToAll() ? "PUBLIC" : "MEMBERS",
      c.positionHidden(),
      c.contactHidden()
    };
    for (int i = 0; i < values.length; i++) {
      set(s, i + 1, values[i]);
    }
    return values.length + 1;
  }

  private static void set(PreparedStatement s, int number, @Nullable Object value)
      throws SQLException {
    switch (value) {
      case List<?> list ->
          s.setArray(number, s.getConnection().createArrayOf("text", list.toArray()));
      case Instant instant -> s.setObject(number, instant.atOffset(ZoneOffset.UTC));
      case null -> s.setNull(number, Types.NULL);
      default -> s.setObject(number, value);
    }
  }

  /** The profile of a row that has the id and all columns, still without what hangs on it. */
  static Profile read(ResultSet r) throws SQLException {
    Double lat = r.getObject("lat", Double.class);
    String suspendedFrom = r.getString("suspended_from");
    ProfileContent content =
        new ProfileContent(
            r.getString("type"),
            r.getString("official_name"),
            texts(r, "name_forms"),
            r.getBoolean("military_administration"),
            r.getObject("population", Integer.class),
            r.getObject("population_year", Integer.class),
            r.getString("population_source"),
            r.getObject("area_km2", Double.class),
            r.getObject("degurba", Integer.class),
            texts(r, "traits"),
            r.getString("website"),
            List.of(),
            List.of(),
            List.of(),
            texts(r, "cooperation_types"),
            texts(r, "languages"),
            new PartnerWishes(
                texts(r, "wish_countries"),
                texts(r, "wish_regions"),
                texts(r, "wish_traits"),
                r.getObject("wish_min_population", Integer.class),
                r.getObject("wish_max_population", Integer.class),
                r.getObject("wish_max_km", Integer.class),
                r.getBoolean("wish_ukrainian"),
                texts(r, "wish_musts")),
            List.of(),
            texts(r, "memberships"),
            List.of(),
            Contact.NONE,
            r.getObject("capacity", Integer.class),
            Objects.requireNonNull(r.getString("visibility")).toLowerCase(Locale.ROOT),
            r.getBoolean("position_hidden"),
            r.getBoolean("contact_hidden"));
    return new Profile(
        r.getObject("id", UUID.class),
        r.getLong("version"),
        ProfileStatus.valueOf(r.getString("status")),
        suspendedFrom == null ? null : ProfileStatus.valueOf(suspendedFrom),
        AuthorityTier.valueOf(r.getString("tier")),
        r.getString("country"),
        r.getLong("place_id"),
        r.getString("katottg"),
        texts(r, "regions"),
        lat == null ? null : new GeoPoint(lat, r.getDouble("lon")),
        r.getBoolean("demo"),
        r.getObject("started_by", UUID.class),
        Objects.requireNonNull(instant(r, "started_at")),
        Objects.requireNonNull(instant(r, "changed_at")),
        instant(r, "submitted_at"),
        instant(r, "confirmed_at"),
        instant(r, "reconfirmed_at"),
        instant(r, "reconfirm_due"),
        content);
  }

  static List<String> texts(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return new ArrayList<>(List.of((String[]) array.getArray()));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
