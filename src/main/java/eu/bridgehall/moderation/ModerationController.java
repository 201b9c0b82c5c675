package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the secretariat reads and decides of reports, authorities and appeals. */
@Controller("/api/v1/moderation")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ModerationController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;

  private final Reports reports;
  private final Decisions decisions;
  private final AuthorityDecisions authorityDecisions;
  private final Appeals appeals;
  private final Corrections corrections;
  private final Reporters reporters;

  ModerationController(
      Reports reports,
      Decisions decisions,
      AuthorityDecisions authorityDecisions,
      Appeals appeals,
      Corrections corrections,
      Reporters reporters) {
    this.reports = reports;
    this.decisions = decisions;
    this.authorityDecisions = authorityDecisions;
    this.appeals = appeals;
    this.corrections = corrections;
    this.reporters = reporters;
  }

  /**
   * What was reported, the newest first.
   *
   * @param state only what is {@code open}, or {@code decided}
   */
  @Get("/reports")
  Page<ReportResponse> reports(
      Actor actor,
      @Nullable @QueryValue String state,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return reports.list(
        actor,
        state == null ? null : FieldChecks.chosen("state", state, ReportState.class),
        PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** A report. */
  @Get("/reports/{id}")
  ReportResponse report(Actor actor, UUID id) {
    return reports.get(actor, id);
  }

  /** The file that was reported, to be kept under its name. */
  @Get("/reports/{id}/file")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  HttpResponse<byte[]> file(Actor actor, UUID id) {
    return reports.file(actor, id).download();
  }

  /** Decides about what was reported; a suspension waits for a second moderator. */
  @Post("/reports/{id}/decision")
  @Status(HttpStatus.CREATED)
  DecisionResponse decide(Actor actor, UUID id, @Body DecideRequest decision) {
    return decisions.decideReport(actor, id, decision);
  }

  /** Decides about an authority without a report; a suspension waits for a second moderator. */
  @Post("/authorities/{id}/decisions")
  @Status(HttpStatus.CREATED)
  DecisionResponse decideAuthority(Actor actor, UUID id, @Body DecideRequest decision) {
    return authorityDecisions.decide(actor, id, decision);
  }

  /** Who reports: how much, and how much of it without reason. */
  @Get("/people/{personId}")
  ReporterResponse reporter(Actor actor, UUID personId) {
    return reporters.get(actor, personId);
  }

  /** Decides about a person and what she reports: warns, or puts her reports aside for a term. */
  @Post("/people/{personId}/decisions")
  @Status(HttpStatus.CREATED)
  DecisionResponse decidePerson(Actor actor, UUID personId, @Body DecideRequest decision) {
    return reporters.decide(actor, personId, decision);
  }

  /** The latest decisions about a person and what she reports, the newest first. */
  @Get("/people/{personId}/decisions")
  Page<DecisionResponse> aboutPerson(Actor actor, UUID personId) {
    return Page.of(reporters.listDecisions(actor, personId, MAX_PAGE));
  }

  /** The latest decisions that concern an authority, the newest first. */
  @Get("/authorities/{id}/decisions")
  Page<DecisionResponse> ofAuthority(Actor actor, UUID id) {
    return Page.of(authorityDecisions.listOf(actor, id, MAX_PAGE));
  }

  /**
   * The decisions, the newest first.
   *
   * @param status only those of this status
   */
  @Get("/decisions")
  Page<DecisionResponse> decisions(
      Actor actor,
      @Nullable @QueryValue String status,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return decisions.list(actor, status, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** A decision. */
  @Get("/decisions/{id}")
  DecisionResponse decision(Actor actor, UUID id) {
    return decisions.get(actor, id);
  }

  /** Agrees, as the second moderator, to what another one has proposed. */
  @Post("/decisions/{id}/confirm")
  DecisionResponse confirm(Actor actor, UUID id) {
    return decisions.confirm(actor, id);
  }

  /** Does not agree, as the second moderator, to what another one has proposed. */
  @Post("/decisions/{id}/decline")
  DecisionResponse decline(Actor actor, UUID id, @Body TextRequest why) {
    return decisions.decline(actor, id, why);
  }

  /** Ends a decision before its term. */
  @Post("/decisions/{id}/lift")
  DecisionResponse lift(Actor actor, UUID id, @Body TextRequest why) {
    return decisions.lift(actor, id, why);
  }

  /** Answers a correction of what a decision hides: shows it again, or keeps it hidden. */
  @Post("/decisions/{id}/correction")
  DecisionResponse answer(Actor actor, UUID id, @Body CorrectionAnswer answer) {
    return corrections.answer(actor, id, answer);
  }

  /**
   * The decisions against which somebody has appealed, the longest-waiting first.
   *
   * @param decided those whose appeal has been decided instead, the latest first
   */
  @Get("/appeals")
  Page<DecisionResponse> appeals(
      Actor actor,
      @Nullable @QueryValue Boolean decided,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return appeals.list(
        actor, !Boolean.TRUE.equals(decided), PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** Decides an appeal against the decision of another moderator. */
  @Post("/appeals/{id}/decision")
  DecisionResponse decideAppeal(Actor actor, UUID id, @Body AppealAnswer answer) {
    return appeals.decide(actor, id, answer);
  }
}
