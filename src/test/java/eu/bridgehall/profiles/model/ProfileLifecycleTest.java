package eu.bridgehall.profiles.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eu.bridgehall.kernel.DomainException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileLifecycleTest {
  /**
   * The whole table: action, status, and where it leads for owner, editor, viewer, association,
   * secretariat, service and a decision. A dot is a refusal; what is not in the table is refused to
   * all.
   */
  private static final String TABLE =
      """
      EDIT          DRAFT      DRAFT     DRAFT     . .          .          .          .
      EDIT          RETURNED   RETURNED  RETURNED  . .          .          .          .
      EDIT          SUBMITTED  .         .         . SUBMITTED  SUBMITTED  SUBMITTED  .
      EDIT          CONFIRMED  CONFIRMED CONFIRMED . CONFIRMED  CONFIRMED  CONFIRMED  .
      EDIT          PAUSED     PAUSED    PAUSED    . PAUSED     PAUSED     PAUSED     .
      EDIT          SUSPENDED  SUSPENDED SUSPENDED . SUSPENDED  SUSPENDED  SUSPENDED  .
      EDIT_IDENTITY DRAFT      DRAFT     DRAFT     . .          .          .          .
      EDIT_IDENTITY RETURNED   RETURNED  RETURNED  . .          .          .          .
      EDIT_IDENTITY SUBMITTED  .         .         . SUBMITTED  SUBMITTED  SUBMITTED  .
      EDIT_IDENTITY CONFIRMED  SUBMITTED SUBMITTED . CONFIRMED  CONFIRMED  CONFIRMED  .
      EDIT_IDENTITY PAUSED     SUBMITTED SUBMITTED . PAUSED     PAUSED     PAUSED     .
      EDIT_IDENTITY SUSPENDED  .         .         . SUSPENDED  SUSPENDED  SUSPENDED  .
      SUBMIT        DRAFT      SUBMITTED SUBMITTED . .          .          .          .
      SUBMIT        RETURNED   SUBMITTED SUBMITTED . .          .          .          .
      WITHDRAW      SUBMITTED  DRAFT     DRAFT     . .          .          .          .
      CONFIRM       SUBMITTED  .         .         . CONFIRMED  CONFIRMED  CONFIRMED  .
      RETURN        SUBMITTED  .         .         . RETURNED   RETURNED   RETURNED   .
      RETURN        CONFIRMED  .         .         . .          .          .          RETURNED
      PAUSE         CONFIRMED  PAUSED    PAUSED    . .          .          .          .
      RESUME        PAUSED     CONFIRMED CONFIRMED . .          .          .          .
      LAPSE         CONFIRMED  .         .         . .          .          PAUSED     .
      RECONFIRM     CONFIRMED  CONFIRMED CONFIRMED . .          .          .          .
      RECONFIRM     PAUSED     CONFIRMED CONFIRMED . .          .          .          .
      SUSPEND       CONFIRMED  .         .         . .          .          .          SUSPENDED
      SUSPEND       PAUSED     .         .         . .          .          .          SUSPENDED
      REINSTATE     SUSPENDED  .         .         . .          .          .          PAUSED
      REINSTATE     RETURNED   .         .         . .          .          .          SUBMITTED
      ARCHIVE       DRAFT      ARCHIVED  .         . ARCHIVED   ARCHIVED   ARCHIVED   .
      ARCHIVE       SUBMITTED  ARCHIVED  .         . ARCHIVED   ARCHIVED   ARCHIVED   .
      ARCHIVE       RETURNED   ARCHIVED  .         . ARCHIVED   ARCHIVED   ARCHIVED   .
      ARCHIVE       CONFIRMED  ARCHIVED  .         . .          .          .          .
      ARCHIVE       PAUSED     ARCHIVED  .         . .          .          .          .
      ARCHIVE       SUSPENDED  .         .         . .          ARCHIVED   .          .
      """;

  private static final Standing[] ORDER = {
    Standing.OWNER,
    Standing.EDITOR,
    Standing.VIEWER,
    Standing.ASSOCIATION,
    Standing.SECRETARIAT,
    Standing.SERVICE,
    Standing.DECISION
  };

  @Test
  void everyStepFromEveryStatusByEverybodyIsAsInTheTable() {
    Map<String, String> expected = table();
    for (ProfileAction action : ProfileAction.values()) {
      for (ProfileStatus from : ProfileStatus.values()) {
        for (Standing standing : Standing.values()) {
          String cell = action + " " + from + " " + standing;
          assertEquals(
              expected.getOrDefault(cell, "."), outcome(action, from, Set.of(standing)), cell);
          assertEquals(
              !".".equals(expected.getOrDefault(cell, ".")),
              ProfileLifecycle.allows(action, fresh(from), Set.of(standing)),
              cell);
        }
      }
    }
  }

  @Test
  void aStrangerTakesNoStepAtAll() {
    for (ProfileAction action : ProfileAction.values()) {
      for (ProfileStatus from : ProfileStatus.values()) {
        assertThrows(
            DomainException.Forbidden.class,
            () -> ProfileLifecycle.step(action, fresh(from), Set.of()));
      }
    }
  }

  @Test
  void whoeverIsAMemberNeverReviewsHerOwnAuthority() {
    for (Standing member : EnumSet.of(Standing.OWNER, Standing.EDITOR, Standing.VIEWER)) {
      Set<Standing> both =
          EnumSet.of(member, Standing.ASSOCIATION, Standing.SECRETARIAT, Standing.DECISION);
      for (ProfileAction action :
          EnumSet.of(
              ProfileAction.CONFIRM,
              ProfileAction.RETURN,
              ProfileAction.SUSPEND,
              ProfileAction.REINSTATE)) {
        assertThrows(
            DomainException.Forbidden.class,
            () -> ProfileLifecycle.step(action, fresh(ProfileStatus.SUBMITTED), both));
      }
    }
  }

  @Test
  void aReviewerWhoIsAlsoAnEditorCorrectsTheNameWithoutSendingItBackToTheQueue() {
    assertEquals(
        ProfileStatus.CONFIRMED,
        ProfileLifecycle.step(
            ProfileAction.EDIT_IDENTITY,
            took(ProfileStatus.CONFIRMED),
            EnumSet.of(Standing.EDITOR, Standing.SECRETARIAT)));
  }

  @Test
  void aStepThatIsTheirsButNotNowIsAConflictAndOneThatIsNeverTheirsIsForbidden() {
    assertThrows(
        DomainException.Conflict.class,
        () ->
            ProfileLifecycle.step(
                ProfileAction.CONFIRM, fresh(ProfileStatus.DRAFT), Set.of(Standing.ASSOCIATION)));
    assertThrows(
        DomainException.Forbidden.class,
        () ->
            ProfileLifecycle.step(
                ProfileAction.CONFIRM, fresh(ProfileStatus.SUBMITTED), Set.of(Standing.OWNER)));
  }

  @Test
  void nothingLeadsOutOfTheArchive() {
    for (ProfileAction action : ProfileAction.values()) {
      assertTrue(
          java.util.Arrays.stream(Standing.values())
              .noneMatch(
                  s -> ProfileLifecycle.allows(action, fresh(ProfileStatus.ARCHIVED), Set.of(s))));
    }
  }

  @Test
  void whatIsDoneToOthersNeedsAReason() {
    assertTrue(ProfileLifecycle.needsReason(ProfileAction.RETURN, Set.of(Standing.ASSOCIATION)));
    assertTrue(ProfileLifecycle.needsReason(ProfileAction.ARCHIVE, Set.of(Standing.SECRETARIAT)));
    assertTrue(!ProfileLifecycle.needsReason(ProfileAction.ARCHIVE, Set.of(Standing.OWNER)));
    assertTrue(!ProfileLifecycle.needsReason(ProfileAction.CONFIRM, Set.of(Standing.ASSOCIATION)));
  }

  @Test
  void whatEverTookPartIsClosedByNobodyElse() {
    Set<Standing> reviewers =
        EnumSet.of(Standing.ASSOCIATION, Standing.SECRETARIAT, Standing.SERVICE);
    for (ProfileStatus status :
        EnumSet.of(ProfileStatus.DRAFT, ProfileStatus.SUBMITTED, ProfileStatus.RETURNED)) {
      assertTrue(ProfileLifecycle.allows(ProfileAction.ARCHIVE, fresh(status), reviewers));
      assertFalse(ProfileLifecycle.allows(ProfileAction.ARCHIVE, took(status), reviewers));
      assertTrue(
          ProfileLifecycle.allows(ProfileAction.ARCHIVE, took(status), Set.of(Standing.OWNER)));
    }
  }

  @Test
  void aMemberClosesItAsAMemberWhateverElseSheIs() {
    Set<Standing> both = EnumSet.of(Standing.EDITOR, Standing.SECRETARIAT);
    assertFalse(
        ProfileLifecycle.allows(ProfileAction.ARCHIVE, took(ProfileStatus.SUSPENDED), both));
    assertFalse(ProfileLifecycle.allows(ProfileAction.ARCHIVE, fresh(ProfileStatus.DRAFT), both));
    assertEquals(Set.of(Standing.EDITOR), ProfileLifecycle.acting(ProfileAction.ARCHIVE, both));
  }

  /** Never confirmed, and where it is suspended it was paused before. */
  private static ProfileState fresh(ProfileStatus status) {
    return new ProfileState(status, ProfileStatus.PAUSED, false);
  }

  private static ProfileState took(ProfileStatus status) {
    return new ProfileState(status, null, true);
  }

  private static String outcome(ProfileAction action, ProfileStatus from, Set<Standing> standings) {
    try {
      return ProfileLifecycle.step(action, fresh(from), standings).name();
    } catch (DomainException.Forbidden | DomainException.Conflict e) {
      return ".";
    }
  }

  private static Map<String, String> table() {
    Map<String, String> cells = new HashMap<>();
    TABLE
        .lines()
        .map(line -> line.trim().split(" +", -1))
        .forEach(
            row -> {
              for (int i = 0; i < ORDER.length; i++) {
                cells.put(row[0] + " " + row[1] + " " + ORDER[i], row[i + 2]);
              }
            });
    return cells;
  }
}
