package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.DomainException.Stale;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.waiting.DecisionGuard;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfileContent;
import eu.bridgehall.profiles.model.ProfileLifecycle;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.ReviewReason;
import eu.bridgehall.profiles.model.Standing;
import eu.bridgehall.reference.Places;
import eu.bridgehall.ties.Loads;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The profiles as people read, edit and move them. Whoever may not see a profile is told that there
 * is none; whoever sees it but may not do something is refused.
 */
@Singleton
public class Profiles {
  private final ProfileRepository profiles;
  private final ProfileVisibility visibility;
  private final ProfileCheck check;
  private final ProfileHistory history;
  private final ProfilePatch patch;
  private final TwinningTies twinnings;
  private final Places places;
  private final Organisations organisations;
  private final Restrictions restrictions;
  private final Loads loads;
  private final ProfileSettings settings;
  private final @Nullable DecisionGuard guard;
  private final Clock clock;

  Profiles(
      ProfileRepository profiles,
      ProfileVisibility visibility,
      ProfileCheck check,
      ProfileHistory history,
      ProfilePatch patch,
      TwinningTies twinnings,
      Places places,
      Organisations organisations,
      Restrictions restrictions,
      Loads loads,
      ProfileSettings settings,
      @Nullable DecisionGuard guard,
      Clock clock) {
    this.profiles = profiles;
    this.visibility = visibility;
    this.check = check;
    this.history = history;
    this.patch = patch;
    this.twinnings = twinnings;
    this.places = places;
    this.organisations = organisations;
    this.restrictions = restrictions;
    this.loads = loads;
    this.settings = settings;
    this.guard = guard;
    this.clock = clock;
  }

  /** A profile and how much of it the actor sees. */
  public record Seen(Profile profile, ProfilePart part) {}

  /**
   * The profile, if the actor sees anything of it; show only the part.
   *
   * @throws NotFound where there is none or it is not for the actor
   */
  @Transactional
  public Seen get(Actor actor, UUID id) {
    return see(actor, profiles.find(id).orElse(null));
  }

  /**
   * The profile for somebody who sees all of it: its members, its association, the secretariat.
   *
   * @throws NotFound as {@link #get}
   * @throws Forbidden where she sees only a part
   */
  @Transactional
  public Profile getWhole(Actor actor, UUID id) {
    Seen seen = get(actor, id);
    if (seen.part() != ProfilePart.ALL) {
      throw new Forbidden("profiles.notYours");
    }
    return seen.profile();
  }

  /**
   * Refuses somebody who may never take this step on it, whatever its status.
   *
   * @throws NotFound as {@link #get}
   * @throws Forbidden where she neither is a member who may, nor oversees it
   */
  @Transactional
  public void permit(Actor actor, UUID id, ProfileAction action) {
    Profile profile = get(actor, id).profile();
    ProfileLifecycle.permit(action, visibility.standings(actor, profile));
  }

  /**
   * Whether the actor can take this step on it as it stands now.
   *
   * @throws NotFound as {@link #get}
   */
  @Transactional
  public boolean allows(Actor actor, UUID id, ProfileAction action) {
    Profile profile = get(actor, id).profile();
    return ProfileLifecycle.allows(action, profile.status(), visibility.standings(actor, profile));
  }

  /**
   * Changes the fields that are named and leaves the others.
   *
   * @param changes a merge patch of the content, as JSON would hold it
   * @throws Invalid as {@link #edit(Actor, UUID, long, ProfileContent)}
   */
  @Transactional
  public Profile change(
      Actor actor, UUID id, long version, Map<String, ? extends @Nullable Object> changes) {
    return edit(actor, id, version, before -> patch.apply(before, changes));
  }

  /**
   * Puts another content in the place of what is there.
   *
   * @param version the version that the person has read
   * @throws Invalid naming every field that is wrong
   * @throws Stale where somebody was faster
   * @throws Forbidden while the authority may only read
   * @throws Conflict where it cannot be edited in its status
   */
  @Transactional
  public Profile edit(Actor actor, UUID id, long version, ProfileContent content) {
    return edit(actor, id, version, before -> content);
  }

  /** As {@link #edit(Actor, UUID, long, ProfileContent)}, made from what is there. */
  @Transactional
  public Profile edit(Actor actor, UUID id, long version, UnaryOperator<ProfileContent> change) {
    Profile before = lock(actor, id);
    Set<Standing> standings = visibility.standings(actor, before);
    ProfileLifecycle.permit(ProfileAction.EDIT, standings);
    mustBeFree(id, ProfileAction.EDIT, standings);
    compare(before, version);
    ProfileContent next = check.check(change.apply(before.content()), before.country());
    ProfileAction action =
        before.content().hasIdentityOf(next) ? ProfileAction.EDIT : ProfileAction.EDIT_IDENTITY;
    ProfileStatus to =
        ProfileLifecycle.step(action, before.status(), before.suspendedFrom(), standings);
    if (before.content().equals(next)) {
      return before;
    }
    Profile after = before.with(next).moved(to, now());
    if (after.tier() != before.tier()) {
      places.hold(after.placeId());
      profiles
          .findHolder(after.placeId(), after.tier())
          .ifPresent(
              holder -> {
                throw new Conflict("profiles.placeTaken", Map.of("authority", holder.toString()));
              });
    }
    store(actor, standings, action, before, after, ReasonRequest.Reason.NONE);
    return after;
  }

  /**
   * Takes a step.
   *
   * @param action any but an edit or the start
   * @throws Invalid where a reason is missing, or what a submitted profile must have
   * @throws Stale where somebody was faster
   * @throws Forbidden where it is not the actor's, or the authority may only read
   * @throws Conflict where the step does not lead from its status, a decision of the secretariat
   *     stands against it, or somebody else has taken on the decision
   */
  @Transactional
  public Profile step(
      Actor actor, UUID id, long version, ProfileAction action, @Nullable ReasonRequest why) {
    Profile before = lock(actor, id);
    Set<Standing> standings = visibility.standings(actor, before);
    ProfileLifecycle.permit(action, standings);
    ReasonRequest.Reason reason =
        (why == null ? ReasonRequest.NONE : why)
            .check(ProfileLifecycle.needsReason(action, standings));
    mustBeFree(id, action, standings);
    compare(before, version);
    if (guard != null && (action == ProfileAction.CONFIRM || action == ProfileAction.RETURN)) {
      guard.deciding(
          actor,
          before.confirmedAt() == null ? WaitingKind.PROFILE : WaitingKind.PROFILE_CHANGE,
          id);
    }
    return step(actor, standings, action, before, reason);
  }

  /**
   * Takes a step that the secretariat has decided on, on the profile as it stands now.
   *
   * @param text why, for those concerned; null where there is no more to say
   * @throws Forbidden where it is not the actor's
   * @throws Conflict where the step does not lead from its status
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Profile decided(
      Actor actor, UUID id, ProfileAction action, ReviewReason why, @Nullable String text) {
    Profile before = lock(actor, id);
    Set<Standing> standings = visibility.standings(actor, before);
    ProfileLifecycle.permit(action, standings);
    return step(
        actor, standings, action, before, new ReasonRequest.Reason(List.of(why.id()), text));
  }

  private Profile step(
      Actor actor,
      Set<Standing> standings,
      ProfileAction action,
      Profile before,
      ReasonRequest.Reason reason) {
    ProfileStatus to =
        ProfileLifecycle.step(action, before.status(), before.suspendedFrom(), standings);
    Instant now = now();
    Instant due = before.reconfirmDue();
    if (action == ProfileAction.SUBMIT) {
      demandComplete(before.content());
    }
    if (action == ProfileAction.RESUME && due != null && due.isBefore(now)) {
      throw new Conflict("profiles.reconfirmFirst");
    }
    boolean renews = action == ProfileAction.CONFIRM || action == ProfileAction.RECONFIRM;
    Profile after =
        renews ? before.confirmed(now.plus(settings.reconfirmAfter()), now) : before.moved(to, now);
    store(actor, standings, action, before, after, reason);
    if (renews) {
      profiles.remind(before.id(), null);
    }
    return after;
  }

  /** Every step of the profile, the first first; for those who see all of it. */
  @Transactional
  public Page<ProfileStep> history(Actor actor, UUID id, PageRequest page) {
    getWhole(actor, id);
    return Page.at(page.offset(), history.list(id, page.offset(), page.limit()), history.count(id));
  }

  /** Why it was returned the last time; for those who see all of it. */
  @Transactional
  public Optional<ProfileStep> findLastReturn(Actor actor, UUID id) {
    getWhole(actor, id);
    return history.findLast(id, ProfileAction.RETURN);
  }

  /**
   * Whether it is hidden because nobody reconfirmed it in time, and not because its people paused
   * it; for those who see all of it.
   */
  @Transactional
  public boolean hasLapsed(Actor actor, UUID id) {
    return getWhole(actor, id).status() == ProfileStatus.PAUSED
        && history
            .findLast(id, ProfileAction.PAUSE, ProfileAction.LAPSE)
            .filter(s -> s.action().equals(ProfileAction.LAPSE.id()))
            .isPresent();
  }

  private void store(
      Actor actor,
      Set<Standing> standings,
      ProfileAction action,
      Profile before,
      Profile after,
      ReasonRequest.Reason reason) {
    profiles.update(after);
    if (!before.name().equals(after.name())
        || !Objects.equals(before.content().website(), after.content().website())) {
      organisations.rename(after.id(), after.name(), after.content().website());
    }
    loads.stateCapacity(after.id(), after.content().capacity());
    twinnings.follow(before, after);
    history.record(actor, standings, action, before, after, reason);
  }

  private Profile lock(Actor actor, UUID id) {
    return see(actor, profiles.lock(id).orElse(null)).profile();
  }

  private Seen see(Actor actor, @Nullable Profile profile) {
    ProfilePart part = profile == null ? ProfilePart.NOTHING : visibility.part(actor, profile);
    if (profile == null || part == ProfilePart.NOTHING) {
      throw new NotFound("profiles.notFound");
    }
    return new Seen(profile, part);
  }

  /** Refuses what a decision of the secretariat stands against. */
  private void mustBeFree(UUID id, ProfileAction action, Set<Standing> standings) {
    boolean writes =
        action == ProfileAction.EDIT
            || action == ProfileAction.SUBMIT
            || action == ProfileAction.RESUME
            || action == ProfileAction.ARCHIVE;
    if (writes && standings.stream().allMatch(Standing::isMember)) {
      restrictions.mustWrite(id);
    }
    boolean shows = action == ProfileAction.REINSTATE || action == ProfileAction.CONFIRM;
    if (shows && restrictions.hides(id)) {
      throw new Conflict("restrictions.liftFirst");
    }
  }

  private static void compare(Profile profile, long version) {
    if (profile.version() != version) {
      throw new Stale();
    }
  }

  private static void demandComplete(ProfileContent content) {
    var missing = ProfileCompleteness.missing(content);
    if (!missing.isEmpty()) {
      throw new Invalid(
          missing.stream()
              .map(f -> new FieldError(f, "profiles.neededToSubmit", Map.of()))
              .toList());
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
