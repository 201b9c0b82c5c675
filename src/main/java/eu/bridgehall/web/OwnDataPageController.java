package eu.bridgehall.web;

import eu.bridgehall.accounts.AccountClosing;
import eu.bridgehall.accounts.BrowserSessions;
import eu.bridgehall.accounts.Client;
import eu.bridgehall.accounts.PersonalArchive;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.platform.http.ProblemFactory;
import eu.bridgehall.platform.http.RateLimited;
import eu.bridgehall.platform.i18n.Messages;
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
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/** What is kept about the reader, and the end of her account. */
@Hidden
@Controller("/account")
@Secured(SecurityRule.IS_AUTHENTICATED)
class OwnDataPageController {
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("password", "account.currentPassword");

  private final Pages pages;
  private final PersonalArchive archive;
  private final AccountClosing closing;
  private final BrowserSessions sessions;
  private final Messages messages;

  OwnDataPageController(
      Pages pages,
      PersonalArchive archive,
      AccountClosing closing,
      BrowserSessions sessions,
      Messages messages) {
    this.pages = pages;
    this.archive = archive;
    this.closing = closing;
    this.sessions = sessions;
    this.messages = messages;
  }

  /** All that is kept about the reader, as a file; a post, for she is told that it was taken. */
  @Post("/data")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces("application/zip")
  @RateLimited("own-data")
  StreamedFile download(Actor actor) {
    return archive.of(actor);
  }

  /** Asks whether the account is to be closed, and says what stands in the way. */
  @Get("/close")
  @Produces(MediaType.TEXT_HTML)
  MutableHttpResponse<Object> askClosing(HttpRequest<?> request, Actor actor) {
    return page(request, actor, HttpStatus.OK, FormErrors.NONE);
  }

  @Post("/close")
  @Produces(MediaType.TEXT_HTML)
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-in")
  MutableHttpResponse<Object> close(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body CloseForm form) {
    try {
      closing.close(actor, form.password(), client);
      return Pages.to("/", "account-closed").cookie(sessions.gone());
    } catch (DomainException.Invalid | Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request, Actor actor, HttpStatus status, FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "account/close",
        Map.of("obstacles", closing.obstacles(actor), "errors", errors));
  }
}
