package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Invitations to an authority by mail. Accepted by whoever is signed in with the invited address,
 * or has the link that was mailed to it: either shows that the address is theirs.
 */
@Singleton
public class Invitations {
  private static final int MOST_OPEN = 50;

  private final InvitationRepository invitations;
  private final PersonRepository people;
  private final Memberships memberships;
  private final MembershipRepository rows;
  private final Organisations organisations;
  private final LinkTokens links;
  private final AccountSettings settings;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Invitations(
      InvitationRepository invitations,
      PersonRepository people,
      Memberships memberships,
      MembershipRepository rows,
      Organisations organisations,
      LinkTokens links,
      AccountSettings settings,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.invitations = invitations;
    this.people = people;
    this.memberships = memberships;
    this.rows = rows;
    this.organisations = organisations;
    this.links = links;
    this.settings = settings;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Invites an address.
   *
   * @param role id of the role to have
   * @throws DomainException.Conflict where it is a member's, is invited already, or too many are
   */
  @Transactional
  public InvitationRow invite(
      Actor actor, UUID authorityId, @Nullable String given, @Nullable String role, Locale l) {
    organisations.getAuthority(authorityId);
    AccountPermissions.manageMembers(actor, authorityId);
    FieldChecks checks = new FieldChecks();
    String email = checks.email("email", given);
    MemberRole wanted = checks.choice("role", role, MemberRole.class);
    checks.done();
    rows.lock(authorityId);
    Instant now = now();
    invitations.closeExpired(now);
    refuseSuperfluous(authorityId, email, now);
    InvitationRow invitation =
        invitations.save(
            new InvitationRow(
                Ids.next(),
                authorityId,
                email,
                Objects.requireNonNull(wanted),
                people.findByEmail(email).map(PersonRow::language).orElse(l.getLanguage()),
                actor.person(),
                now,
                now.plus(settings.invitationLifetime()),
                null,
                null));
    audit.record(
        actor,
        "invitation.make",
        authorityId,
        Map.of("invitation", invitation.id(), "role", invitation.role().name()));
    outbox.publish(new InvitationMade(invitation.id()));
    return invitation;
  }

  private void refuseSuperfluous(UUID authorityId, String email, Instant now) {
    List<InvitationRow> open = invitations.listOpen(authorityId, now);
    if (memberships.listMembers(authorityId).stream()
        .anyMatch(m -> m.email().equalsIgnoreCase(email))) {
      throw new DomainException.Conflict("members.alreadyMember");
    }
    if (open.stream().anyMatch(i -> i.email().equalsIgnoreCase(email))) {
      throw new DomainException.Conflict("members.alreadyInvited");
    }
    if (open.size() >= MOST_OPEN) {
      throw new DomainException.Conflict("members.tooManyInvited", Map.of("max", MOST_OPEN));
    }
  }

  /** The open invitations of an authority. */
  @Transactional
  public List<InvitationRow> list(Actor actor, UUID authorityId) {
    organisations.getAuthority(authorityId);
    AccountPermissions.manageMembers(actor, authorityId);
    return invitations.listOpen(authorityId, now());
  }

  /** The open invitations to the person who asks. */
  @Transactional
  public List<InvitationRow> listOwn(Actor actor) {
    return invitations.listOpenOf(address(actor), now());
  }

  /** Takes an invitation back. */
  @Transactional
  public void withdraw(Actor actor, UUID authorityId, UUID invitationId) {
    organisations.getAuthority(authorityId);
    AccountPermissions.manageMembers(actor, authorityId);
    InvitationRow invitation = open(invitationId);
    if (!invitation.organisationId().equals(authorityId)) {
      throw new DomainException.NotFound("members.invitationNotFound");
    }
    invitations.close(invitationId, now(), "WITHDRAWN");
    links.cancel(LinkKind.INVITATION, invitationId);
    audit.record(actor, "invitation.withdraw", authorityId, Map.of("invitation", invitationId));
  }

  /**
   * Accepts an invitation to the person's own address.
   *
   * @throws DomainException.NotFound where there is no such invitation to this address
   */
  @Transactional
  public InvitationRow acceptOwn(Actor actor, UUID invitationId) {
    InvitationRow invitation = open(invitationId);
    if (!invitation.email().equalsIgnoreCase(address(actor))) {
      throw new DomainException.NotFound("members.invitationNotFound");
    }
    links.cancel(LinkKind.INVITATION, invitationId);
    return join(actor, invitation);
  }

  /** The invitation that a link is good for. */
  @Transactional
  InvitationRow byLink(@Nullable String token) {
    return open(links.find(LinkKind.INVITATION, token));
  }

  /** Accepts the invitation that a link is good for, which is then used up. */
  @Transactional
  InvitationRow acceptByLink(Actor actor, @Nullable String token) {
    return join(actor, open(links.redeem(LinkKind.INVITATION, token)));
  }

  private InvitationRow join(Actor actor, InvitationRow invitation) {
    UUID authority = invitation.organisationId();
    invitations.close(invitation.id(), now(), "ACCEPTED");
    // an invitation adds, it never takes from a role that was given meanwhile
    boolean hasMore =
        memberships
            .findRole(authority, actor.person())
            .filter(r -> r.includes(invitation.role()))
            .isPresent();
    if (!hasMore) {
      memberships.put(actor, authority, actor.person(), invitation.role());
    }
    audit.record(actor, "invitation.accept", authority, Map.of("invitation", invitation.id()));
    return invitation;
  }

  private InvitationRow open(UUID id) {
    return invitations
        .lock(id)
        .filter(i -> i.isOpen(now()))
        .orElseThrow(() -> new DomainException.NotFound("members.invitationNotFound"));
  }

  private String address(Actor actor) {
    return people
        .findById(actor.person())
        .orElseThrow(() -> new DomainException.NotFound("accounts.notFound"))
        .email();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
