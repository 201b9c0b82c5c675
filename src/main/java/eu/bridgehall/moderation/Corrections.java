package eu.bridgehall.moderation;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.messaging.MessageEdits;
import eu.bridgehall.moderation.model.CorrectionOutcome;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.profiles.ProfileDirectory;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hidden until it has been corrected: the author of a hidden message and those who act for an
 * authority whose profile is hidden correct it and say so, and a moderator shows it again or keeps
 * it hidden. One correction of a decision waits at a time.
 */
@Singleton
public class Corrections {
  private final CorrectionRepository corrections;
  private final DecisionRepository repository;
  private final Decisions decisions;
  private final Statements statements;
  private final ModerationPermission permission;
  private final MessageEdits messages;
  private final ProfileDirectory profiles;
  private final QueueGuard guard;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Corrections(
      CorrectionRepository corrections,
      DecisionRepository repository,
      Decisions decisions,
      Statements statements,
      ModerationPermission permission,
      MessageEdits messages,
      ProfileDirectory profiles,
      QueueGuard guard,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.corrections = corrections;
    this.repository = repository;
    this.decisions = decisions;
    this.statements = statements;
    this.permission = permission;
    this.messages = messages;
    this.profiles = profiles;
    this.guard = guard;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Corrects a hidden message, or says that a hidden profile has been corrected.
   *
   * @throws DomainException.NotFound for everybody whom the decision does not concern
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Forbidden for a message of somebody else, and who may not write for its
   *     side any more
   * @throws DomainException.Conflict where nothing is hidden by the decision that could be
   *     corrected, nothing was corrected, or the last correction waits
   */
  @Transactional
  public StatementResponse correct(Actor actor, UUID decision, CorrectionRequest request) {
    Decision d =
        repository
            .lock(decision)
            .filter(found -> permission.isConcerned(actor, found))
            .orElseThrow(() -> new DomainException.NotFound("moderation.noDecision"));
    FieldChecks checks = new FieldChecks();
    String note = checks.optionalText("note", request.note(), DecisionChecks.LONGEST);
    checks.done();
    if (!hidesWhatCanBeCorrected(d)) {
      throw new DomainException.Conflict("moderation.correction.not");
    }
    Correction last = corrections.findLast(decision).orElse(null);
    if (last != null && last.answered() == null) {
      throw new DomainException.Conflict("moderation.correction.waits");
    }
    String content = corrected(actor, d, request.content(), last);
    corrections.add(
        new Correction(Ids.next(), decision, content, note, actor.person(), now(), null));
    audit.record(actor, "correction.make", decision, Map.of("authority", d.concerned()));
    outbox.publish(new CorrectionMade(decision, d.concerned()));
    return statements.get(actor, decision);
  }

  /** What a message says now; null for a profile, which has been edited before. */
  private @Nullable String corrected(
      Actor actor, Decision d, @Nullable String content, @Nullable Correction last) {
    if (d.subjectKind() == SubjectKind.MESSAGE) {
      UUID conversation = Objects.requireNonNull(d.conversation());
      return messages.correct(actor, conversation, d.subject(), content, d.id());
    }
    Instant since =
        last == null || last.answered() == null
            ? Objects.requireNonNull(d.inForceAt())
            : last.answered().at();
    if (!profiles.isEditedSince(d.concerned(), actor.person(), since)) {
      throw new DomainException.Conflict("moderation.correction.nothing");
    }
    return null;
  }

  /** Whether the decision hides a message or a profile now, until it is corrected. */
  static boolean hidesWhatCanBeCorrected(Decision d) {
    return d.kind() == DecisionKind.HIDE
        && d.status() == DecisionStatus.IN_FORCE
        && (d.subjectKind() == SubjectKind.MESSAGE || d.subjectKind() == SubjectKind.PROFILE);
  }

  /**
   * Answers a correction: what was hidden is shown again, or stays hidden.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat, and for who has reported
   *     it, or made the correction
   * @throws DomainException.NotFound where there is no such decision, and for a moderator who is
   *     not impartial about it
   * @throws DomainException.Invalid with each field that is wrong
   * @throws DomainException.Conflict where no correction waits, or somebody else has taken it on
   */
  @Transactional
  public DecisionResponse answer(Actor actor, UUID decision, CorrectionAnswer request) {
    permission.mustModerate(actor);
    Decision d = decisions.lockSeen(actor, decision);
    Optional<Correction> waiting = waiting(d);
    permission.mustAnswer(actor, d, waiting.orElse(null));
    FieldChecks checks = new FieldChecks();
    CorrectionOutcome outcome =
        checks.choice("outcome", request.outcome(), CorrectionOutcome.class);
    String answer = checks.text("answer", request.answer(), DecisionChecks.LONGEST);
    checks.done();
    Correction open =
        waiting.orElseThrow(() -> new DomainException.Conflict("moderation.correction.answered"));
    guard.deciding(actor, WaitingKind.CORRECTION, decision);
    CorrectionOutcome chosen = Objects.requireNonNull(outcome);
    corrections.answer(open.id(), new Correction.Answered(actor.person(), now(), chosen, answer));
    audit.record(
        actor,
        "correction.answer",
        decision,
        Map.of("authority", d.concerned(), "outcome", chosen.id()));
    if (chosen == CorrectionOutcome.RESTORED) {
      decisions.restore(actor, d, answer);
    } else {
      outbox.publish(new CorrectionRefused(decision, d.concerned(), d.person()));
    }
    return decisions.get(actor, decision);
  }

  /**
   * Whether a correction waits that the actor may answer.
   *
   * @throws DomainException.Forbidden for everybody but the secretariat
   */
  @Transactional
  public boolean mayAnswer(Actor actor, UUID decision) {
    permission.mustModerate(actor);
    return repository
        .find(decision)
        .filter(d -> waiting(d).filter(c -> permission.mayAnswer(actor, d, c)).isPresent())
        .isPresent();
  }

  private Optional<Correction> waiting(Decision d) {
    return d.status() == DecisionStatus.IN_FORCE
        ? corrections.findLast(d.id()).filter(c -> c.answered() == null)
        : Optional.empty();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
