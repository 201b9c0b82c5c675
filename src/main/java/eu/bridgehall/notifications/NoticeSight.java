package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.messaging.ConversationService;
import eu.bridgehall.moderation.Appeals;
import eu.bridgehall.moderation.Decisions;
import eu.bridgehall.moderation.Reports;
import eu.bridgehall.partnerships.IntroductionResponse;
import eu.bridgehall.partnerships.IntroductionService;
import eu.bridgehall.partnerships.model.IntroductionAction;
import eu.bridgehall.partnerships.model.IntroductionStatus;
import eu.bridgehall.profiles.Claims;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.ProfileVisibility;
import eu.bridgehall.profiles.model.ClaimState;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Whether what a notice tells still holds and its reader may still be told of it: asked of the
 * features at the moment its mail is written, for hours or days may have passed. Decisions that
 * concern the reader, and what is about her account, are told in any case.
 */
@Singleton
class NoticeSight {
  private final People people;
  private final IntroductionService introductions;
  private final ConversationService conversations;
  private final ProfileDirectory profiles;
  private final ProfileVisibility visibility;
  private final Claims claims;
  private final Reports reports;
  private final Decisions decisions;
  private final Appeals appeals;

  NoticeSight(
      People people,
      IntroductionService introductions,
      ConversationService conversations,
      ProfileDirectory profiles,
      ProfileVisibility visibility,
      Claims claims,
      Reports reports,
      Decisions decisions,
      Appeals appeals) {
    this.people = people;
    this.introductions = introductions;
    this.conversations = conversations;
    this.profiles = profiles;
    this.visibility = visibility;
    this.claims = claims;
    this.reports = reports;
    this.decisions = decisions;
    this.appeals = appeals;
  }

  /** Who is told, as she would act now; empty where she has no account, or a suspended one. */
  Optional<Actor> reader(UUID person) {
    return people.findActor(person);
  }

  /**
   * The notice as it may be told now, empty where it may not; never called in a transaction, which
   * a refusal would undo. Of messages it names whoever has written the first that she may hear of.
   *
   * @param reader whose notice it is, as {@link #reader} knows her
   */
  Optional<Notice> now(Optional<Actor> reader, Notice notice) {
    Optional<NoticeKind> kind = NoticeKind.of(notice.kind());
    if (NoticeKind.isForSecretariat(notice.kind())) {
      return reader
          .filter(r -> isForModerator(r, notice.kind(), notice.subject()))
          .map(r -> notice);
    }
    if (kind.isEmpty()) {
      return Optional.of(notice);
    }
    try {
      return reader.flatMap(r -> now(r, kind.get(), notice));
    } catch (DomainException.NotFound | DomainException.Forbidden hidden) {
      return Optional.empty(); // gone, or not for this reader any more
    }
  }

  /** Those of the secretariat whom this does not concern themselves: the others are not told. */
  Collection<Recipient> moderating(Collection<Recipient> secretariat, String kind, UUID subject) {
    return secretariat.stream()
        .filter(
            r ->
                reader(r.person().id())
                    .filter(actor -> isForModerator(actor, kind, subject))
                    .isPresent())
        .toList();
  }

  private boolean isForModerator(Actor actor, String kind, UUID subject) {
    if (!actor.isSecretariat()) {
      return false;
    }
    return switch (kind) {
      case NoticeKind.REPORT -> reports.isFor(actor, subject);
      case NoticeKind.APPEAL, NoticeKind.REPORTER_APPEAL -> appeals.isFor(actor, subject);
      default -> decisions.isFor(actor, subject);
    };
  }

  private Optional<Notice> now(Actor reader, NoticeKind kind, Notice notice) {
    return switch (kind) {
      case INTRODUCTIONS -> Optional.of(notice).filter(n -> introduction(reader, n));
      case MESSAGES ->
          conversations
              .findNews(reader, notice.subject(), notice.number(), Long.MAX_VALUE)
              .map(writer -> notice.naming(Map.of("from", writer)));
      case PROFILES -> Optional.of(notice).filter(n -> profile(reader, n));
    };
  }

  /** Those of these authorities that the reader may be told the names of, as {@link #now}. */
  Set<UUID> seen(Actor reader, Collection<UUID> authorities) {
    Collection<Profile> found = profiles.list(authorities).values();
    Map<UUID, ProfilePart> parts = visibility.parts(reader, found);
    return found.stream()
        .filter(p -> isSeen(p, parts.getOrDefault(p.id(), ProfilePart.NOTHING)))
        .map(Profile::id)
        .collect(Collectors.toSet());
  }

  private boolean introduction(Actor reader, Notice notice) {
    IntroductionResponse now = introductions.get(reader, notice.subject());
    return switch (notice.kind()) {
      case "introduction-review", "introduction-review-reminder" ->
          now.status().equals(IntroductionStatus.PENDING_REVIEW.id());
      case "introduction-arrived",
          "introduction-reminder",
          "introduction-last-reminder",
          "introduction-proposed",
          "introduction-proposal-reminder" ->
          now.actions().contains(IntroductionAction.ACCEPT.id()) && seesBoth(reader, now);
      default -> seesBoth(reader, now);
    };
  }

  private boolean seesBoth(Actor reader, IntroductionResponse introduction) {
    return sees(reader, introduction.from().id()) && sees(reader, introduction.to().id());
  }

  private boolean sees(Actor reader, UUID authority) {
    Profile profile = profiles.get(authority);
    return isSeen(profile, visibility.part(reader, profile));
  }

  /** A paused profile is hidden from those who look for partners, not from those who are asked. */
  private static boolean isSeen(Profile profile, ProfilePart part) {
    return profile.status() == ProfileStatus.PAUSED || part.includes(ProfilePart.PUBLIC);
  }

  private boolean profile(Actor reader, Notice notice) {
    if (notice.kind().startsWith("claim-")) {
      return claims.getCase(reader, notice.subject()).claim().state().equals(ClaimState.OPEN.id());
    }
    Profile profile = profiles.get(notice.subject());
    if (!visibility.part(reader, profile).includes(ProfilePart.ALL)) {
      return false;
    }
    return switch (notice.kind()) {
      case "profile-submitted" -> profile.status() == ProfileStatus.SUBMITTED;
      case "reconfirmation-due" ->
          profile.reconfirmedAt() == null || profile.reconfirmedAt().isBefore(notice.at());
      default -> true;
    };
  }
}
