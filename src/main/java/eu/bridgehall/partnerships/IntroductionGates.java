package eu.bridgehall.partnerships;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.waiting.DecisionGuard;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.profiles.Profile;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.ProfileVisibility;
import eu.bridgehall.profiles.model.ProfilePart;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.reference.CooperationTypes;
import eu.bridgehall.reference.Themes;
import eu.bridgehall.ties.Tie;
import eu.bridgehall.ties.TieKind;
import eu.bridgehall.ties.Ties;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether two authorities can be put in touch now. A refusal tells the asker only what it may know:
 * that the other side has blocked it, that the secretariat has forbidden the pair, or that the
 * other side has itself asked and waits for a review, all look alike.
 */
@Singleton
class IntroductionGates {
  private static final int SHORTEST = 3;
  private static final int LONGEST = 2000;
  private static final int MOST_CHOICES = 10;

  private final IntroductionRepository introductions;
  private final ProfileDirectory profiles;
  private final ProfileVisibility visibility;
  private final Ties ties;
  private final Restrictions restrictions;
  private final CooperationTypes cooperationTypes;
  private final Themes themes;
  private final @Nullable DecisionGuard guard;

  IntroductionGates(
      IntroductionRepository introductions,
      ProfileDirectory profiles,
      ProfileVisibility visibility,
      Ties ties,
      Restrictions restrictions,
      CooperationTypes cooperationTypes,
      Themes themes,
      @Nullable DecisionGuard guard) {
    this.introductions = introductions;
    this.profiles = profiles;
    this.visibility = visibility;
    this.ties = ties;
    this.restrictions = restrictions;
    this.cooperationTypes = cooperationTypes;
    this.themes = themes;
    this.guard = guard;
  }

  /**
   * What was sent, as it is kept.
   *
   * @throws DomainException.Invalid with each field that is wrong
   */
  IntroductionProposal proposal(AskIntroduction sent) {
    return proposal(new FieldChecks(), "to", sent);
  }

  /** The same, after other checks, where the client has another name for the one that is asked. */
  IntroductionProposal proposal(FieldChecks checks, String field, AskIntroduction sent) {
    UUID to = checks.present(field, sent.to());
    String text = checks.text("text", sent.text(), LONGEST);
    if (!text.isEmpty() && text.codePointCount(0, text.length()) < SHORTEST) {
      checks.refuse("text", "introductions.text.tooShort", Map.of("min", SHORTEST));
    }
    List<String> types =
        choices(
            checks,
            "cooperationTypes",
            sent.cooperationTypes(),
            id -> cooperationTypes.find(id).isPresent(),
            "error.unknownCooperationType");
    List<String> chosenThemes =
        choices(
            checks,
            "themes",
            sent.themes(),
            id -> themes.find(id).filter(t -> !t.isField()).isPresent(),
            "error.unknownTheme");
    checks.done();
    if (to == null) {
      throw new IllegalStateException("A missing field has passed the checks");
    }
    return new IntroductionProposal(to, text, types, chosenThemes);
  }

  /**
   * Whether, as far as the two profiles are concerned, one may ask for the other.
   *
   * @throws DomainException.Forbidden where the secretariat has decided that it asks for none
   * @throws DomainException.NotFound where the actor must not know the other
   * @throws DomainException.Invalid where it is the same
   * @throws DomainException.Conflict where one is not confirmed or takes no more partners
   */
  void checkAsk(Actor actor, UUID from, UUID to) {
    restrictions.mustAsk(from);
    if (from.equals(to)) {
      throw new DomainException.Invalid("to", "introductions.ask.self");
    }
    if (profiles.find(to).filter(p -> visibility.part(actor, p) != ProfilePart.NOTHING).isEmpty()) {
      throw new DomainException.NotFound("organisations.notFound");
    }
    checkProfiles(from, to);
  }

  /**
   * Whether the profiles of both sides are still shown to the actor; paused ones are to those
   * asked.
   */
  boolean areShown(Actor actor, Introduction introduction) {
    return Stream.of(introduction.from(), introduction.to())
        .flatMap(id -> profiles.find(id).stream())
        .allMatch(
            p ->
                p.status() == ProfileStatus.PAUSED
                    || visibility.part(actor, p) != ProfilePart.NOTHING);
  }

  /**
   * Whether these two may be proposed to each other by the actor: the secretariat, or an officer of
   * the association of one of the two, but no member of one.
   *
   * @throws DomainException.Forbidden where not
   * @throws DomainException.NotFound where the actor must not know one of them
   * @throws DomainException.Conflict where one is not confirmed or takes no more partners, or is
   *     restricted, or something stands between them
   */
  void checkPropose(Actor actor, UUID one, UUID other) {
    if (!actor.isSecretariat() && actor.associations().isEmpty()) {
      throw new DomainException.Forbidden("introductions.propose.forbidden");
    }
    for (UUID id : List.of(one, other)) {
      if (profiles
          .find(id)
          .filter(p -> visibility.part(actor, p) != ProfilePart.NOTHING)
          .isEmpty()) {
        throw new DomainException.NotFound("organisations.notFound");
      }
    }
    if (!actor.overseesCountry(reviewedBy(one)) && !actor.overseesCountry(reviewedBy(other))) {
      throw new DomainException.Forbidden("introductions.propose.forbidden");
    }
    if (actor.authorities().containsKey(one) || actor.authorities().containsKey(other)) {
      throw new DomainException.Forbidden("introductions.propose.own");
    }
    for (UUID id : List.of(one, other)) {
      Profile profile = profiles.get(id);
      if (!isConfirmed(profile)) {
        throw new DomainException.Conflict("introductions.propose.notConfirmed");
      }
      if (!profile.accepting()) {
        throw new DomainException.Conflict("introductions.ask.notAccepting");
      }
      checkFree(id);
    }
    checkTies(one, other);
  }

  /** The country whose association reviews what this authority asks for (ISO 3166-1 alpha-2). */
  String reviewedBy(UUID from) {
    return visibility.servedBy(profiles.get(from).country());
  }

  /**
   * Whether it may still be sent, and the actor may say so.
   *
   * @throws DomainException.Conflict where something has changed since it was asked for, or
   *     somebody else has taken on the review
   */
  void checkApprove(Actor actor, Introduction i) {
    checkReview(actor, i);
    checkProfiles(i.from(), i.to());
    checkFree(i.from());
    checkTies(i.from(), i.to());
  }

  /**
   * Whether the actor may decide the review now.
   *
   * @throws DomainException.Conflict where somebody else has taken it on
   */
  void checkReview(Actor actor, Introduction i) {
    if (guard != null) {
      guard.deciding(actor, WaitingKind.INTRODUCTION, i.id());
    }
  }

  private void checkFree(UUID authority) {
    if (!restrictions.mayAsk(authority)) {
      throw new DomainException.Conflict("introductions.restricted");
    }
  }

  /**
   * Whether those for whom the actor answers may write.
   *
   * @throws DomainException.Forbidden where the secretariat has decided that one may only read
   */
  void checkAnswer(Actor actor, UUID from, UUID to) {
    for (UUID side : List.of(from, to)) {
      if (actor.isMember(side, MemberRole.EDITOR)) {
        restrictions.mustWrite(side);
      }
    }
  }

  /**
   * Whether it may still be accepted.
   *
   * @throws DomainException.Conflict where one no longer takes part, or something keeps them apart
   */
  void checkAccept(UUID from, UUID to) {
    if (!takesPart(from)
        || !takesPart(to)
        || ties.between(from, to).stream().anyMatch(Tie::isBarrier)) {
      throw new DomainException.Conflict("introductions.notPossible");
    }
  }

  /**
   * Whether what stands between the two lets them be introduced.
   *
   * @throws DomainException.Conflict where it does not
   */
  void checkTies(UUID from, UUID to) {
    if (ties.mayAskIntroduction(from, to)) {
      return;
    }
    List<Tie> between = ties.between(from, to);
    boolean known =
        between.stream()
            .anyMatch(
                t -> t.kind() == TieKind.PARTNER || t.kind() == TieKind.INTRODUCTION_ACCEPTED);
    throw new DomainException.Conflict(
        known && between.stream().noneMatch(Tie::isBarrier)
            ? "introductions.ask.inTouch"
            : "introductions.notPossible");
  }

  /** The refusal where the two have an open introduction, told only to who may know of it. */
  DomainException.Conflict alreadyOpen(UUID from, UUID to) {
    boolean known =
        introductions
            .findOpen(from, to)
            .filter(i -> i.from().equals(from) || i.sentAt() != null)
            .isPresent();
    return new DomainException.Conflict(
        known ? "introductions.ask.alreadyOpen" : "introductions.notPossible");
  }

  private void checkProfiles(UUID from, UUID to) {
    if (profiles.find(from).filter(IntroductionGates::isConfirmed).isEmpty()) {
      throw new DomainException.Conflict("introductions.ask.notConfirmed");
    }
    Profile asked =
        profiles
            .find(to)
            .filter(IntroductionGates::isConfirmed)
            .orElseThrow(() -> new DomainException.Conflict("introductions.notPossible"));
    if (!asked.accepting()) {
      throw new DomainException.Conflict("introductions.ask.notAccepting");
    }
  }

  private static boolean isConfirmed(Profile profile) {
    return profile.status() == ProfileStatus.CONFIRMED;
  }

  private boolean takesPart(UUID authority) {
    return profiles.find(authority).filter(p -> p.status().takesPart()).isPresent();
  }

  private static List<String> choices(
      FieldChecks checks,
      String field,
      @Nullable List<String> sent,
      Predicate<String> known,
      String unknownKey) {
    if (sent == null) {
      return List.of();
    }
    if (sent.size() > MOST_CHOICES) {
      checks.refuse(field, "introductions.choices.tooMany", Map.of("max", MOST_CHOICES));
      return List.of();
    }
    for (int i = 0; i < sent.size(); i++) {
      String id = sent.get(i);
      checks.require(id != null && known.test(id), field + "[" + i + "]", unknownKey);
    }
    return sent.stream().distinct().toList();
  }
}
