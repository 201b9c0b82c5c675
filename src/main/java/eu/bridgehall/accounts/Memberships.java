package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who acts for which organisation, for the features above: it decides nothing. The writing methods
 * act in the caller's transaction, after the caller has decided that they may.
 */
@Singleton
public class Memberships {
  private final MembershipRepository memberships;
  private final AuditLog audit;
  private final Clock clock;

  Memberships(MembershipRepository memberships, AuditLog audit, Clock clock) {
    this.memberships = memberships;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Keeps the person's account open until the transaction ends; false where it is closed. Comes
   * before any other lock, so that two who wait for each other are never made.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public boolean hold(UUID personId) {
    return memberships.hold(personId).isPresent();
  }

  /**
   * Makes the person a member, or gives the member another role.
   *
   * @throws DomainException.NotFound where the person's account is closed
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void put(Actor actor, UUID authorityId, UUID personId, MemberRole role) {
    if (!hold(personId)) {
      throw new DomainException.NotFound("accounts.notFound");
    }
    memberships.lock(authorityId);
    if (role != MemberRole.OWNER) {
      refuseLastOwner(authorityId, personId);
    }
    memberships.put(authorityId, personId, role, clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(actor, "member.put", authorityId, Map.of("person", personId, "role", role.name()));
  }

  /**
   * Ends a membership.
   *
   * @throws DomainException.NotFound where the person is no member
   * @throws DomainException.Conflict where it is the last owner
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void remove(Actor actor, UUID authorityId, UUID personId) {
    memberships.lock(authorityId);
    refuseLastOwner(authorityId, personId);
    leave(actor, authorityId, personId);
  }

  /**
   * Ends a membership, also of the last owner, in the caller's transaction, which has decided that
   * the authority may stand without one.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  void leave(Actor actor, UUID authorityId, UUID personId) {
    if (memberships.remove(authorityId, personId) == 0) {
      throw new DomainException.NotFound("members.notFound");
    }
    audit.record(actor, "member.remove", authorityId, Map.of("person", personId));
  }

  /** The role of a person in an authority. */
  @Transactional
  public Optional<MemberRole> findRole(UUID authorityId, UUID personId) {
    return memberships.findRole(authorityId, personId);
  }

  /** The members of an authority, the longest-standing first. */
  @Transactional
  public List<Member> listMembers(UUID authorityId) {
    return memberships.list(authorityId);
  }

  /** The members of an authority with at least this role. */
  @Transactional
  public List<Member> listMembers(UUID authorityId, MemberRole atLeast) {
    return listMembers(authorityId).stream().filter(m -> m.role().includes(atLeast)).toList();
  }

  /** The authorities of which a person is a member. */
  @Transactional
  public Set<UUID> listAuthorities(UUID personId) {
    return memberships.listHeld(personId).stream()
        .map(HeldMembership::organisationId)
        .collect(Collectors.toSet());
  }

  /** The officers of an association. */
  @Transactional
  public List<Person> listOfficers(UUID associationId) {
    return memberships.listOfficers(associationId).stream().map(PersonRow::toPerson).toList();
  }

  /** The people of the secretariat: moderators, or administrators. */
  @Transactional
  public List<Person> listHolders(PlatformRole role) {
    return memberships.listHolders(role).stream().map(PersonRow::toPerson).toList();
  }

  private void refuseLastOwner(UUID authorityId, UUID personId) {
    if (isLastOwner(authorityId, personId)) {
      throw new DomainException.Conflict("members.lastOwner");
    }
  }

  /** Whether an owner can sign in. */
  boolean hasOwner(UUID authorityId) {
    return memberships.countOwners(authorityId, null) > 0;
  }

  /** Whether an owner beside this person can sign in. */
  boolean hasOwnerBeside(UUID authorityId, UUID personId) {
    return memberships.countOwners(authorityId, personId) > 0;
  }

  /** Whether the person is an owner and no other one could act: those suspended do not count. */
  boolean isLastOwner(UUID authorityId, UUID personId) {
    return memberships.findRole(authorityId, personId).filter(MemberRole.OWNER::equals).isPresent()
        && !hasOwnerBeside(authorityId, personId);
  }
}
