package eu.bridgehall.profiles;

import eu.bridgehall.accounts.ClosedAuthorities;
import eu.bridgehall.profiles.model.ProfileStatus;
import jakarta.inject.Singleton;
import java.util.UUID;

/** An authority is closed with its profile. */
@Singleton
class ClosedProfiles implements ClosedAuthorities {
  private final ProfileRepository profiles;

  ClosedProfiles(ProfileRepository profiles) {
    this.profiles = profiles;
  }

  @Override
  public boolean isClosed(UUID authority) {
    return profiles.find(authority).filter(p -> p.status() == ProfileStatus.ARCHIVED).isPresent();
  }
}
