package eu.bridgehall.moderation;

import eu.bridgehall.accounts.AccountClosed;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import jakarta.inject.Singleton;
import java.util.Set;

/** What was proposed about an account ends when its owner closes it: nothing is left to suspend. */
@Singleton
class ClosedAccounts implements OutboxConsumer {
  private final DecisionRepository decisions;
  private final AuditLog audit;

  ClosedAccounts(DecisionRepository decisions, AuditLog audit) {
    this.decisions = decisions;
    this.audit = audit;
  }

  @Override
  public String name() {
    return "decisions-of-closed-accounts";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(AccountClosed.class);
  }

  @Override
  public void handle(StoredEvent event) {
    // while one is proposed there is no newer one
    decisions.listAbout(SubjectKind.ACCOUNT, event.subject(), 1).stream()
        .flatMap(d -> decisions.lock(d.id()).stream())
        .filter(d -> d.status() == DecisionStatus.PROPOSED)
        .forEach(this::end);
  }

  private void end(Decision proposed) {
    Decision ended = proposed.declined(null);
    decisions.update(ended);
    audit.record(Actor.service(), "decision.decline", ended.id(), ended.whom());
  }
}
