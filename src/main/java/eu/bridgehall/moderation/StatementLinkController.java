package eu.bridgehall.moderation;

import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/**
 * The statement of reasons for somebody whose account is suspended, by the token of the link that
 * was mailed to her: without signing in.
 */
@Controller("/api/v1/statements/{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class StatementLinkController {
  private final StatementLinks links;

  StatementLinkController(StatementLinks links) {
    this.links = links;
  }

  /** The statement of reasons. */
  @Get
  StatementResponse get(String token) {
    return links.get(token);
  }

  /** Appeals: once, and within the time that the statement names. */
  @Post("/appeal")
  @Status(HttpStatus.CREATED)
  @RateLimited("confirmation")
  StatementResponse appeal(String token, @Body TextRequest appeal) {
    return links.appeal(token, appeal);
  }
}
