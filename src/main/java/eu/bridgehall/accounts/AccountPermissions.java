package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisation;
import java.util.UUID;

/** Who may do what with members, roles and accounts. */
final class AccountPermissions {
  private AccountPermissions() {}

  /** Members see each other; so do the secretariat and the association of the country. */
  static void readMembers(Actor actor, Organisation authority) {
    require(
        actor.isMember(authority.id(), MemberRole.VIEWER)
            || actor.overseesCountry(authority.country()));
  }

  /** Owners; an administrator too, for an authority whose last owner is gone. */
  static void manageMembers(Actor actor, UUID authorityId) {
    require(managesMembers(actor, authorityId));
  }

  static boolean managesMembers(Actor actor, UUID authorityId) {
    return actor.isMember(authorityId, MemberRole.OWNER) || actor.isAdministrator();
  }

  /** Everybody may leave. */
  static void removeMember(Actor actor, UUID authorityId, UUID personId) {
    if (!personId.equals(actor.personId())) {
      manageMembers(actor, authorityId);
    }
  }

  /** Accounts, platform roles and associations. */
  static void administer(Actor actor) {
    require(actor.isAdministrator());
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new DomainException.Forbidden("error.http.403");
    }
  }
}
