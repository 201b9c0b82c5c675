package eu.bridgehall.profiles.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileRulesTest {
  private static final ProfileContent EMPTY = content(List.of(), List.of(), List.of());

  @Test
  void thePointsOfAllFieldsAddUpToAHundred() {
    assertEquals(
        ProfileCompleteness.FULL,
        ProfileCompleteness.items(EMPTY).stream().mapToInt(ProfileCompleteness.Item::points).sum());
    assertEquals(0, ProfileCompleteness.score(EMPTY));
  }

  @Test
  void anEmptyProfileLacksWhatCannotBeLeftOut() {
    assertEquals(
        List.of("needs", "cooperationTypes", "languages", "texts", "contact.mailbox"),
        ProfileCompleteness.missing(EMPTY));
  }

  @Test
  void oneThemeIsEnoughToBeSubmittedAndASummaryInEnglishCountsMore() {
    ProfileContent ukrainian =
        content(
            List.of(new ThemeLine("water", null)),
            List.of("uk"),
            List.of(new ProfileText(ProfileText.SUMMARY, "uk", "Громада над річкою.")));
    ProfileContent english =
        content(
            List.of(new ThemeLine("water", null)),
            List.of("uk"),
            List.of(new ProfileText(ProfileText.SUMMARY, "en", "A community by the river.")));
    assertEquals(
        List.of("cooperationTypes", "contact.mailbox"), ProfileCompleteness.missing(ukrainian));
    assertEquals(15 + 10 + 8, ProfileCompleteness.score(ukrainian));
    assertEquals(15 + 10 + 8 + 5, ProfileCompleteness.score(english));
  }

  @Test
  void theMailDomainIsComparedWithTheSiteOfTheAuthority() {
    assertEquals(MailDomainHint.SAME, MailDomainHint.of("Lyon.FR", "https://www.lyon.fr/mairie"));
    assertEquals(MailDomainHint.BELOW, MailDomainHint.of("mail.lyon.fr", "https://lyon.fr"));
    assertEquals(MailDomainHint.OTHER, MailDomainHint.of("evil-lyon.fr", "https://lyon.fr"));
    assertEquals(MailDomainHint.OTHER, MailDomainHint.of("fr", "https://lyon.fr"));
    assertEquals(MailDomainHint.OTHER, MailDomainHint.of("gov.ua", "https://lviv.gov.ua"));
    assertEquals(MailDomainHint.FREE_MAIL, MailDomainHint.of("ukr.net", "https://ukr.net"));
    assertEquals(MailDomainHint.NO_WEBSITE, MailDomainHint.of("lyon.fr", null));
    assertEquals(MailDomainHint.NO_WEBSITE, MailDomainHint.of("lyon.fr", "not a site"));
    assertNull(MailDomainHint.host("mailto:a@b.example"));
  }

  @Test
  void strangersSeeAConfirmedPublicProfileAndNothingElse() {
    for (ProfileStatus status : ProfileStatus.values()) {
      boolean confirmed = status == ProfileStatus.CONFIRMED;
      assertEquals(
          confirmed ? ProfilePart.PUBLIC : ProfilePart.NOTHING,
          VisibleParts.of(status, true, reader(false, false, false)));
      assertEquals(
          ProfilePart.NOTHING, VisibleParts.of(status, false, reader(false, false, false)));
      assertEquals(
          confirmed ? ProfilePart.MEMBERS : ProfilePart.NOTHING,
          VisibleParts.of(status, false, reader(true, false, false)));
    }
  }

  @Test
  void thoseInTouchSeeTheContactAlsoWhileItIsPausedButNotWhileItIsSuspended() {
    for (ProfileStatus status : ProfileStatus.values()) {
      assertEquals(
          EnumSet.of(ProfileStatus.CONFIRMED, ProfileStatus.PAUSED).contains(status)
              ? ProfilePart.CONTACT
              : ProfilePart.NOTHING,
          VisibleParts.of(status, false, reader(true, true, false)));
    }
  }

  @Test
  void whoeverIsShutOutSeesWhatAnybodySees() {
    assertEquals(
        ProfilePart.PUBLIC,
        VisibleParts.of(ProfileStatus.CONFIRMED, true, reader(true, true, true)));
    assertEquals(
        ProfilePart.NOTHING,
        VisibleParts.of(ProfileStatus.CONFIRMED, false, reader(true, true, true)));
  }

  @Test
  void itsMembersItsAssociationAndTheSecretariatSeeEverythingInEveryStatus() {
    for (ProfileStatus status : ProfileStatus.values()) {
      for (Standing standing : Standing.values()) {
        assertEquals(
            ProfilePart.ALL,
            VisibleParts.of(
                status, false, new VisibleParts.Reader(Set.of(standing), false, false, false)));
      }
    }
  }

  @Test
  void aPlaceIsTheSeatOfOneAuthorityOfEachTier() {
    assertEquals(AuthorityTier.LOCAL, AuthorityTier.of("municipality"));
    assertEquals(AuthorityTier.LOCAL, AuthorityTier.of("hromada"));
    assertEquals(AuthorityTier.COUNTY, AuthorityTier.of("county"));
    assertEquals(AuthorityTier.REGION, AuthorityTier.of("region"));
    assertTrue(ProfilePart.ALL.includes(ProfilePart.CONTACT));
  }

  private static VisibleParts.Reader reader(boolean takesPart, boolean inTouch, boolean shutOut) {
    return new VisibleParts.Reader(Set.of(), takesPart, inTouch, shutOut);
  }

  private static ProfileContent content(
      List<ThemeLine> needs, List<String> languages, List<ProfileText> texts) {
    return new ProfileContent(
        "municipality",
        "Lyon",
        List.of(),
        false,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        null,
        needs,
        List.of(),
        List.of(),
        List.of(),
        languages,
        PartnerWishes.NONE,
        texts,
        List.of(),
        List.of(),
        Contact.NONE,
        null,
        null,
        false,
        false);
  }
}
