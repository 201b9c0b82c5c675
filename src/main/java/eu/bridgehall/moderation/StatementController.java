package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decisions that concern me, and my appeals. */
@Controller("/api/v1/decisions")
@Secured(SecurityRule.IS_AUTHENTICATED)
class StatementController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;

  private final Statements statements;
  private final Appeals appeals;
  private final Corrections corrections;

  StatementController(Statements statements, Appeals appeals, Corrections corrections) {
    this.statements = statements;
    this.appeals = appeals;
    this.corrections = corrections;
  }

  /** The decisions that concern me, or an authority that I act for, the newest first. */
  @Get
  Page<StatementResponse> list(
      Actor actor, @Nullable @QueryValue Integer offset, @Nullable @QueryValue Integer limit) {
    return statements.list(actor, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** The statement of reasons of a decision that concerns me. */
  @Get("/{id}")
  StatementResponse get(Actor actor, UUID id) {
    return statements.get(actor, id);
  }

  /** Appeals against a decision that concerns me: once, and within the time that it names. */
  @Post("/{id}/appeal")
  @Status(HttpStatus.CREATED)
  StatementResponse appeal(Actor actor, UUID id, @Body TextRequest appeal) {
    return appeals.appeal(actor, id, appeal);
  }

  /**
   * Corrects a message of mine that a decision hides, or says that I have corrected a profile that
   * it hides: once until that is answered.
   */
  @Post("/{id}/correction")
  @Status(HttpStatus.CREATED)
  StatementResponse correct(Actor actor, UUID id, @Body CorrectionRequest correction) {
    return corrections.correct(actor, id, correction);
  }
}
