package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads on whose behalf a request is made, with everything as it stands now, in one query. */
@Singleton
class Actors {
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);

  private static final String ROLES =
      """
      array(select role from platform_role where person_id = p.id),
      array(select organisation_id || ' ' || role from membership where person_id = p.id),
      array(select o.id || ' ' || o.country_code
              from association_officer a join organisation o on o.id = a.organisation_id
             where a.person_id = p.id)
      """;

  private final JdbcOperations jdbc;
  private final AccountSettings settings;
  private final Clock clock;

  Actors(JdbcOperations jdbc, AccountSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /** The actor; empty where the session is over or the account suspended. */
  @Transactional
  Optional<Actor> find(UUID personId, UUID sessionId) {
    Instant now = clock.instant();
    Optional<Found> found =
        read(List.of(sessionId), now).stream()
            .filter(f -> personId.equals(f.actor.personId()))
            .findFirst();
    found
        .filter(f -> f.lastSeen.plus(SEEN_EVERY).isBefore(now))
        .ifPresent(f -> seen(sessionId, now.atOffset(ZoneOffset.UTC)));
    return found.map(Found::actor);
  }

  /** A person as she would act now, without a session; empty where the account is suspended. */
  @Transactional
  Optional<Actor> find(UUID personId) {
    return find(personId, "and p.suspended_at is null");
  }

  /** The same of a suspended account too, without the roles of the platform. */
  @Transactional
  Optional<Actor> findHolder(UUID personId) {
    return find(personId, "")
        .map(a -> new Actor(personId, null, Set.of(), a.authorities(), a.associations()));
  }

  private Optional<Actor> find(UUID personId, String which) {
    return jdbc.prepareStatement(
        "select null::uuid, p.id, now(),"
            + ROLES
            + " from person p where p.id = ? and p.closed_at is null "
            + which,
        statement -> {
          statement.setObject(1, personId);
          return read(statement).stream().map(Found::actor).findFirst();
        });
  }

  /** The actors of those of these sessions that are open, which slide no further by this look. */
  @Transactional
  List<Actor> look(Collection<UUID> sessions) {
    return read(sessions, clock.instant()).stream().map(Found::actor).toList();
  }

  private List<Found> read(Collection<UUID> sessions, Instant now) {
    return jdbc.prepareStatement(
        "select s.id, p.id, s.last_seen,"
            + ROLES
            + """
              from session s join person p on p.id = s.person_id
             where s.id = any(?) and s.ended_at is null and s.expires_at > ?
               and p.suspended_at is null and p.closed_at is null
            """,
        statement -> {
          statement.setArray(
              1, statement.getConnection().createArrayOf("uuid", sessions.toArray()));
          statement.setObject(2, now.atOffset(ZoneOffset.UTC));
          return read(statement);
        });
  }

  /** A session in use slides on, up to its full lifetime. */
  private void seen(UUID sessionId, OffsetDateTime now) {
    jdbc.prepareStatement(
        """
        update session
           set last_seen = ?,
               expires_at = greatest(expires_at,
                                     least(?, created_at + make_interval(secs => ?)))
         where id = ?
        """,
        statement -> {
          statement.setObject(1, now);
          statement.setObject(2, now.plus(settings.sessionIdle()));
          statement.setDouble(3, (double) settings.sessionLifetime().toSeconds());
          statement.setObject(4, sessionId);
          return statement.executeUpdate();
        });
  }

  private static List<Found> read(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      List<Found> found = new ArrayList<>();
      while (rows.next()) {
        found.add(found(rows));
      }
      return found;
    }
  }

  private static Found found(ResultSet row) throws SQLException {
    Set<PlatformRole> roles = EnumSet.noneOf(PlatformRole.class);
    texts(row.getArray(4)).forEach(r -> roles.add(PlatformRole.valueOf(r)));
    Map<UUID, MemberRole> authorities = new HashMap<>();
    pairs(row.getArray(5)).forEach((id, r) -> authorities.put(id, MemberRole.valueOf(r)));
    Map<UUID, String> associations = pairs(row.getArray(6));
    return new Found(
        row.getObject(3, OffsetDateTime.class).toInstant(),
        new Actor(
            row.getObject(2, UUID.class),
            row.getObject(1, UUID.class),
            roles,
            authorities,
            associations));
  }

  private static Map<UUID, String> pairs(Array array) throws SQLException {
    Map<UUID, String> pairs = new HashMap<>();
    for (String pair : texts(array)) {
      int space = pair.indexOf(' ');
      pairs.put(UUID.fromString(pair.substring(0, space)), pair.substring(space + 1));
    }
    return pairs;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  private record Found(Instant lastSeen, Actor actor) {}
}
