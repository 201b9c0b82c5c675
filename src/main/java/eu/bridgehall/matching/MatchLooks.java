package eu.bridgehall.matching;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.PersonalRecords;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.profiles.ProfileDirectory;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which suggestions each member of an authority has seen in the list, so that she can be told how
 * many are new. The last {@value #KEPT} that she saw are known: what drops out and comes back soon
 * is not new.
 */
@Singleton
public class MatchLooks implements PersonalRecords {
  /** How many of the first suggestions are looked at: those of the first page. */
  public static final int FIRST = 10;

  private static final int KEPT = 200;

  private final JdbcOperations jdbc;
  private final ProfileDirectory profiles;
  private final Clock clock;

  MatchLooks(JdbcOperations jdbc, ProfileDirectory profiles, Clock clock) {
    this.jdbc = jdbc;
    this.profiles = profiles;
    this.clock = clock;
  }

  /** A member has seen these; of anybody else nothing is kept. */
  @Transactional
  public void seen(Actor actor, UUID authority, List<UUID> shown) {
    if (!actor.isMember(authority, MemberRole.VIEWER)) {
      return;
    }
    jdbc.prepareStatement(
        """
        insert into match_look (authority_id, person_id, seen, at) values (?, ?, ?, ?)
        on conflict (authority_id, person_id) do update set at = excluded.at, seen = array(
          select id from unnest(excluded.seen || match_look.seen) with ordinality as s (id, place)
           group by id order by min(place) limit ?)
        """,
        s -> {
          s.setObject(1, authority);
          s.setObject(2, actor.person());
          s.setArray(3, s.getConnection().createArrayOf("uuid", shown.toArray()));
          s.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
          s.setInt(5, KEPT);
          return s.executeUpdate();
        });
  }

  /**
   * How many of these are new to the member: she has not seen them, and their profiles were
   * confirmed or changed after she last looked. What only moves up because others drop out is not
   * new. None for whoever has never looked at the list.
   */
  @Transactional
  public int countNew(Actor actor, UUID authority, Collection<UUID> first) {
    return find(authority, actor.person()).map(last -> countNew(last, first)).orElse(0);
  }

  private int countNew(Last last, Collection<UUID> first) {
    Set<UUID> fresh = new HashSet<>(first);
    fresh.removeAll(last.seen());
    return (int)
        profiles.list(fresh).values().stream()
            .filter(p -> p.changedAt().isAfter(last.at()))
            .count();
  }

  private Optional<Last> find(UUID authority, UUID person) {
    return jdbc.prepareStatement(
        "select seen, at from match_look where authority_id = ? and person_id = ?",
        s -> {
          s.setObject(1, authority);
          s.setObject(2, person);
          try (ResultSet rows = s.executeQuery()) {
            return rows.next()
                ? Optional.of(
                    new Last(
                        Set.of((UUID[]) rows.getArray(1).getArray()),
                        rows.getObject(2, OffsetDateTime.class).toInstant()))
                : Optional.empty();
          }
        });
  }

  private record Last(Set<UUID> seen, Instant at) {}

  @Override
  public String name() {
    return "matches";
  }

  @Override
  public Object collect(Person person) {
    return jdbc.prepareStatement(
        "select authority_id, at from match_look where person_id = ? order by at",
        s -> {
          s.setObject(1, person.id());
          try (ResultSet rows = s.executeQuery()) {
            List<Look> looks = new ArrayList<>();
            while (rows.next()) {
              looks.add(
                  new Look(
                      rows.getObject(1, UUID.class),
                      rows.getObject(2, OffsetDateTime.class).toInstant()));
            }
            return looks;
          }
        });
  }

  @Override
  public void erase(Person person) {
    jdbc.prepareStatement(
        "delete from match_look where person_id = ?",
        s -> {
          s.setObject(1, person.id());
          return s.executeUpdate();
        });
  }

  /**
   * When somebody last looked at the suggestions to an authority.
   *
   * @param at the last time
   */
  @Serdeable
  record Look(UUID authority, Instant at) {}
}
