package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Statements of reasons, for those whom decisions concern; to everybody else there are none. */
@Singleton
public class Statements {
  private final DecisionRepository decisions;
  private final DecisionAnswers answers;
  private final ModerationPermission permission;
  private final Clock clock;

  Statements(
      DecisionRepository decisions,
      DecisionAnswers answers,
      ModerationPermission permission,
      Clock clock) {
    this.decisions = decisions;
    this.answers = answers;
    this.permission = permission;
    this.clock = clock;
  }

  /** Those that concern the actor: what she wrote, or an organisation that she acts for. */
  @Transactional
  public Page<StatementResponse> list(Actor actor, PageRequest page) {
    Set<UUID> own = ModerationPermission.actsFor(actor);
    List<Decision> found =
        decisions.listConcerning(actor.person(), own, page.offset(), page.limit());
    return Page.at(
        page.offset(),
        answers.statements(actor, found, clock.instant()),
        decisions.countConcerning(actor.person(), own));
  }

  /**
   * One of them.
   *
   * @throws DomainException.NotFound for everybody whom it does not concern
   */
  @Transactional
  public StatementResponse get(Actor actor, UUID id) {
    return decisions
        .find(id)
        .filter(d -> permission.isConcerned(actor, d))
        .map(d -> answers.statements(actor, List.of(d), clock.instant()).getFirst())
        .orElseThrow(() -> new DomainException.NotFound("moderation.noDecision"));
  }
}
