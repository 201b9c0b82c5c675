package eu.bridgehall.web;

import eu.bridgehall.platform.http.RequestLanguage;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page to begin with: search a place, sign in, see matches and why. */
@Hidden
@Controller("/")
class StartPageController {
  private final Messages messages;
  private final RequestLanguage language;

  StartPageController(Messages messages, RequestLanguage language) {
    this.messages = messages;
    this.language = language;
  }

  /** In the language of the address ({@code ?lang=uk}), else of the browser. */
  @Get
  @Produces(MediaType.TEXT_HTML)
  @Secured(SecurityRule.IS_ANONYMOUS)
  HttpResponse<ModelAndView<Map<String, Object>>> start(
      HttpRequest<?> request, @Nullable @QueryValue String lang) {
    Locale chosen =
        lang == null ? language.of(request) : messages.best(List.of(Locale.forLanguageTag(lang)));
    return HttpResponse.ok(
            new ModelAndView<>(
                "start/page", Map.<String, Object>of("texts", new Texts(chosen, messages))))
        .header(HttpHeaders.CONTENT_LANGUAGE, chosen.toLanguageTag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
