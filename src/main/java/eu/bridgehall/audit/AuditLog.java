package eu.bridgehall.audit;

import eu.bridgehall.kernel.Actor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The log of who did what to whom. Entries are added in the transaction of what they tell of. */
@Singleton
public class AuditLog {
  private final JdbcOperations jdbc;
  private final ObjectMapper json;

  AuditLog(JdbcOperations jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** As {@link #record(Actor, String, UUID, Map)}, with nothing more to say. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Actor actor, String action, UUID subject) {
    record(actor, action, subject, Map.of());
  }

  /**
   * Adds an entry.
   *
   * @param action what was done, feature and verb, for example {@code profile.confirm}
   * @param subject id of the row it was done to
   * @param details ids, states and reasons; never a name, an address or a message's text
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void record(Actor actor, String action, UUID subject, Map<String, ?> details) {
    jdbc.prepareStatement(
        """
        insert into audit_entry (person_id, acted_as, action, subject, details)
        values (?, ?, ?, ?, ?::jsonb)
        """,
        statement -> {
          statement.setObject(1, actor.personId());
          statement.setString(2, actedAs(actor, subject));
          statement.setString(3, action);
          statement.setObject(4, subject);
          statement.setString(5, write(details));
          return statement.executeUpdate();
        });
  }

  /** The entries about a row, oldest first. */
  @Transactional
  public List<AuditEntry> about(UUID subject) {
    return jdbc.prepareStatement(
        """
        select number, at, person_id, acted_as, action, subject, details::text
          from audit_entry where subject = ? order by number
        """,
        statement -> {
          statement.setObject(1, subject);
          try (ResultSet rows = statement.executeQuery()) {
            List<AuditEntry> entries = new ArrayList<>();
            while (rows.next()) {
              entries.add(
                  new AuditEntry(
                      rows.getLong(1),
                      rows.getObject(2, OffsetDateTime.class).toInstant(),
                      rows.getObject(3, UUID.class),
                      rows.getString(4),
                      rows.getString(5),
                      rows.getObject(6, UUID.class),
                      rows.getString(7)));
            }
            return entries;
          }
        });
  }

  private static String actedAs(Actor actor, UUID subject) {
    if (actor.personId() == null) {
      return actor.isSecretariat() ? "service" : "visitor";
    }
    var member = actor.authorities().get(subject);
    if (member != null) {
      return member.id();
    }
    if (actor.isAdministrator()) {
      return "administrator";
    }
    if (actor.isSecretariat()) {
      return "moderator";
    }
    return actor.associations().isEmpty() ? "person" : "association";
  }

  private String write(Map<String, ?> details) {
    try {
      return json.writeValueAsString(details);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
