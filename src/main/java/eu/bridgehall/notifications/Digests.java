package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits for a digest once its hour has struck: what was told before the last hour of the
 * day, or of the week, and is still unread, in one mail to each reader. What has been taken into a
 * digest waits no more, in the transaction that queues its mail, so that a service that dies or
 * comes late loses and repeats nothing.
 */
@Singleton
class Digests {
  /** The name of the mail. */
  static final String MAIL = "digest";

  private static final Logger LOG = LoggerFactory.getLogger(Digests.class);
  private static final int BATCH = 200;

  private final NoticeRepository notices;
  private final Mails mails;
  private final People people;
  private final TransactionOperations<Connection> transactions;
  private final DigestHours hours;
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
    this.clock = clock;
    this.hours = DigestHours.of(settings);
  }

  /** Sends all digests that are due; what fails is left for the next time. */
  @Scheduled(fixedDelay = "1m", initialDelay = "1m")
  void send() {
    Instant now = clock.instant();
    Instant daily = hours.lastDaily(now);
    Instant weekly = hours.lastWeekly(now);
    Set<UUID> failed = new HashSet<>();
    List<UUID> due;
    do {
      due =
          notices.listDue(daily, weekly, BATCH + failed.size()).stream()
              .filter(p -> !failed.contains(p))
              .toList();
      for (UUID person : due) {
        if (!send(person, daily, weekly)) {
          failed.add(person);
        }
      }
    } while (!due.isEmpty());
  }

  /** Whether nothing went wrong. */
  private boolean send(UUID person, Instant daily, Instant weekly) {
    try {
      transactions.executeWrite(
          status -> {
            queue(person, daily, weekly);
            return true;
          });
      return true;
    } catch (RuntimeException e) {
      LOG.error("The digest of {} could not be queued, the others are", person, e);
      return false;
    }
  }

  private void queue(UUID person, Instant daily, Instant weekly) {
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
}
