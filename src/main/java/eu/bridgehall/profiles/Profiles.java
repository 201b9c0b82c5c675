package eu.bridgehall.profiles;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.kernel.DomainException.FieldError;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.DomainException.Invalid;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.DomainException.Stale;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.profiles.ProfileHistory.Why;
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
import java.util.EnumSet;
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
  private final Loads loads;
  private final ProfileSettings settings;
  private final StepGuard guard;
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
      Loads loads,
      ProfileSettings settings,
      StepGuard guard,
      Clock clock) {
    this.profiles = profiles;
    this.visibility = visibility;
    this.check = check;
    this.history = history;
    this.patch = patch;
    this.twinnings = twinnings;
    this.places = places;
    this.organisations = organisations;
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
    return ProfileLifecycle.allows(action, profile.state(), visibility.standings(actor, profile));
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
   * @throws Conflict where it cannot be edited in its status, or somebody else has taken on the
   *     decision about it
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
    guard.mustBeFree(actor, before, ProfileAction.EDIT, standings);
    compare(before, version);
    ProfileContent next = check.check(change.apply(before.content()), before.country());
    ProfileAction action =
        before.content().hasIdentityOf(next) ? ProfileAction.EDIT : ProfileAction.EDIT_IDENTITY;
    ProfileStatus to = ProfileLifecycle.step(action, before.state(), standings);
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
    store(actor, standings, action, before, after, Why.NONE);
    return after;
  }

  /**
   * Takes a step.
   *
   * @param action any but an edit, the start, and what only a decision does
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
    guard.mustBeFree(actor, before, action, standings);
    compare(before, version);
    return step(actor, standings, action, before, new Why(reason, null));
  }

  /**
   * Takes a step that the secretariat has decided on, on the profile as it stands now.
   *
   * @param decision the decision, to which the history of the profile leads
   * @param text why, for those concerned; null where there is no more to say
   * @throws Forbidden for a member of the authority
   * @throws Conflict where the step does not lead from its status, or somebody else has taken on
   *     the profile that waits
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Profile decided(
      Actor actor,
      UUID id,
      ProfileAction action,
      UUID decision,
      ReviewReason why,
      @Nullable String text) {
    Profile before = lock(actor, id);
    Set<Standing> standings = EnumSet.of(Standing.DECISION);
    standings.addAll(visibility.standings(actor, before));
    ProfileLifecycle.permit(action, standings);
    guard.deciding(actor, before);
    ReasonRequest.Reason reason = new ReasonRequest.Reason(List.of(why.id()), text);
    return step(actor, standings, action, before, new Why(reason, decision));
  }

  private Profile step(
      Actor actor, Set<Standing> standings, ProfileAction action, Profile before, Why why) {
    ProfileStatus to = ProfileLifecycle.step(action, before.state(), standings);
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
    store(actor, standings, action, before, after, why);
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
      Why why) {
    profiles.update(after);
    if (!before.name().equals(after.name())
        || !Objects.equals(before.content().website(), after.content().website())) {
      organisations.rename(after.id(), after.name(), after.content().website());
    }
    loads.stateCapacity(after.id(), after.content().capacity());
    twinnings.follow(before, after);
    history.record(actor, standings, action, before, after, why);
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
