package eu.bridgehall.partnerships;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionLifecycle;
import eu.bridgehall.partnerships.model.IntroductionStanding;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.ties.Loads;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reminds of introductions that wait for somebody, and ends those that nobody answers. What was
 * done stands in the row and is told in the same transaction, so that a crash loses nothing and a
 * repeat does nothing twice.
 */
@Singleton
class IntroductionDeadlines {
  private static final int BATCH = 100;
  private static final int FIRST = 1;
  private static final int LAST = 2;

  private final IntroductionDue due;
  private final IntroductionRepository introductions;
  private final IntroductionSides sides;
  private final IntroductionSettings settings;
  private final Ties ties;
  private final Loads loads;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  IntroductionDeadlines(
      IntroductionDue due,
      IntroductionRepository introductions,
      IntroductionSides sides,
      IntroductionSettings settings,
      Ties ties,
      Loads loads,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.due = due;
    this.introductions = introductions;
    this.sides = sides;
    this.settings = settings;
    this.ties = ties;
    this.loads = loads;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** A batch each time: what is left is taken up the next time. */
  @Scheduled(
      fixedDelay = "${bridgehall.introductions.check-every:15m}",
      initialDelay = "${bridgehall.introductions.check-every:15m}")
  @Transactional
  void run() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    due.lockExpired(now, BATCH).forEach(id -> expire(id, now));
    Instant lastFrom = now.plus(settings.lastReminder());
    for (UUID id : due.lockToRemind(now.minus(settings.remindAfter()), lastFrom, BATCH)) {
      remind(id, lastFrom);
    }
    for (UUID id : due.lockToReview(now.minus(settings.remindReviewersAfter()), BATCH)) {
      Introduction i = introductions.get(id);
      due.reviewReminded(id, now);
      outbox.publish(new IntroductionReviewReminded(id, i.from(), i.to(), i.country()));
    }
  }

  private void expire(UUID id, Instant now) {
    Introduction i = introductions.get(id);
    IntroductionStatus next =
        IntroductionLifecycle.step(
            IntroductionAction.EXPIRE, i.status(), Set.of(IntroductionStanding.SERVICE));
    introductions.update(i.closed(next, now));
    loads.expired(id);
    ties.end(i.from(), i.to(), TieKind.INTRODUCTION_OPEN, i.from(), "expired");
    audit.record(
        Actor.service(),
        "introduction." + IntroductionAction.EXPIRE.id(),
        id,
        Map.of("from", i.from(), "to", i.to(), "status", next.name()));
    outbox.publish(new IntroductionExpired(id, i.from(), i.to(), i.isProposed()));
    UUID proposer = i.proposedBy();
    if (proposer != null) {
      outbox.publish(new IntroductionProposalEnded(id, i.from(), i.to(), proposer));
    }
  }

  private void remind(UUID id, Instant lastFrom) {
    Introduction i = introductions.get(id);
    Instant until = i.answerUntil();
    if (until != null) {
      boolean last = !until.isAfter(lastFrom);
      due.reminded(id, last ? LAST : FIRST);
      if (i.isProposed()) {
        Set<UUID> answered = sides.of(id).keySet();
        remindUnless(answered, i, i.from(), i.to(), until, last);
        remindUnless(answered, i, i.to(), i.from(), until, last);
      } else {
        outbox.publish(new IntroductionReminded(id, i.from(), i.to(), until, last, false));
      }
    }
  }

  private void remindUnless(
      Set<UUID> answered, Introduction i, UUID side, UUID other, Instant until, boolean last) {
    if (!answered.contains(side)) {
      outbox.publish(new IntroductionReminded(i.id(), other, side, until, last, true));
    }
  }
}
