package eu.bridgehall.partnerships.model;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** In what capacity somebody stands before an introduction; one person may have several. */
public enum IntroductionStanding {
  /** Reads for the authority that asks. */
  ASKER_VIEWER,
  /** Acts for the authority that asks. */
  ASKER,
  /** Reads for the authority that is asked. */
  RECEIVER_VIEWER,
  /** Acts for the authority that is asked. */
  RECEIVER,
  /** Decides whether it is sent. */
  REVIEWER,
  /** Has proposed it to both sides. */
  PROPOSER,
  /** The service itself; no person ever stands so. */
  SERVICE;

  /**
   * What must be known of an introduction to say who stands where.
   *
   * @param from the authority that asks
   * @param to the authority that is asked
   * @param country the asker's country (ISO 3166-1 alpha-2), whose association reviews
   * @param reviewed whether it had, or has, to be reviewed
   * @param reached whether it has ever been sent to the other side
   * @param proposedBy the association or the secretariat that proposes it to both sides; null where
   *     the one asks for the other
   */
  public record Facts(
      UUID from,
      UUID to,
      String country,
      boolean reviewed,
      boolean reached,
      @Nullable UUID proposedBy) {}

  /**
   * All capacities of the actor; empty for everybody who must not learn that the introduction
   * exists. Nobody reviews for an authority of which she is a member: two pairs of eyes. The side
   * that is asked has no capacity before the introduction has reached it. Where it is proposed to
   * both, both are asked.
   */
  public static Set<IntroductionStanding> of(Actor actor, Facts facts) {
    if (facts.proposedBy() != null) {
      return ofProposed(actor, facts, facts.proposedBy());
    }
    EnumSet<IntroductionStanding> standings = EnumSet.noneOf(IntroductionStanding.class);
    MemberRole asker = actor.authorities().get(facts.from());
    if (asker != null) {
      standings.add(asker.includes(MemberRole.EDITOR) ? ASKER : ASKER_VIEWER);
    }
    MemberRole receiver = actor.authorities().get(facts.to());
    if (receiver != null && facts.reached()) {
      standings.add(receiver.includes(MemberRole.EDITOR) ? RECEIVER : RECEIVER_VIEWER);
    }
    if (asker == null
        && receiver == null
        && facts.reviewed()
        && actor.isSignedIn()
        && actor.overseesCountry(facts.country())) {
      standings.add(REVIEWER);
    }
    return standings;
  }

  private static Set<IntroductionStanding> ofProposed(Actor actor, Facts facts, UUID proposer) {
    EnumSet<IntroductionStanding> standings = EnumSet.noneOf(IntroductionStanding.class);
    for (UUID side : List.of(facts.from(), facts.to())) {
      MemberRole role = actor.authorities().get(side);
      if (role != null) {
        standings.add(role.includes(MemberRole.EDITOR) ? RECEIVER : RECEIVER_VIEWER);
      }
    }
    if (standings.isEmpty()
        && actor.isSignedIn()
        && (actor.isSecretariat() || actor.associations().containsKey(proposer))) {
      standings.add(PROPOSER);
    }
    return standings;
  }

  /** Whether it is a capacity of a member of the authority that asks. */
  public boolean isAskers() {
    return this == ASKER || this == ASKER_VIEWER;
  }

  /** Whether it is a capacity of a member of the authority that is asked. */
  public boolean isReceivers() {
    return this == RECEIVER || this == RECEIVER_VIEWER;
  }
}
