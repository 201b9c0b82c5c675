package eu.bridgehall.kernel;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf something is done, with the roles as they are in the database at this request.
 *
 * @param personId the account's id; null for a visitor and for the service itself
 * @param sessionId the session that the request came in; null as above
 * @param roles the platform roles
 * @param authorities id of each authority the person is a member of, and the role there
 * @param associations id of each association the person is an officer of, and its country (ISO
 *     3166-1 alpha-2)
 */
public record Actor(
    @Nullable UUID personId,
    @Nullable UUID sessionId,
    Set<PlatformRole> roles,
    Map<UUID, MemberRole> authorities,
    Map<UUID, String> associations) {
  private static final Actor VISITOR = new Actor(null, null, Set.of(), Map.of(), Map.of());
  private static final Actor SERVICE =
      new Actor(null, null, EnumSet.allOf(PlatformRole.class), Map.of(), Map.of());

  public Actor {
    roles = Set.copyOf(roles);
    authorities = Map.copyOf(authorities);
    associations = Map.copyOf(associations);
  }

  /** Anybody: nobody has signed in. */
  public static Actor visitor() {
    return VISITOR;
  }

  /** The service itself: jobs, start-up, the command line. */
  public static Actor service() {
    return SERVICE;
  }

  /** Whether a person has signed in. */
  public boolean isSignedIn() {
    return personId != null;
  }

  /** The account's id, for actions that only a signed-in person reaches. */
  public UUID person() {
    if (personId == null) {
      throw new DomainException.Unauthenticated("error.signInFirst");
    }
    return personId;
  }

  /** Moderator or administrator. */
  public boolean isSecretariat() {
    return !roles.isEmpty();
  }

  public boolean isAdministrator() {
    return roles.contains(PlatformRole.ADMINISTRATOR);
  }

  /** Whether the person is a member of the authority with at least this role. */
  public boolean isMember(UUID authorityId, MemberRole atLeast) {
    MemberRole role = authorities.get(authorityId);
    return role != null && role.includes(atLeast);
  }

  /** Whether the person is an officer of the association of this country. */
  public boolean isAssociationOf(String countryCode) {
    return associations.containsValue(countryCode);
  }

  /** Whether the person acts for the secretariat or for the association of this country. */
  public boolean overseesCountry(String countryCode) {
    return isSecretariat() || isAssociationOf(countryCode);
  }
}
