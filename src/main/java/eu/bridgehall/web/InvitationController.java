package eu.bridgehall.web;

import eu.bridgehall.accounts.Acceptance;
import eu.bridgehall.accounts.Client;
import eu.bridgehall.accounts.InvitationAcceptance;
import eu.bridgehall.accounts.InvitationOffer;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
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
import java.util.Locale;
import java.util.Map;

/**
 * Where the link of an invitation leads. The server learns its token only from a form: first it
 * says who invites whom, as what, and then it is accepted.
 */
@Hidden
@Controller("/account/invitation")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_ANONYMOUS)
class InvitationController {
  private final Pages pages;
  private final InvitationAcceptance invitations;
  private final People people;
  private final Messages messages;

  InvitationController(
      Pages pages, InvitationAcceptance invitations, People people, Messages messages) {
    this.pages = pages;
    this.invitations = invitations;
    this.people = people;
    this.messages = messages;
  }

  /** Takes the token from the link. */
  @Get
  MutableHttpResponse<Object> open(HttpRequest<?> request, Actor actor) {
    return link(request, actor, HttpStatus.OK, AccountForm.NOTHING, FormErrors.NONE);
  }

  /** Says what the token is for; nothing is accepted yet. */
  @Post("/show")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-up")
  MutableHttpResponse<Object> show(
      HttpRequest<?> request, Actor actor, Locale language, @Body AccountForm sent) {
    return offer(request, actor, language, HttpStatus.OK, sent, FormErrors.NONE);
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RateLimited("sign-up")
  MutableHttpResponse<Object> accept(
      HttpRequest<?> request, Actor actor, Locale language, Client client, @Body AccountForm sent) {
    try {
      Acceptance acceptance =
          new Acceptance(
              sent.token(),
              sent.name(),
              sent.typedPassword(),
              language.getLanguage(),
              sent.accepts());
      String email = invitations.accept(actor, acceptance, language, client).email();
      return actor.isSignedIn()
          ? Pages.to("/dashboard", "joined")
          : AccountLinkController.signIn("joined", null, email);
    } catch (DomainException refusal) {
      HttpStatus status = ProblemFactory.status(refusal);
      return offer(request, actor, language, status, sent, errors(refusal, language));
    }
  }

  /** The offer, or where the token is for none the form for it once more. */
  private MutableHttpResponse<Object> offer(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      HttpStatus status,
      AccountForm sent,
      FormErrors errors) {
    try {
      InvitationOffer offer = invitations.look(sent.token());
      boolean own =
          actor.isSignedIn()
              && people
                  .find(actor.person())
                  .map(Person::email)
                  .filter(offer.email()::equalsIgnoreCase)
                  .isPresent();
      return pages.page(
          request,
          actor,
          status,
          "account/invitation",
          Map.of("offer", offer, "own", own, "sent", sent, "errors", errors));
    } catch (DomainException.Invalid | DomainException.NotFound refusal) {
      return link(request, actor, ProblemFactory.status(refusal), sent, errors(refusal, language));
    }
  }

  private FormErrors errors(DomainException refusal, Locale language) {
    return FormErrors.of(refusal, messages, language)
        .labelled(AccountLinkController.LABELS, messages, language);
  }

  private MutableHttpResponse<Object> link(
      HttpRequest<?> request, Actor actor, HttpStatus status, AccountForm sent, FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "account/link",
        Map.of("kind", "invitation", "sent", sent, "errors", errors));
  }
}
