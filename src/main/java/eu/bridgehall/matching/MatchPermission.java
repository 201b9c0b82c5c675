package eu.bridgehall.matching;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import java.util.UUID;

/** Who may see the suggestions made to an authority, and who decides for it. */
final class MatchPermission {
  private MatchPermission() {}

  /**
   * Its members, its association and the secretariat see them.
   *
   * @param country the country whose association serves it
   * @throws DomainException.Forbidden for anybody else
   */
  static void requireRead(Actor actor, UUID authority, String country) {
    if (!actor.isMember(authority, MemberRole.VIEWER) && !actor.overseesCountry(country)) {
      throw new DomainException.Forbidden("matching.forbidden");
    }
  }

  /**
   * Its editors and owners dismiss a suggestion and choose the weights: nobody else speaks for the
   * authority.
   *
   * @throws DomainException.Forbidden for anybody else
   */
  static void requireDecide(Actor actor, UUID authority) {
    if (!actor.isMember(authority, MemberRole.EDITOR)) {
      throw new DomainException.Forbidden("matching.dismissForbidden");
    }
  }
}
