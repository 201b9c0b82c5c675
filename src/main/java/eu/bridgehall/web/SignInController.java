package eu.bridgehall.web;

import eu.bridgehall.accounts.BrowserSessions;
import eu.bridgehall.accounts.Client;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.ClientAddress;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimiter;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.HttpHeaders;
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
  private static final String SIGN_IN = "/sign-in";
  private static final String SIGN_OUT = "/sign-out";
  private static final String ENDED = "ended";
  static final String LIMIT = "sign-in";
  private static final String TEMPLATE = "account/sign-in";

  private final Pages pages;
  private final BrowserSessions sessions;
  private final Messages messages;
  private final RateLimiter limiter;
  private final ClientAddress addresses;

  SignInController(
      Pages pages,
      BrowserSessions sessions,
      Messages messages,
      RateLimiter limiter,
      ClientAddress addresses) {
    this.pages = pages;
    this.sessions = sessions;
    this.messages = messages;
    this.limiter = limiter;
    this.addresses = addresses;
  }

  /** Address of the page to sign in, from which one comes back to what was asked for. */
  static String address(HttpRequest<?> request) {
    if (request.getMethod() != HttpMethod.GET) {
      return ended(request);
    }
    String query = request.getUri().getRawQuery();
    String asked = query == null ? request.getPath() : request.getPath() + "?" + query;
    return leadingTo(asked);
  }

  /** Address of the page to sign in, which says that what was sent could not be kept. */
  private static String ended(HttpRequest<?> request) {
    if (SIGN_OUT.equals(request.getPath())) {
      return SIGN_IN;
    }
    String form = LocalPath.before(request);
    String address = form == null ? SIGN_IN + "?" : leadingTo(form) + "&";
    return address + ENDED + "=yes";
  }

  /** Address of the page to sign in, from which one goes on to this one; null for the overview. */
  static String leadingTo(@Nullable String page) {
    return page == null
        ? SIGN_IN
        : SIGN_IN + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
  }

  @Get(SIGN_IN)
  @Secured(SecurityRule.IS_ANONYMOUS)
  MutableHttpResponse<Object> form(
      HttpRequest<?> request,
      Actor actor,
      @QueryValue @Nullable String to,
      @QueryValue(ENDED) @Nullable String ended) {
    if (actor.isSignedIn()) {
      return Pages.to(destination(to));
    }
    return pages.page(
        request,
        actor,
        TEMPLATE,
        Map.of(
            "form",
            new SignInForm("", null, to),
            "errors",
            FormErrors.NONE,
            "ended",
            ended != null));
  }

  @Post(SIGN_IN)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(SecurityRule.IS_ANONYMOUS)
  MutableHttpResponse<Object> signIn(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body SignInForm form) {
    try {
      // not by a filter, for the page keeps the address that was typed
      limiter.count(LIMIT, addresses.of(request));
      BrowserSessions.Entrance entrance = sessions.signIn(form.email(), form.password(), client);
      return Pages.to(
              entrance.needsCode()
                  ? SignInCodeController.leadingTo(form.to())
                  : destination(form.to()))
          .cookie(entrance.cookie());
    } catch (DomainException.Unauthenticated
        | DomainException.Forbidden
        | DomainException.TooMany refusal) {
      MutableHttpResponse<Object> again =
          pages.page(
              request,
              actor,
              ProblemFactory.status(refusal),
              TEMPLATE,
              Map.of(
                  "form",
                  form,
                  "errors",
                  FormErrors.of(refusal, messages, language),
                  "ended",
                  false));
      return refusal instanceof DomainException.TooMany tooMany
          ? again.header(HttpHeaders.RETRY_AFTER, ProblemFactory.seconds(tooMany))
          : again;
    }
  }

  @Post(SIGN_OUT)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Secured(SecurityRule.IS_AUTHENTICATED)
  MutableHttpResponse<Object> signOut(Actor actor) {
    sessions.signOut(actor);
    return Pages.to("/", "signed-out").cookie(sessions.gone());
  }

  static String destination(@Nullable String to) {
    return to == null || to.isBlank() ? HOME : LocalPath.of(to);
  }
}
