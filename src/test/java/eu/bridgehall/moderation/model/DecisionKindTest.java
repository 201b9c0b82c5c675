package eu.bridgehall.moderation.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DecisionKindTest {
  @Test
  void onlyMessagesAndFilesAreRemovedAndOnlyProfilesReturned() {
    assertEquals(
        EnumSet.of(SubjectKind.MESSAGE, SubjectKind.ATTACHMENT), about(DecisionKind.REMOVE));
    assertEquals(EnumSet.of(SubjectKind.PROFILE), about(DecisionKind.RETURN));
    assertEquals(
        EnumSet.of(SubjectKind.MESSAGE, SubjectKind.ATTACHMENT, SubjectKind.PROFILE),
        about(DecisionKind.HIDE));
  }

  @ParameterizedTest
  @EnumSource(
      value = SubjectKind.class,
      names = {"ACCOUNT", "REPORTER"},
      mode = EnumSource.Mode.EXCLUDE)
  void whoeverIsConcernedCanBeWarnedRestrictedAndSuspendedWhateverItIsAbout(SubjectKind subject) {
    assertTrue(
        DecisionKind.about(subject)
            .containsAll(
                EnumSet.of(DecisionKind.WARN, DecisionKind.RESTRICT, DecisionKind.SUSPEND)));
  }

  @Test
  void anAccountIsSuspendedOrLeft() {
    assertEquals(EnumSet.of(DecisionKind.SUSPEND), DecisionKind.about(SubjectKind.ACCOUNT));
  }

  @Test
  void ofAPersonOnlyReportsAreTakenAwayForThreeMonthsAtTheMost() {
    assertEquals(
        EnumSet.of(DecisionKind.WARN, DecisionKind.RESTRICT),
        DecisionKind.about(SubjectKind.REPORTER));
    for (SubjectKind subject : SubjectKind.values()) {
      assertEquals(
          subject == SubjectKind.REPORTER,
          RestrictionScope.about(subject).contains(RestrictionScope.NO_REPORTS));
    }
    assertEquals(92, RestrictionScope.NO_REPORTS.mostDays());
  }

  @Test
  void aReportCanBeFoundWrongAndWithoutOneThereIsNothingToFindWrong() {
    assertEquals(
        EnumSet.of(
            SubjectKind.CONVERSATION,
            SubjectKind.MESSAGE,
            SubjectKind.ATTACHMENT,
            SubjectKind.PROFILE),
        about(DecisionKind.NO_ACTION));
  }

  @ParameterizedTest
  @EnumSource(DecisionKind.class)
  void everyDecisionHasAReasonAndWhatNeedsATermMayHaveOne(DecisionKind kind) {
    assertTrue(Arrays.stream(DecisionReason.values()).anyMatch(r -> r.isFor(kind)));
    assertTrue(!kind.needsTerm() || kind.mayHaveTerm());
    assertEquals(kind == DecisionKind.NO_ACTION, DecisionReason.NO_BREACH.isFor(kind));
    assertEquals(kind == DecisionKind.SUSPEND, kind.needsSecond());
  }

  @Test
  void thoseWhomItConcernsLearnOfADecisionOnceItWasInForce() {
    assertEquals(
        EnumSet.of(
            DecisionStatus.IN_FORCE,
            DecisionStatus.EXPIRED,
            DecisionStatus.LIFTED,
            DecisionStatus.OVERTURNED),
        Arrays.stream(DecisionStatus.values())
            .filter(DecisionStatus::wasInForce)
            .collect(Collectors.toSet()));
    assertFalse(DecisionKind.NO_ACTION.concernsSomebody());
  }

  private static Set<SubjectKind> about(DecisionKind kind) {
    return Arrays.stream(SubjectKind.values())
        .filter(s -> DecisionKind.about(s).contains(kind))
        .collect(Collectors.toSet());
  }
}
