package eu.bridgehall.partnerships;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionLifecycle;
import eu.bridgehall.partnerships.model.IntroductionStanding;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.ties.Loads;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Ends what is open between two authorities because something keeps them apart from now on. Neither
 * is told what that is: to both it has ended, as it does for other reasons too.
 */
@Singleton
public class IntroductionEndings {
  private final IntroductionRepository introductions;
  private final Ties ties;
  private final Loads loads;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  IntroductionEndings(
      IntroductionRepository introductions,
      Ties ties,
      Loads loads,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.introductions = introductions;
    this.ties = ties;
    this.loads = loads;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Waits for whichever of the two asks at this moment; whoever asks later, waits for the caller.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void await(UUID one, UUID other) {
    Stream.of(one, other).sorted().forEach(introductions::lockAsker);
  }

  /** Ends what is open between the two; nothing where nothing is. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void endBetween(Actor actor, UUID one, UUID other) {
    introductions.findOpen(one, other).ifPresent(open -> end(actor, open.id()));
  }

  private void end(Actor actor, UUID id) {
    Introduction i = introductions.lock(id);
    if (!i.status().isOpen()) {
      return; // answered meanwhile
    }
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Introduction ended =
        i.closed(
            IntroductionLifecycle.step(
                IntroductionAction.END, i.status(), Set.of(IntroductionStanding.SERVICE)),
            now);
    introductions.update(ended);
    boolean reached = i.sentAt() != null;
    if (reached) {
      loads.withdrawn(id);
      ties.end(i.from(), i.to(), TieKind.INTRODUCTION_OPEN, i.from(), "ended");
    }
    audit.record(
        actor,
        "introduction." + IntroductionAction.END.id(),
        id,
        Map.of("from", i.from(), "to", i.to(), "status", ended.status().name()));
    outbox.publish(new IntroductionEnded(id, i.from(), i.to(), reached));
    UUID proposer = i.proposedBy();
    if (proposer != null) {
      outbox.publish(new IntroductionProposalEnded(id, i.from(), i.to(), proposer));
    }
  }
}
