package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.profiles.model.Standing;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who decides which claim: owners who joins them, the association and the secretariat all of them.
 * Nobody decides her own claim, and no member a dispute about her own authority.
 */
@Singleton
class ClaimAccess {
  private final ProfileVisibility visibility;

  ClaimAccess(ProfileVisibility visibility) {
    this.visibility = visibility;
  }

  /**
   * Lets those pass who decide this claim.
   *
   * @throws NotFound where the claim is not the actor's to see
   * @throws Forbidden where it is hers to see and not to decide
   */
  void requireDecides(Actor actor, ClaimRepository.Row claim) {
    Set<Standing> standings = standings(actor, claim);
    boolean own = claim.claimant().equals(actor.personId());
    boolean reviewer = isReviewer(standings);
    boolean owner = standings.contains(Standing.OWNER);
    if (!own && !reviewer && !(owner && !claim.dispute())) {
      throw new NotFound("profiles.claim.notFound");
    }
    boolean member = standings.stream().anyMatch(Standing::isMember);
    boolean may = claim.dispute() ? reviewer && !member : reviewer || owner;
    if (own || !may) {
      throw new Forbidden("profiles.claim.forbidden");
    }
  }

  /** Whether the actor may see what reviewers have noted about the claimed authority. */
  boolean reviews(Actor actor, ClaimRepository.Row claim) {
    Set<Standing> standings = standings(actor, claim);
    return isReviewer(standings) && standings.stream().noneMatch(Standing::isMember);
  }

  /** What the actor decides, for a list; the same as {@link #requireDecides} for each. */
  ClaimRepository.Decider decider(Actor actor) {
    return new ClaimRepository.Decider(
        actor.person(), owned(actor), countries(actor), actor.authorities().keySet());
  }

  /** The countries whose claims the actor oversees; null for all. */
  @Nullable Collection<String> countries(Actor actor) {
    return actor.isSecretariat() ? null : visibility.overseen(actor);
  }

  static Set<UUID> owned(Actor actor) {
    return actor.authorities().entrySet().stream()
        .filter(e -> e.getValue() == MemberRole.OWNER)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private Set<Standing> standings(Actor actor, ClaimRepository.Row claim) {
    return Standing.of(actor, claim.profile(), visibility.servedBy(claim.country()));
  }

  private static boolean isReviewer(Set<Standing> standings) {
    return standings.contains(Standing.ASSOCIATION) || standings.contains(Standing.SECRETARIAT);
  }
}
