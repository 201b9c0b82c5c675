package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.reference.Places;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.UUID;

/**
 * What an authority is called before somebody who learns that it holds a place: as its place where
 * she sees nothing of its profile, for a name that is written there may be what it is hidden for.
 */
@Singleton
public class HolderNames {
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
    return visibility.part(actor, profile) == ProfilePart.NOTHING
        ? places.find(profile.placeId()).map(place -> place.name()).orElse(profile.country())
        : profile.name();
  }
}
