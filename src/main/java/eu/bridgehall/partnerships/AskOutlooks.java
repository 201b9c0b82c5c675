package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/** What should be known before somebody writes why she wants to be put in touch. */
@Singleton
public class AskOutlooks {
  private final IntroductionRepository introductions;
  private final IntroductionGates gates;

  AskOutlooks(IntroductionRepository introductions, IntroductionGates gates) {
    this.introductions = introductions;
    this.gates = gates;
  }

  /**
   * What stands in the way now, as far as the authority that asks may know of it.
   *
   * @throws DomainException.NotFound where the actor is no member of it, or must not know the other
   */
  @Transactional
  public AskOutlook of(Actor actor, UUID from, UUID to) {
    if (!actor.isMember(from, MemberRole.VIEWER)) {
      throw new DomainException.NotFound("organisations.notFound");
    }
    try {
      gates.checkAsk(actor, from, to);
    } catch (DomainException.Conflict | DomainException.Invalid inTheWay) {
      return AskOutlook.of(inTheWay);
    }
    Introduction open = introductions.findOpen(from, to).orElse(null);
    if (open != null) {
      boolean known = open.from().equals(from) || open.sentAt() != null;
      return new AskOutlook(gates.alreadyOpen(from, to), known ? open.id() : null, null);
    }
    try {
      gates.checkTies(from, to);
      return AskOutlook.CLEAR;
    } catch (DomainException.Conflict inTheWay) {
      return new AskOutlook(
          inTheWay,
          null,
          introductions.findAccepted(from, to).map(Introduction::conversationId).orElse(null));
    }
  }
}
