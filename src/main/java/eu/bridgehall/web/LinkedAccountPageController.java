package eu.bridgehall.web;

import eu.bridgehall.accounts.Client;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.LinkedAccounts;
import eu.bridgehall.moderation.StatementLinks;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimited;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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

/** What somebody whose account is suspended still does with it, by the link of a mail. */
@Hidden
@Controller(StatementLinks.PATH + "{token}")
@Secured(SecurityRule.IS_ANONYMOUS)
class LinkedAccountPageController {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("password", "account.currentPassword");

  private final Pages pages;
  private final LinkedAccounts accounts;
  private final Messages messages;

  LinkedAccountPageController(Pages pages, LinkedAccounts accounts, Messages messages) {
    this.pages = pages;
    this.accounts = accounts;
    this.messages = messages;
  }

  /** What she can do, and the form for her data. */
  @Get("/account")
  @Produces(MediaType.TEXT_HTML)
  MutableHttpResponse<Object> show(
      HttpRequest<?> request, Actor actor, Locale language, String token) {
    return data(request, actor, HttpStatus.OK, language, token, FormErrors.NONE);
  }

  /** All that is kept about her, as a file. */
  @Post("/data")
  @Produces({"application/zip", MediaType.TEXT_HTML})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-in")
  HttpResponse<?> download(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      Client client,
      String token,
      @Body CloseForm form) {
    try {
      return HttpResponse.ok(accounts.data(token, form.password(), client));
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return data(
              request,
              actor,
              ProblemFactory.status(refusal),
              language,
              token,
              errors(refusal, language))
          .contentType(MediaType.TEXT_HTML_TYPE);
    }
  }

  /** Asks whether the account is to be closed, and says what stands in the way. */
  @Get("/close")
  @Produces(MediaType.TEXT_HTML)
  MutableHttpResponse<Object> askClosing(
      HttpRequest<?> request, Actor actor, Locale language, String token) {
    return closing(request, actor, HttpStatus.OK, language, token, FormErrors.NONE);
  }

  @Post("/close")
  @Produces(MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-in")
  MutableHttpResponse<Object> close(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      Client client,
      String token,
      @Body CloseForm form) {
    try {
      accounts.close(token, form.password(), client);
      return Pages.to("/" + StatementLinks.in(language), "account-closed");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return closing(
          request,
          actor,
          ProblemFactory.status(refusal),
          language,
          token,
          errors(refusal, language));
    }
  }

  private FormErrors errors(DomainException refusal, Locale language) {
    return FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language);
  }

  private MutableHttpResponse<Object> data(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      Locale language,
      String token,
      FormErrors errors) {
    accounts.mustBeSuspended(token);
    return pages.page(
        request,
        actor,
        status,
        "account/by-link",
        Map.of(
            "link",
            StatementLinks.PATH + token,
            "in",
            StatementLinks.in(language),
            "errors",
            errors));
  }

  private MutableHttpResponse<Object> closing(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      Locale language,
      String token,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "account/close",
        Map.of(
            "obstacles",
            accounts.obstacles(token),
            "errors",
            errors,
            "link",
            StatementLinks.PATH + token,
            "in",
            StatementLinks.in(language)));
  }
}
