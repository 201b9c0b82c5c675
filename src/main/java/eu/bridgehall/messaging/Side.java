package eu.bridgehall.messaging;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.OrganisationKind;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An organisation that takes part in a conversation, or has.
 *
 * @param id of the organisation
 * @param left how it was when it left; null while it is there
 * @param sharesContact whether the others see the contact of its profile
 */
record Side(UUID id, OrganisationKind kind, @Nullable Left left, boolean sharesContact) {
  /**
   * What a side that has left still reads.
   *
   * @param after number of the last message
   * @param revision of the conversation, whose later changes it does not see
   * @param activeAt when the conversation had last been active
   */
  record Left(long after, long revision, Instant activeAt) {}

  static Side of(UUID id, OrganisationKind kind) {
    return new Side(id, kind, null, false);
  }

  boolean isPresent() {
    return left == null;
  }

  boolean isAuthority() {
    return kind == OrganisationKind.AUTHORITY;
  }

  /** Number up to which it reads. */
  long readsUpTo() {
    return left == null ? Long.MAX_VALUE : left.after();
  }

  /** Revision up to which it sees changes. */
  long seesUpTo() {
    return left == null ? Long.MAX_VALUE : left.revision();
  }

  /** Whether it had left already when another one did, or has left while the other is there. */
  boolean hasLeftBefore(Side other) {
    return left != null && left.revision() <= other.seesUpTo();
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
