package eu.bridgehall.moderation;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.model.DecisionKind;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
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
 * What somebody has reported, and what came of it. Where nothing was done she can ask once, within
 * the time of an appeal, that somebody else looks at it again: the report is open again then, and
 * who has decided about it decides no more.
 */
@Singleton
public class OwnReports {
  /** The longest reason for another look, in characters. */
  static final int LONGEST = 2_000;

  private final ReportRepository reports;
  private final DecisionRepository decisions;
  private final ModerationSettings settings;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  OwnReports(
      ReportRepository reports,
      DecisionRepository decisions,
      ModerationSettings settings,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.reports = reports;
    this.decisions = decisions;
    this.settings = settings;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The actor's reports, the newest first. */
  @Transactional
  public Page<OwnReport> list(Actor actor, PageRequest page) {
    UUID person = actor.person();
    return Page.at(
        page.offset(),
        answer(reports.listBy(person, page.offset(), page.limit())),
        reports.countBy(person));
  }

  /** All that a person has reported, the first first. */
  List<OwnReport> listOf(UUID person) {
    return answer(reports.listOf(person));
  }

  /**
   * One of them.
   *
   * @throws DomainException.NotFound where there is none of the actor's
   */
  @Transactional
  public OwnReport get(Actor actor, UUID id) {
    UUID person = actor.person();
    return reports
        .find(id)
        .filter(r -> r.reporter().equals(person))
        .map(r -> answer(List.of(r)).getFirst())
        .orElseThrow(OwnReports::none);
  }

  /**
   * Asks for another look at what was decided to need no action.
   *
   * @throws DomainException.NotFound as {@link #get}
   * @throws DomainException.Invalid without a text
   * @throws DomainException.Conflict where something else has come of it, where she has asked
   *     before or reported the same anew, and where it is too late
   */
  @Transactional
  public OwnReport again(Actor actor, UUID id, TextRequest why) {
    UUID person = actor.person();
    ReportRepository.Row report =
        reports.lock(id).filter(r -> r.reporter().equals(person)).orElseThrow(OwnReports::none);
    FieldChecks checks = new FieldChecks();
    String text = checks.text("text", why.text(), LONGEST);
    checks.done();
    if (report.again() != null) {
      throw new DomainException.Conflict("moderation.again.once");
    }
    Decision decision = decision(report);
    if (decision == null || outcome(decision) != ReportOutcome.UNFOUNDED) {
      throw new DomainException.Conflict("moderation.again.not");
    }
    Instant now = now();
    if (!now.isBefore(until(decision))) {
      throw new DomainException.Conflict("moderation.appeal.late");
    }
    if (!reports.again(id, new ReportAgain(now, text, decision.id()))) {
      throw new DomainException.Conflict("conversations.reportedBefore");
    }
    audit.record(
        actor, "report.again", report.subject(), Map.of("report", id, "decision", decision.id()));
    outbox.publish(new ReportMade(id, report.conversation()));
    return get(actor, id);
  }

  private @Nullable Decision decision(ReportRepository.Row report) {
    UUID id = report.decision();
    return id == null ? null : decisions.find(id).orElse(null);
  }

  private List<OwnReport> answer(List<ReportRepository.Row> rows) {
    Map<UUID, Decision> made =
        decisions
            .listAll(
                rows.stream().map(ReportRepository.Row::decision).filter(Objects::nonNull).toList())
            .stream()
            .collect(Collectors.toMap(Decision::id, Function.identity()));
    return rows.stream()
        .map(r -> answer(r, r.decision() == null ? null : made.get(r.decision())))
        .toList();
  }

  private OwnReport answer(ReportRepository.Row r, @Nullable Decision decision) {
    ReportOutcome outcome = outcome(decision);
    Decision unfounded = outcome == ReportOutcome.UNFOUNDED ? decision : null;
    Instant until = unfounded != null && r.again() == null ? until(unfounded) : null;
    return new OwnReport(
        r.id(),
        r.kind().id(),
        r.subject(),
        r.conversation(),
        r.reason().id(),
        r.text(),
        r.at(),
        outcome.id(),
        decision == null || outcome == ReportOutcome.OPEN ? null : decision.inForceAt(),
        unfounded != null && r.again() != null ? unfounded.text() : null,
        r.again(),
        until,
        until != null && now().isBefore(until));
  }

  /** A decision that waits for a second moderator is none yet for others. */
  private static ReportOutcome outcome(@Nullable Decision decision) {
    if (decision == null || !decision.status().wasInForce()) {
      return ReportOutcome.OPEN;
    }
    if (decision.kind() == DecisionKind.NO_ACTION) {
      return ReportOutcome.UNFOUNDED;
    }
    return decision.status() == DecisionStatus.OVERTURNED
        ? ReportOutcome.UNDONE
        : ReportOutcome.ACTED;
  }

  private Instant until(Decision decision) {
    return Objects.requireNonNull(decision.inForceAt()).plus(settings.appealWithin());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static DomainException.NotFound none() {
    return new DomainException.NotFound("moderation.noReport");
  }
}
