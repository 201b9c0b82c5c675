package eu.bridgehall.web;

import eu.bridgehall.accounts.BrowserSessions;
import eu.bridgehall.accounts.Client;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimited;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signing in and out in a browser. */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
class SignInController {
  private static final String HOME = "/dashboard";
  private static final String TEMPLATE = "account/sign-in";

  private final Pages pages;
  private final BrowserSessions sessions;
  private final VisitorMark visitors;
  private final Messages messages;

  SignInController(Pages pages, BrowserSessions sessions, VisitorMark visitors, Messages messages) {
    this.pages = pages;
    this.sessions = sessions;
    this.visitors = visitors;
    this.messages = messages;
  }

  /** Address of the page to sign in, from which one comes back to what was asked for. */
  static String address(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET) {
      return "/sign-in";
    }
    String query = request.getUri().getRawQuery();
    String asked = query == null ? request.getPath() : request.getPath() + "?" + query;
    return "/sign-in?to=" + URLEncoder.encode(asked, StandardCharsets.UTF_8);
  }

  @Get("/sign-in")
  @Secured(SecurityRule.IS_ANONYMOUS)
  MutableHttpResponse<Object> form(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable String to) {
    if (actor.isSignedIn()) {
      return Pages.to(destination(to));
    }
    return pages.page(
        request,
        actor,
        TEMPLATE,
        Map.of("form", new SignInForm("", null, to), "errors", FormErrors.NONE));
  }

  @Post("/sign-in")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-in")
  @Secured(SecurityRule.IS_ANONYMOUS)
  MutableHttpResponse<Object> signIn(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body SignInForm form) {
    try {
      return Pages.to(destination(form.to()))
          .cookie(
              sessions.signIn(form.email(), form.password(), client, visitors.cookiesAreSecure()));
    } catch (DomainException.Unauthenticated | DomainException.Forbidden refusal) {
      return pages.page(
          request,
          actor,
          ProblemFactory.status(refusal),
          TEMPLATE,
          Map.of("form", form, "errors", FormErrors.of(refusal, messages, language)));
    }
  }

  @Post("/sign-out")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(SecurityRule.IS_AUTHENTICATED)
  MutableHttpResponse<Object> signOut(Actor actor) {
    sessions.signOut(actor);
    return Pages.to("/", "signed-out").cookie(BrowserSessions.gone(visitors.cookiesAreSecure()));
  }

  private static String destination(@Nullable String to) {
    return to == null || to.isBlank() ? HOME : LocalPath.of(to);
  }
}
