package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Which mails a person wants. The one place that decides whether a mail is sent to her. */
@Singleton
public class NoticeChoices {
  private final JdbcOperations jdbc;
  private final People people;
  private final AuditLog audit;
  private final Clock clock;

  NoticeChoices(JdbcOperations jdbc, People people, AuditLog audit, Clock clock) {
    this.jdbc = jdbc;
    this.people = people;
    this.audit = audit;
    this.clock = clock;
  }

  /** The kinds that the person wants; all of them, until she says otherwise. */
  @Transactional
  public Set<NoticeKind> wanted(Actor actor) {
    return wanted(actor.person());
  }

  /** Says of some kinds whether they are wanted, and leaves the others. */
  @Transactional
  public Set<NoticeKind> change(Actor actor, Map<NoticeKind, Boolean> choices) {
    UUID person = actor.person();
    choices.forEach((kind, wants) -> set(person, kind, wants));
    Set<NoticeKind> after = wanted(person);
    audit.record(
        actor,
        "account.notices",
        person,
        Map.of("wanted", after.stream().map(Enum::name).toList()));
    return after;
  }

  /**
   * Whether a mail of this name goes to the address; to one that has no account it does.
   *
   * @param mail the name of a mail, as in {@link NewMail#kind}
   */
  @Transactional
  boolean goesTo(String address, String mail) {
    return NoticeKind.of(mail)
        .map(
            kind ->
                people
                    .findByEmail(address)
                    .map(person -> wanted(person.id()).contains(kind))
                    .orElse(true))
        .orElse(true);
  }

  Set<NoticeKind> wanted(UUID person) {
    return jdbc.prepareStatement(
        "select kind from unwanted_notice where person_id = ?",
        s -> {
          s.setObject(1, person);
          Set<NoticeKind> wanted = EnumSet.allOf(NoticeKind.class);
          try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
              wanted.remove(NoticeKind.valueOf(rows.getString(1)));
            }
          }
          return wanted;
        });
  }

  private void set(UUID person, NoticeKind kind, boolean wanted) {
    if (wanted) {
      jdbc.prepareStatement(
          "delete from unwanted_notice where person_id = ? and kind = ?",
          s -> {
            s.setObject(1, person);
            s.setString(2, kind.name());
            return s.executeUpdate();
          });
    } else {
      jdbc.prepareStatement(
          "insert into unwanted_notice values (?, ?, ?) on conflict do nothing",
          s -> {
            s.setObject(1, person);
            s.setString(2, kind.name());
            s.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            return s.executeUpdate();
          });
    }
  }
}
