package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.OrganisationKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that takes part in a conversation, or has.
 *
 * @param id of the organisation
 * @param leftAfter number of the last message that it still reads; null while it is there
 * @param sharesContact whether the others see the contact of its profile
 */
record Side(UUID id, OrganisationKind kind, @Nullable Long leftAfter, boolean sharesContact) {
  static Side of(UUID id, OrganisationKind kind) {
    return new Side(id, kind, null, false);
  }

  boolean isPresent() {
    return leftAfter == null;
  }

  boolean isAuthority() {
    return kind == OrganisationKind.AUTHORITY;
  }

  /** Number up to which it reads. */
  long readsUpTo() {
    return leftAfter == null ? Long.MAX_VALUE : leftAfter;
  }

  /**
   * Whether the actor acts for it.
   *
   * @param atLeast the role that this takes in an authority; associations and the secretariat know
   *     no lesser ones
   */
  boolean isActedForBy(Actor actor, MemberRole atLeast) {
    return actor.isSignedIn()
        && switch (kind) {
          case AUTHORITY -> actor.isMember(id, atLeast);
          case ASSOCIATION -> actor.associations().containsKey(id);
          case SECRETARIAT -> actor.isSecretariat();
        };
  }
}
