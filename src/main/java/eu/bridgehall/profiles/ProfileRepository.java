package eu.bridgehall.profiles;

import eu.bridgehall.platform.Count;
import eu.bridgehall.profiles.model.AuthorityTier;
import eu.bridgehall.profiles.model.Contact;
import eu.bridgehall.profiles.model.ProfileStatus;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The profiles themselves. A caller is in a transaction. */
@Singleton
class ProfileRepository {
  private static final String COLUMNS = String.join(", ", ProfileRows.COLUMNS);
  private static final String SELECT = "select id, " + COLUMNS + " from authority_profile ";
  private static final String INSERT =
      "insert into authority_profile (%s, id) values (%s) on conflict do nothing"
          .formatted(COLUMNS, "?" + ", ?".repeat(ProfileRows.COLUMNS.size()));
  private static final String UPDATE =
      "update authority_profile set (%s) = row (%s) where id = ?"
          .formatted(COLUMNS, "?" + ", ?".repeat(ProfileRows.COLUMNS.size() - 1));

  private final JdbcOperations jdbc;
  private final ProfileParts parts;

  ProfileRepository(JdbcOperations jdbc, ProfileParts parts) {
    this.jdbc = jdbc;
    this.parts = parts;
  }

  /** Whether it was added; false where its place is taken, also by somebody at the same moment. */
  boolean add(Profile profile) {
    boolean added = 1 == write(INSERT, profile);
    if (added) {
      parts.replace(profile.id(), profile.content());
    }
    return added;
  }

  void update(Profile profile) {
    write(UPDATE, profile);
    parts.replace(profile.id(), profile.content());
  }

  private int write(String sql, Profile profile) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          s.setObject(ProfileRows.write(s, profile), profile.id());
          return s.executeUpdate();
        });
  }

  Optional<Profile> find(UUID id) {
    return list(List.of(id)).stream().findFirst();
  }

  /** As {@link #find}, and nobody else changes it until the transaction ends. */
  Optional<Profile> lock(UUID id) {
    return read(SELECT + "where id = ? for update", s -> s.setObject(1, id)).stream().findFirst();
  }

  List<Profile> list(Collection<UUID> ids) {
    return read(SELECT + "where id = any(?) order by id", s -> s.setArray(1, uuids(s, ids)));
  }

  /** The statuses alone, by id. */
  Map<UUID, ProfileStatus> statuses(Collection<UUID> ids) {
    return jdbc.prepareStatement(
        "select id, status from authority_profile where id = any(?)",
        s -> {
          s.setArray(1, uuids(s, ids));
          try (ResultSet rows = s.executeQuery()) {
            Map<UUID, ProfileStatus> statuses = new HashMap<>();
            while (rows.next()) {
              statuses.put(rows.getObject(1, UUID.class), ProfileStatus.valueOf(rows.getString(2)));
            }
            return statuses;
          }
        });
  }

  List<Profile> listConfirmed(@Nullable UUID after, int limit) {
    return read(
        SELECT
            + """
            where status = 'CONFIRMED' and (?::uuid is null or id > ?::uuid) order by id limit ?
            """,
        s -> {
          s.setObject(1, after);
          s.setObject(2, after);
          s.setInt(3, limit);
        });
  }

  /** The living authority that has the place in this tier; groupings do not take a place. */
  Optional<UUID> findHolder(long placeId, AuthorityTier tier) {
    if (tier == AuthorityTier.GROUPING) {
      return Optional.empty();
    }
    return ids(
            """
            select id from authority_profile
             where place_id = ? and tier = ? and status <> 'ARCHIVED'
            """,
            s -> {
              s.setLong(1, placeId);
              s.setString(2, tier.name());
            })
        .stream()
        .findFirst();
  }

  /** The living authorities of these places; groupings do not take a place. */
  List<PlaceHolder> listHolders(Collection<Long> placeIds) {
    return jdbc.prepareStatement(
        """
        select place_id, tier, id from authority_profile
         where place_id = any (?) and tier <> 'GROUPING' and status <> 'ARCHIVED' order by id
        """,
        s -> {
          s.setArray(1, s.getConnection().createArrayOf("bigint", placeIds.toArray()));
          try (ResultSet rows = s.executeQuery()) {
            List<PlaceHolder> holders = new ArrayList<>();
            while (rows.next()) {
              holders.add(
                  new PlaceHolder(
                      rows.getLong(1),
                      AuthorityTier.valueOf(rows.getString(2)),
                      rows.getObject(3, UUID.class)));
            }
            return holders;
          }
        });
  }

  /** Local authorities that take part and whose profile names the place as that of a twin town. */
  List<UUID> listNaming(long placeId) {
    return ids(
        """
        select p.id from authority_profile p join profile_twinning t on t.profile = p.id
         where t.place_id = ? and p.status in ('CONFIRMED', 'PAUSED')
        """,
        s -> s.setLong(1, placeId));
  }

  /** The twin towns in the gazetteer that confirmed local authorities state. */
  List<StatedTwinning> listTwinnings() {
    return jdbc.prepareStatement(
        """
        select p.place_id, t.place_id
          from authority_profile p join profile_twinning t on t.profile = p.id
         where p.status in ('CONFIRMED', 'PAUSED') and p.tier = 'LOCAL' and t.place_id is not null
         order by p.place_id, t.place_id
        """,
        s -> {
          try (ResultSet rows = s.executeQuery()) {
            List<StatedTwinning> twinnings = new ArrayList<>();
            while (rows.next()) {
              twinnings.add(new StatedTwinning(rows.getLong(1), rows.getLong(2)));
            }
            return twinnings;
          }
        });
  }

  /** How many drafts and submitted profiles the person has started. */
  int countUnconfirmed(UUID person) {
    return ids(
            """
            select id from authority_profile
             where started_by = ? and confirmed_at is null and status <> 'ARCHIVED'
            """,
            s -> s.setObject(1, person))
        .size();
  }

  /** Whether one of them is confirmed and not suspended or archived. */
  boolean anyTakesPart(Collection<UUID> ids) {
    return !ids.isEmpty()
        && !ids(
                """
                select id from authority_profile
                 where id = any(?) and status in ('CONFIRMED', 'PAUSED') limit 1
                """,
                s -> s.setArray(1, uuids(s, ids)))
            .isEmpty();
  }

  /** Confirmed profiles whose reconfirmation is due before then, locked; others leave them out. */
  List<UUID> lockDue(Instant before, boolean notReminded, int limit) {
    return ids(
        """
        select id from authority_profile
         where status = 'CONFIRMED' and reconfirm_due < ? and (not ? or reminded_at is null)
         order by reconfirm_due, id limit ? for update skip locked
        """,
        s -> {
          s.setObject(1, before.atOffset(ZoneOffset.UTC));
          s.setBoolean(2, notReminded);
          s.setInt(3, limit);
        });
  }

  /** Notes that the members were reminded, or with null that they are to be again next time. */
  void remind(UUID id, @Nullable Instant at) {
    jdbc.prepareStatement(
        "update authority_profile set reminded_at = ? where id = ?",
        s -> {
          s.setObject(1, at == null ? null : at.atOffset(ZoneOffset.UTC));
          s.setObject(2, id);
          return s.executeUpdate();
        });
  }

  /**
   * What a list is narrowed to.
   *
   * @param countries null for all
   * @param ids null for all
   * @param status null for all
   */
  record Filter(
      @Nullable Collection<String> countries,
      @Nullable Collection<UUID> ids,
      @Nullable ProfileStatus status) {}

  private static final String FILTER =
      """
      where (?::text[] is null or country = any(?::text[]))
        and (?::uuid[] is null or id = any(?::uuid[]))
        and (?::text is null or status = ?::text)
      """;

  /** Those that pass the filter, the longest submitted first, then by id. */
  List<Profile> list(Filter filter, int offset, int limit) {
    return read(
        SELECT + FILTER + "order by submitted_at nulls last, id offset ? limit ?",
        s -> {
          bind(s, filter);
          s.setInt(7, offset);
          s.setInt(8, limit);
        });
  }

  long count(Filter filter) {
    return Count.of(jdbc, "select count(*) from authority_profile " + FILTER, s -> bind(s, filter));
  }

  /** For each theme, how many confirmed profiles need, offer and are interested in it. */
  List<ThemeCount> countThemes() {
    return jdbc.prepareStatement(
        """
        select t.theme, count(distinct t.profile), count(*) filter (where t.kind = 'NEED'),
               count(*) filter (where t.kind = 'OFFER'), count(*) filter (where t.kind = 'INTEREST')
          from profile_theme t join authority_profile p on p.id = t.profile
         where p.status = 'CONFIRMED' group by t.theme order by t.theme
        """,
        s -> {
          try (ResultSet rows = s.executeQuery()) {
            List<ThemeCount> counts = new ArrayList<>();
            while (rows.next()) {
              counts.add(
                  new ThemeCount(
                      rows.getString(1),
                      rows.getInt(2),
                      rows.getInt(3),
                      rows.getInt(4),
                      rows.getInt(5)));
            }
            return counts;
          }
        });
  }

  private static void bind(PreparedStatement s, Filter filter) throws SQLException {
    for (int i = 0; i < 2; i++) {
      s.setArray(
          1 + i,
          filter.countries() == null
              ? null
              : s.getConnection().createArrayOf("text", filter.countries().toArray()));
      s.setArray(3 + i, filter.ids() == null ? null : uuids(s, filter.ids()));
      s.setString(5 + i, filter.status() == null ? null : filter.status().name());
    }
  }

  private List<Profile> read(String sql, Binder binder) {
    List<Profile> bare =
        jdbc.prepareStatement(
            sql,
            s -> {
              binder.bind(s);
              try (ResultSet rows = s.executeQuery()) {
                List<Profile> profiles = new ArrayList<>();
                while (rows.next()) {
                  profiles.add(ProfileRows.read(rows));
                }
                return profiles;
              }
            });
    List<UUID> ids = bare.stream().map(Profile::id).toList();
    Map<UUID, ProfileParts.Parts> children = parts.list(ids);
    Map<UUID, Contact> contacts = parts.listContacts(ids);
    return bare.stream()
        .map(
            p -> {
              ProfileParts.Parts of = children.getOrDefault(p.id(), new ProfileParts.Parts());
              return p.with(
                  p.content()
                      .with(
                          of.needs(),
                          of.offers(),
                          of.interests(),
                          of.texts(),
                          of.twinnings(),
                          contacts.getOrDefault(p.id(), Contact.NONE)));
            })
        .toList();
  }

  private List<UUID> ids(String sql, Binder binder) {
    return jdbc.prepareStatement(
        sql,
        s -> {
          binder.bind(s);
          try (ResultSet rows = s.executeQuery()) {
            List<UUID> ids = new ArrayList<>();
            while (rows.next()) {
              ids.add(rows.getObject(1, UUID.class));
            }
            return ids;
          }
        });
  }

  private static Array uuids(PreparedStatement s, Collection<UUID> ids) throws SQLException {
    return s.getConnection().createArrayOf("uuid", ids.toArray());
  }

  private interface Binder {
    void bind(PreparedStatement statement) throws SQLException;
  }
}
