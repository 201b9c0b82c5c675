package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.platform.http.Page;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who acts for an authority, and who is invited to. */
@Controller("/api/v1/authorities/{authorityId}")
@Secured(SecurityRule.IS_AUTHENTICATED)
class MembersController {
  private final MemberService members;
  private final Invitations invitations;

  MembersController(MemberService members, Invitations invitations) {
    this.members = members;
    this.invitations = invitations;
  }

  /** The members, to members, the association of the country and the secretariat. */
  @Get("/members")
  Page<MemberResponse> list(Actor actor, UUID authorityId) {
    return Page.of(
        members.list(actor, authorityId).stream()
            .map(
                m ->
                    new MemberResponse(m.personId(), m.name(), m.email(), m.role().id(), m.since()))
            .toList());
  }

  /** Gives a member another role; for owners. */
  @Put("/members/{personId}")
  @Status(HttpStatus.NO_CONTENT)
  void setRole(Actor actor, UUID authorityId, UUID personId, @Body Role request) {
    members.setRole(actor, authorityId, personId, request.role());
  }

  /** Ends a membership; for owners, and for the member. */
  @Delete("/members/{personId}")
  @Status(HttpStatus.NO_CONTENT)
  void remove(Actor actor, UUID authorityId, UUID personId) {
    members.remove(actor, authorityId, personId);
  }

  /** The open invitations; for owners. */
  @Get("/invitations")
  Page<InvitationResponse> listInvitations(Actor actor, UUID authorityId) {
    return Page.of(
        invitations.list(actor, authorityId).stream().map(InvitationResponse::of).toList());
  }

  /** Invites an address; for owners. */
  @Post("/invitations")
  @Status(HttpStatus.CREATED)
  InvitationResponse invite(
      Actor actor, UUID authorityId, @Body NewInvitation request, Locale language) {
    return InvitationResponse.of(
        invitations.invite(actor, authorityId, request.email(), request.role(), language));
  }

  /** Takes an invitation back; for owners. */
  @Delete("/invitations/{invitationId}")
  @Status(HttpStatus.NO_CONTENT)
  void withdraw(Actor actor, UUID authorityId, UUID invitationId) {
    invitations.withdraw(actor, authorityId, invitationId);
  }

  /** A member. */
  @Serdeable
  record MemberResponse(
      UUID personId,
      String name,
      String email,
      @Schema(implementation = MemberRole.class) String role,
      Instant since) {}

  /** The role to give. */
  @Serdeable
  record Role(@Nullable @Schema(implementation = MemberRole.class) String role) {}

  /** Whom to invite, as what. */
  @Serdeable
  record NewInvitation(
      @Nullable String email, @Nullable @Schema(implementation = MemberRole.class) String role) {}

  /** An open invitation. */
  @Serdeable
  record InvitationResponse(
      UUID id,
      String email,
      @Schema(implementation = MemberRole.class) String role,
      Instant expiresAt) {
    static InvitationResponse of(InvitationRow row) {
      return new InvitationResponse(row.id(), row.email(), row.role().id(), row.expiresAt());
    }
  }
}
