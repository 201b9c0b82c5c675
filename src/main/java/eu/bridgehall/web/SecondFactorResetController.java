package eu.bridgehall.web;

import eu.bridgehall.accounts.SecondFactors;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** Where an administrator takes away the second factor of somebody who has lost it. */
@Hidden
@Controller(Addresses.SECOND_FACTORS)
@Produces(MediaType.TEXT_HTML)
@Secured(
    SecurityRule
        .IS_AUTHENTICATED) // who is no administrator is told so by the service, in her language
class SecondFactorResetController {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("email", "start.signIn.email", "reason", "factorReset.reason");

  private final Pages pages;
  private final SecondFactors factors;
  private final Messages messages;

  SecondFactorResetController(Pages pages, SecondFactors factors, Messages messages) {
    this.pages = pages;
    this.factors = factors;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> form(HttpRequest<?> request, Actor actor) {
    factors.requireReset(actor);
    return page(request, actor, HttpStatus.OK, SecondFactorResetForm.NOTHING, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> reset(
      HttpRequest<?> request, Actor actor, Locale language, @Body SecondFactorResetForm form) {
    factors.requireReset(actor);
    try {
      factors.resetByEmail(actor, form.email(), form.reason());
      return Pages.to(Addresses.SECOND_FACTORS, "second-factor-reset");
    } catch (DomainException.Invalid | DomainException.Forbidden refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      SecondFactorResetForm form,
      FormErrors errors) {
    return pages.page(
        request, actor, status, "account/factor-reset", Map.of("form", form, "errors", errors));
  }
}
