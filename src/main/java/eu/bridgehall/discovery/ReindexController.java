package eu.bridgehall.discovery;

import eu.bridgehall.kernel.Actor;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/** The rebuild of the search index, for administrators. */
@Controller("/api/v1/admin/reindex")
@Secured(SecurityRule.IS_AUTHENTICATED)
@Tag(name = "Administration")
class ReindexController {
  private final Reindex reindex;

  ReindexController(Reindex reindex) {
    this.reindex = reindex;
  }

  /** Starts a rebuild; search goes on meanwhile. */
  @Post
  @Status(HttpStatus.ACCEPTED)
  ReindexStatus start(Actor actor) {
    return reindex.start(actor);
  }

  /** How far the rebuild has come, and how far the index lags behind. */
  @Get
  ReindexStatus status(Actor actor) {
    return reindex.status(actor);
  }
}
