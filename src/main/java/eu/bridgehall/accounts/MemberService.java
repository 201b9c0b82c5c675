package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The members of an authority, as they themselves manage them. */
@Singleton
public class MemberService {
  private final Memberships memberships;
  private final Organisations organisations;
  private final People people;

  MemberService(Memberships memberships, Organisations organisations, People people) {
    this.memberships = memberships;
    this.organisations = organisations;
    this.people = people;
  }

  /** The members, the longest-standing first; for members, the association and the secretariat. */
  @Transactional
  public List<Member> list(Actor actor, UUID authorityId) {
    AccountPermissions.readMembers(actor, organisations.getAuthority(authorityId));
    return memberships.listMembers(authorityId);
  }

  /** Whether the actor invites, changes roles and removes others. */
  public boolean manages(Actor actor, UUID authorityId) {
    return AccountPermissions.managesMembers(actor, authorityId);
  }

  /**
   * The member that is to be removed, for those who may: an owner any, everybody herself.
   *
   * @throws DomainException.NotFound where the person is no member
   */
  @Transactional
  public Member getRemovable(Actor actor, UUID authorityId, UUID personId) {
    organisations.getAuthority(authorityId);
    AccountPermissions.removeMember(actor, authorityId, personId);
    return memberships.listMembers(authorityId).stream()
        .filter(m -> m.personId().equals(personId))
        .findFirst()
        .orElseThrow(() -> new DomainException.NotFound("members.notFound"));
  }

  /**
   * Gives a member another role; an administrator can also make somebody a member.
   *
   * @param role id of the role
   */
  @Transactional
  public void setRole(Actor actor, UUID authorityId, UUID personId, @Nullable String role) {
    organisations.getAuthority(authorityId);
    AccountPermissions.manageMembers(actor, authorityId);
    MemberRole given = FieldChecks.chosen("role", role, MemberRole.class);
    if (memberships.findRole(authorityId, personId).isEmpty()) {
      if (!actor.isAdministrator()) {
        throw new DomainException.NotFound("members.notFound");
      }
      people.get(personId);
    }
    memberships.put(actor, authorityId, personId, given);
  }

  /** Ends a membership: one's own, or as an owner another's. */
  @Transactional
  public void remove(Actor actor, UUID authorityId, UUID personId) {
    organisations.getAuthority(authorityId);
    AccountPermissions.removeMember(actor, authorityId, personId);
    memberships.remove(actor, authorityId, personId);
  }
}
