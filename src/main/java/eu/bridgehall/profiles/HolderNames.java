package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.organisations.ShownNames;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.reference.Places;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What an authority is called before somebody who learns that it is there: as its place where she
 * sees nothing of its profile, for a name that is written there may be what it is hidden for.
 */
@Singleton
public class HolderNames implements ShownNames {
  private final ProfileDirectory profiles;
  private final ProfileVisibility visibility;
  private final Places places;

  HolderNames(ProfileDirectory profiles, ProfileVisibility visibility, Places places) {
    this.profiles = profiles;
    this.visibility = visibility;
    this.places = places;
  }

  /**
   * The name of this authority.
   *
   * @throws eu.bridgehall.kernel.DomainException.NotFound where there is none
   */
  @Transactional
  public String of(Actor actor, UUID authority) {
    Profile profile = profiles.get(authority);
    return name(profile, visibility.part(actor, profile));
  }

  @Override
  @Transactional
  public Map<UUID, String> of(Actor reader, Collection<UUID> authorities) {
    Collection<Profile> found = profiles.list(authorities).values();
    Map<UUID, ProfilePart> parts = visibility.parts(reader, found);
    return found.stream()
        .collect(
            Collectors.toMap(
                Profile::id, p -> name(p, parts.getOrDefault(p.id(), ProfilePart.NOTHING))));
  }

  private String name(Profile profile, ProfilePart seen) {
    return seen == ProfilePart.NOTHING
        ? places.find(profile.placeId()).map(place -> place.name()).orElse(profile.country())
        : profile.name();
  }
}
