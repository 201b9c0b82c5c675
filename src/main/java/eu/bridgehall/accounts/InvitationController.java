package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.RateLimited;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Invitations, as the invited see them. */
@Controller("/api/v1")
class InvitationController {
  private final Invitations invitations;
  private final InvitationAcceptance acceptance;
  private final Organisations organisations;

  InvitationController(
      Invitations invitations, InvitationAcceptance acceptance, Organisations organisations) {
    this.invitations = invitations;
    this.acceptance = acceptance;
    this.organisations = organisations;
  }

  /** The open invitations to the address of the person who asks. */
  @Get("/account/invitations")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  Page<OwnInvitation> list(Actor actor) {
    return Page.of(invitations.listOwn(actor).stream().map(this::own).toList());
  }

  private OwnInvitation own(InvitationRow invitation) {
    return new OwnInvitation(
        invitation.id(),
        invitation.organisationId(),
        organisations.get(invitation.organisationId()).name(),
        invitation.role().id(),
        invitation.expiresAt());
  }

  /** Accepts one of them. */
  @Post("/account/invitations/{invitationId}/acceptance")
  @Secured(SecurityRule.IS_AUTHENTICATED)
  Accepted acceptOwn(Actor actor, UUID invitationId) {
    return Accepted.of(invitations.acceptOwn(actor, invitationId));
  }

  /** Accepts by the token of the link, signed in with the invited address or as somebody new. */
  @Post("/invitations/accept")
  @RateLimited("sign-up")
  @Secured(SecurityRule.IS_ANONYMOUS)
  Accepted accept(Actor actor, @Body Acceptance request, Locale language, Client client) {
    return Accepted.of(acceptance.accept(actor, request, language, client));
  }

  /** An invitation to oneself. */
  @Serdeable
  record OwnInvitation(
      UUID id,
      UUID authorityId,
      String authorityName,
      @Schema(implementation = MemberRole.class) String role,
      Instant expiresAt) {}

  /** What one is a member of now. */
  @Serdeable
  record Accepted(UUID authorityId, @Schema(implementation = MemberRole.class) String role) {
    static Accepted of(InvitationRow row) {
      return new Accepted(row.organisationId(), row.role().id());
    }
  }
}
