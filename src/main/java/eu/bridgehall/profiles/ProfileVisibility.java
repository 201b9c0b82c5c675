package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.Standing;
import eu.bridgehall.profiles.model.VisibleParts;
import eu.bridgehall.reference.Countries;
import eu.bridgehall.reference.Country;
import eu.bridgehall.ties.Tie;
import eu.bridgehall.ties.Ties;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Who may see which profile, and which part of it. Search, matching, pages and feeds ask here
 * before they show or send anything of a profile; the rule itself is {@link VisibleParts}.
 */
@Singleton
public class ProfileVisibility {
  private final ProfileRepository profiles;
  private final Ties ties;
  private final Countries countries;

  ProfileVisibility(ProfileRepository profiles, Ties ties, Countries countries) {
    this.profiles = profiles;
    this.ties = ties;
    this.countries = countries;
  }

  /** The part of the profile that the actor sees. */
  @Transactional
  public ProfilePart part(Actor actor, Profile profile) {
    return parts(actor, List.of(profile)).getOrDefault(profile.id(), ProfilePart.NOTHING);
  }

  /** The part of each that the actor sees, in a few queries for all of them. */
  @Transactional
  public Map<UUID, ProfilePart> parts(Actor actor, Collection<Profile> asked) {
    Set<UUID> mine = actor.authorities().keySet();
    Map<UUID, List<Tie>> between = ties.between(mine, asked.stream().map(Profile::id).toList());
    boolean takesPart = takesPart(actor);
    Map<UUID, ProfilePart> parts = new HashMap<>();
    for (Profile profile : asked) {
      List<Tie> here = between.getOrDefault(profile.id(), List.of());
      parts.put(
          profile.id(),
          VisibleParts.of(
              profile.status(),
              profile.content().openToAll(),
              new VisibleParts.Reader(
                  standings(actor, profile),
                  takesPart,
                  isInTouch(mine, profile.id(), here),
                  isShutOut(mine, profile.id(), here))));
    }
    return parts;
  }

  /**
   * Whether the actor acts for an authority that takes part, for an association or the secretariat:
   * those see the members' part of other profiles.
   */
  @Transactional
  public boolean takesPart(Actor actor) {
    return actor.isSecretariat()
        || !actor.associations().isEmpty()
        || profiles.anyTakesPart(actor.authorities().keySet());
  }

  /**
   * Whether the actor sees the members' part of everybody that may be suggested to this authority:
   * of all that are confirmed, since she is shut out at most from those that it may not meet.
   */
  @Transactional
  public boolean seesMembersPartFor(Actor actor, UUID authority) {
    Set<UUID> mine = actor.authorities().keySet();
    return (mine.isEmpty() || mine.contains(authority)) && takesPart(actor);
  }

  /** The actor's capacities before the profile; the association of a territory is its country's. */
  public Set<Standing> standings(Actor actor, Profile profile) {
    return Standing.of(actor, profile.id(), servedBy(profile.country()));
  }

  /** The country whose association oversees authorities of this country or territory. */
  public String servedBy(String country) {
    return countries.find(country).map(Country::servedBy).orElse(country);
  }

  /** The countries and territories whose authorities the actor oversees as an association. */
  Set<String> overseen(Actor actor) {
    return countries.all().stream()
        .filter(c -> actor.isAssociationOf(c.servedBy()))
        .map(Country::code)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** One of mine is in touch and nothing keeps that same one apart from it. */
  private static boolean isInTouch(Set<UUID> mine, UUID other, List<Tie> between) {
    return mine.stream()
        .anyMatch(
            me ->
                between.stream().anyMatch(t -> t.otherThan(other).equals(me) && t.isInTouch())
                    && between.stream()
                        .noneMatch(t -> t.otherThan(other).equals(me) && t.isBarrier()));
  }

  private static boolean isShutOut(Set<UUID> mine, UUID other, List<Tie> between) {
    return !mine.isEmpty()
        && mine.stream()
            .allMatch(
                me ->
                    between.stream().anyMatch(t -> t.otherThan(other).equals(me) && t.isBarrier()));
  }
}
