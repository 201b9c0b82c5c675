package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.platform.CannotStart;
import io.micronaut.context.annotation.Context;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Sends what waits for a digest once its hour has struck: what was told before the last hour of the
 * day, or of the week, and is still unread, in one mail to each reader. What has been taken into a
 * digest waits no more, in the transaction that queues its mail, so that a service that dies or
 * comes late loses and repeats nothing.
 */
@Context
class Digests {
  /** The name of the mail. */
  static final String MAIL = "digest";

  private static final int BATCH = 200;

  private final NoticeRepository notices;
  private final Mails mails;
  private final People people;
  private final TransactionOperations<Connection> transactions;
  private final NoticeSettings settings;
  private final ZoneId zone;
  private final Clock clock;

  Digests(
      NoticeRepository notices,
      Mails mails,
      People people,
      TransactionOperations<Connection> transactions,
      NoticeSettings settings,
      Clock clock) {
    this.notices = notices;
    this.mails = mails;
    this.people = people;
    this.transactions = transactions;
    this.settings = settings;
    this.clock = clock;
    try {
      zone = ZoneId.of(settings.digestZone());
    } catch (DateTimeException e) {
      throw new CannotStart(
          "bridgehall.notices.digest-zone is \""
              + settings.digestZone()
              + "\" and must be a time zone such as Europe/Brussels",
          e);
    }
  }

  /** Sends the digests that are due; those that are left are sent the next time. */
  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  void send() {
    Instant daily = lastHour().toInstant();
    Instant weekly = lastHourOfWeek().toInstant();
    for (UUID person : notices.listDue(daily, weekly, BATCH)) {
      transactions.executeWrite(
          status -> {
            queue(person, daily, weekly);
            return true;
          });
    }
  }

  @Scheduled(fixedDelay = "6h", initialDelay = "20m")
  void clean() {
    notices.deleteBefore(clock.instant().minus(settings.keep()));
  }

  private void queue(UUID person, Instant daily, Instant weekly) {
    if (!notices.lockDigest(person, clock.instant())) {
      return; // another service is at it
    }
    List<UUID> due = notices.takeDue(person, daily, weekly);
    if (due.isEmpty()) {
      return;
    }
    people
        .find(person)
        .filter(p -> !p.suspended())
        .ifPresent(
            (Person p) ->
                mails.queue(
                    new NewMail(p.email(), p.language(), MAIL, Map.of(), MailLink.to("/notices")),
                    due));
  }

  /** The last time that the hour of the digests has struck. */
  private ZonedDateTime lastHour() {
    ZonedDateTime now = clock.instant().atZone(zone);
    ZonedDateTime today = now.truncatedTo(ChronoUnit.DAYS).withHour(settings.digestHour());
    return today.isAfter(now) ? today.minusDays(1) : today;
  }

  private ZonedDateTime lastHourOfWeek() {
    return lastHour().with(TemporalAdjusters.previousOrSame(settings.digestDay()));
  }
}
