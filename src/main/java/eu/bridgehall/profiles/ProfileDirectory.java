package eu.bridgehall.profiles;

import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.profiles.model.ProfileStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The profiles for features that decide themselves what they show, as the index and the matching
 * do: nothing is left out, the private contact least of all. Ask {@link ProfileVisibility} before
 * any of it reaches a reader.
 */
@Singleton
public class ProfileDirectory {
  private final ProfileRepository profiles;
  private final ProfileHistory history;

  ProfileDirectory(ProfileRepository profiles, ProfileHistory history) {
    this.profiles = profiles;
    this.history = history;
  }

  /** The profile of this authority, in whatever status. */
  @Transactional
  public Optional<Profile> find(UUID id) {
    return profiles.find(id);
  }

  /**
   * The profile of this authority, in whatever status.
   *
   * @throws NotFound where there is none
   */
  @Transactional
  public Profile get(UUID id) {
    return find(id).orElseThrow(() -> new NotFound("profiles.notFound"));
  }

  /** Whether the person, or another member of this authority, has edited its profile since. */
  @Transactional
  public boolean isEditedSince(UUID id, UUID person, Instant since) {
    return history.isEditedSince(id, person, since);
  }

  /** Those of these ids that there are, by id. */
  @Transactional
  public Map<UUID, Profile> list(Collection<UUID> ids) {
    return profiles.list(ids).stream().collect(Collectors.toMap(Profile::id, Function.identity()));
  }

  /** The status of those of these ids that there are, by id. */
  @Transactional
  public Map<UUID, ProfileStatus> statuses(Collection<UUID> ids) {
    return ids.isEmpty() ? Map.of() : profiles.statuses(ids);
  }

  /**
   * The confirmed profiles in the order of their ids (as PostgreSQL orders them), a batch at a
   * time.
   *
   * @param after the last id of the batch before; null for the first batch
   */
  @Transactional
  public List<Profile> listConfirmed(@Nullable UUID after, int limit) {
    return profiles.listConfirmed(after, limit);
  }

  /** How many profiles are confirmed. */
  @Transactional
  public long countConfirmed() {
    return profiles.count(new ProfileRepository.Filter(null, null, ProfileStatus.CONFIRMED));
  }

  /** The twin towns in the gazetteer that confirmed local authorities state. */
  @Transactional
  public List<StatedTwinning> listTwinnings() {
    return profiles.listTwinnings();
  }

  /** How often each theme occurs in confirmed profiles; a theme that nobody has is left out. */
  @Transactional
  public List<ThemeCount> countThemes() {
    return profiles.countThemes();
  }
}
