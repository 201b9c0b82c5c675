package eu.bridgehall.web;

import eu.bridgehall.accounts.Consents;
import eu.bridgehall.accounts.LegalText;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpMethod;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Where newer texts are accepted; until then nothing else is shown to whoever has an account. */
@Hidden
@Controller(ConsentPageController.HERE)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class ConsentPageController {
  static final String HERE = "/account/terms";

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("acceptTerms", "account.terms");

  private final Pages pages;
  private final Consents consents;
  private final Messages messages;

  ConsentPageController(Pages pages, Consents consents, Messages messages) {
    this.pages = pages;
    this.consents = consents;
    this.messages = messages;
  }

  /** Address of the page, from which one comes back to what was asked for. */
  static String address(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET) {
      return HERE;
    }
    String query = request.getUri().getRawQuery();
    String asked = query == null ? request.getPath() : request.getPath() + "?" + query;
    return HERE + "?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
  }

  @Get
  MutableHttpResponse<Object> show(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable String to) {
    List<LegalText> missing = consents.listMissing(actor);
    return page(request, actor, HttpStatus.OK, missing, new ConsentForm(null, to), FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> accept(
      HttpRequest<?> request, Actor actor, Locale language, @Body ConsentForm form) {
    try {
      consents.accept(actor, form.accepts());
      return Pages.to(SignInController.destination(form.to()));
    } catch (DomainException.Invalid refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          consents.listMissing(actor),
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      List<LegalText> missing,
      ConsentForm form,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "account/terms",
        Map.of("missing", missing, "form", form, "errors", errors));
  }
}
