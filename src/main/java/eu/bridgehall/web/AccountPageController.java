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

/**
 * Where the links in mails about an account lead. The token stands behind the # of the address, so
 * that it is in no log; the page takes it from there and asks before it is used.
 */
@Hidden
@Controller("/account")
@Secured(SecurityRule.IS_ANONYMOUS)
class AccountPageController {
  private final PageLanguage pages;

  AccountPageController(PageLanguage pages) {
    this.pages = pages;
  }

  /** Confirms the address of a new account. */
  @Get("/confirm")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<ModelAndView<Map<String, Object>>> confirm(
      HttpRequest<?> request, @Nullable @QueryValue String lang) {
    return page(request, lang, "confirm");
  }

  /** Sets a new password. */
  @Get("/reset")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<ModelAndView<Map<String, Object>>> reset(
      HttpRequest<?> request, @Nullable @QueryValue String lang) {
    return page(request, lang, "reset");
  }

  /** Accepts an invitation, with a new account where there is none. */
  @Get("/invitation")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<ModelAndView<Map<String, Object>>> invitation(
      HttpRequest<?> request, @Nullable @QueryValue String lang) {
    return page(request, lang, "invitation");
  }

  /** Asks for a link to set a new password. */
  @Get("/forgotten")
  @Produces(MediaType.TEXT_HTML)
  HttpResponse<ModelAndView<Map<String, Object>>> forgotten(
      HttpRequest<?> request, @Nullable @QueryValue String lang) {
    return page(request, lang, "forgotten");
  }

  private HttpResponse<ModelAndView<Map<String, Object>>> page(
      HttpRequest<?> request, @Nullable String lang, String kind) {
    return pages.page(request, lang, "account/page", Map.of("kind", kind));
  }
}
