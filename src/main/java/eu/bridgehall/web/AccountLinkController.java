package eu.bridgehall.web;

import eu.bridgehall.accounts.Client;
import eu.bridgehall.accounts.NewAccount;
import eu.bridgehall.accounts.PasswordService;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.SignUps;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimited;
import eu.bridgehall.platform.i18n.Messages;
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
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Making an account, and where the links in mails about one lead. A link's token stands behind the
 * {@code #} of the address, so that it is in no log; the page takes it from there into a field, or
 * its reader copies it there, and asks before it is used.
 */
@Hidden
@Controller
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class AccountLinkController {
  private static final String SIGN_IN = "/sign-in";
  static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "token", "account.token",
          "name", "account.name",
          "email", "start.signIn.email",
          "password", "account.newPassword",
          "acceptTerms", "account.terms");
  private static final SequencedMap<String, String> SIGN_UP_LABELS =
      FormErrors.labels(
          "name", "account.name",
          "email", "start.signIn.email",
          "password", "start.signIn.password",
          "acceptTerms", "account.terms");

  private final Pages pages;
  private final SignUps signUps;
  private final PasswordService passwords;
  private final Messages messages;

  AccountLinkController(
      Pages pages, SignUps signUps, PasswordService passwords, Messages messages) {
    this.pages = pages;
    this.signUps = signUps;
    this.passwords = passwords;
    this.messages = messages;
  }

  /** What a form does when it is sent; gives where to go then. */
  private interface Step {
    MutableHttpResponse<Object> take();
  }

  @Get("/sign-up")
  MutableHttpResponse<Object> signUp(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable String to) {
    return actor.isSignedIn() ? Pages.to("/dashboard") : form(request, actor, "sign-up", to);
  }

  @Post("/sign-up")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-up")
  MutableHttpResponse<Object> signUp(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body AccountForm sent) {
    return take(
        request,
        actor,
        language,
        "sign-up",
        sent,
        () -> {
          signUps.signUp(
              new NewAccount(
                  sent.email(),
                  sent.name(),
                  sent.password(),
                  language.getLanguage(),
                  sent.accepts()),
              language,
              client,
              LocalPath.orNull(sent.to()));
          return pages.page(request, actor, "account/sent", Map.of("sent", sent));
        });
  }

  @Get("/account/confirm")
  MutableHttpResponse<Object> confirm(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable String to) {
    return form(request, actor, "confirm", to);
  }

  @Post("/account/confirm")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("confirmation")
  MutableHttpResponse<Object> confirm(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body AccountForm sent) {
    return take(
        request,
        actor,
        language,
        "confirm",
        sent,
        () -> {
          Person person = signUps.confirm(sent.token(), client);
          return signIn("confirmed", sent.to(), person.email());
        });
  }

  /** Asks for the link of a sign-up once more. */
  @Get("/account/resend")
  MutableHttpResponse<Object> resend(
      HttpRequest<?> request, Actor actor, @QueryValue @Nullable String to) {
    return form(request, actor, "resend", to);
  }

  @Post("/account/resend")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-up")
  MutableHttpResponse<Object> resend(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body AccountForm sent) {
    return take(
        request,
        actor,
        language,
        "resend",
        sent,
        () -> {
          signUps.resend(sent.email(), client, LocalPath.orNull(sent.to()));
          return pages.page(request, actor, "account/sent", Map.of("sent", sent));
        });
  }

  @Get("/account/forgotten")
  MutableHttpResponse<Object> forgotten(HttpRequest<?> request, Actor actor) {
    return form(request, actor, "forgotten", null);
  }

  @Post("/account/forgotten")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("password-reset")
  MutableHttpResponse<Object> forgotten(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body AccountForm sent) {
    return take(
        request,
        actor,
        language,
        "forgotten",
        sent,
        () -> {
          passwords.askReset(sent.email(), client);
          return Pages.to(SIGN_IN, "reset-mailed");
        });
  }

  @Get("/account/reset")
  MutableHttpResponse<Object> reset(HttpRequest<?> request, Actor actor) {
    return form(request, actor, "reset", null);
  }

  @Post("/account/reset")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("password-reset")
  MutableHttpResponse<Object> reset(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body AccountForm sent) {
    return take(
        request,
        actor,
        language,
        "reset",
        sent,
        () -> {
          passwords.reset(sent.token(), sent.password(), client);
          return Pages.to(SIGN_IN, "password-set");
        });
  }

  /**
   * To the page to sign in. The address that it fills in stands behind the {@code #}, where no
   * server log sees it.
   */
  static MutableHttpResponse<Object> signIn(String done, @Nullable String to, String email) {
    String page = SignInController.leadingTo(LocalPath.orNull(to));
    return Pages.to(
        page
            + (page.contains("?") ? '&' : '?')
            + "done="
            + done
            + "#email="
            + URLEncoder.encode(email, StandardCharsets.UTF_8));
  }

  private MutableHttpResponse<Object> form(
      HttpRequest<?> request, Actor actor, String kind, @Nullable String to) {
    return pages.page(
        request,
        actor,
        "account/link",
        Map.of(
            "kind",
            kind,
            "sent",
            AccountForm.leadingTo(LocalPath.orNull(to)),
            "errors",
            FormErrors.NONE));
  }

  private MutableHttpResponse<Object> take(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      String kind,
      AccountForm sent,
      Step step) {
    try {
      return step.take();
    } catch (DomainException refusal) {
      return pages.page(
          request,
          actor,
          ProblemFactory.status(refusal),
          "account/link",
          Map.of(
              "kind",
              kind,
              "sent",
              sent,
              "errors",
              FormErrors.of(refusal, messages, language)
                  .labelled("sign-up".equals(kind) ? SIGN_UP_LABELS : LABELS, messages, language)));
    }
  }
}
