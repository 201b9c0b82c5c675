package eu.bridgehall.profiles;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who has started many authorities that nobody has confirmed. */
@Singleton
public class ProfileStarters {
  private final JdbcOperations jdbc;

  ProfileStarters(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Somebody who has.
   *
   * @param latest the authority that she has started last
   */
  public record Starter(UUID person, long count, UUID latest) {}

  /** Those who have at least so many, and have started one after that moment. */
  @Transactional
  public List<Starter> list(int atLeast, Instant after) {
    return jdbc.prepareStatement(
        """
        select started_by, count(*), (array_agg(id order by started_at desc, id desc))[1]
          from authority_profile
         where started_by is not null and confirmed_at is null and status <> 'ARCHIVED'
         group by started_by having count(*) >= ? and max(started_at) > ?
         order by started_by
        """,
        s -> {
          s.setInt(1, atLeast);
          s.setObject(2, after.atOffset(ZoneOffset.UTC));
          try (ResultSet rows = s.executeQuery()) {
            List<Starter> found = new ArrayList<>();
            while (rows.next()) {
              found.add(
                  new Starter(
                      rows.getObject(1, UUID.class),
                      rows.getLong(2),
                      rows.getObject(3, UUID.class)));
            }
            return found;
          }
        });
  }
}
