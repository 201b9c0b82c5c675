package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;

/** What should be known of two authorities before they are proposed to each other. */
@Singleton
public class ProposalOutlooks {
  private final IntroductionRepository introductions;
  private final IntroductionGates gates;
  private final IntroductionMatches matches;

  ProposalOutlooks(
      IntroductionRepository introductions, IntroductionGates gates, IntroductionMatches matches) {
    this.introductions = introductions;
    this.gates = gates;
    this.matches = matches;
  }

  /**
   * How well they fit, and what stands between them.
   *
   * @throws DomainException.Forbidden for whoever may not propose these two
   * @throws DomainException.NotFound where the actor must not know one of them
   */
  @Transactional
  public ProposalOutlook of(Actor actor, UUID one, UUID other, Locale reader) {
    DomainException.Conflict obstacle = null;
    try {
      gates.checkPropose(actor, one, other);
    } catch (DomainException.Conflict inTheWay) {
      obstacle = inTheWay;
    }
    // who looks after one country only does not learn what is open between two others
    if (actor.isSecretariat() && introductions.findOpen(one, other).isPresent()) {
      obstacle = new DomainException.Conflict("introductions.ask.alreadyOpen");
    }
    return new ProposalOutlook(matches.now(one, other, reader).orElse(null), obstacle);
  }
}
