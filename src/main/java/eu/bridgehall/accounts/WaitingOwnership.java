package eu.bridgehall.accounts;

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

/**
 * The requests to be made owner that wait for an association or the secretariat: those of the
 * countries that the reader oversees, and none of an authority of her own.
 */
@Singleton
public class WaitingOwnership {
  private static final String WAITING =
      OwnershipRepository.OPEN
          + """
            and c.kind = 'REQUEST' and c.organisation_id <> all(?)
            and (?::text[] is null or o.country_code = any(?::text[]))
            and (?::text is null or o.country_code = ?::text)
            and (?::uuid[] is null or c.id = any(?::uuid[])) and c.id <> all(?)
          """;

  private final JdbcOperations jdbc;

  WaitingOwnership(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Those that wait, the longest-waiting first. */
  @Transactional
  public List<WaitingItem> list(Actor actor, WaitingQuery query) {
    return jdbc.prepareStatement(
        "select c.id, o.country_code, c.at, o.name " + WAITING + " order by c.at, c.id limit ?",
        s -> {
          bind(s, actor, query);
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
  public long count(Actor actor, WaitingQuery query) {
    return Count.of(jdbc, "select count(*) " + WAITING, s -> bind(s, actor, query));
  }

  private static void bind(PreparedStatement s, Actor actor, WaitingQuery query)
      throws SQLException {
    Collection<String> countries = OwnershipAccess.countries(actor);
    Collection<UUID> only = query.only();
    s.setArray(1, s.getConnection().createArrayOf("uuid", actor.authorities().keySet().toArray()));
    for (int i = 2; i <= 3; i++) {
      s.setArray(
          i,
          countries == null ? null : s.getConnection().createArrayOf("text", countries.toArray()));
    }
    s.setString(4, query.country());
    s.setString(5, query.country());
    for (int i = 6; i <= 7; i++) {
      s.setArray(i, only == null ? null : s.getConnection().createArrayOf("uuid", only.toArray()));
    }
    s.setArray(8, s.getConnection().createArrayOf("uuid", query.without().toArray()));
  }
}
