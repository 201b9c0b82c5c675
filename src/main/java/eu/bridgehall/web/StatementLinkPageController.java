package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.StatementLinks;
import eu.bridgehall.moderation.TextRequest;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimited;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The statement of reasons by the link of a mail, for who cannot sign in; her appeal is taken
 * there.
 */
@Hidden
@Controller(StatementLinks.PATH + "{token}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class StatementLinkPageController {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("text", "moderation.appeal.text");

  private final Pages pages;
  private final StatementLinks links;
  private final Messages messages;

  StatementLinkPageController(Pages pages, StatementLinks links, Messages messages) {
    this.pages = pages;
    this.links = links;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> show(
      HttpRequest<?> request, Actor actor, Locale language, String token) {
    return page(request, actor, HttpStatus.OK, language, token, "", FormErrors.NONE);
  }

  /** Appeals. */
  @Post("/appeal")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("confirmation")
  MutableHttpResponse<Object> appeal(
      HttpRequest<?> request, Actor actor, Locale language, String token, @Body String body) {
    String text = Sent.of(body).one("text");
    try {
      links.appeal(token, new TextRequest(text));
      return Pages.to(StatementLinks.PATH + token + StatementLinks.in(language), "appeal-made");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          language,
          token,
          text,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      Locale language,
      String token,
      String text,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "moderation/statement",
        Map.of(
            "it",
            links.get(token),
            "appealTo",
            StatementLinks.PATH + token + "/appeal" + StatementLinks.in(language),
            "own",
            false,
            "accountAt",
            links.isSuspended(token)
                ? StatementLinks.PATH + token + "/account" + StatementLinks.in(language)
                : "",
            "form",
            new StatementForm(text, null, ""),
            "errors",
            errors));
  }
}
