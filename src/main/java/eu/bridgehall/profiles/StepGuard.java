package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.platform.waiting.AppealGuard;
import eu.bridgehall.platform.waiting.DecisionGuard;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.Standing;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What stands against a step that its status and whoever takes it would allow: a decision of the
 * secretariat, an appeal that could still be right, somebody else who works on it.
 */
@Singleton
class StepGuard {
  private final Restrictions restrictions;
  private final @Nullable DecisionGuard claims;
  private final @Nullable AppealGuard appeals;

  StepGuard(
      Restrictions restrictions, @Nullable DecisionGuard claims, @Nullable AppealGuard appeals) {
    this.restrictions = restrictions;
    this.claims = claims;
    this.appeals = appeals;
  }

  /**
   * Refuses a step of a person that something stands against.
   *
   * @throws Forbidden where the authority may only read
   * @throws Conflict where a decision or an appeal stands against it, or somebody else has taken it
   *     on
   */
  void mustBeFree(Actor actor, Profile profile, ProfileAction action, Set<Standing> standings) {
    boolean member = standings.stream().anyMatch(Standing::isMember);
    if (member) {
      mustBeFreeForMembers(profile.id(), action);
    } else {
      mustBeFreeForReviewers(profile.id(), action);
    }
    if (profile.status() == ProfileStatus.SUBMITTED) {
      switch (action) {
        case EDIT -> working(actor, profile);
        case CONFIRM, RETURN -> deciding(actor, profile);
        case ARCHIVE -> {
          if (!member) {
            deciding(actor, profile);
          }
        }
        default -> {
          // its members take it back
        }
      }
    }
  }

  private void mustBeFreeForMembers(UUID id, ProfileAction action) {
    switch (action) {
      case EDIT, SUBMIT, RESUME -> restrictions.mustWrite(id);
      case ARCHIVE -> restrictions.mustClose(id);
      default -> {
        // nothing that a restriction stops
      }
    }
  }

  private void mustBeFreeForReviewers(UUID id, ProfileAction action) {
    if (action == ProfileAction.CONFIRM && restrictions.hides(id)) {
      throw new Conflict("restrictions.liftFirst");
    }
    if (action == ProfileAction.ARCHIVE && appeals != null) {
      appeals.mustBeFinal(id);
    }
  }

  /**
   * Whoever decides this now has it to herself.
   *
   * @throws Conflict where it waits and somebody else has taken it on
   */
  void deciding(Actor actor, Profile profile) {
    if (claims != null && profile.status() == ProfileStatus.SUBMITTED) {
      claims.deciding(actor, profile.waitsAs(), profile.id());
    }
  }

  private void working(Actor actor, Profile profile) {
    if (claims != null) {
      claims.working(actor, profile.waitsAs(), profile.id());
    }
  }
}
