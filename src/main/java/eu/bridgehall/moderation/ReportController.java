package eu.bridgehall.moderation;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.UUID;

/** Reports to the secretariat, by everybody who sees what she reports. */
@Controller("/api/v1")
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReportController {
  private final Reports reports;

  ReportController(Reports reports) {
    this.reports = reports;
  }

  /** Reports a message to the secretariat, which then reads this one message. */
  @Post("/conversations/{id}/messages/{message}/report")
  @RateLimited(Reports.LIMIT)
  @Status(HttpStatus.CREATED)
  ReportResponse report(Actor actor, UUID id, UUID message, @Body ReportRequest report) {
    return reports.report(actor, id, message, report);
  }

  /** Reports a file of a message to the secretariat, which then looks at this one file. */
  @Post("/conversations/{id}/attachments/{attachment}/report")
  @RateLimited(Reports.LIMIT)
  @Status(HttpStatus.CREATED)
  ReportResponse reportFile(Actor actor, UUID id, UUID attachment, @Body ReportRequest report) {
    return reports.reportFile(actor, id, attachment, report);
  }

  /** Reports a conversation to the secretariat, which does not read it for that. */
  @Post("/conversations/{id}/report")
  @RateLimited(Reports.LIMIT)
  @Status(HttpStatus.CREATED)
  ReportResponse reportAll(Actor actor, UUID id, @Body ReportRequest report) {
    return reports.report(actor, id, null, report);
  }

  /** Reports the profile of an authority to the secretariat. */
  @Post("/profiles/{id}/report")
  @RateLimited(Reports.LIMIT)
  @Status(HttpStatus.CREATED)
  ReportResponse reportProfile(Actor actor, UUID id, @Body ReportRequest report) {
    return reports.reportProfile(actor, id, report);
  }
}
