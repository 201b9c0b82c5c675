package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.waiting.WaitingItem;
import eu.bridgehall.platform.waiting.WaitingQuery;
import eu.bridgehall.profiles.model.ClaimKind;
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

/**
 * The open claims that wait for an association or the secretariat: those of the countries that the
 * reader oversees, none of her own, and no dispute about an authority of hers.
 */
@Singleton
public class WaitingClaims {
  private static final String WAITING =
      """
        from place_claim c join authority_profile p on p.id = c.profile
       where c.state = 'OPEN' and c.kind = ? and c.claimant <> ?
         and (c.kind = 'JOIN' or c.profile <> all(?))
         and (?::text[] is null or p.country = any(?::text[]))
         and (?::uuid[] is null or c.id = any(?::uuid[])) and c.id <> all(?)
      """;

  private final JdbcOperations jdbc;
  private final WaitingProfiles profiles;

  WaitingClaims(JdbcOperations jdbc, WaitingProfiles profiles) {
    this.jdbc = jdbc;
    this.profiles = profiles;
  }

  /** Those that wait, the longest-waiting first. */
  @Transactional
  public List<WaitingItem> list(Actor actor, ClaimKind kind, WaitingQuery query) {
    return jdbc.prepareStatement(
        "select c.id, p.country, c.at, p.official_name" + WAITING + " order by c.at, c.id limit ?",
        s -> {
          bind(s, actor, kind, query);
          s.setInt(9, query.limit());
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
  public long count(Actor actor, ClaimKind kind, WaitingQuery query) {
    return Count.of(jdbc, "select count(*)" + WAITING, s -> bind(s, actor, kind, query));
  }

  private void bind(PreparedStatement s, Actor actor, ClaimKind kind, WaitingQuery query)
      throws SQLException {
    Collection<String> countries = profiles.countries(actor, query.country());
    Collection<UUID> only = query.only();
    s.setString(1, kind.name());
    s.setObject(2, actor.person());
    s.setArray(3, s.getConnection().createArrayOf("uuid", actor.authorities().keySet().toArray()));
    for (int i = 4; i <= 5; i++) {
      s.setArray(
          i,
          countries == null ? null : s.getConnection().createArrayOf("text", countries.toArray()));
    }
    for (int i = 6; i <= 7; i++) {
      s.setArray(i, only == null ? null : s.getConnection().createArrayOf("uuid", only.toArray()));
    }
    s.setArray(8, s.getConnection().createArrayOf("uuid", query.without().toArray()));
  }
}
