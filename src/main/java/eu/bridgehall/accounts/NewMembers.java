package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Who has come to act for which authority of late, for those who look whether it can be right. */
@Singleton
public class NewMembers {
  private final JdbcOperations jdbc;

  NewMembers(JdbcOperations jdbc) {
    this.jdbc = jdbc;
  }

  /** Somebody who acts for an authority, and what stands after the @ of her address. */
  public record Joined(
      UUID person, UUID authority, MemberRole role, String emailDomain, Instant since) {}

  /** Who has joined after the first moment and up to the second, the first first. */
  @Transactional
  public List<Joined> list(Instant after, Instant upTo) {
    return jdbc.prepareStatement(
        """
        select p.id, m.organisation_id, m.role, split_part(p.email, '@', -1), m.since
          from membership m join person p on p.id = m.person_id
         where m.since > ? and m.since <= ? and p.suspended_at is null
         order by m.since, p.id
        """,
        s -> {
          s.setObject(1, after.atOffset(ZoneOffset.UTC));
          s.setObject(2, upTo.atOffset(ZoneOffset.UTC));
          try (ResultSet rows = s.executeQuery()) {
            List<Joined> joined = new ArrayList<>();
            while (rows.next()) {
              joined.add(
                  new Joined(
                      rows.getObject(1, UUID.class),
                      rows.getObject(2, UUID.class),
                      MemberRole.valueOf(rows.getString(3)),
                      rows.getString(4),
                      rows.getObject(5, OffsetDateTime.class).toInstant()));
            }
            return joined;
          }
        });
  }
}
