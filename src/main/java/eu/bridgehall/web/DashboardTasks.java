package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.messaging.WaitingConversations;
import eu.bridgehall.moderation.StatementResponse;
import eu.bridgehall.moderation.Statements;
import eu.bridgehall.moderation.model.DecisionStatus;
import eu.bridgehall.notifications.DeadMails;
import eu.bridgehall.partnerships.WaitingIntroductions;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.profiles.Claim;
import eu.bridgehall.profiles.Claims;
import eu.bridgehall.profiles.model.ClaimState;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.web.DashboardView.Card;
import eu.bridgehall.web.DashboardView.Task;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who waits for whom: what a person has to do now, and what she waits for. What waits for those who
 * review is told by the queue alone.
 */
@Singleton
class DashboardTasks {
  private static final PageRequest CLAIMS = new PageRequest(0, 20);
  private static final PageRequest DECISIONS = new PageRequest(0, 50);

  /** What has a day stands first, the next day first; then what has waited longest. */
  private static final Comparator<Task> URGENT =
      Comparator.comparing(Task::until, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .thenComparing(Task::since, Comparator.nullsLast(Comparator.<Instant>naturalOrder()));

  private final WaitingIntroductions waitingIntroductions;
  private final WaitingConversations waitingConversations;
  private final Claims claims;
  private final Statements statements;
  private final DeadMails mails;
  private final DashboardSettings settings;
  private final Clock clock;

  DashboardTasks(
      WaitingIntroductions waitingIntroductions,
      WaitingConversations waitingConversations,
      Claims claims,
      Statements statements,
      DeadMails mails,
      DashboardSettings settings,
      Clock clock) {
    this.waitingIntroductions = waitingIntroductions;
    this.waitingConversations = waitingConversations;
    this.claims = claims;
    this.statements = statements;
    this.mails = mails;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Both lists: what has a day stands first, the next day first, then what has waited longest.
   *
   * @param mine what the person has to do
   * @param theirs what others have to do before she can go on
   */
  record Found(List<Task> mine, List<Task> theirs) {
    Found {
      mine = mine.stream().sorted(URGENT).toList();
      theirs = theirs.stream().sorted(URGENT).toList();
    }
  }

  Found of(Actor actor, List<Card> cards, boolean reviews) {
    List<Task> mine = new ArrayList<>();
    List<Task> theirs = new ArrayList<>();
    for (Card card : cards) {
      boolean writes = actor.isMember(card.authority().id(), MemberRole.EDITOR);
      addIntroductions(actor, card, writes, mine, theirs);
      addProfile(card, writes, mine, theirs);
    }
    addConversations(actor, mine, theirs);
    addClaims(actor, reviews, mine, theirs);
    addDecisions(actor, mine);
    if (actor.isAdministrator()) {
      add(mine, "deadMails", mails.count(actor), null, Addresses.DEAD_MAILS);
    }
    return new Found(mine, theirs);
  }

  private void addIntroductions(
      Actor actor, Card card, boolean writes, List<Task> mine, List<Task> theirs) {
    UUID id = card.authority().id();
    String received = "/introductions?authority=" + id;
    String sent = received + "&box=sent";
    waitingIntroductions
        .of(actor, id)
        .forEach(
            (what, waiting) -> {
              switch (what) {
                case OWN_ANSWER -> {
                  if (writes) {
                    mine.add(task("answer", card, waiting, received));
                  }
                }
                case THEIR_ANSWER -> theirs.add(task("answered", card, waiting, sent));
                case OTHER_SIDE -> theirs.add(task("agreed", card, waiting, received));
                case REVIEW -> theirs.add(task("reviewed", card, waiting, sent));
              }
            });
  }

  /** Unread messages; and of what is read, who has written last and waits for an answer. */
  private void addConversations(Actor actor, List<Task> mine, List<Task> theirs) {
    WaitingConversations.Found found =
        waitingConversations.of(actor, clock.instant().minus(settings.conversations()));
    add(mine, "unread", found.unread());
    add(mine, "reply", found.reply());
    add(theirs, "replied", found.replied());
  }

  private void add(List<Task> tasks, String what, WaitingConversations.Waiting waiting) {
    add(tasks, what, waiting.count(), waiting.since(), Frame.CONVERSATIONS);
  }

  /** What owners decide; for those who review, it stands in the queue. */
  private void addClaims(Actor actor, boolean reviews, List<Task> mine, List<Task> theirs) {
    if (!reviews || actor.authorities().containsValue(MemberRole.OWNER)) {
      add(mine, "claims", claims.countWaiting(actor), null, Addresses.REVIEW_CLAIMS);
    }
    for (Claim claim : claims.listOwn(actor, CLAIMS).items()) {
      if (claim.state().equals(ClaimState.OPEN.id())) {
        Reader.ActsFor on = new Reader.ActsFor(claim.authority(), claim.authorityName());
        theirs.add(task("claimed", null, on, "/claims", claim.at(), null));
      }
    }
  }

  /** What the secretariat has decided about her or hers, as long as she can say no to it. */
  private void addDecisions(Actor actor, List<Task> mine) {
    List<Instant> until =
        statements.list(actor, DECISIONS).items().stream()
            .filter(s -> s.mayAppeal() && DecisionStatus.IN_FORCE.id().equals(s.status()))
            .map(StatementResponse::appealUntil)
            .sorted()
            .toList();
    if (!until.isEmpty()) {
      mine.add(
          task(
              "decisions",
              (long) until.size(),
              null,
              Addresses.OWN_DECISIONS,
              null,
              until.getFirst()));
    }
  }

  /** What is to be done about the profile, for those who may. */
  private void addProfile(Card card, boolean writes, List<Task> mine, List<Task> theirs) {
    Reader.ActsFor authority = card.authority();
    String manage = Addresses.manage(authority.id());
    String status = card.status();
    if (ProfileStatus.SUBMITTED.id().equals(status)) {
      theirs.add(task(status, null, authority, manage, card.fresh().submitted(), null));
    } else if (!writes) {
      return;
    } else if (ProfileStatus.DRAFT.id().equals(status)) {
      mine.add(task(status, null, authority, Addresses.edit(authority.id()), null, null));
    } else if (ProfileStatus.RETURNED.id().equals(status)) {
      mine.add(task(status, null, authority, manage, null, null));
    } else if (card.fresh().lapsed()) {
      mine.add(task("lapsed", null, authority, manage, null, null));
    } else if (card.fresh().dueSoon()) {
      mine.add(task("reconfirm", null, authority, manage, null, card.fresh().until()));
    }
  }

  private void add(
      List<Task> tasks, String what, long count, @Nullable Instant since, String link) {
    if (count > 0) {
      tasks.add(task(what, count, null, link, since, null));
    }
  }

  private Task task(String what, Card card, WaitingIntroductions.Waiting waiting, String link) {
    return task(what, waiting.count(), card.authority(), link, waiting.since(), waiting.until());
  }

  private Task task(
      String what,
      @Nullable Long count,
      Reader.@Nullable ActsFor authority,
      String link,
      @Nullable Instant since,
      @Nullable Instant until) {
    boolean stale = since != null && since.isBefore(clock.instant().minus(settings.staleAfter()));
    return new Task(what, count, authority, link, since, stale, until);
  }
}
