package eu.bridgehall.web;

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
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page to begin with: search a place, sign in, see matches and why. */
@Hidden
@Controller("/")
@Secured(SecurityRule.IS_ANONYMOUS)
class StartPageController {
  private final PageLanguage pages;

  StartPageController(PageLanguage pages) {
    this.pages = pages;
  }

  @Get
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<ModelAndView<Map<String, Object>>> start(
      HttpRequest<?> request, @Nullable @QueryValue String lang) {
    return pages.page(request, lang, "start/page", Map.of());
  }
}
