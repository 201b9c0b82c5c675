package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.matching.ToldMatch;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Requests to be put in touch: asking, answering, reviewing. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
class IntroductionController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;
  private final IntroductionService introductions;

  IntroductionController(IntroductionService introductions) {
    this.introductions = introductions;
  }

  /** Asks, for this authority, to be put in touch with another one. */
  @Post("/authorities/{id}/introductions")
  @Status(HttpStatus.CREATED)
  IntroductionResponse ask(Actor actor, UUID id, @Body AskIntroduction request) {
    return introductions.ask(actor, id, request);
  }

  /**
   * The introductions of an authority, for its members, the newest first.
   *
   * @param box received (the default) or sent
   * @param status only those in one of these states; all where none is given
   */
  @Get("/authorities/{id}/introductions")
  Page<IntroductionResponse> list(
      Actor actor,
      UUID id,
      @Nullable @QueryValue @Schema(implementation = Box.class) String box,
      @Nullable
          @QueryValue
          @ArraySchema(schema = @Schema(implementation = IntroductionStatus.class))
          List<String> status,
      @Nullable @QueryValue Integer offset,
      @Nullable @QueryValue Integer limit) {
    return introductions.list(
        actor,
        id,
        box == null ? Box.RECEIVED : FieldChecks.chosen("box", box, Box.class),
        status == null
            ? List.of()
            : status.stream()
                .map(s -> FieldChecks.chosen("status", s, IntroductionStatus.class))
                .toList(),
        PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /**
   * How many more introductions the authority can ask for now, for its members.
   *
   * @param to the authority that it would ask: then also from when it can ask that one again
   */
  @Get("/authorities/{id}/introduction-allowance")
  IntroductionAllowance allowance(Actor actor, UUID id, @Nullable @QueryValue UUID to) {
    return introductions.allowance(actor, id, to);
  }

  /** One introduction, for the members of both sides and, where it is reviewed, its reviewers. */
  @Get("/introductions/{id}")
  IntroductionResponse get(Actor actor, UUID id) {
    return introductions.get(actor, id);
  }

  /**
   * How well the two fitted when it was asked for, in the reader's language; for those who may read
   * the introduction. 404 where that was not kept.
   */
  @Get("/introductions/{id}/match")
  ToldMatch match(Actor actor, UUID id, Locale language) {
    return introductions
        .findMatch(actor, id, language)
        .orElseThrow(() -> new DomainException.NotFound("introductions.match.none"));
  }

  /** The other side agrees; a conversation is opened a moment later. */
  @Post("/introductions/{id}/accept")
  IntroductionResponse accept(Actor actor, UUID id) {
    return introductions.accept(actor, id);
  }

  /** The other side does not want it. */
  @Post("/introductions/{id}/decline")
  IntroductionResponse decline(Actor actor, UUID id, @Body StepReason reason) {
    return introductions.decline(actor, id, reason);
  }

  /** The asker, or who has proposed it, takes it back. */
  @Post("/introductions/{id}/withdraw")
  IntroductionResponse withdraw(Actor actor, UUID id) {
    return introductions.withdraw(actor, id);
  }

  /** What waits to be let through, the oldest first; for the secretariat and associations. */
  @Get("/review/introductions")
  Page<IntroductionResponse> queue(
      Actor actor, @Nullable @QueryValue Integer offset, @Nullable @QueryValue Integer limit) {
    return introductions.queue(actor, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /**
   * Proposes to two authorities that they get to know each other; for the secretariat, and for the
   * association of the country of one of them. Each side accepts or declines by itself.
   */
  @Post("/review/proposals")
  @Status(HttpStatus.CREATED)
  IntroductionResponse propose(Actor actor, @Body ProposeIntroduction request) {
    return introductions.propose(actor, request);
  }

  /** What the reader's association has proposed, or all for the secretariat, the newest first. */
  @Get("/review/proposals")
  Page<IntroductionResponse> proposed(
      Actor actor, @Nullable @QueryValue Integer offset, @Nullable @QueryValue Integer limit) {
    return introductions.listProposed(actor, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** Lets an introduction through to the other side. */
  @Post("/introductions/{id}/approve")
  IntroductionResponse approve(Actor actor, UUID id) {
    return introductions.approve(actor, id);
  }

  /** Does not let an introduction through. */
  @Post("/introductions/{id}/reject")
  IntroductionResponse reject(Actor actor, UUID id, @Body StepReason reason) {
    return introductions.reject(actor, id, reason);
  }
}
