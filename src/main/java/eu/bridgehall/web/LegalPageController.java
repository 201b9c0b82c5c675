package eu.bridgehall.web;

import eu.bridgehall.accounts.LegalDocument;
import eu.bridgehall.accounts.LegalText;
import eu.bridgehall.accounts.LegalTexts;
import eu.bridgehall.kernel.Actor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms of use, the privacy notice and the moderation rules, in each of their versions. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class LegalPageController {
  private final Pages pages;
  private final LegalTexts texts;

  LegalPageController(Pages pages, LegalTexts texts) {
    this.pages = pages;
    this.texts = texts;
  }

  @Get("/terms")
  MutableHttpResponse<Object> terms(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer version) {
    return text(request, actor, language, LegalDocument.TERMS, version);
  }

  @Get("/privacy")
  MutableHttpResponse<Object> privacy(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer version) {
    return text(request, actor, language, LegalDocument.PRIVACY, version);
  }

  @Get("/rules")
  MutableHttpResponse<Object> rules(
      HttpRequest<?> request, Actor actor, Locale language, @QueryValue @Nullable Integer version) {
    return text(request, actor, language, LegalDocument.RULES, version);
  }

  private MutableHttpResponse<Object> text(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      LegalDocument document,
      @Nullable Integer version) {
    LegalText text = texts.get(document, version);
    return pages.page(
        request,
        actor,
        "text/legal",
        Map.of(
            "view",
            new LegalView(
                text,
                texts.language(text, language),
                texts.html(text, language),
                texts.list(document))));
  }
}
