package eu.bridgehall.web;

import eu.bridgehall.accounts.AccountService;
import eu.bridgehall.accounts.Client;
import eu.bridgehall.accounts.PasswordService;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.accounts.SecondFactors;
import eu.bridgehall.accounts.Sessions;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.notifications.Delivery;
import eu.bridgehall.notifications.NoticeChange;
import eu.bridgehall.notifications.NoticeChoices;
import eu.bridgehall.notifications.NoticeKind;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.UUID;

/** A person's own account: name and language, password, mails that are wanted, sessions. */
@Hidden
@Controller("/account")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class AccountController {
  private static final String HERE = "/account";
  private static final String DELIVERY = "account.notices.delivery.";

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels(
          "name",
          "account.name",
          "language",
          "page.language",
          "currentPassword",
          "account.currentPassword",
          "newPassword",
          "account.newPassword");

  private final Pages pages;
  private final AccountService accounts;
  private final PasswordService passwords;
  private final Sessions sessions;
  private final SecondFactors secondFactors;
  private final Acting acting;
  private final NoticeChoices notices;
  private final Messages messages;

  AccountController(
      Pages pages,
      AccountService accounts,
      PasswordService passwords,
      Sessions sessions,
      SecondFactors secondFactors,
      Acting acting,
      NoticeChoices notices,
      Messages messages) {
    this.pages = pages;
    this.accounts = accounts;
    this.passwords = passwords;
    this.sessions = sessions;
    this.secondFactors = secondFactors;
    this.acting = acting;
    this.notices = notices;
    this.messages = messages;
  }

  @Get
  MutableHttpResponse<Object> show(HttpRequest<?> request, Actor actor, Locale language) {
    Person person = accounts.get(actor);
    return page(
        request,
        actor,
        language,
        HttpStatus.OK,
        new PersonForm(person.name(), person.language()),
        FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> change(
      HttpRequest<?> request, Actor actor, Locale language, @Body PersonForm form) {
    try {
      accounts.change(actor, Objects.requireNonNullElse(form.name(), ""), form.language());
      return Pages.to(HERE, "account-changed");
    } catch (DomainException.Invalid refusal) {
      return page(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          form,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  @Post("/password")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-in")
  MutableHttpResponse<Object> changePassword(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      Client client,
      @Body PasswordForm form) {
    try {
      passwords.change(actor, form.currentPassword(), form.newPassword(), client);
      return Pages.to(HERE, "password-changed");
    } catch (DomainException.Invalid | DomainException.Forbidden refusal) {
      Person person = accounts.get(actor);
      return page(
          request,
          actor,
          language,
          ProblemFactory.status(refusal),
          new PersonForm(person.name(), person.language()),
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  /** How the reader wants her mails. */
  @Post("/notices")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> changeNotices(Actor actor, @Body NoticeChange form) {
    notices.change(actor, form.choices());
    return Pages.to(HERE, "notices-changed");
  }

  @Post("/sessions/{id}/end")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> endSession(Actor actor, UUID id) {
    sessions.end(actor, id);
    return Pages.to(HERE, "session-ended");
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      PersonForm form,
      FormErrors errors) {
    Map<NoticeKind, Delivery> wanted = notices.get(actor);
    AccountView view =
        new AccountView(
            accounts.get(actor).email(),
            form,
            errors,
            acting.all(actor).stream().map(a -> membership(actor, a)).toList(),
            Arrays.stream(NoticeKind.values())
                .map(
                    k -> new AccountView.Notice(k.id(), Objects.requireNonNull(wanted.get(k)).id()))
                .toList(),
            Arrays.stream(Delivery.values())
                .map(d -> new Option(d.id(), messages.text(language, DELIVERY + d.id())))
                .toList(),
            sessions.list(actor).stream()
                .map(s -> new AccountView.Session(s, ClientName.of(s.client())))
                .toList(),
            secondFactors.status(actor));
    return pages.page(request, actor, status, "account/page", Map.of("view", view));
  }

  private static AccountView.Membership membership(Actor actor, Reader.ActsFor authority) {
    MemberRole role = Objects.requireNonNull(actor.authorities().get(authority.id()));
    return new AccountView.Membership(authority, role.id());
  }
}
