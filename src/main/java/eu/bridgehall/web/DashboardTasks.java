package eu.bridgehall.web;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.messaging.ConversationResponse;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.messaging.MessageResponse;
import eu.bridgehall.messaging.MessageSlice;
import eu.bridgehall.notifications.DeadMails;
import eu.bridgehall.partnerships.Box;
import eu.bridgehall.partnerships.IntroductionResponse;
import eu.bridgehall.partnerships.IntroductionResponse.SideAnswer;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.profiles.Claim;
import eu.bridgehall.profiles.Claims;
import eu.bridgehall.profiles.ProfileReview;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who waits for whom: what a person has to do now, and what she waits for. */
@Singleton
class DashboardTasks {
  private static final PageRequest FIRST = new PageRequest(0, 1);
  private static final PageRequest INTRODUCTIONS = new PageRequest(0, 200);
  private static final PageRequest CONVERSATIONS = new PageRequest(0, 10);
  private static final PageRequest CLAIMS = new PageRequest(0, 20);
  private static final MessageSlice LAST = MessageSlice.of(null, null, 1);
  private static final String COUNT = "count";
  private static final String AUTHORITY = "authority";

  private final IntroductionService introductions;
  private final ConversationService conversations;
  private final ProfileReview review;
  private final Claims claims;
  private final DeadMails mails;
  private final DashboardSettings settings;
  private final Clock clock;

  DashboardTasks(
      IntroductionService introductions,
      ConversationService conversations,
      ProfileReview review,
      Claims claims,
      DeadMails mails,
      DashboardSettings settings,
      Clock clock) {
    this.introductions = introductions;
    this.conversations = conversations;
    this.review = review;
    this.claims = claims;
    this.mails = mails;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Both lists.
   *
   * @param mine what the person has to do, the most urgent first
   * @param theirs what others have to do before she can go on
   */
  record Found(List<Task> mine, List<Task> theirs) {}

  Found of(Actor actor, List<Card> cards, boolean reviews) {
    List<Task> mine = new ArrayList<>();
    List<Task> theirs = new ArrayList<>();
    cards.forEach(card -> addIntroductions(actor, card, mine, theirs));
    addConversations(actor, mine, theirs);
    addClaims(actor, mine, theirs);
    cards.forEach(card -> addProfile(card, mine, theirs));
    if (reviews) {
      addReviews(actor, mine);
    }
    if (actor.isAdministrator()) {
      add(mine, "deadMails", mails.count(actor), null, Addresses.DEAD_MAILS);
    }
    return new Found(mine, theirs);
  }

  private void addIntroductions(Actor actor, Card card, List<Task> mine, List<Task> theirs) {
    UUID id = card.authority().id();
    String page = "/introductions?authority=" + id;
    List<IntroductionResponse> received = list(actor, id, Box.RECEIVED, IntroductionStatus.SENT);
    if (actor.isMember(id, MemberRole.EDITOR)) {
      List<IntroductionResponse> open =
          received.stream().filter(i -> answers(id, i).findAny().isEmpty()).toList();
      add(mine, card, "answer", open, page);
    }
    String sent = page + "&box=sent";
    add(theirs, card, "answered", list(actor, id, Box.SENT, IntroductionStatus.SENT), sent);
    List<IntroductionResponse> agreed =
        received.stream().filter(i -> answers(id, i).anyMatch(SideAnswer::accepted)).toList();
    add(theirs, card, "agreed", agreed, page);
    add(
        theirs,
        card,
        "reviewed",
        list(actor, id, Box.SENT, IntroductionStatus.PENDING_REVIEW),
        sent);
  }

  private List<IntroductionResponse> list(
      Actor actor, UUID authority, Box box, IntroductionStatus status) {
    return introductions.list(actor, authority, box, List.of(status), INTRODUCTIONS).items();
  }

  /** What the authority has answered to what was proposed to it and another one; one or none. */
  private static Stream<SideAnswer> answers(UUID authority, IntroductionResponse introduction) {
    return introduction.sideAnswers().stream().filter(a -> a.authority().equals(authority));
  }

  private void add(
      List<Task> tasks, Card card, String what, List<IntroductionResponse> waiting, String link) {
    if (waiting.isEmpty()) {
      return;
    }
    tasks.add(
        task(
            what,
            Map.of(COUNT, waiting.size(), AUTHORITY, card.authority().name()),
            link,
            first(waiting.stream().map(i -> i.sentAt() == null ? i.askedAt() : i.sentAt())),
            first(waiting.stream().flatMap(i -> Optional.ofNullable(i.answerUntil()).stream()))));
  }

  /** Unread messages; and of what is read, who has written last and waits for an answer. */
  private void addConversations(Actor actor, List<Task> mine, List<Task> theirs) {
    add(mine, "unread", conversations.countUnread(actor).total(), null, Frame.CONVERSATIONS);
    List<Instant> answers = new ArrayList<>();
    List<Instant> waits = new ArrayList<>();
    for (ConversationResponse c : conversations.list(actor, null, CONVERSATIONS).items()) {
      Instant at = c.lastMessageAt();
      if (at == null
          || !c.mayWrite()
          || c.muted()
          || c.unread() > 0
          || at.isBefore(clock.instant().minus(settings.conversations()))) {
        continue;
      }
      List<MessageResponse> last = conversations.listMessages(actor, c.id(), LAST).items();
      if (!last.isEmpty()) {
        boolean own = last.getFirst().side().id().equals(c.own().party().id());
        (own ? waits : answers).add(at);
      }
    }
    add(mine, "reply", answers.size(), first(answers.stream()), Frame.CONVERSATIONS);
    add(theirs, "replied", waits.size(), first(waits.stream()), Frame.CONVERSATIONS);
  }

  private void addClaims(Actor actor, List<Task> mine, List<Task> theirs) {
    add(mine, "claims", claims.countWaiting(actor), null, Addresses.REVIEW_CLAIMS);
    for (Claim claim : claims.listOwn(actor, CLAIMS).items()) {
      if (claim.state().equals(ClaimState.OPEN.id())) {
        theirs.add(
            task("claimed", Map.of(AUTHORITY, claim.authorityName()), "/claims", claim.at(), null));
      }
    }
  }

  private void addProfile(Card card, List<Task> mine, List<Task> theirs) {
    UUID id = card.authority().id();
    Map<String, Object> name = Map.of(AUTHORITY, card.authority().name());
    if (ProfileStatus.DRAFT.id().equals(card.status())) {
      mine.add(task(card.status(), name, Addresses.edit(id), null, null));
    } else if (ProfileStatus.RETURNED.id().equals(card.status())) {
      mine.add(task(card.status(), name, Addresses.manage(id), null, null));
    } else if (ProfileStatus.SUBMITTED.id().equals(card.status())) {
      theirs.add(task(card.status(), name, Addresses.manage(id), card.fresh().submitted(), null));
    } else if (card.fresh().lapsed()) {
      mine.add(task("lapsed", name, Addresses.manage(id), null, null));
    } else if (card.fresh().dueSoon()) {
      mine.add(task("reconfirm", name, Addresses.manage(id), null, card.fresh().until()));
    }
  }

  private void addReviews(Actor actor, List<Task> mine) {
    add(mine, "review", review.listQueue(actor, null, null, FIRST).total(), null, "/review");
    Page<IntroductionResponse> waiting = introductions.queue(actor, FIRST);
    Instant since = waiting.items().isEmpty() ? null : waiting.items().getFirst().askedAt();
    add(mine, "reviewIntroductions", waiting.total(), since, "/review/introductions");
  }

  private void add(
      List<Task> tasks, String what, long count, @Nullable Instant since, String link) {
    if (count > 0) {
      tasks.add(task(what, Map.of(COUNT, count), link, since, null));
    }
  }

  private Task task(
      String what,
      Map<String, Object> arguments,
      String link,
      @Nullable Instant since,
      @Nullable Instant until) {
    boolean stale = since != null && since.isBefore(clock.instant().minus(settings.staleAfter()));
    return new Task(what, arguments, link, since, stale, until);
  }

  private static @Nullable Instant first(Stream<Instant> times) {
    return times.min(Comparator.naturalOrder()).orElse(null);
  }
}
