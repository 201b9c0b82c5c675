package eu.bridgehall.web;

import eu.bridgehall.accounts.AccountLocks;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.moderation.AccountDecisions;
import eu.bridgehall.moderation.DecisionResponse;
import eu.bridgehall.moderation.model.SubjectKind;
import eu.bridgehall.platform.http.ProblemFactory;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Accounts, for the secretariat: found by their address, suspended by two, locked by an
 * administrator.
 */
@Hidden
@Controller(Addresses.ACCOUNTS)
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class AccountCaseController {
  private static final int LATEST = 20;
  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("email", "start.signIn.email", "reason", "moderation.account.lock.reason");

  private final Pages pages;
  private final AccountDecisions accounts;
  private final AccountLocks locks;
  private final DecideViews views;
  private final Messages messages;

  AccountCaseController(
      Pages pages,
      AccountDecisions accounts,
      AccountLocks locks,
      DecideViews views,
      Messages messages) {
    this.pages = pages;
    this.accounts = accounts;
    this.locks = locks;
    this.views = views;
    this.messages = messages;
  }

  /** The form that finds an account. */
  @Get
  MutableHttpResponse<Object> ask(HttpRequest<?> request, Actor actor) {
    accounts.mustModerate(actor);
    return found(request, actor, HttpStatus.OK, "", FormErrors.NONE);
  }

  /** Leads to the account; whose it is stands in no address, and so in no log of them. */
  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> find(
      HttpRequest<?> request, Actor actor, Locale language, @Body String body) {
    String email = Sent.of(body).one("email");
    try {
      return Pages.to(Addresses.account(accounts.find(actor, email)));
    } catch (DomainException.Invalid refusal) {
      return found(
          request,
          actor,
          ProblemFactory.status(refusal),
          email,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> found(
      HttpRequest<?> request, Actor actor, HttpStatus status, String email, FormErrors errors) {
    return pages.page(
        request, actor, status, "moderation/accounts", Map.of("email", email, "errors", errors));
  }

  /**
   * An account with the decisions about it, and the form that proposes one.
   *
   * @param flag id of the automatic signal that led here
   */
  @Get("/{personId}")
  MutableHttpResponse<Object> show(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID personId,
      @QueryValue @Nullable String flag) {
    return page(
        request,
        actor,
        HttpStatus.OK,
        personId,
        view(personId, DecideForm.after(flag), FormErrors.NONE, language));
  }

  /** Proposes a suspension. */
  @Post("/{personId}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> decide(
      HttpRequest<?> request, Actor actor, Locale language, UUID personId, @Body String body) {
    DecideForm form = DecideForm.of(Sent.of(body));
    try {
      DecisionResponse made = accounts.decide(actor, personId, form.request());
      return Pages.to(Addresses.decision(made.id()), "decision-proposed");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return page(
          request,
          actor,
          ProblemFactory.status(refusal),
          personId,
          view(personId, form, views.errors(refusal, language), language));
    }
  }

  /** What it means to lock it, and why it is done. */
  @Get("/{personId}/lock")
  MutableHttpResponse<Object> lock(HttpRequest<?> request, Actor actor, UUID personId) {
    return lock(request, actor, HttpStatus.OK, personId, "", FormErrors.NONE);
  }

  /** Locks it. */
  @Post("/{personId}/lock")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> lock(
      HttpRequest<?> request, Actor actor, Locale language, UUID personId, @Body String body) {
    String reason = Sent.of(body).one("reason");
    try {
      locks.lock(actor, personId, reason);
      return Pages.to(Addresses.account(personId), "account-locked");
    } catch (DomainException.Invalid | DomainException.Conflict refusal) {
      return lock(
          request,
          actor,
          ProblemFactory.status(refusal),
          personId,
          reason,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  private MutableHttpResponse<Object> lock(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID personId,
      String reason,
      FormErrors errors) {
    locks.requireLock(actor);
    return pages.page(
        request,
        actor,
        status,
        "moderation/account-lock",
        Map.of(
            "it",
            accounts.get(actor, personId, LATEST).person(),
            "reason",
            reason,
            "errors",
            errors));
  }

  private DecideView view(UUID personId, DecideForm form, FormErrors errors, Locale language) {
    return views.of(
        SubjectKind.ACCOUNT,
        Addresses.account(personId),
        List.of(),
        List.of(personId),
        form,
        errors,
        language);
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request, Actor actor, HttpStatus status, UUID personId, DecideView decide) {
    return pages.page(
        request,
        actor,
        status,
        "moderation/account",
        Map.of(
            "it",
            accounts.get(actor, personId, LATEST),
            "decide",
            decide,
            "locks",
            actor.isAdministrator()));
  }
}
