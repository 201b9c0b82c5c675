package eu.bridgehall.discovery;

import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.scoring.Columns;
import java.util.UUID;

/**
 * An authority as the score sees it, read from the database: for one that asks, which need not be
 * in the index.
 *
 * @param country ISO 3166-1 alpha-2
 * @param status where its profile stands
 */
public record AuthorityColumns(UUID id, String country, ProfileStatus status, Columns columns) {
  /** Whether it is, or can be, suggested to others. */
  public boolean confirmed() {
    return status == ProfileStatus.CONFIRMED;
  }

  /** Whether others are suggested to it: a draft gets a preview, a suspended one nothing. */
  public boolean takesSuggestions() {
    return status != ProfileStatus.SUSPENDED && status != ProfileStatus.ARCHIVED;
  }

  static AuthorityColumns of(Profile profile, Columns columns) {
    return new AuthorityColumns(profile.id(), profile.country(), profile.status(), columns);
  }
}
