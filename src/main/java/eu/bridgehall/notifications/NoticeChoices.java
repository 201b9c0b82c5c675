package eu.bridgehall.notifications;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How a person wants her mails. The one place that decides whether a mail is sent to her. */
@Singleton
public class NoticeChoices {
  private final NoticeRepository notices;
  private final JdbcOperations jdbc;
  private final AuditLog audit;
  private final Clock clock;

  NoticeChoices(NoticeRepository notices, JdbcOperations jdbc, AuditLog audit, Clock clock) {
    this.notices = notices;
    this.jdbc = jdbc;
    this.audit = audit;
    this.clock = clock;
  }

  /** How the mails of each kind come; at once, until the person says otherwise. */
  @Transactional
  public Map<NoticeKind, Delivery> get(Actor actor) {
    return of(actor.person());
  }

  /** Says of some kinds how they are wanted, and leaves the others. */
  @Transactional
  public Map<NoticeKind, Delivery> change(Actor actor, Map<NoticeKind, Delivery> choices) {
    UUID person = actor.person();
    Map<NoticeKind, Delivery> before = of(person);
    choices.forEach((kind, delivery) -> set(person, kind, before.get(kind), delivery));
    Map<NoticeKind, Delivery> after = of(person);
    record(actor, person, after);
    return after;
  }

  /** Switches a kind off, for whoever has the link of a mail; nothing happens where it is. */
  @Transactional
  void switchOff(UUID person, NoticeKind kind) {
    Map<NoticeKind, Delivery> before = of(person);
    if (before.get(kind) != Delivery.OFF) {
      set(person, kind, before.get(kind), Delivery.OFF);
      record(Actor.visitor(), person, of(person));
    }
  }

  /**
   * How a mail comes to the person: at once where it cannot be switched off.
   *
   * @param mail the name of a mail, as in {@link NewMail#kind}
   */
  @Transactional
  Delivery delivery(UUID person, String mail) {
    return NoticeKind.of(mail)
        .map(kind -> of(person).getOrDefault(kind, Delivery.AT_ONCE))
        .orElse(Delivery.AT_ONCE);
  }

  @Transactional
  Map<NoticeKind, Delivery> of(UUID person) {
    Map<NoticeKind, Delivery> choices = new EnumMap<>(NoticeKind.class);
    for (NoticeKind kind : NoticeKind.values()) {
      choices.put(kind, Delivery.AT_ONCE);
    }
    return jdbc.prepareStatement(
        "select kind, delivery from notice_choice where person_id = ?",
        s -> {
          s.setObject(1, person);
          try (ResultSet rows = s.executeQuery()) {
            while (rows.next()) {
              choices.put(
                  NoticeKind.valueOf(rows.getString(1)), Delivery.valueOf(rows.getString(2)));
            }
          }
          return choices;
        });
  }

  /** Choices by their ids, in a fixed order. */
  static Map<String, String> ids(Map<NoticeKind, Delivery> choices) {
    Map<String, String> ids = new TreeMap<>();
    choices.forEach((kind, delivery) -> ids.put(kind.id(), delivery.id()));
    return ids;
  }

  private void record(Actor actor, UUID person, Map<NoticeKind, Delivery> after) {
    audit.record(actor, "account.notices", person, ids(after));
  }

  private void set(UUID person, NoticeKind kind, @Nullable Delivery before, Delivery delivery) {
    if (before == Delivery.OFF || delivery == Delivery.OFF) {
      // what has waited until now does not come when it is switched on again
      notices.stopWaiting(person, kind);
    }
    if (delivery == Delivery.AT_ONCE) {
      jdbc.prepareStatement(
          "delete from notice_choice where person_id = ? and kind = ?",
          s -> {
            s.setObject(1, person);
            s.setString(2, kind.name());
            return s.executeUpdate();
          });
      return;
    }
    jdbc.prepareStatement(
        """
        insert into notice_choice (person_id, kind, delivery, since) values (?, ?, ?, ?)
        on conflict (person_id, kind) do update
          set delivery = excluded.delivery, since = excluded.since
        """,
        s -> {
          s.setObject(1, person);
          s.setString(2, kind.name());
          s.setString(3, delivery.name());
          s.setObject(4, clock.instant().atOffset(ZoneOffset.UTC));
          return s.executeUpdate();
        });
  }
}
