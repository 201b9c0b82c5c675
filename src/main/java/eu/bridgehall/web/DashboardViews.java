package eu.bridgehall.web;

import eu.bridgehall.accounts.InvitationRow;
import eu.bridgehall.accounts.Invitations;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.matching.MatchList;
import eu.bridgehall.matching.MatchLooks;
import eu.bridgehall.matching.MatchQueries;
import eu.bridgehall.matching.MatchView;
import eu.bridgehall.matching.Matches;
import eu.bridgehall.moderation.Queue;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileSettings;
import eu.bridgehall.profiles.ProfileStep;
import eu.bridgehall.profiles.ProfileVisibility;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.ProfileAction;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfileLifecycle;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.Standing;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what waits for a person, and how her authorities stand. */
@Singleton
class DashboardViews {
  private static final MatchQueries.Sent BEST =
      new MatchQueries.Sent(
          MatchLooks.FIRST, 0, List.of(), List.of(), List.of(), null, null, null, null);
  private static final int TOP = 3;

  private final Acting acting;
  private final Profiles profiles;
  private final ProfileVisibility visibility;
  private final ProfileSettings settings;
  private final DashboardTasks tasks;
  private final Matches matches;
  private final MatchQueries queries;
  private final MatchCards cards;
  private final MatchLooks looks;
  private final Invitations invitations;
  private final Organisations organisations;
  private final Queue queue;
  private final Clock clock;

  DashboardViews(
      Acting acting,
      Profiles profiles,
      ProfileVisibility visibility,
      ProfileSettings settings,
      DashboardTasks tasks,
      Matches matches,
      MatchQueries queries,
      MatchCards cards,
      MatchLooks looks,
      Invitations invitations,
      Organisations organisations,
      Queue queue,
      Clock clock) {
    this.acting = acting;
    this.profiles = profiles;
    this.visibility = visibility;
    this.settings = settings;
    this.tasks = tasks;
    this.matches = matches;
    this.queries = queries;
    this.cards = cards;
    this.looks = looks;
    this.invitations = invitations;
    this.organisations = organisations;
    this.queue = queue;
    this.clock = clock;
  }

  DashboardView of(Actor actor, Locale language) {
    boolean reviews = actor.isSecretariat() || !actor.associations().isEmpty();
    List<DashboardView.Card> authorities =
        acting.all(actor).stream().map(a -> card(actor, a, language)).toList();
    DashboardTasks.Found waiting = tasks.of(actor, authorities, reviews);
    return new DashboardView(
        waiting.mine(),
        waiting.theirs(),
        authorities,
        invitations.listOwn(actor).stream().map(this::invitation).toList(),
        reviews ? new DashboardView.Queued(queue.summary(actor)) : null);
  }

  private DashboardView.Card card(Actor actor, Reader.ActsFor authority, Locale language) {
    UUID id = authority.id();
    Profile profile = profiles.getWhole(actor, id);
    MatchList top = top(actor, id, language);
    List<MatchView> best = top == null ? List.of() : top.items();
    return new DashboardView.Card(
        authority,
        Objects.requireNonNull(actor.authorities().get(id)).id(),
        profile.status().id(),
        ProfileCompleteness.score(profile.content()),
        may(actor, profile, ProfileAction.EDIT)
            ? EditViews.raises(profile).stream().limit(TOP).toList()
            : List.of(),
        freshness(actor, profile),
        profile.status() == ProfileStatus.RETURNED
            ? profiles.findLastReturn(actor, id).map(ProfileStep::text).orElse(null)
            : null,
        cards.of(best.stream().limit(TOP).toList(), 0),
        looks.countNew(actor, id, best.stream().map(m -> m.authority().id()).toList()),
        top != null);
  }

  private DashboardView.Freshness freshness(Actor actor, Profile profile) {
    boolean lapsed = profiles.hasLapsed(actor, profile.id());
    boolean asked = lapsed || profile.status() == ProfileStatus.CONFIRMED;
    Instant due = asked ? profile.reconfirmDue() : null;
    Instant now = clock.instant();
    return new DashboardView.Freshness(
        profile.version(),
        profile.submittedAt(),
        profile.reconfirmedAt(),
        due,
        due != null && due.isBefore(now) ? due.plus(settings.hideAfter()) : due,
        due != null && due.minus(settings.reconfirmNotice()).isBefore(now),
        lapsed,
        actor.isMember(profile.id(), MemberRole.VIEWER)
            && may(actor, profile, ProfileAction.RECONFIRM));
  }

  private boolean may(Actor actor, Profile profile, ProfileAction action) {
    Set<Standing> standings = visibility.standings(actor, profile);
    return ProfileLifecycle.allows(action, profile.state(), standings);
  }

  /** Null while partners are not suggested to it. */
  private @Nullable MatchList top(Actor actor, UUID authority, Locale language) {
    try {
      return matches.list(actor, authority, queries.query(actor, BEST), language);
    } catch (DomainException.Conflict notNow) {
      return null;
    }
  }

  private DashboardView.Invitation invitation(InvitationRow row) {
    return new DashboardView.Invitation(
        row.id(), organisations.get(row.organisationId()).name(), row.role().id(), row.expiresAt());
  }
}
