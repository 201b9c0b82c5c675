package eu.bridgehall.web;

import eu.bridgehall.accounts.Invitations;
import eu.bridgehall.accounts.MemberService;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisations;
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
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;

/** Who acts for an authority, and who is invited to. */
@Hidden
@Controller("/authorities/{id}")
@Produces(MediaType.TEXT_HTML)
@Secured(SecurityRule.IS_AUTHENTICATED)
class MembersPageController {
  private static final List<String> ROLES =
      Arrays.stream(MemberRole.values()).map(MemberRole::id).toList();

  private static final SequencedMap<String, String> LABELS =
      FormErrors.labels("email", "members.email", "role", "members.role");

  private final Pages pages;
  private final MemberService members;
  private final Invitations invitations;
  private final Organisations organisations;
  private final Messages messages;

  MembersPageController(
      Pages pages,
      MemberService members,
      Invitations invitations,
      Organisations organisations,
      Messages messages) {
    this.pages = pages;
    this.members = members;
    this.invitations = invitations;
    this.organisations = organisations;
    this.messages = messages;
  }

  @Get("/members")
  MutableHttpResponse<Object> list(HttpRequest<?> request, Actor actor, UUID id) {
    return page(request, actor, HttpStatus.OK, id, InviteForm.NOTHING, FormErrors.NONE);
  }

  @Post("/members/{person}/role")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> setRole(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      UUID person,
      @Body InviteForm form) {
    try {
      members.setRole(actor, id, person, form.role());
      return Pages.to(Addresses.members(id), "member-changed");
    } catch (Conflict refusal) {
      return refused(request, actor, language, id, InviteForm.NOTHING, refusal);
    }
  }

  /** Asks whether the member is to be removed; a member is asked whether to leave. */
  @Get("/members/{person}/remove")
  MutableHttpResponse<Object> askRemoval(
      HttpRequest<?> request, Actor actor, UUID id, UUID person) {
    return removal(request, actor, HttpStatus.OK, id, person, FormErrors.NONE);
  }

  @Post("/members/{person}/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> remove(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, UUID person) {
    try {
      members.remove(actor, id, person);
      return person.equals(actor.personId())
          ? Pages.to("/dashboard", "member-left")
          : Pages.to(Addresses.members(id), "member-removed");
    } catch (Conflict refusal) {
      return removal(
          request,
          actor,
          ProblemFactory.status(refusal),
          id,
          person,
          FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
    }
  }

  @Post("/invitations")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> invite(
      HttpRequest<?> request, Actor actor, Locale language, UUID id, @Body InviteForm form) {
    try {
      invitations.invite(actor, id, form.email(), form.role(), language);
      return Pages.to(Addresses.members(id), "member-invited");
    } catch (DomainException.Invalid | Conflict refusal) {
      return refused(request, actor, language, id, form, refusal);
    }
  }

  @Post("/invitations/{invitation}/withdraw")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  MutableHttpResponse<Object> withdraw(Actor actor, UUID id, UUID invitation) {
    invitations.withdraw(actor, id, invitation);
    return Pages.to(Addresses.members(id), "invitation-withdrawn");
  }

  private MutableHttpResponse<Object> refused(
      HttpRequest<?> request,
      Actor actor,
      Locale language,
      UUID id,
      InviteForm form,
      DomainException refusal) {
    return page(
        request,
        actor,
        ProblemFactory.status(refusal),
        id,
        form,
        FormErrors.of(refusal, messages, language).labelled(LABELS, messages, language));
  }

  private MutableHttpResponse<Object> page(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID id,
      InviteForm form,
      FormErrors errors) {
    boolean manages = members.manages(actor, id);
    MembersView view =
        new MembersView(
            id,
            organisations.getAuthority(id).name(),
            members.list(actor, id),
            manages,
            manages ? invitations.list(actor, id) : List.of(),
            ROLES,
            form,
            errors);
    return pages.page(request, actor, status, "members/page", Map.of("view", view));
  }

  private MutableHttpResponse<Object> removal(
      HttpRequest<?> request,
      Actor actor,
      HttpStatus status,
      UUID id,
      UUID person,
      FormErrors errors) {
    return pages.page(
        request,
        actor,
        status,
        "members/remove",
        Map.of(
            "authority",
            organisations.getAuthority(id),
            "member",
            members.getRemovable(actor, id, person),
            "errors",
            errors));
  }
}
