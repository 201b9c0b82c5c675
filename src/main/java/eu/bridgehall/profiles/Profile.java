package eu.bridgehall.profiles;

import eu.bridgehall.kernel.GeoPoint;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.profiles.model.AuthorityTier;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileState;
import eu.bridgehall.profiles.model.ProfileStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A profile with everything in it, for callers that decide themselves what they show of it, through
 * {@link ProfileVisibility}.
 *
 * @param id the authority's id
 * @param version grows by one with every change
 * @param suspendedFrom what it was before it was suspended; null unless it is
 * @param country ISO 3166-1 alpha-2
 * @param katottg code of the hromada; null elsewhere
 * @param regions codes of the regions it lies in, the country's first
 * @param position exact; {@link #shownPosition} is what others get
 * @param startedBy the person who started it; null once her account is gone, or for the service
 * @param confirmedAt when it was confirmed for the first time
 * @param reconfirmedAt when somebody last said that it is right: at the confirmation or later
 * @param reconfirmDue until when its members should say that it is still right
 */
public record Profile(
    UUID id,
    long version,
    ProfileStatus status,
    @Nullable ProfileStatus suspendedFrom,
    AuthorityTier tier,
    String country,
    long placeId,
    @Nullable String katottg,
    List<String> regions,
    @Nullable GeoPoint position,
    boolean demo,
    @Nullable UUID startedBy,
    Instant startedAt,
    Instant changedAt,
    @Nullable Instant submittedAt,
    @Nullable Instant confirmedAt,
    @Nullable Instant reconfirmedAt,
    @Nullable Instant reconfirmDue,
    ProfileContent content) {
  /** In degrees: some 55 km from north to south, which tells the region and not the town. */
  private static final double GRID = 0.5;

  public Profile {
    regions = List.copyOf(regions);
  }

  /** The official name. */
  public String name() {
    return content.officialName() == null ? "" : content.officialName();
  }

  /** The id of the authority's type. */
  public String type() {
    return content.type() == null ? "" : content.type();
  }

  /** The position as others may know it: rounded where the authority hides it. */
  public @Nullable GeoPoint shownPosition() {
    if (position == null || !content.positionHidden()) {
      return position;
    }
    return new GeoPoint(round(position.lat()), round(position.lon()));
  }

  /** That on which its next step depends. */
  public ProfileState state() {
    return new ProfileState(status, suspendedFrom, confirmedAt != null);
  }

  /** As what it waits for a person to decide, while it is submitted. */
  public WaitingKind waitsAs() {
    return confirmedAt == null ? WaitingKind.PROFILE : WaitingKind.PROFILE_CHANGE;
  }

  /** Whether it can take on another partner, as far as it says. */
  public boolean accepting() {
    return content.capacity() == null || content.capacity() > 0;
  }

  /** The same with another content. */
  Profile with(ProfileContent next) {
    return new Profile(
        id,
        version,
        status,
        suspendedFrom,
        AuthorityTier.of(next.type() == null ? "" : next.type()),
        country,
        placeId,
        katottg,
        regions,
        position,
        demo,
        startedBy,
        startedAt,
        changedAt,
        submittedAt,
        confirmedAt,
        reconfirmedAt,
        reconfirmDue,
        next);
  }

  /** The same in this status, one version on; what is submitted is submitted now. */
  Profile moved(ProfileStatus next, Instant now) {
    return moved(
        next,
        next == ProfileStatus.SUBMITTED && status != next ? now : submittedAt,
        confirmedAt,
        reconfirmedAt,
        reconfirmDue,
        now);
  }

  /** The same confirmed now, one version on, to be reconfirmed by then. */
  Profile confirmed(Instant due, Instant now) {
    return moved(
        ProfileStatus.CONFIRMED,
        submittedAt,
        confirmedAt == null ? now : confirmedAt,
        now,
        due,
        now);
  }

  private Profile moved(
      ProfileStatus next,
      @Nullable Instant submitted,
      @Nullable Instant confirmed,
      @Nullable Instant reconfirmed,
      @Nullable Instant due,
      Instant now) {
    return new Profile(
        id,
        version + 1,
        next,
        suspension(next),
        tier,
        country,
        placeId,
        katottg,
        regions,
        position,
        demo,
        startedBy,
        startedAt,
        now,
        submitted,
        confirmed,
        reconfirmed,
        due,
        content);
  }

  private @Nullable ProfileStatus suspension(ProfileStatus next) {
    if (next != ProfileStatus.SUSPENDED) {
      return null;
    }
    // an edit while it is suspended leaves it where it was
    return status == ProfileStatus.SUSPENDED ? suspendedFrom : status;
  }

  private static double round(double degrees) {
    return Math.round(degrees / GRID) * GRID;
  }
}
