package eu.bridgehall.audit;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.RequestOrigin;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The log of who did what to whom, from where and why. Entries are added in the transaction of what
 * they tell of.
 */
@Singleton
public class AuditLog {
  private final JdbcOperations jdbc;
  private final ObjectMapper json;
  private final RequestOrigin origin;

  AuditLog(JdbcOperations jdbc, ObjectMapper json, RequestOrigin origin) {
    this.jdbc = jdbc;
    this.json = json;
    this.origin = origin;
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
        insert into audit_entry (person_id, acted_as, action, subject, network, details)
        values (?, ?, ?, ?, ?, ?::jsonb)
        """,
        statement -> {
          statement.setObject(1, actor.personId());
          statement.setString(2, actedAs(actor, subject));
          statement.setString(3, action);
          statement.setObject(4, subject);
          statement.setString(5, origin.network().orElse(null));
          statement.setString(6, write(details));
          return statement.executeUpdate();
        });
  }

  /** The entries about a row, oldest first. */
  @Transactional
  public List<AuditEntry> about(UUID subject) {
    return jdbc.prepareStatement(
        "select " + AuditRows.COLUMNS + " from audit_entry e where e.subject = ? order by e.number",
        statement -> {
          statement.setObject(1, subject);
          return AuditRows.read(statement);
        });
  }

  /**
   * The entries of what a person has done, of what was done to her account, and those whose details
   * name her, oldest first. What a decision is about before a second moderator has agreed is not
   * hers to know; the decisions themselves are kept elsewhere.
   */
  @Transactional
  public List<AuditEntry> concerning(UUID person) {
    return jdbc.prepareStatement(
        "select "
            + AuditRows.COLUMNS
            + """
             from audit_entry e
            where e.person_id = ? or e.subject = ?
               or e.action <> 'decision.make'
                  and (e.details ->> 'person' = ? or e.details ->> 'taker' = ?
                       or e.details ->> 'claimant' = ?)
            order by e.number
            """,
        statement -> {
          statement.setObject(1, person);
          statement.setObject(2, person);
          for (int named = 3; named <= 5; named++) {
            statement.setString(named, person.toString());
          }
          return AuditRows.read(statement);
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
