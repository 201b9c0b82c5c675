package eu.bridgehall.web;

import eu.bridgehall.accounts.AccountService;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.platform.http.SiteCookies;
import eu.bridgehall.platform.i18n.Messages;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language switch of every page. */
@Hidden
@Controller("/language")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class LanguageController {
  private static final Duration KEPT = Duration.ofDays(365);

  private final AccountService accounts;
  private final Messages messages;
  private final SiteCookies cookies;

  LanguageController(AccountService accounts, Messages messages, SiteCookies cookies) {
    this.accounts = accounts;
    this.messages = messages;
    this.cookies = cookies;
  }

  /** Chooses a language, for the account where there is one, and shows the same page in it. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> choose(Actor actor, @Body Choice choice) {
    Locale language =
        messages.languages().stream()
            .filter(l -> l.getLanguage().equals(choice.language()))
            .findFirst()
            .orElseThrow(() -> new Invalid("language", "accounts.languageUnknown"));
    if (actor.isSignedIn()) {
      accounts.change(actor, null, language.getLanguage());
    }
    return Pages.to(LocalPath.of(choice.to()))
        .cookie(cookies.make(LanguageFilter.COOKIE, language.getLanguage()).maxAge(KEPT));
  }

  /** A language, and the page to go back to. */
  @Serdeable
  record Choice(@Nullable String language, @Nullable String to) {}
}
