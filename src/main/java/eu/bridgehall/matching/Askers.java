package eu.bridgehall.matching;

import eu.bridgehall.discovery.AuthorityColumns;
import eu.bridgehall.discovery.FoundAuthorities;
import eu.bridgehall.discovery.ProfileDocuments;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.profiles.ProfileVisibility;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.UUID;

/** The authorities that ask for suggestions, for those who may know what is suggested to them. */
@Singleton
class Askers {
  private final ProfileVisibility visibility;
  private final ProfileDocuments profiles;
  private final FoundAuthorities found;

  Askers(ProfileVisibility visibility, ProfileDocuments profiles, FoundAuthorities found) {
    this.visibility = visibility;
    this.profiles = profiles;
    this.found = found;
  }

  /**
   * The authority, whatever the status of its profile.
   *
   * @throws DomainException.NotFound where there is none, or none that the actor may know of
   * @throws DomainException.Forbidden for those who neither belong to it nor oversee its country
   */
  AuthorityColumns known(Actor actor, UUID authority) {
    AuthorityColumns row =
        profiles
            .findColumns(authority)
            .orElseThrow(() -> new DomainException.NotFound("matching.authorityNotFound"));
    try {
      MatchPermission.requireRead(actor, authority, visibility.servedBy(row.country()));
    } catch (DomainException.Forbidden forbidden) {
      // a stranger must not learn that a draft is there
      if (found.find(actor, authority, Locale.ENGLISH).isEmpty()) {
        throw new DomainException.NotFound("matching.authorityNotFound");
      }
      throw forbidden;
    }
    return row;
  }

  /**
   * The authority, where others are suggested to it.
   *
   * @throws DomainException.NotFound as {@link #known}
   * @throws DomainException.Forbidden as {@link #known}
   * @throws DomainException.Conflict while it is suspended or archived
   */
  AuthorityColumns asking(Actor actor, UUID authority) {
    AuthorityColumns row = known(actor, authority);
    requireTaking(row);
    return row;
  }

  /**
   * Refuses an authority to which nobody is suggested.
   *
   * @throws DomainException.Conflict while it is suspended or archived
   */
  static void requireTaking(AuthorityColumns row) {
    if (!row.takesSuggestions()) {
      throw new DomainException.Conflict("matching.notNow");
    }
  }
}
