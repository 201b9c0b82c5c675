package eu.bridgehall.moderation;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.moderation.model.AppealOutcome;
import eu.bridgehall.moderation.model.AppealSide;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Appeals against decisions: one for each side that it concerns, within a time; decided by somebody
 * who had no part in the decision.
 */
@Singleton
public class Appeals {
  private final AppealRepository appeals;
  private final DecisionRepository repository;
  private final Decisions decisions;
  private final DecisionAnswers answers;
  private final ModerationPermission permission;
  private final ModerationSettings settings;
  private final QueueGuard guard;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Appeals(
      AppealRepository appeals,
      DecisionRepository repository,
      Decisions decisions,
      DecisionAnswers answers,
      ModerationPermission permission,
      ModerationSettings settings,
      QueueGuard guard,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.appeals = appeals;
    this.repository = repository;
    this.decisions = decisions;
    this.answers = answers;
    this.permission = permission;
    this.settings = settings;
    this.guard = guard;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Appeals against a decision.
   *
   * @throws DomainException.NotFound for everybody whom it does not concern
   * @throws DomainException.Invalid without a text
   * @throws DomainException.Conflict where somebody has appealed for the same side before, another
   *     appeal was right, or it is too late
   */
  @Transactional
  public StatementResponse appeal(Actor actor, UUID decision, TextRequest request) {
    Decision d =
        repository
            .lock(decision)
            .filter(found -> permission.isConcerned(actor, found))
            .orElseThrow(() -> new DomainException.NotFound("moderation.noDecision"));
    String text = request.checked();
    Instant now = now();
    if (!now.isBefore(Objects.requireNonNull(d.inForceAt()).plus(settings.appealWithin()))) {
      throw new DomainException.Conflict("moderation.appeal.late");
    }
    if (d.status() == DecisionStatus.OVERTURNED) {
      throw new DomainException.Conflict("moderation.appeal.needless");
    }
    AppealSide side = ModerationPermission.sideOf(actor, d);
    Appeal appeal = new Appeal(Ids.next(), decision, side, text, actor.person(), now, null);
    if (!appeals.add(appeal)) {
      throw new DomainException.Conflict("moderation.appeal.once");
    }
    audit.record(actor, "appeal.make", decision, Map.of("appeal", appeal.id()));
    outbox.publish(DecisionEvents.appealed(d, appeal.id()));
    return answers.statements(actor, List.of(d), now).getFirst();
  }

  /**
   * The appeals: those that are open, the longest-waiting first, or those that were decided; none
   * about which the actor is not impartial.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public Page<DecisionResponse> list(Actor actor, boolean open, PageRequest page) {
    permission.mustModerate(actor);
    List<UUID> about =
        appeals.list(actor, open, page.offset(), page.limit()).stream()
            .map(Appeal::decision)
            .toList();
    Map<UUID, DecisionResponse> found =
        answers.of(repository.listAll(about)).stream()
            .collect(Collectors.toMap(DecisionResponse::id, Function.identity()));
    return Page.at(
        page.offset(),
        about.stream().map(id -> Objects.requireNonNull(found.get(id))).toList(),
        appeals.count(actor, open));
  }

  /**
   * Whether the actor may decide an appeal against a decision: one is open, and she had no part.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public boolean mayDecide(Actor actor, UUID decision) {
    permission.mustModerate(actor);
    Decision d = repository.find(decision).orElse(null);
    List<Appeal> against = against(decision);
    return d != null
        && against.stream().anyMatch(Appeal::isOpen)
        && permission.mayJudge(actor, d, against);
  }

  /**
   * The decision that an appeal is about.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   * @throws DomainException.NotFound where there is none, and for who is not impartial about it
   */
  @Transactional
  public UUID decisionOf(Actor actor, UUID id) {
    permission.mustModerate(actor);
    UUID decision = get(id).decision();
    if (!decisions.isFor(actor, decision)) {
      throw none();
    }
    return decision;
  }

  /** Whether the actor, who is of the secretariat, reads the appeal. */
  @Transactional
  public boolean isFor(Actor actor, UUID id) {
    return appeals.find(id).filter(a -> decisions.isFor(actor, a.decision())).isPresent();
  }

  /**
   * Decides an appeal: the decision stands, or is undone, and with it every other appeal against it
   * was right.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, for those who have made
   *     the decision, and for who has appealed against it
   * @throws DomainException.NotFound where there is none, and for who is not impartial about it
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where it has been decided before
   */
  @Transactional
  public DecisionResponse decide(Actor actor, UUID id, AppealAnswer request) {
    UUID decision = decisionOf(actor, id);
    // alone with the decision, and so with its appeal
    Decision d = decisions.lock(decision);
    Appeal appeal = get(id);
    List<Appeal> against = against(decision);
    permission.mustJudge(actor, d, against);
    FieldChecks checks = new FieldChecks();
    AppealOutcome outcome = checks.choice("outcome", request.outcome(), AppealOutcome.class);
    String answer = checks.text("answer", request.answer(), DecisionChecks.LONGEST);
    checks.done();
    if (appeal.decided() != null) {
      throw new DomainException.Conflict("moderation.appeal.decidedBefore");
    }
    guard.deciding(actor, WaitingKind.APPEAL, decision);
    AppealOutcome chosen = Objects.requireNonNull(outcome);
    boolean undone = chosen == AppealOutcome.OVERTURNED;
    List<Appeal> closed =
        against.stream().filter(each -> each.id().equals(id) || (undone && each.isOpen())).toList();
    closed.forEach(each -> close(actor, each, chosen, answer));
    if (undone) {
      decisions.overturn(actor, d);
    }
    outbox.publish(DecisionEvents.judged(d, appeal, chosen, closed));
    return decisions.get(actor, decision);
  }

  private void close(Actor actor, Appeal appeal, AppealOutcome outcome, @Nullable String answer) {
    appeals.decide(
        appeal.id(),
        new Appeal.Decided(actor.person(), now(), outcome, Objects.requireNonNull(answer)));
    audit.record(
        actor,
        "appeal.decide",
        appeal.decision(),
        Map.of("appeal", appeal.id(), "outcome", outcome.id()));
  }

  private List<Appeal> against(UUID decision) {
    return appeals.listAgainst(List.of(decision)).getOrDefault(decision, List.of());
  }

  private Appeal get(UUID id) {
    return appeals.find(id).orElseThrow(Appeals::none);
  }

  private static DomainException.NotFound none() {
    return new DomainException.NotFound("moderation.noAppeal");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
