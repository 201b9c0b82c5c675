package eu.bridgehall.web;

import eu.bridgehall.accounts.Client;
import eu.bridgehall.accounts.SecondFactors;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Conflict;
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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** The reader's second factor: set up, its recovery codes, switched off. */
@Hidden
@Controller(SecondFactorPageController.HERE)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class SecondFactorPageController {
  static final String HERE = "/account/second-factor";
  private static final String LIMIT = "sign-in";

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("password", "account.currentPassword", "code", "account.factor.code");

  private final Pages pages;
  private final SecondFactors factors;
  private final Messages messages;

  SecondFactorPageController(Pages pages, SecondFactors factors, Messages messages) {
    this.pages = pages;
    this.factors = factors;
    this.messages = messages;
  }

  /** What a form does that makes recovery codes. */
  private interface Step {
    List<String> take();
  }

  @Get
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor) {
    return page(request, actor, HttpStatus.OK, FormErrors.NONE);
  }

  /** Makes a secret, which waits for its first code. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> begin(HttpRequest<?> request, Actor actor, Locale language) {
    try {
      factors.begin(actor);
      return Pages.to(HERE);
    } catch (Conflict refusal) {
      return refused(request, actor, language, "", refusal);
    }
  }

  @Post("/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited(LIMIT)
  MutableHttpResponse<Object> confirm(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      Client client,
      @Body SecondFactorForm form) {
    return codes(
        request,
        actor,
        language,
        "confirm",
        () -> factors.confirm(actor, form.password(), form.code(), client));
  }

  @Post("/codes")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited(LIMIT)
  MutableHttpResponse<Object> renewCodes(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      Client client,
      @Body SecondFactorForm form) {
    return codes(
        request,
        actor,
        language,
        "codes",
        () -> factors.renewCodes(actor, form.password(), form.code(), client));
  }

  @Post("/off")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited(LIMIT)
  MutableHttpResponse<Object> turnOff(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      Client client,
      @Body SecondFactorForm form) {
    try {
      factors.turnOff(actor, form.password(), form.code(), client);
      return Pages.to(HERE, "second-factor-off");
    } catch (DomainException.Invalid | Conflict refusal) {
      return refused(request, actor, language, "off", refusal);
    }
  }

  private MutableHttpResponse<Object> codes(
      HttpRequest<?> request, Actor actor, Locale language, String form, Step step) {
    try {
      return pages.page(request, actor, "account/recovery-codes", Map.of("codes", step.take()));
    } catch (DomainException.Invalid | Conflict refusal) {
      return refused(request, actor, language, form, refusal);
    }
  }

  private MutableHttpResponse<Object> refused(
      HttpRequest<?> request, Actor actor, Locale language, String form, DomainException refusal) {
    List<String> order = List.copyOf(LABELS.sequencedKeySet());
    return page(
        request,
        actor,
        ProblemFactory.status(refusal),
        FormErrors.of(refusal, messages, language)
            .named(
                field -> form + field,
                order::indexOf,
                field ->
                    Optional.ofNullable(LABELS.get(field))
                        .map(key -> messages.text(language, key))));
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request, Actor actor, HttpStatus status, FormErrors errors) {
    SecondFactors.Enrolment begun = factors.findBegun(actor).orElse(null);
    SecondFactorView view =
        new SecondFactorView(
            factors.status(actor),
            begun,
            begun == null ? null : QrCode.of(begun.address()),
            errors);
    return pages.page(request, actor, status, "account/second-factor", Map.of("view", view));
  }
}
