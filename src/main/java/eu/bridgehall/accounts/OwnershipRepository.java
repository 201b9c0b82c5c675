package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Offers and requests; one whose people are not what they were then, or cannot sign in, and an
 * offer that nobody has answered in time, is as if it were over.
 */
@Singleton
class OwnershipRepository {
  static final String OPEN =
      """
        from ownership_change c
        join membership t on t.organisation_id = c.organisation_id and t.person_id = c.taker
         and t.role <> 'OWNER'
        join person taker on taker.id = c.taker and taker.suspended_at is null
        join organisation o on o.id = c.organisation_id
        left join membership g on g.organisation_id = c.organisation_id and g.person_id = c.giver
         and g.role = 'OWNER'
        left join person giver on giver.id = g.person_id and giver.suspended_at is null
       where c.state = 'OPEN'
         and (c.giver is null or giver.id is not null and c.ends_at > now())
      """;

  private static final String SELECT =
      """
      select c.id, c.organisation_id, c.kind, c.giver, giver.name as giver_name, c.keeps, c.taker,
             taker.name as taker_name, c.text, c.at, c.ends_at
      """
          + OPEN;

  private final JdbcOperations jdbc;

  OwnershipRepository(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Whether it was added; false where the giver or asker has one open. */
  boolean add(
      UUID id,
      UUID authority,
      @Nullable UUID giver,
      @Nullable MemberRole keeps,
      UUID taker,
      @Nullable String text,
      Instant at,
      @Nullable Instant endsAt) {
    return jdbc.prepareStatement(
        """
        insert into ownership_change
          (id, organisation_id, kind, giver, keeps, taker, text, at, ends_at, state)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN') on conflict do nothing
        """,
        s -> {
          s.setObject(1, id);
          s.setObject(2, authority);
          s.setString(3, (giver == null ? OwnershipKind.REQUEST : OwnershipKind.OFFER).name());
          s.setObject(4, giver);
          s.setString(5, keeps == null ? null : keeps.name());
          s.setObject(6, taker);
          s.setString(7, text);
          s.setObject(8, at.atOffset(ZoneOffset.UTC));
          s.setObject(9, endsAt == null ? null : endsAt.atOffset(ZoneOffset.UTC));
          return s.executeUpdate() == 1;
        });
  }

  /** Keeps that somebody was made owner unasked. */
  void addAppointment(UUID id, UUID authority, UUID taker, UUID by, Instant at, String why) {
    jdbc.prepareStatement(
        """
        insert into ownership_change (id, organisation_id, kind, taker, at, state, decided_by,
                                      decided_at, decided_why)
        values (?, ?, 'REQUEST', ?, ?, 'TAKEN', ?, ?, ?)
        """,
        s -> {
          s.setObject(1, id);
          s.setObject(2, authority);
          s.setObject(3, taker);
          s.setObject(4, at.atOffset(ZoneOffset.UTC));
          s.setObject(5, by);
          s.setObject(6, at.atOffset(ZoneOffset.UTC));
          s.setString(7, why);
          return s.executeUpdate();
        });
  }

  Optional<String> findReason(UUID id) {
    return jdbc.prepareStatement(
        "select decided_why from ownership_change where id = ?",
        s -> {
          s.setObject(1, id);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? Optional.ofNullable(rows.getString(1)) : Optional.empty();
          }
        });
  }

  /** Ends what of these people in the authority is open and no longer holds. */
  void endStale(UUID authority, Instant at) {
    jdbc.prepareStatement(
        """
        update ownership_change set state = 'OVER', decided_at = ?
         where organisation_id = ? and state = 'OPEN' and id not in (select c.id
        """
            + OPEN
            + ")",
        s -> {
          s.setObject(1, at.atOffset(ZoneOffset.UTC));
          s.setObject(2, authority);
          return s.executeUpdate();
        });
  }

  List<OwnershipChange> list(UUID authority) {
    return jdbc.prepareStatement(
        SELECT + " and c.organisation_id = ? order by c.at, c.id",
        s -> {
          s.setObject(1, authority);
          return read(s);
        });
  }

  Optional<OwnershipChange> find(UUID authority, UUID id) {
    return find(id).filter(c -> c.authority().equals(authority));
  }

  Optional<OwnershipChange> find(UUID id) {
    return jdbc.prepareStatement(
        SELECT + " and c.id = ?",
        s -> {
          s.setObject(1, id);
          return read(s).stream().findFirst();
        });
  }

  /** The open requests of these countries; of all where none is named. */
  List<OwnershipChange> listRequests(@Nullable Collection<String> countries, PageRequest page) {
    return jdbc.prepareStatement(
        SELECT
            + """
               and c.kind = 'REQUEST' and (?::text[] is null or o.country_code = any(?))
             order by c.at, c.id offset ? limit ?
            """,
        s -> {
          countries(s, countries);
          s.setInt(3, page.offset());
          s.setInt(4, page.limit());
          return read(s);
        });
  }

  long countRequests(@Nullable Collection<String> countries) {
    return Count.of(
        jdbc,
        "select count(*) "
            + OPEN
            + " and c.kind = 'REQUEST' and (?::text[] is null or o.country_code = any(?))",
        s -> countries(s, countries));
  }

  /** 0 where somebody else was faster. */
  int close(UUID id, String state, UUID by, Instant at, @Nullable String why) {
    return jdbc.prepareStatement(
        """
        update ownership_change set state = ?, decided_by = ?, decided_at = ?, decided_why = ?
         where id = ? and state = 'OPEN'
        """,
        s -> {
          s.setString(1, state);
          s.setObject(2, by);
          s.setObject(3, at.atOffset(ZoneOffset.UTC));
          s.setString(4, why);
          s.setObject(5, id);
          return s.executeUpdate();
        });
  }

  /** What a person has offered, was offered, has asked for or decided. */
  List<OwnershipRecords.Done> listOf(UUID person) {
    return jdbc.prepareStatement(
        """
        select organisation_id, lower(kind), lower(state), at,
               case when taker = ? and kind = 'REQUEST' then text end,
               case when ? in (taker, decided_by) then decided_why end
          from ownership_change where ? in (giver, taker, decided_by) order by at, id
        """,
        s -> {
          s.setObject(1, person);
          s.setObject(2, person);
          s.setObject(3, person);
          try (ResultSet rows = s.executeQuery()) {
            List<OwnershipRecords.Done> done = new ArrayList<>();
            while (rows.next()) {
              done.add(
                  new OwnershipRecords.Done(
                      rows.getObject(1, UUID.class),
                      rows.getString(2),
                      rows.getString(3),
                      rows.getObject(4, OffsetDateTime.class).toInstant(),
                      rows.getString(5),
                      rows.getString(6)));
            }
            return done;
          }
        });
  }

  /** Ends what a person has offered, was offered or has asked for, and is open. */
  void endAllOf(UUID person, Instant at) {
    jdbc.prepareStatement(
        """
        update ownership_change set state = 'OVER', decided_at = ?
         where state = 'OPEN' and ? in (giver, taker)
        """,
        s -> {
          s.setObject(1, at.atOffset(ZoneOffset.UTC));
          s.setObject(2, person);
          return s.executeUpdate();
        });
  }

  /**
   * What a person wrote who asked, and what was written about that, goes with her account; what is
   * open ends.
   */
  void erase(UUID person, Instant at) {
    jdbc.prepareStatement(
        """
        update ownership_change
           set text = null,
               decided_why = case when taker = ? then null else decided_why end,
               decided_at = coalesce(decided_at, ?),
               state = case when state = 'OPEN' then 'OVER' else state end
         where taker = ? or giver = ? and state = 'OPEN'
        """,
        s -> {
          s.setObject(1, person);
          s.setObject(2, at.atOffset(ZoneOffset.UTC));
          s.setObject(3, person);
          s.setObject(4, person);
          return s.executeUpdate();
        });
  }

  private static void countries(PreparedStatement s, @Nullable Collection<String> countries)
      throws SQLException {
    var array =
        countries == null ? null : s.getConnection().createArrayOf("text", countries.toArray());
    s.setArray(1, array);
    s.setArray(2, array);
  }

  private static List<OwnershipChange> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<OwnershipChange> found = new ArrayList<>();
      while (rows.next()) {
        String keeps = rows.getString("keeps");
        OffsetDateTime endsAt = rows.getObject("ends_at", OffsetDateTime.class);
        found.add(
            new OwnershipChange(
                rows.getObject("id", UUID.class),
                rows.getObject("organisation_id", UUID.class),
                OwnershipKind.valueOf(rows.getString("kind")),
                rows.getObject("giver", UUID.class),
                rows.getString("giver_name"),
                keeps == null ? null : MemberRole.valueOf(keeps),
                rows.getObject("taker", UUID.class),
                rows.getString("taker_name"),
                rows.getString("text"),
                rows.getObject("at", OffsetDateTime.class).toInstant(),
                endsAt == null ? null : endsAt.toInstant()));
      }
      return found;
    }
  }
}
