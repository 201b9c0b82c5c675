package eu.bridgehall.web;

import eu.bridgehall.platform.http.RequestLanguage;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.views.ModelAndView;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers with a page in the language of its address ({@code ?lang=uk}), else of the browser. */
@Singleton
class PageLanguage {
  private final Messages messages;
  private final RequestLanguage language;

  PageLanguage(Messages messages, RequestLanguage language) {
    this.messages = messages;
    this.language = language;
  }

  /** The page of this template; it finds its texts under {@code texts}. */
  HttpResponse<ModelAndView<Map<String, Object>>> page(
      HttpRequest<?> request, @Nullable String lang, String template, Map<String, Object> model) {
    Locale chosen =
        lang == null ? language.of(request) : messages.best(List.of(Locale.forLanguageTag(lang)));
    Map<String, Object> all = new HashMap<>(model);
    all.put("texts", new Texts(chosen, messages));
    return HttpResponse.ok(new ModelAndView<>(template, all))
        .header(HttpHeaders.CONTENT_LANGUAGE, chosen.toLanguageTag())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
