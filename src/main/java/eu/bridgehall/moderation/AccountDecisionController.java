package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;

/** What the secretariat decides about accounts. */
@Controller("/api/v1/moderation/accounts/{personId}/decisions")
@Secured(SecurityRule.IS_AUTHENTICATED)
class AccountDecisionController {
  private static final int MOST = 100;

  private final AccountDecisions accounts;

  AccountDecisionController(AccountDecisions accounts) {
    this.accounts = accounts;
  }

  /** Proposes to suspend an account; it comes into force when a second moderator confirms it. */
  @Post
  @Status(HttpStatus.CREATED)
  DecisionResponse decide(Actor actor, UUID personId, @Body DecideRequest decision) {
    return accounts.decide(actor, personId, decision);
  }

  /** The latest decisions about an account, the newest first. */
  @Get
  Page<DecisionResponse> list(Actor actor, UUID personId) {
    return Page.of(accounts.get(actor, personId, MOST).decisions());
  }
}
