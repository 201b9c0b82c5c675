package eu.bridgehall.notifications;

import eu.bridgehall.accounts.People;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.messaging.ConversationService;
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
import java.util.Optional;
import java.util.UUID;

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

  NoticeSight(
      People people,
      IntroductionService introductions,
      ConversationService conversations,
      ProfileDirectory profiles,
      ProfileVisibility visibility,
      Claims claims) {
    this.people = people;
    this.introductions = introductions;
    this.conversations = conversations;
    this.profiles = profiles;
    this.visibility = visibility;
    this.claims = claims;
  }

  /** Who is told, as she would act now; empty where she has no account, or a suspended one. */
  Optional<Actor> reader(UUID person) {
    return people.findActor(person);
  }

  /**
   * Whether it may be told; never called in a transaction, which a refusal would undo.
   *
   * @param reader whose notice it is, as {@link #reader} knows her
   */
  boolean holds(Optional<Actor> reader, Notice notice) {
    Optional<NoticeKind> kind = NoticeKind.of(notice.kind());
    if (NoticeKind.isForSecretariat(notice.kind())) {
      return reader.filter(Actor::isSecretariat).isPresent();
    }
    if (kind.isEmpty()) {
      return true;
    }
    try {
      return reader.isPresent()
          && switch (kind.get()) {
            case INTRODUCTIONS -> introduction(reader.get(), notice);
            case MESSAGES -> conversations.isNews(reader.get(), notice.subject(), notice.number());
            case PROFILES -> profile(reader.get(), notice);
          };
    } catch (DomainException.NotFound | DomainException.Forbidden hidden) {
      return false; // gone, or not for this reader any more
    }
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

  /** A paused profile is hidden from those who look for partners, not from those who are asked. */
  private boolean sees(Actor reader, UUID authority) {
    Profile profile = profiles.get(authority);
    return profile.status() == ProfileStatus.PAUSED
        || visibility.part(reader, profile).includes(ProfilePart.PUBLIC);
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
