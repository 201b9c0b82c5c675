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
import io.micronaut.http.cookie.Cookie;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The second step of signing in, for whoever has a second factor. */
@Hidden
@Controller(SignInCodeController.HERE)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class SignInCodeController {
  static final String HERE = "/sign-in/code";
  private static final String TEMPLATE = "account/sign-in-code";

  private final Pages pages;
  private final BrowserSessions sessions;
  private final Messages messages;
  private final RateLimiter limiter;
  private final ClientAddress addresses;

  SignInCodeController(
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

  /** Address of the second step, from which one goes on to this page; null for the overview. */
  static String leadingTo(@Nullable String page) {
    return page == null || page.isBlank()
        ? HERE
        : HERE + "?to=" + URLEncoder.encode(LocalPath.of(page), StandardCharsets.UTF_8);
  }

  @Get
  MutableHttpResponse<Object> form(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable String to) {
    return sessions.isTicket(sessions.ticket(request))
        ? page(request, actor, HttpStatus.OK, new SignInCodeForm(null, to), FormErrors.NONE)
        : Pages.to(SignInController.leadingTo(LocalPath.orNull(to)));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> goOn(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      Client client,
      @Body SignInCodeForm form) {
    String ticket = sessions.ticket(request);
    if (!sessions.isTicket(ticket)) {
      return Pages.to(SignInController.leadingTo(LocalPath.orNull(form.to())));
    }
    try {
      limiter.count(SignInController.LIMIT, addresses.of(request));
      Cookie session = sessions.goOn(ticket, form.code(), client);
      return Pages.to(SignInController.destination(form.to()))
          .cookie(session)
          .cookie(sessions.ticketGone());
    } catch (DomainException.Unauthenticated
        | DomainException.Forbidden
        | DomainException.TooMany refusal) {
      MutableHttpResponse<Object> again =
          page(
              request,
              actor,
              ProblemFactory.status(refusal),
              form,
              FormErrors.of(refusal, messages, language));
      return refusal instanceof DomainException.TooMany tooMany
          ? again.header(HttpHeaders.RETRY_AFTER, ProblemFactory.seconds(tooMany))
          : again;
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      SignInCodeForm form,
      FormErrors errors) {
    return pages.page(request, actor, status, TEMPLATE, Map.of("form", form, "errors", errors));
  }
}
