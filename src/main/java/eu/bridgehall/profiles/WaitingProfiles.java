package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingQuery;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The submitted profiles that wait for an association or the secretariat, without their content:
 * those of the countries that the reader oversees, and none of her own authorities.
 */
@Singleton
public class WaitingProfiles {
  private static final String WAITING =
      """
        from authority_profile
       where status = 'SUBMITTED' and (confirmed_at is not null) = ?
         and (?::text[] is null or country = any(?::text[])) and id <> all(?)
         and (?::uuid[] is null or id = any(?::uuid[])) and id <> all(?)
      """;

  private final JdbcOperations jdbc;
  private final ProfileVisibility visibility;

  WaitingProfiles(JdbcOperations jdbc, ProfileVisibility visibility) {
    this.jdbc = jdbc;
    this.visibility = visibility;
  }

  /** The countries and territories that the actor oversees, narrowed to one; null for all. */
  @Transactional
  public @Nullable Collection<String> countries(Actor actor, @Nullable String country) {
    if (actor.isSecretariat()) {
      return country == null ? null : List.of(country);
    }
    return visibility.overseen(actor).stream()
        .filter(c -> country == null || c.equals(country))
        .toList();
  }

  /**
   * Those that wait, the longest-waiting first.
   *
   * @param changed whether those that were confirmed before, or those that never were
   */
  @Transactional
  public List<WaitingItem> list(Actor actor, boolean changed, WaitingQuery query) {
    return jdbc.prepareStatement(
        "select id, country, coalesce(submitted_at, changed_at) since, official_name"
            + WAITING
            + " order by submitted_at, id limit ?",
        s -> {
          bind(s, actor, changed, query);
          s.setInt(8, query.limit());
          try (ResultSet rows = s.executeQuery()) {
            List<WaitingItem> found = new ArrayList<>();
            while (rows.next()) {
              found.add(
                  new WaitingItem(
                      rows.getObject(1, UUID.class),
                      rows.getString(2),
                      rows.getObject(3, OffsetDateTime.class).toInstant(),
                      rows.getString(4)));
            }
            return found;
          }
        });
  }

  /** How many there are of them. */
  @Transactional
  public long count(Actor actor, boolean changed, WaitingQuery query) {
    return Count.of(jdbc, "select count(*)" + WAITING, s -> bind(s, actor, changed, query));
  }

  private void bind(PreparedStatement s, Actor actor, boolean changed, WaitingQuery query)
      throws SQLException {
    Collection<String> countries = countries(actor, query.country());
    Collection<UUID> only = query.only();
    s.setBoolean(1, changed);
    for (int i = 2; i <= 3; i++) {
      s.setArray(
          i,
          countries == null ? null : s.getConnection().createArrayOf("text", countries.toArray()));
    }
    s.setArray(4, s.getConnection().createArrayOf("uuid", actor.authorities().keySet().toArray()));
    for (int i = 5; i <= 6; i++) {
      s.setArray(i, only == null ? null : s.getConnection().createArrayOf("uuid", only.toArray()));
    }
    s.setArray(7, s.getConnection().createArrayOf("uuid", query.without().toArray()));
  }
}
