package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Locale;

/** What waits for the person who asks, as her overview shows it. */
@Controller("/api/v1/dashboard")
@Secured(SecurityRule.IS_AUTHENTICATED)
class DashboardApiController {
  private final DashboardViews views;

  DashboardApiController(DashboardViews views) {
    this.views = views;
  }

  /** What I have to do, what I wait for, and how my authorities stand. */
  @Get
  DashboardResponse get(Actor actor, Locale language) {
    return DashboardResponse.of(views.of(actor, language));
  }
}
