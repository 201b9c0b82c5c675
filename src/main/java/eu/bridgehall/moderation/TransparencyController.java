package eu.bridgehall.moderation;

import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** The yearly transparency report; open to all. */
@Controller("/api/v1/transparency")
@Secured(SecurityRule.IS_ANONYMOUS)
class TransparencyController {
  private final TransparencyReports reports;

  TransparencyController(TransparencyReports reports) {
    this.reports = reports;
  }

  /** The years that there is a report of, the present one first. */
  @Get
  @RateLimited("public-search")
  Page<Integer> years() {
    return Page.of(reports.years());
  }

  /** The report of a year, the present one up to the last quarter that has ended. */
  @Get("/{year}")
  @RateLimited("public-search")
  TransparencyReport get(int year) {
    return reports.get(year);
  }
}
