package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The claims that wait for the person who asks. */
@Controller("/api/v1/review/claims")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ClaimQueueController {
  private static final int LIMIT = 50;
  private static final int MAX_LIMIT = 200;

  private final Claims claims;

  ClaimQueueController(Claims claims) {
    this.claims = claims;
  }

  /** The open claims that I can decide, the oldest first. */
  @Get
  Page<Claim> list(
      Actor actor, @Nullable @QueryValue Integer offset, @Nullable @QueryValue Integer limit) {
    return claims.listWaiting(actor, PageRequest.of(offset, limit, LIMIT, MAX_LIMIT));
  }

  /** A claim that I can decide, or could before it was decided, with what speaks for it. */
  @Get("/{id}")
  ClaimCase get(Actor actor, UUID id) {
    return claims.getCase(actor, id);
  }
}
