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

/** What I have reported, and what came of it. */
@Controller("/api/v1/reports")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OwnReportController {
  private static final int PAGE = 20;
  private static final int MAX_PAGE = 100;

  private final OwnReports reports;

  OwnReportController(OwnReports reports) {
    this.reports = reports;
  }

  /** My reports, the newest first. */
  @Get
  Page<OwnReport> list(
      Actor actor, @Nullable @QueryValue Integer offset, @Nullable @QueryValue Integer limit) {
    return reports.list(actor, PageRequest.of(offset, limit, PAGE, MAX_PAGE));
  }

  /** One of my reports. */
  @Get("/{id}")
  OwnReport get(Actor actor, UUID id) {
    return reports.get(actor, id);
  }

  /** Asks that somebody else looks again at what was decided to need no action: once, in time. */
  @Post("/{id}/again")
  @Status(HttpStatus.CREATED)
  OwnReport again(Actor actor, UUID id, @Body TextRequest why) {
    return reports.again(actor, id, why);
  }
}
