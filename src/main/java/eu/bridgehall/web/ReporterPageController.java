package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.Reporters;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.platform.http.ProblemFactory;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Somebody who reports, and the decisions about her reports, for the secretariat. */
@Hidden
@Controller("/moderation/people")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ReporterPageController {
  private static final int PAGE = 20;

  private final Pages pages;
  private final Reporters reporters;
  private final DecideViews views;

  ReporterPageController(Pages pages, Reporters reporters, DecideViews views) {
    this.pages = pages;
    this.reporters = reporters;
    this.views = views;
  }

  @Get("/{personId}")
  MutableHttpResponse<Object> show(
      HttpRequest<?> request, Actor actor, Locale language, UUID personId) {
    return page(
        request, actor, language, personId, HttpStatus.OK, DecideForm.EMPTY, FormErrors.NONE);
  }

  /** Warns her, or puts her reports aside. */
  @Post("/{personId}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> decide(
      HttpRequest<?> request, Actor actor, Locale language, UUID personId, @Body String body) {
    DecideForm form = DecideForm.of(Sent.of(body));
    try {
      UUID made = reporters.decide(actor, personId, form.request()).id();
      return Pages.to(Addresses.decision(made), "decision-made");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      HttpStatus status = ProblemFactory.status(refusal);
      return page(
          request, actor, language, personId, status, form, views.errors(refusal, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      HttpStatus status,
      DecideForm form,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "moderation/reporter",
        Map.of(
            "it",
            reporters.get(actor, id),
            "decisions",
            reporters.listDecisions(actor, id, PAGE),
            "decide",
            views.of(
                SubjectKind.REPORTER,
                Addresses.reporter(id),
                List.of(),
                List.of(id),
                form,
                errors,
                language)));
  }
}
