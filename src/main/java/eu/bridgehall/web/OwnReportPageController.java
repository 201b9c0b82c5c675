package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.OwnReport;
import eu.bridgehall.moderation.OwnReports;
import eu.bridgehall.moderation.TextRequest;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the reader has reported, what came of it, and how she asks for another look. */
@Hidden
@Controller(Addresses.OWN_REPORTS)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class OwnReportPageController {
  private static final int PAGE = 20;
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("text", "moderation.appeal.text");

  private final Pages pages;
  private final OwnReports reports;
  private final Messages messages;

  OwnReportPageController(Pages pages, OwnReports reports, Messages messages) {
    this.pages = pages;
    this.reports = reports;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<OwnReport> found = reports.list(actor, asked);
    return pages.page(
        request,
        actor,
        "moderation/own-reports",
        Map.of("reports", found.items(), "pager", Pager.of(Addresses.OWN_REPORTS, asked, found)));
  }

  /** One report. */
  @Get("/{id}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, UUID id) {
    return page(request, actor, HttpStatus.OK, id, "", FormErrors.NONE);
  }

  /** Asks for another look. */
  @Post("/{id}/again")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> again(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body String body) {
    String text = Sent.of(body).one("text");
    try {
      reports.again(actor, id, new TextRequest(text));
      return Pages.to(Addresses.OWN_REPORTS + "/" + id, "report-again");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          id,
          text,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID id,
      String text,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "moderation/own-report",
        Map.of("it", reports.get(actor, id), "text", text, "errors", errors));
  }
}
