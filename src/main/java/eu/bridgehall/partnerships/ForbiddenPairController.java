package eu.bridgehall.partnerships;

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

/** Pairs of authorities that the secretariat keeps apart. */
@Controller("/api/v1/review/forbidden-pairs")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ForbiddenPairController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;
  private final ForbiddenPairs pairs;

  ForbiddenPairController(ForbiddenPairs pairs) {
    this.pairs = pairs;
  }

  /** Those that are kept apart now, the newest first, for the secretariat. */
  @Get
  Page<ForbiddenPair> list(
      Actor actor, @Nullable @QueryValue Integer offset, @Nullable @QueryValue Integer limit) {
    return pairs.list(actor, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** Keeps two authorities apart; what is open between them ends. */
  @Post
  @Status(HttpStatus.CREATED)
  ForbiddenPair forbid(Actor actor, @Body ForbidPair request) {
    return pairs.forbid(actor, request);
  }

  /** Keeps them apart no longer. */
  @Post("/{id}/lift")
  @Status(HttpStatus.NO_CONTENT)
  void lift(Actor actor, UUID id) {
    pairs.lift(actor, id);
  }
}
