package eu.bridgehall.web;

import eu.bridgehall.accounts.InvitationRow;
import eu.bridgehall.accounts.Invitations;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.matching.MatchList;
import eu.bridgehall.matching.MatchQueries;
import eu.bridgehall.matching.Matches;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.UnreadCount;
import eu.bridgehall.notifications.DeadMails;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.partnerships.Box;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.profiles.Claims;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileReview;
import eu.bridgehall.profiles.ProfileSettings;
import eu.bridgehall.profiles.ProfileStep;
import eu.bridgehall.profiles.Profiles;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfileStatus;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gathers what waits for a person from the features where it waits. */
@Singleton
class DashboardViews {
  private static final MatchQueries.Sent BEST =
      new MatchQueries.Sent(3, 0, List.of(), List.of(), List.of(), null, null, null, null);
  private static final PageRequest COUNT_ONLY = new PageRequest(0, 1);

  private final Acting acting;
  private final Profiles profiles;
  private final ProfileReview review;
  private final Claims claims;
  private final ProfileSettings settings;
  private final IntroductionService introductions;
  private final ConversationService conversations;
  private final Matches matches;
  private final MatchQueries queries;
  private final MatchCards cards;
  private final Invitations invitations;
  private final Organisations organisations;
  private final DeadMails mails;
  private final Clock clock;

  DashboardViews(
      Acting acting,
      Profiles profiles,
      ProfileReview review,
      Claims claims,
      ProfileSettings settings,
      IntroductionService introductions,
      ConversationService conversations,
      Matches matches,
      MatchQueries queries,
      MatchCards cards,
      Invitations invitations,
      Organisations organisations,
      DeadMails mails,
      Clock clock) {
    this.acting = acting;
    this.profiles = profiles;
    this.review = review;
    this.claims = claims;
    this.settings = settings;
    this.introductions = introductions;
    this.conversations = conversations;
    this.matches = matches;
    this.queries = queries;
    this.cards = cards;
    this.invitations = invitations;
    this.organisations = organisations;
    this.mails = mails;
    this.clock = clock;
  }

  DashboardView of(Actor actor, Locale language) {
    boolean reviews = actor.isSecretariat() || !actor.associations().isEmpty();
    List<DashboardView.Card> authorities =
        acting.all(actor).stream().map(a -> card(actor, a, language)).toList();
    List<DashboardView.Task> tasks = new ArrayList<>();
    addAnswers(actor, authorities, tasks);
    addUnread(actor, tasks);
    addClaims(actor, tasks);
    authorities.forEach(card -> addProfile(card, tasks));
    if (reviews) {
      addReviews(actor, tasks);
    }
    if (actor.isAdministrator()) {
      addDeadMails(actor, tasks);
    }
    return new DashboardView(
        tasks,
        authorities,
        invitations.listOwn(actor).stream().map(this::invitation).toList(),
        reviews);
  }

  private void addAnswers(
      Actor actor, List<DashboardView.Card> authorities, List<DashboardView.Task> tasks) {
    for (DashboardView.Card card : authorities) {
      UUID id = card.authority().id();
      long waiting =
          actor.isMember(id, MemberRole.EDITOR)
              ? introductions
                  .list(actor, id, Box.RECEIVED, List.of(IntroductionStatus.SENT), COUNT_ONLY)
                  .total()
              : 0;
      if (waiting > 0) {
        tasks.add(
            new DashboardView.Task(
                "answer",
                Map.of("count", waiting, "authority", card.authority().name()),
                "/introductions?authority=" + id));
      }
    }
  }

  private void addUnread(Actor actor, List<DashboardView.Task> tasks) {
    UnreadCount unread = conversations.countUnread(actor);
    if (unread.total() > 0) {
      tasks.add(
          new DashboardView.Task("unread", Map.of("count", unread.total()), "/conversations"));
    }
  }

  private void addClaims(Actor actor, List<DashboardView.Task> tasks) {
    long waiting = claims.countWaiting(actor);
    if (waiting > 0) {
      tasks.add(
          new DashboardView.Task("claims", Map.of("count", waiting), Addresses.REVIEW_CLAIMS));
    }
  }

  private static void addProfile(DashboardView.Card card, List<DashboardView.Task> tasks) {
    UUID id = card.authority().id();
    Map<String, Object> name = Map.of("authority", card.authority().name());
    if (ProfileStatus.RETURNED.id().equals(card.status())
        || ProfileStatus.DRAFT.id().equals(card.status())) {
      String link =
          ProfileStatus.DRAFT.id().equals(card.status())
              ? Addresses.edit(id)
              : Addresses.manage(id);
      tasks.add(new DashboardView.Task(card.status(), name, link));
    } else if (card.dueSoon()) {
      tasks.add(new DashboardView.Task("reconfirm", name, Addresses.manage(id)));
    }
  }

  private void addReviews(Actor actor, List<DashboardView.Task> tasks) {
    long submitted = review.listQueue(actor, null, null, COUNT_ONLY).total();
    if (submitted > 0) {
      tasks.add(new DashboardView.Task("review", Map.of("count", submitted), "/review"));
    }
    long waiting = introductions.queue(actor, COUNT_ONLY).total();
    if (waiting > 0) {
      tasks.add(
          new DashboardView.Task(
              "reviewIntroductions", Map.of("count", waiting), "/review/introductions"));
    }
  }

  private void addDeadMails(Actor actor, List<DashboardView.Task> tasks) {
    long dead = mails.count(actor);
    if (dead > 0) {
      tasks.add(new DashboardView.Task("deadMails", Map.of("count", dead), Addresses.DEAD_MAILS));
    }
  }

  private DashboardView.Card card(Actor actor, Reader.ActsFor authority, Locale language) {
    Profile profile = profiles.getWhole(actor, authority.id());
    Instant due = profile.reconfirmDue();
    boolean dueSoon =
        profile.status().takesPart()
            && due != null
            && due.minus(settings.reconfirmNotice()).isBefore(clock.instant());
    MatchList top = top(actor, authority.id(), language);
    return new DashboardView.Card(
        authority,
        Objects.requireNonNull(actor.authorities().get(authority.id())).id(),
        profile.status().id(),
        ProfileCompleteness.score(profile.content()),
        due,
        dueSoon,
        profile.status() == ProfileStatus.RETURNED
            ? profiles.findLastReturn(actor, profile.id()).map(ProfileStep::text).orElse(null)
            : null,
        top == null ? List.of() : cards.of(top.items(), 0),
        top != null);
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
