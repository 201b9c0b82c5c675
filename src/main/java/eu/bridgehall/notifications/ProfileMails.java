package eu.bridgehall.notifications;

import eu.bridgehall.kernel.DomainEvent;
import eu.bridgehall.moderation.Decisions;
import eu.bridgehall.platform.outbox.OutboxConsumer;
import eu.bridgehall.platform.outbox.StoredEvent;
import eu.bridgehall.profiles.PlaceClaimDecided;
import eu.bridgehall.profiles.PlaceClaimed;
import eu.bridgehall.profiles.ProfileArchived;
import eu.bridgehall.profiles.ProfileConfirmed;
import eu.bridgehall.profiles.ProfileDirectory;
import eu.bridgehall.profiles.ProfileLapsed;
import eu.bridgehall.profiles.ProfileReinstated;
import eu.bridgehall.profiles.ProfileReturned;
import eu.bridgehall.profiles.ProfileSubmitted;
import eu.bridgehall.profiles.ReconfirmationDue;
import eu.bridgehall.profiles.model.ProfileStatus;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The notices about profiles and claims: to those who decide when something waits for them, and to
 * those whom a decision concerns. The reasons that somebody wrote are read on the page, behind the
 * link.
 */
@Singleton
class ProfileMails implements OutboxConsumer {
  /** What is told to those who act for the authority, and as which notice. */
  private static final Map<Class<? extends DomainEvent>, String> TO_MEMBERS =
      Map.of(
          ProfileConfirmed.class, "profile-confirmed",
          ProfileReturned.class, "profile-returned",
          ProfileReinstated.class, "profile-reinstated",
          ProfileArchived.class, "profile-archived",
          ReconfirmationDue.class, "reconfirmation-due",
          ProfileLapsed.class, "profile-lapsed");

  private final Readers readers;
  private final ProfileDirectory profiles;
  private final Decisions decisions;
  private final Notices notices;

  ProfileMails(Readers readers, ProfileDirectory profiles, Decisions decisions, Notices notices) {
    this.readers = readers;
    this.profiles = profiles;
    this.decisions = decisions;
    this.notices = notices;
  }

  @Override
  public String name() {
    return "profile-mails";
  }

  @Override
  public Set<Class<? extends DomainEvent>> events() {
    return Set.of(
        ProfileSubmitted.class,
        ProfileConfirmed.class,
        ProfileReturned.class,
        ProfileReinstated.class,
        ProfileArchived.class,
        ReconfirmationDue.class,
        ProfileLapsed.class,
        PlaceClaimed.class,
        PlaceClaimDecided.class);
  }

  @Override
  public void handle(StoredEvent event) {
    UUID authority = event.subject();
    if (event.is(ProfileSubmitted.class)) {
      // what is decided by now waits for nobody
      if (profiles.get(authority).status() == ProfileStatus.SUBMITTED) {
        tell(
            event,
            "profile-submitted",
            reviewers(authority),
            authority,
            "/review/profiles/" + authority);
      }
    } else if (event.is(PlaceClaimed.class)) {
      PlaceClaimed e = event.as(PlaceClaimed.class);
      String kind = e.dispute() ? "claim-disputed" : "claim-to-join";
      tell(event, kind, deciders(e), e.claim(), "/review/claims/" + e.claim());
    } else if (event.is(PlaceClaimDecided.class)) {
      PlaceClaimDecided e = event.as(PlaceClaimDecided.class);
      String kind = e.granted() ? "claim-granted" : "claim-refused";
      tell(event, kind, readers.listActive(List.of(e.claimant())), e.claim(), "/claims");
      tell(
          event,
          "claim-removed",
          readers.listActive(e.removed()),
          e.claim(),
          "/authorities/" + authority);
    } else if (!isToldAsDecision(event)) {
      TO_MEMBERS.forEach(
          (type, kind) -> {
            if (event.is(type)) {
              tell(event, kind, readers.acting(authority), authority, page(type, authority));
            }
          });
    }
  }

  /** Whether a decision of the secretariat has led to the step, of which its own notice tells. */
  private boolean isToldAsDecision(StoredEvent event) {
    return event.is(ProfileReturned.class)
        && decisions.tellsOf(event.subject(), event.as(ProfileReturned.class).version());
  }

  /** Owners let a colleague in; where there is none the reviewers do. */
  private Collection<Recipient> deciders(PlaceClaimed claimed) {
    Collection<Recipient> owners =
        claimed.dispute() ? List.of() : readers.owning(claimed.subject());
    return owners.isEmpty() ? reviewers(claimed.subject()) : owners;
  }

  private Collection<Recipient> reviewers(UUID authority) {
    return readers.reviewing(profiles.get(authority).country(), authority, authority);
  }

  /** A confirmed profile is shown as others see it; all else leads to where it is mended. */
  private static String page(Class<? extends DomainEvent> type, UUID authority) {
    String page = "/authorities/" + authority;
    return type == ProfileConfirmed.class ? page : page + "/manage";
  }

  private void tell(
      StoredEvent event, String kind, Collection<Recipient> to, UUID subject, String path) {
    Map<String, String> facts = Map.of("name", readers.name(event.subject()));
    Map<String, UUID> named = Map.of("name", event.subject());
    notices.tell(to, new NewNotice(kind, subject, event.position().number(), facts, named, path));
  }
}
