package eu.bridgehall.accounts;

import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.organisations.Organisations;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is kept about a person because she has an account; no hash and no token is given out. */
@Singleton
class AccountRecords implements PersonalRecords {
  private final PersonRepository people;
  private final MembershipRepository memberships;
  private final SessionRepository sessions;
  private final InvitationRepository invitations;
  private final KnownNetworks networks;
  private final SignUpRepository signUps;
  private final SecondFactorRepository factors;
  private final Organisations organisations;

  AccountRecords(
      PersonRepository people,
      MembershipRepository memberships,
      SessionRepository sessions,
      InvitationRepository invitations,
      KnownNetworks networks,
      SignUpRepository signUps,
      SecondFactorRepository factors,
      Organisations organisations) {
    this.people = people;
    this.memberships = memberships;
    this.sessions = sessions;
    this.invitations = invitations;
    this.networks = networks;
    this.signUps = signUps;
    this.factors = factors;
    this.organisations = organisations;
  }

  @Override
  public String name() {
    return "account";
  }

  @Override
  public Object collect(Person person) {
    PersonRow row = people.findById(person.id()).orElseThrow();
    return new Account(
        row.id(),
        row.email(),
        row.name(),
        row.language(),
        row.createdAt(),
        memberships.listRoles(row.id()).stream().map(PlatformRole::id).toList(),
        memberships.findAssociation(row.id()).map(this::organisation).orElse(null),
        memberships.listHeld(row.id()).stream()
            .map(m -> new Membership(organisation(m.organisationId()), m.role().id(), m.since()))
            .toList(),
        invitations.listAllOf(row.email()).stream()
            .map(
                i ->
                    new Invited(
                        organisation(i.organisationId()),
                        i.role().id(),
                        i.createdAt(),
                        i.expiresAt(),
                        i.closedAt()))
            .toList(),
        sessions.listAllOf(row.id()).stream()
            .map(
                s -> new Session(s.createdAt(), s.lastSeen(), s.endedAt(), s.network(), s.client()))
            .toList(),
        networks.listOf(row.id()),
        factors.find(row.id()).map(SecondFactorRow::confirmedAt).orElse(null),
        factors.countCodes(row.id()));
  }

  @Override
  public void erase(Person person) {
    memberships.revokeAll(person.id());
    memberships.removeOfficer(person.id());
    sessions.deleteAllOf(person.id());
    networks.deleteAllOf(person.id());
    invitations.deleteAllOf(person.email());
    signUps.deleteAll(person.email());
    factors.deleteCodes(person.id());
    factors.delete(person.id());
  }

  private Organisation organisation(UUID id) {
    return new Organisation(id, organisations.get(id).name());
  }

  /**
   * An account.
   *
   * @param roles at the secretariat
   * @param association of which the person is an officer
   * @param knownNetworks from which she has signed in before
   * @param secondFactorSince when a second factor was switched on; null while it is off
   * @param recoveryCodesLeft that were not used
   */
  @Serdeable
  record Account(
      UUID id,
      String email,
      String name,
      String language,
      Instant createdAt,
      List<String> roles,
      @Nullable Organisation association,
      List<Membership> memberships,
      List<Invited> invitations,
      List<Session> sessions,
      List<String> knownNetworks,
      @Nullable Instant secondFactorSince,
      int recoveryCodesLeft) {}

  @Serdeable
  record Organisation(UUID id, String name) {}

  @Serdeable
  record Membership(Organisation authority, String role, Instant since) {}

  @Serdeable
  record Invited(
      Organisation authority,
      String role,
      Instant invitedAt,
      Instant expiresAt,
      @Nullable Instant closedAt) {}

  @Serdeable
  record Session(
      Instant createdAt,
      Instant lastSeen,
      @Nullable Instant endedAt,
      String network,
      String client) {}
}
