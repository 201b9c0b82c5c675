package eu.bridgehall.partnerships.model;

import static eu.bridgehall.partnerships.model.IntroductionAction.ACCEPT;
import static eu.bridgehall.partnerships.model.IntroductionAction.APPROVE;
import static eu.bridgehall.partnerships.model.IntroductionAction.DECLINE;
import static eu.bridgehall.partnerships.model.IntroductionAction.END;
import static eu.bridgehall.partnerships.model.IntroductionAction.EXPIRE;
import static eu.bridgehall.partnerships.model.IntroductionAction.REJECT;
import static eu.bridgehall.partnerships.model.IntroductionAction.WITHDRAW;
import static eu.bridgehall.partnerships.model.IntroductionStanding.ASKER;
import static eu.bridgehall.partnerships.model.IntroductionStanding.PROPOSER;
import static eu.bridgehall.partnerships.model.IntroductionStanding.RECEIVER;
import static eu.bridgehall.partnerships.model.IntroductionStanding.REVIEWER;
import static eu.bridgehall.partnerships.model.IntroductionStanding.SERVICE;
import static eu.bridgehall.partnerships.model.IntroductionStatus.ACCEPTED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.DECLINED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.ENDED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.EXPIRED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.PENDING_REVIEW;
import static eu.bridgehall.partnerships.model.IntroductionStatus.REJECTED;
import static eu.bridgehall.partnerships.model.IntroductionStatus.SENT;
import static eu.bridgehall.partnerships.model.IntroductionStatus.WITHDRAWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class IntroductionLifecycleTest {
  /** Everything that may happen; all else is refused. */
  private static final List<Step> TABLE =
      List.of(
          new Step(REVIEWER, APPROVE, PENDING_REVIEW, SENT),
          new Step(REVIEWER, REJECT, PENDING_REVIEW, REJECTED),
          new Step(ASKER, WITHDRAW, PENDING_REVIEW, WITHDRAWN),
          new Step(ASKER, WITHDRAW, SENT, WITHDRAWN),
          new Step(RECEIVER, ACCEPT, SENT, ACCEPTED),
          new Step(RECEIVER, DECLINE, SENT, DECLINED),
          new Step(PROPOSER, WITHDRAW, PENDING_REVIEW, WITHDRAWN),
          new Step(PROPOSER, WITHDRAW, SENT, WITHDRAWN),
          new Step(SERVICE, EXPIRE, SENT, EXPIRED),
          new Step(SERVICE, END, PENDING_REVIEW, ENDED),
          new Step(SERVICE, END, SENT, ENDED));

  private static final UUID ASKING = Ids.next();
  private static final UUID ASKED = Ids.next();
  private static final UUID OTHER = Ids.next();

  private record Step(
      IntroductionStanding who,
      IntroductionAction action,
      IntroductionStatus from,
      IntroductionStatus to) {}

  @Test
  void onlyTheStepsOfTheTableAreTaken() {
    int taken = 0;
    for (IntroductionStanding who : IntroductionStanding.values()) {
      for (IntroductionAction action : IntroductionAction.values()) {
        for (IntroductionStatus from : IntroductionStatus.values()) {
          Set<IntroductionStanding> standings = EnumSet.of(who);
          IntroductionStatus to = expected(who, action, from);
          assertEquals(to != null, IntroductionLifecycle.allowed(from, standings).contains(action));
          if (to != null) {
            assertEquals(to, IntroductionLifecycle.step(action, from, standings));
            taken++;
          } else {
            Class<? extends DomainException> refusal =
                TABLE.stream().anyMatch(s -> s.who() == who && s.action() == action)
                    ? DomainException.Conflict.class
                    : DomainException.Forbidden.class;
            assertThrows(
                refusal,
                () -> IntroductionLifecycle.step(action, from, standings),
                () -> who + " " + action + " " + from);
          }
        }
      }
    }
    assertEquals(TABLE.size(), taken);
  }

  @Test
  void whoeverHasNothingToDoWithItIsNotEvenToldThatItExists() {
    for (IntroductionAction action : IntroductionAction.values()) {
      for (IntroductionStatus from : IntroductionStatus.values()) {
        assertThrows(
            DomainException.NotFound.class,
            () -> IntroductionLifecycle.step(action, from, Set.of()));
        assertTrue(IntroductionLifecycle.allowed(from, Set.of()).isEmpty());
      }
    }
  }

  @Test
  void whatIsOverStaysOver() {
    for (IntroductionStatus status : IntroductionStatus.values()) {
      Set<IntroductionAction> allowed =
          IntroductionLifecycle.allowed(status, EnumSet.allOf(IntroductionStanding.class));
      assertEquals(status.isOpen(), !allowed.isEmpty(), status.name());
    }
  }

  @Test
  void itWaitsForAReviewOnlyWhereTheRuleIsOn() {
    assertEquals(PENDING_REVIEW, IntroductionLifecycle.first(true));
    assertEquals(SENT, IntroductionLifecycle.first(false));
  }

  @Test
  void eachMemberStandsWhereHerAuthorityStands() {
    assertEquals(Set.of(ASKER), standings(member(ASKING, MemberRole.OWNER), true, true));
    assertEquals(Set.of(ASKER), standings(member(ASKING, MemberRole.EDITOR), true, false));
    assertEquals(
        Set.of(IntroductionStanding.ASKER_VIEWER),
        standings(member(ASKING, MemberRole.VIEWER), false, true));
    assertEquals(Set.of(RECEIVER), standings(member(ASKED, MemberRole.EDITOR), false, true));
    assertEquals(
        Set.of(IntroductionStanding.RECEIVER_VIEWER),
        standings(member(ASKED, MemberRole.VIEWER), true, true));
    assertEquals(Set.of(), standings(member(OTHER, MemberRole.OWNER), true, true));
    assertEquals(Set.of(), standings(Actor.visitor(), true, true));
  }

  @Test
  void theOtherSideStandsNowhereBeforeItHasBeenReached() {
    assertEquals(Set.of(), standings(member(ASKED, MemberRole.OWNER), true, false));
  }

  @Test
  void theAssociationOfTheAskersCountryAndTheSecretariatReviewWhatIsToBeReviewed() {
    Actor association = person(Set.of(), Map.of(), Map.of(OTHER, "UA"));
    Actor foreign = person(Set.of(), Map.of(), Map.of(OTHER, "FR"));
    Actor moderator = person(Set.of(PlatformRole.MODERATOR), Map.of(), Map.of());
    Actor administrator = person(Set.of(PlatformRole.ADMINISTRATOR), Map.of(), Map.of());
    for (Actor reviewer : List.of(association, moderator, administrator)) {
      assertEquals(Set.of(REVIEWER), standings(reviewer, true, false));
      assertEquals(Set.of(REVIEWER), standings(reviewer, true, true));
      assertEquals(Set.of(), standings(reviewer, false, true));
    }
    assertEquals(Set.of(), standings(foreign, true, false));
  }

  @Test
  void nobodyReviewsForAnAuthorityOfHerOwn() {
    for (UUID own : List.of(ASKING, ASKED)) {
      for (MemberRole role : MemberRole.values()) {
        Actor both = person(Set.of(PlatformRole.MODERATOR), Map.of(own, role), Map.of(OTHER, "UA"));
        assertTrue(standings(both, true, false).stream().noneMatch(s -> s == REVIEWER));
        assertTrue(standings(both, true, true).stream().noneMatch(s -> s == REVIEWER));
      }
    }
  }

  @Test
  void nobodyStandsAsTheServiceNotEvenTheAdministrator() {
    Actor all =
        person(
            EnumSet.allOf(PlatformRole.class),
            Map.of(ASKING, MemberRole.OWNER, ASKED, MemberRole.OWNER),
            Map.of(OTHER, "UA"));
    for (Actor actor : List.of(all, Actor.service(), Actor.visitor())) {
      assertTrue(standings(actor, true, true).stream().noneMatch(s -> s == SERVICE));
    }
  }

  @Test
  void whatIsProposedAsksBothSidesAndIsSeenByWhoProposes() {
    Actor moderator = person(Set.of(PlatformRole.MODERATOR), Map.of(), Map.of());
    Actor officer = person(Set.of(), Map.of(), Map.of(OTHER, "UA"));
    Actor elsewhere = person(Set.of(), Map.of(), Map.of(Ids.next(), "UA"));
    assertEquals(Set.of(RECEIVER), proposed(member(ASKING, MemberRole.EDITOR), OTHER));
    assertEquals(Set.of(RECEIVER), proposed(member(ASKED, MemberRole.OWNER), OTHER));
    assertEquals(
        Set.of(IntroductionStanding.RECEIVER_VIEWER),
        proposed(member(ASKING, MemberRole.VIEWER), OTHER));
    assertEquals(Set.of(PROPOSER), proposed(officer, OTHER));
    assertEquals(Set.of(PROPOSER), proposed(moderator, OTHER));
    assertEquals(Set.of(), proposed(elsewhere, OTHER));
    assertEquals(Set.of(), proposed(Actor.visitor(), OTHER));
    assertEquals(
        Set.of(RECEIVER),
        proposed(
            person(Set.of(PlatformRole.MODERATOR), Map.of(ASKED, MemberRole.OWNER), Map.of()),
            OTHER));
  }

  @Test
  void whatIsProposedIsDecidedWhenBothHaveAnswered() {
    assertEquals(SENT, IntroductionLifecycle.proposed(null, null));
    for (boolean answer : List.of(true, false)) {
      assertEquals(SENT, IntroductionLifecycle.proposed(answer, null));
      assertEquals(SENT, IntroductionLifecycle.proposed(null, answer));
      assertEquals(DECLINED, IntroductionLifecycle.proposed(answer, false));
      assertEquals(DECLINED, IntroductionLifecycle.proposed(false, answer));
    }
    assertEquals(ACCEPTED, IntroductionLifecycle.proposed(true, true));
  }

  @Test
  void whoeverIsAMemberOfBothStandsOnBothSides() {
    Actor both =
        person(Set.of(), Map.of(ASKING, MemberRole.OWNER, ASKED, MemberRole.EDITOR), Map.of());
    assertEquals(Set.of(ASKER), standings(both, true, false));
    assertEquals(Set.of(ASKER, RECEIVER), standings(both, true, true));
  }

  private static @Nullable IntroductionStatus expected(
      IntroductionStanding who, IntroductionAction action, IntroductionStatus from) {
    return TABLE.stream()
        .filter(s -> s.who() == who && s.action() == action && s.from() == from)
        .map(Step::to)
        .findFirst()
        .orElse(null);
  }

  private static Set<IntroductionStanding> standings(
      Actor actor, boolean reviewed, boolean reached) {
    return IntroductionStanding.of(
        actor, new IntroductionStanding.Facts(ASKING, ASKED, "UA", reviewed, reached, null));
  }

  private static Set<IntroductionStanding> proposed(Actor actor, UUID by) {
    return IntroductionStanding.of(
        actor, new IntroductionStanding.Facts(ASKING, ASKED, "UA", false, true, by));
  }

  private static Actor member(UUID authority, MemberRole role) {
    return person(Set.of(), Map.of(authority, role), Map.of());
  }

  private static Actor person(
      Set<PlatformRole> roles, Map<UUID, MemberRole> authorities, Map<UUID, String> associations) {
    return new Actor(Ids.next(), Ids.next(), roles, authorities, associations);
  }
}
