package eu.bridgehall.notifications;

import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.partnerships.IntroductionAccepted;
import eu.bridgehall.partnerships.IntroductionDeclined;
import eu.bridgehall.partnerships.IntroductionRejected;
import eu.bridgehall.partnerships.IntroductionRequested;
import eu.bridgehall.partnerships.IntroductionSent;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The notices about introductions: to who has to act on one, and to the asker when somebody has. No
 * text that a person wrote is in them.
 */
@Singleton
class IntroductionMails implements OutboxConsumer {
  private final Readers readers;
  private final Notices notices;

  IntroductionMails(Readers readers, Notices notices) {
    this.readers = readers;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "introduction-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(
        IntroductionRequested.class,
        IntroductionSent.class,
        IntroductionAccepted.class,
        IntroductionDeclined.class,
        IntroductionRejected.class);
  }

  @Override
  public void handle(StoredEvent event) {
    if (event.is(IntroductionRequested.class)) {
      IntroductionRequested e = event.as(IntroductionRequested.class);
      if (e.reviewed()) {
        Collection<Person> reviewers = readers.reviewing(e.country(), e.from(), e.to());
        tell(event, "introduction-review", reviewers, e.from(), e.to());
      }
    } else if (event.is(IntroductionSent.class)) {
      IntroductionSent e = event.as(IntroductionSent.class);
      tell(event, "introduction-arrived", readers.acting(e.to()), e.from(), e.to());
    } else if (event.is(IntroductionAccepted.class)) {
      IntroductionAccepted e = event.as(IntroductionAccepted.class);
      tell(event, "introduction-accepted", readers.acting(e.from()), e.from(), e.to());
    } else if (event.is(IntroductionDeclined.class)) {
      IntroductionDeclined e = event.as(IntroductionDeclined.class);
      tell(event, "introduction-declined", readers.acting(e.from()), e.from(), e.to());
    } else if (event.is(IntroductionRejected.class)) {
      IntroductionRejected e = event.as(IntroductionRejected.class);
      tell(event, "introduction-rejected", readers.acting(e.from()), e.from(), e.to());
    }
  }

  private void tell(StoredEvent event, String kind, Collection<Person> people, UUID from, UUID to) {
    if (people.isEmpty()) {
      return;
    }
    Map<String, String> names = Map.of("from", readers.name(from), "to", readers.name(to));
    notices.tell(
        people,
        new NewNotice(
            kind,
            event.subject(),
            event.position().number(),
            names,
            "/introductions/" + event.subject()));
  }
}
