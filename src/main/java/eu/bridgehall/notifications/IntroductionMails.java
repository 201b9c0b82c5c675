package eu.bridgehall.notifications;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.partnerships.IntroductionAccepted;
import eu.bridgehall.partnerships.IntroductionDeclined;
import eu.bridgehall.partnerships.IntroductionEnded;
import eu.bridgehall.partnerships.IntroductionExpired;
import eu.bridgehall.partnerships.IntroductionProposalDeclined;
import eu.bridgehall.partnerships.IntroductionProposalEnded;
import eu.bridgehall.partnerships.IntroductionProposed;
import eu.bridgehall.partnerships.IntroductionRejected;
import eu.bridgehall.partnerships.IntroductionReminded;
import eu.bridgehall.partnerships.IntroductionRequested;
import eu.bridgehall.partnerships.IntroductionReviewReminded;
import eu.bridgehall.partnerships.IntroductionSent;
import eu.bridgehall.partnerships.IntroductionWithdrawn;
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
  private static final Set<String> REVIEWING =
      Set.of("introduction-review", "introduction-review-reminder");
  private static final Set<String> ASKING =
      Set.of(
          "introduction-arrived",
          "introduction-reminder",
          "introduction-last-reminder",
          "introduction-proposed",
          "introduction-proposal-reminder");
  private static final Set<Class<? extends DomainEvent>> WAITING =
      Set.of(
          IntroductionRequested.class,
          IntroductionReviewReminded.class,
          IntroductionSent.class,
          IntroductionReminded.class,
          IntroductionProposed.class);

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
        IntroductionRejected.class,
        IntroductionWithdrawn.class,
        IntroductionReminded.class,
        IntroductionReviewReminded.class,
        IntroductionExpired.class,
        IntroductionEnded.class,
        IntroductionProposed.class,
        IntroductionProposalDeclined.class,
        IntroductionProposalEnded.class);
  }

  @Override
  public void handle(StoredEvent event) {
    settle(event);
    if (event.is(IntroductionRequested.class)) {
      IntroductionRequested e = event.as(IntroductionRequested.class);
      if (e.reviewed()) {
        Collection<Recipient> reviewers = readers.reviewing(e.country(), e.from(), e.to());
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
    } else if (event.is(IntroductionReminded.class)) {
      IntroductionReminded e = event.as(IntroductionReminded.class);
      tell(event, reminder(e), readers.acting(e.to()), e.from(), e.to());
    } else if (event.is(IntroductionReviewReminded.class)) {
      IntroductionReviewReminded e = event.as(IntroductionReviewReminded.class);
      Collection<Recipient> reviewers = readers.reviewing(e.country(), e.from(), e.to());
      tell(event, "introduction-review-reminder", reviewers, e.from(), e.to());
    } else if (event.is(IntroductionExpired.class)) {
      IntroductionExpired e = event.as(IntroductionExpired.class);
      String proposed = "introduction-proposal-expired";
      String one = e.proposed() ? proposed : "introduction-expired";
      String other = e.proposed() ? proposed : "introduction-missed";
      tell(event, one, readers.acting(e.from()), e.from(), e.to());
      tell(event, other, readers.acting(e.to()), e.from(), e.to());
    } else if (event.is(IntroductionEnded.class)) {
      IntroductionEnded e = event.as(IntroductionEnded.class);
      tell(event, "introduction-ended", readers.acting(e.from()), e.from(), e.to());
      if (e.reached()) {
        tell(event, "introduction-ended", readers.acting(e.to()), e.from(), e.to());
      }
    } else if (event.is(IntroductionProposed.class)) {
      IntroductionProposed e = event.as(IntroductionProposed.class);
      tell(event, "introduction-proposed", readers.acting(e.from()), e.from(), e.to());
      tell(event, "introduction-proposed", readers.acting(e.to()), e.from(), e.to());
    } else if (event.is(IntroductionProposalDeclined.class)) {
      IntroductionProposalDeclined e = event.as(IntroductionProposalDeclined.class);
      tell(event, "introduction-proposal-declined", readers.acting(e.from()), e.from(), e.to());
    } else if (event.is(IntroductionProposalEnded.class)) {
      IntroductionProposalEnded e = event.as(IntroductionProposalEnded.class);
      tell(event, "introduction-proposal-over", readers.acting(e.proposedBy()), e.from(), e.to());
    }
  }

  /** What nobody has to answer any more is not new to anybody. */
  private void settle(StoredEvent event) {
    if (event.is(IntroductionSent.class)) {
      notices.over(event.subject(), REVIEWING);
    } else if (WAITING.stream().noneMatch(event::is)) {
      notices.over(event.subject(), REVIEWING);
      notices.over(event.subject(), ASKING);
    }
  }

  private static String reminder(IntroductionReminded e) {
    if (e.proposed()) {
      return "introduction-proposal-reminder";
    }
    return e.last() ? "introduction-last-reminder" : "introduction-reminder";
  }

  private void tell(
      StoredEvent event, String kind, Collection<Recipient> people, UUID from, UUID to) {
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
            Map.of("from", from, "to", to),
            "/introductions/" + event.subject()));
  }
}
