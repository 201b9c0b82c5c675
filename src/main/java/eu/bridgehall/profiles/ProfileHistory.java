package eu.bridgehall.profiles;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.Count;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileLifecycle;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.Standing;
import io.micronaut.core.type.Argument;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down every step: in the profile's history, the audit log and the outbox. */
@Singleton
class ProfileHistory {
  private static final String CONTACT = "contact";

  private final JdbcOperations jdbc;
  private final JsonMapper json;
  private final AuditLog audit;
  private final Outbox outbox;

  ProfileHistory(JdbcOperations jdbc, JsonMapper json, AuditLog audit, Outbox outbox) {
    this.jdbc = jdbc;
    this.json = json;
    this.audit = audit;
    this.outbox = outbox;
  }

  /**
   * Why a step was taken.
   *
   * @param decision that has led to it; null where that is none
   */
  record Why(ReasonRequest.Reason reason, @Nullable UUID decision) {
    static final Why NONE = new Why(ReasonRequest.Reason.NONE, null);
  }

  /**
   * Writes down a step that was just stored.
   *
   * @param before the profile before it; null for the start
   */
  void record(
      Actor actor,
      Set<Standing> standings,
      ProfileAction action,
      @Nullable Profile before,
      Profile after,
      Why why) {
    Map<String, Object> fields =
        before == null ? Map.of() : changed(before.content(), after.content());
    insert(actor, actedAs(action, standings), action, before, after, why, fields);
    audit.record(
        actor,
        "profile." + action.id(),
        after.id(),
        Map.of(
            "from",
            before == null ? "" : before.status().id(),
            "to",
            after.status().id(),
            "version",
            after.version(),
            "reasons",
            why.reason().ids(),
            "fields",
            fields.keySet()));
    outbox.publish(new ProfileChanged(after.id(), after.version()));
    publish(action, before, after);
  }

  private void publish(ProfileAction action, @Nullable Profile before, Profile after) {
    UUID id = after.id();
    long version = after.version();
    switch (action) {
      case START -> outbox.publish(new ProfileStarted(id, version));
      case SUBMIT -> outbox.publish(new ProfileSubmitted(id, version));
      case CONFIRM -> outbox.publish(new ProfileConfirmed(id, version));
      case RETURN -> outbox.publish(new ProfileReturned(id, version));
      case SUSPEND -> outbox.publish(new ProfileSuspended(id, version));
      case REINSTATE -> outbox.publish(new ProfileReinstated(id, version));
      case ARCHIVE -> outbox.publish(new ProfileArchived(id, version));
      case LAPSE -> outbox.publish(new ProfileLapsed(id, version));
      case EDIT_IDENTITY -> {
        if (before != null
            && before.status() != after.status()
            && after.status() == ProfileStatus.SUBMITTED) {
          outbox.publish(new ProfileSubmitted(id, version));
        }
      }
      case EDIT, WITHDRAW, PAUSE, RESUME, RECONFIRM -> {
        // ProfileChanged says enough
      }
    }
  }

  /** The steps of a profile, the first first. */
  List<ProfileStep> list(UUID profile, int offset, int limit) {
    return jdbc.prepareStatement(
        """
        select version, at, person_id, acted_as, action, from_status, to_status, reasons, text,
               fields::text as fields, decision
          from profile_change where profile = ? order by number offset ? limit ?
        """,
        s -> {
          s.setObject(1, profile);
          s.setInt(2, offset);
          s.setInt(3, limit);
          try (ResultSet rows = s.executeQuery()) {
            List<ProfileStep> steps = new ArrayList<>();
            while (rows.next()) {
              steps.add(step(rows));
            }
            return steps;
          }
        });
  }

  /** The last step of one of these kinds; empty where none was ever taken. */
  Optional<ProfileStep> findLast(UUID profile, ProfileAction... actions) {
    return jdbc.prepareStatement(
        """
        select version, at, person_id, acted_as, action, from_status, to_status, reasons, text,
               fields::text as fields, decision
          from profile_change where profile = ? and action = any(?) order by number desc limit 1
        """,
        s -> {
          s.setObject(1, profile);
          Object[] ids = Stream.of(actions).map(ProfileAction::id).toArray();
          s.setArray(2, s.getConnection().createArrayOf("text", ids));
          try (ResultSet rows = s.executeQuery()) {
            return rows.next() ? Optional.of(step(rows)) : Optional.empty();
          }
        });
  }

  /** Whether a member of the authority, or this person, has edited the profile since. */
  boolean isEditedSince(UUID profile, UUID person, Instant since) {
    return Count.of(
            jdbc,
            """
            select count(*) from profile_change
             where profile = ? and action in ('edit', 'edit-identity') and at > ?
               and (acted_as in ('owner', 'editor') or person_id = ?)
            """,
            s -> {
              s.setObject(1, profile);
              s.setObject(2, since.atOffset(ZoneOffset.UTC));
              s.setObject(3, person);
            })
        > 0;
  }

  long count(UUID profile) {
    return jdbc.prepareStatement(
        "select count(*) from profile_change where profile = ?",
        s -> {
          s.setObject(1, profile);
          try (ResultSet rows = s.executeQuery()) {
            rows.next();
            return rows.getLong(1);
          }
        });
  }

  private ProfileStep step(ResultSet r) throws SQLException {
    String from = r.getString("from_status");
    return new ProfileStep(
        r.getLong("version"),
        Objects.requireNonNull(ProfileRows.instant(r, "at")),
        r.getObject("person_id", UUID.class),
        r.getString("acted_as"),
        r.getString("action"),
        from == null ? null : ProfileStatus.valueOf(from).id(),
        ProfileStatus.valueOf(r.getString("to_status")).id(),
        ProfileRows.texts(r, "reasons"),
        r.getString("text"),
        fields(r.getString("fields")),
        r.getObject("decision", UUID.class));
  }

  private void insert(
      Actor actor,
      String actedAs,
      ProfileAction action,
      @Nullable Profile before,
      Profile after,
      Why why,
      Map<String, Object> fields) {
    String fieldsJson = write(fields);
    jdbc.prepareStatement(
        """
        insert into profile_change (profile, version, at, person_id, acted_as, action, from_status,
          to_status, reasons, text, fields, decision)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
        """,
        s -> {
          s.setObject(1, after.id());
          s.setLong(2, after.version());
          s.setObject(3, after.changedAt().atOffset(ZoneOffset.UTC));
          s.setObject(4, actor.personId());
          s.setString(5, actedAs);
          s.setString(6, action.id());
          s.setString(7, before == null ? null : before.status().name());
          s.setString(8, after.status().name());
          s.setArray(9, s.getConnection().createArrayOf("text", why.reason().ids().toArray()));
          s.setString(10, why.reason().text());
          s.setString(11, fieldsJson);
          s.setObject(12, why.decision());
          return s.executeUpdate();
        });
  }

  private static String actedAs(ProfileAction action, Set<Standing> standings) {
    // the capacity that decided: the highest, as they are declared from least to most
    return ProfileLifecycle.acting(action, standings).stream()
        .filter(s -> s != Standing.DECISION)
        .max(Standing::compareTo)
        .map(Standing::id)
        .orElse("person");
  }

  /** Each field that is not the same, with its old and new value. */
  private Map<String, Object> changed(ProfileContent before, ProfileContent after) {
    if (before.equals(after)) {
      return Map.of();
    }
    JsonNode old = tree(before);
    JsonNode now = tree(after);
    Map<String, Object> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> entry : now.entries()) {
      JsonNode was = old.get(entry.getKey());
      if (!entry.getValue().equals(was)) {
        fields.put(
            entry.getKey(),
            CONTACT.equals(entry.getKey())
                ? Map.of("changed", true)
                : fromTo(was, entry.getValue()));
      }
    }
    return fields;
  }

  private static Map<String, @Nullable Object> fromTo(@Nullable JsonNode was, JsonNode is) {
    Map<String, @Nullable Object> change = new LinkedHashMap<>();
    change.put("from", was == null ? null : was.getValue());
    change.put("to", is.getValue());
    return change;
  }

  private JsonNode tree(ProfileContent content) {
    try {
      return json.writeValueToTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String write(Map<String, Object> fields) {
    try {
      return json.writeValueAsString(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, Object> fields(String stored) {
    try {
      return json.readValue(stored, Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
