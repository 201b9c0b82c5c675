package eu.bridgehall.moderation;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.moderation.model.AppealOutcome;
import java.util.Collection;
import java.util.UUID;

/**
 * What is told of a decision: those that concern an organisation, and those about an account, of
 * which nobody but its owner and the secretariat hears.
 */
final class DecisionEvents {
  private DecisionEvents() {}

  static DomainEvent proposed(Decision d) {
    return d.isAboutAccount()
        ? AccountJudged.of(d, AccountStep.PROPOSED)
        : new DecisionProposed(d.id(), d.concerned(), d.decidedBy());
  }

  static DomainEvent declined(Decision d) {
    return d.isAboutAccount()
        ? AccountJudged.of(d, AccountStep.DECLINED)
        : new DecisionDeclined(d.id(), d.concerned(), d.decidedBy());
  }

  static DomainEvent made(Decision d) {
    boolean told = d.kind().concernsSomebody();
    return d.isAboutAccount()
        ? AccountJudged.of(d, AccountStep.SUSPENDED)
        : new DecisionMade(
            d.id(),
            d.kind().id(),
            d.origin().id(),
            told ? d.authority() : null,
            told ? d.person() : null);
  }

  static DomainEvent ended(Decision d) {
    return d.isAboutAccount()
        ? AccountJudged.of(d, AccountStep.ENDED)
        : new DecisionEnded(d.id(), d.authority(), d.person());
  }

  static DomainEvent appealed(Decision d, UUID appeal) {
    return d.isAboutAccount()
        ? AccountJudged.of(d, AccountStep.APPEALED)
        : new AppealMade(appeal, d.id(), d.authority(), d.person());
  }

  /**
   * An appeal has been decided.
   *
   * @param closed the appeals that were decided so, it among them
   */
  static DomainEvent judged(
      Decision d, Appeal appeal, AppealOutcome outcome, Collection<Appeal> closed) {
    if (d.isAboutAccount()) {
      return AccountJudged.of(
          d, outcome == AppealOutcome.OVERTURNED ? AccountStep.OVERTURNED : AccountStep.UPHELD);
    }
    return new AppealDecided(
        appeal.id(),
        d.id(),
        outcome.id(),
        d.authority(),
        d.person(),
        appeal.by(),
        appeal.side().id(),
        closed.stream().map(Appeal::by).distinct().toList());
  }
}
