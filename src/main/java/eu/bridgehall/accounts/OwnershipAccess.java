package eu.bridgehall.accounts;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisation;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Who may hand over, ask, and decide who owns an authority. */
final class OwnershipAccess {
  private OwnershipAccess() {}

  static void offer(Actor actor, Organisation authority) {
    require(actor.isMember(authority.id(), MemberRole.OWNER));
  }

  /** Whoever is owner need not ask. */
  static void ask(Actor actor, Organisation authority) {
    require(mayAsk(actor, authority));
  }

  static boolean mayAsk(Actor actor, Organisation authority) {
    return actor.isMember(authority.id(), MemberRole.VIEWER)
        && !actor.isMember(authority.id(), MemberRole.OWNER);
  }

  /** An owner, and the secretariat or the association of the country. */
  static void decide(Actor actor, Organisation authority) {
    require(actor.isMember(authority.id(), MemberRole.OWNER) || mayAppoint(actor, authority));
  }

  static void appoint(Actor actor, Organisation authority) {
    require(mayAppoint(actor, authority));
  }

  /** Nobody appoints for an authority of her own. */
  static boolean mayAppoint(Actor actor, Organisation authority) {
    return actor.overseesCountry(authority.country())
        && !actor.authorities().containsKey(authority.id());
  }

  /**
   * Of which countries the actor reads the requests; null for all.
   *
   * @throws DomainException.Forbidden where of none
   */
  static @Nullable Collection<String> countries(Actor actor) {
    require(actor.isSecretariat() || !actor.associations().isEmpty());
    return actor.isSecretariat() ? null : actor.associations().values();
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new DomainException.Forbidden("error.http.403");
    }
  }
}
