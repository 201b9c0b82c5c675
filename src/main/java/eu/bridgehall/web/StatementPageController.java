package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.Appeals;
import eu.bridgehall.moderation.StatementResponse;
import eu.bridgehall.moderation.Statements;
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

/** The decisions of the secretariat that concern the reader, and her appeal against one. */
@Hidden
@Controller("/decisions")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class StatementPageController {
  private static final int PAGE = 20;
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("text", "moderation.appeal.text");

  private final Pages pages;
  private final Statements statements;
  private final Appeals appeals;
  private final Messages messages;

  StatementPageController(Pages pages, Statements statements, Appeals appeals, Messages messages) {
    this.pages = pages;
    this.statements = statements;
    this.appeals = appeals;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> list(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable Integer offset) {
    PageRequest asked = PageRequest.of(offset, PAGE, PAGE, PAGE);
    Page<StatementResponse> found = statements.list(actor, asked);
    return pages.page(
        request,
        actor,
        "moderation/own",
        Map.of(
            "statements", found.items(), "pager", Pager.of(Addresses.OWN_DECISIONS, asked, found)));
  }

  /** The statement of reasons. */
  @Get("/{id}")
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, UUID id) {
    return page(request, actor, HttpStatus.OK, id, "", FormErrors.NONE);
  }

  /** Appeals. */
  @Post("/{id}/appeal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> appeal(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body String body) {
    String text = Sent.of(body).one("text");
    try {
      appeals.appeal(actor, id, new TextRequest(text));
      return Pages.to(Addresses.OWN_DECISIONS + "/" + id, "appeal-made");
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
        "moderation/statement",
        Map.of(
            "it",
            statements.get(actor, id),
            "appealTo",
            Addresses.OWN_DECISIONS + "/" + id + "/appeal",
            "own",
            true,
            "text",
            text,
            "errors",
            errors));
  }
}
