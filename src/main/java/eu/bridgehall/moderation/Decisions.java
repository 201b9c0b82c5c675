package eu.bridgehall.moderation;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.messaging.Party;
import eu.bridgehall.messaging.ReportedContent;
import eu.bridgehall.moderation.Decision.Step;
import eu.bridgehall.moderation.DecisionChecks.About;
import eu.bridgehall.moderation.model.DecisionOrigin;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.SubjectKind;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the secretariat decides: about what was reported, and what becomes of every decision. Of two
 * who decide about the same thing at once, the second is told that it has been done; who decide
 * about the same authority come one after the other, for what they decide may hide the same.
 */
@Singleton
public class Decisions {
  private final DecisionRepository decisions;
  private final ReportRepository reports;
  private final SignalFlagRepository flags;
  private final ReportedContent content;
  private final ModerationPermission permission;
  private final DecisionChecks checks;
  private final DecisionEffects effects;
  private final DecisionAnswers answers;
  private final QueueGuard guard;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Decisions(
      DecisionRepository decisions,
      ReportRepository reports,
      SignalFlagRepository flags,
      ReportedContent content,
      ModerationPermission permission,
      DecisionChecks checks,
      DecisionEffects effects,
      DecisionAnswers answers,
      QueueGuard guard,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.decisions = decisions;
    this.reports = reports;
    this.flags = flags;
    this.content = content;
    this.permission = permission;
    this.checks = checks;
    this.effects = effects;
    this.answers = answers;
    this.guard = guard;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Decides about what was reported; every open report of the same thing is closed by it.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, and a moderator who has
   *     reported it, or decided about it before it was to be looked at again
   * @throws DomainException.NotFound where there is no such report, and for a moderator who is not
   *     impartial about it
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where it has been decided before
   */
  @Transactional
  public DecisionResponse decideReport(Actor actor, UUID report, DecideRequest request) {
    permission.mustModerate(actor);
    ReportRepository.Row reported =
        reports
            .find(report)
            .filter(r -> permission.isImpartial(actor, r))
            .orElseThrow(() -> new DomainException.NotFound("moderation.noReport"));
    permission.mustLookAfresh(actor, reported.subject());
    Decision decision = checks.check(about(reported), request, actor.person(), now());
    decisions.lockConcerned(decision);
    List<UUID> open = reports.lockOpen(reported.subject());
    if (!open.contains(report)) {
      throw new DomainException.Conflict("moderation.decidedBefore");
    }
    open.forEach(each -> guard.deciding(actor, WaitingKind.REPORT, each));
    return make(actor, decision.from(DecisionOrigin.REPORT), open);
  }

  private About about(ReportRepository.Row r) {
    UUID conversation = r.conversation();
    Set<UUID> sides =
        r.kind() != SubjectKind.CONVERSATION || conversation == null
            ? Set.of()
            : content.sides(List.of(conversation)).getOrDefault(conversation, List.of()).stream()
                .map(Party::id)
                .collect(Collectors.toSet());
    return new About(r.kind(), r.subject(), conversation, r.authority(), r.author(), sides);
  }

  /** Keeps what was checked, and puts it into force unless it waits for a second moderator. */
  DecisionResponse make(Actor actor, Decision checked, List<UUID> closes) {
    Decision made =
        checked.kind().needsSecond() ? checked : checked.inForce(null, checked.decidedAt());
    if (!decisions.add(made)) {
      throw new DomainException.Conflict("moderation.inForceBefore");
    }
    reports.close(closes, made.id());
    Map<String, Object> details = new HashMap<>();
    details.put("kind", made.kind().id());
    details.put("reason", made.reason().id());
    details.put("about", made.subjectKind().id());
    details.put("origin", made.origin().id());
    details.put("thing", made.subject());
    details.put("reports", closes);
    put(details, "rule", made.rule() == null ? null : made.rule().id());
    put(details, "authority", made.authority());
    put(details, "person", made.person());
    put(details, "days", made.termDays());
    audit.record(actor, "decision.make", made.id(), details);
    if (made.status() == DecisionStatus.PROPOSED) {
      outbox.publish(DecisionEvents.proposed(made));
      return answers.of(made);
    }
    return answers.of(takeEffect(actor, made));
  }

  private static void put(Map<String, Object> details, String name, @Nullable Object value) {
    if (value != null) {
      details.put(name, value);
    }
  }

  private Decision takeEffect(Actor actor, Decision inForce) {
    Decision applied = effects.apply(actor, inForce);
    decisions.update(applied);
    outbox.publish(DecisionEvents.made(applied));
    return applied;
  }

  /**
   * The second moderator agrees: the decision comes into force.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, and for who has proposed
   *     or reported it
   * @throws DomainException.NotFound where there is none, and for a moderator who is not impartial
   * @throws DomainException.Conflict where it does not wait for anybody
   */
  @Transactional
  public DecisionResponse confirm(Actor actor, UUID id) {
    Decision proposed = lockProposed(actor, id);
    Instant now = now();
    Decision confirmed = proposed.inForce(new Step(actor.person(), now, null), now);
    decisions.update(confirmed);
    audit.record(actor, "decision.confirm", id, confirmed.whom());
    return answers.of(takeEffect(actor, confirmed));
  }

  /**
   * The second moderator does not agree: it never comes into force, and what was reported, or found
   * by a signal, is open again. Refusals as {@link #confirm}.
   *
   * @param why for the first moderator
   * @throws DomainException.Invalid without a text
   */
  @Transactional
  public DecisionResponse decline(Actor actor, UUID id, TextRequest why) {
    Decision proposed = lockProposed(actor, id);
    String text = why.checked();
    Decision declined = proposed.declined(new Step(actor.person(), now(), text));
    decisions.update(declined);
    reports.reopen(id);
    flags.reopen(id);
    audit.record(actor, "decision.decline", id, declined.whom());
    outbox.publish(DecisionEvents.declined(declined));
    return answers.of(declined);
  }

  private Decision lockProposed(Actor actor, UUID id) {
    permission.mustModerate(actor);
    Decision proposed = lockSeen(actor, id);
    permission.mustBeSecond(actor, proposed);
    if (proposed.status() != DecisionStatus.PROPOSED) {
      throw new DomainException.Conflict("moderation.notProposed");
    }
    guard.deciding(actor, WaitingKind.SECOND_OPINION, id);
    return proposed;
  }

  /**
   * Ends a decision before its term: what it hides is shown again, whom it restricts is free.
   *
   * @param why for those whom it concerns
   * @throws DomainException.Forbidden for everybody but the secretariat
   * @throws DomainException.NotFound where there is none, and for a moderator who is not impartial
   * @throws DomainException.Invalid without a text
   * @throws DomainException.Conflict where it is not in force, only an appeal undoes it, or
   *     somebody else has taken on a correction of what it hides
   */
  @Transactional
  public DecisionResponse lift(Actor actor, UUID id, TextRequest why) {
    permission.mustModerate(actor);
    Decision before = lockSeen(actor, id);
    String text = why.checked();
    if (before.status() != DecisionStatus.IN_FORCE || !before.kind().mayBeLifted()) {
      throw new DomainException.Conflict("moderation.notInForce");
    }
    guard.deciding(actor, WaitingKind.CORRECTION, id);
    return answers.of(restore(actor, before, text));
  }

  /** Ends one that the caller has locked, for what it was about is settled. */
  Decision restore(Actor actor, Decision before, String why) {
    return end(actor, before, DecisionStatus.LIFTED, why);
  }

  /**
   * A batch of those whose term is over.
   *
   * @param after the last of the batch before; null for the first
   */
  @Transactional
  List<UUID> listExpired(@Nullable UUID after, int limit) {
    return decisions.listExpired(now(), after, limit);
  }

  /**
   * Ends one whose term is over; where it is not, or somebody else has ended it, nothing happens.
   */
  @Transactional
  void expire(UUID id) {
    decisions
        .lock(id)
        .filter(d -> d.isOver(now()))
        .ifPresent(over -> end(Actor.service(), over, DecisionStatus.EXPIRED, null));
  }

  private Decision end(Actor actor, Decision before, DecisionStatus how, @Nullable String text) {
    Decision ended = before.ended(how, new Step(actor.personId(), now(), text));
    decisions.update(ended);
    effects.undo(actor, ended);
    audit.record(
        actor,
        how == DecisionStatus.LIFTED ? "decision.lift" : "decision.expire",
        before.id(),
        before.whom());
    outbox.publish(DecisionEvents.ended(before));
    return ended;
  }

  /**
   * Undoes one that an appeal has found wrong, in the transaction of the appeal. Of one that had
   * ended before, how it did stays.
   */
  void overturn(Actor actor, Decision before) {
    Step end = before.lifted();
    Decision overturned =
        before.ended(
            DecisionStatus.OVERTURNED, end == null ? new Step(actor.personId(), now(), null) : end);
    decisions.update(overturned);
    if (before.status() == DecisionStatus.IN_FORCE) {
      effects.undo(actor, overturned);
    }
    effects.showEarlier(overturned);
    audit.record(actor, "decision.overturn", before.id(), before.whom());
  }

  /**
   * The decision, alone with it until the transaction ends.
   *
   * @throws DomainException.NotFound where there is none
   */
  Decision lock(UUID id) {
    return decisions.lock(id).orElseThrow(Decisions::none);
  }

  /** The same for a moderator; for one who is not impartial about it there is none. */
  Decision lockSeen(Actor actor, UUID id) {
    return decisions
        .lock(id)
        .filter(d -> permission.isImpartial(actor, d))
        .orElseThrow(Decisions::none);
  }

  /**
   * The decisions, the newest first; without those about which the actor is not impartial.
   *
   * @param status only those; null for all
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public Page<DecisionResponse> list(Actor actor, @Nullable String status, PageRequest page) {
    permission.mustModerate(actor);
    DecisionStatus wanted =
        status == null ? null : FieldChecks.chosen("status", status, DecisionStatus.class);
    return Page.at(
        page.offset(),
        answers.of(decisions.list(actor, wanted, page.offset(), page.limit())),
        decisions.count(actor, wanted));
  }

  /**
   * A decision, for those who decide.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   * @throws DomainException.NotFound where there is none, and for who is not impartial about it
   */
  @Transactional
  public DecisionResponse get(Actor actor, UUID id) {
    permission.mustModerate(actor);
    return find(actor, id).map(answers::of).orElseThrow(Decisions::none);
  }

  /** Whether the actor, who is of the secretariat, reads the decision. */
  @Transactional
  public boolean isFor(Actor actor, UUID id) {
    return find(actor, id).isPresent();
  }

  private Optional<Decision> find(Actor actor, UUID id) {
    return decisions.find(id).filter(d -> permission.isImpartial(actor, d));
  }

  /**
   * Whether it waits for a second moderator, and the actor may be that.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public boolean mayConfirm(Actor actor, UUID id) {
    permission.mustModerate(actor);
    return decisions
        .find(id)
        .filter(d -> d.status() == DecisionStatus.PROPOSED && permission.isSecond(actor, d))
        .isPresent();
  }

  /**
   * Whether the actor may end it before its term.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public boolean mayLift(Actor actor, UUID id) {
    permission.mustModerate(actor);
    return find(actor, id)
        .filter(d -> d.status() == DecisionStatus.IN_FORCE && d.kind().mayBeLifted())
        .isPresent();
  }

  /** Whether a decision has brought a profile to this version, and so tells of it by itself. */
  @Transactional
  public boolean tellsOf(UUID authority, long version) {
    return decisions.hasMoved(authority, version);
  }

  private static DomainException.NotFound none() {
    return new DomainException.NotFound("moderation.noDecision");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
