package eu.bridgehall.profiles;

import eu.bridgehall.platform.retention.Retained;
import eu.bridgehall.platform.retention.RetentionSettings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** How long is kept what profiles hold of people: claims, who took a step, contacts, notes. */
@Factory
class ProfileRetention {
  private final RetentionSettings settings;

  ProfileRetention(RetentionSettings settings) {
    this.settings = settings;
  }

  @Singleton
  Retained claims() {
    return new Retained(
        "claims", settings.claims(), "delete from place_claim where decided_at < ?");
  }

  /** The step itself stays: it says what became of the profile, and of no person. */
  @Singleton
  Retained steps() {
    return new Retained(
        "profile-steps",
        settings.profileSteps(),
        """
        update profile_change set person_id = null, text = null
         where at < ? and (person_id is not null or text is not null)
        """);
  }

  /** Nothing moves a profile that was archived: its last change is that. */
  @Singleton
  Retained archived() {
    return new Retained(
        "archived-profiles",
        settings.archivedProfiles(),
        """
        with over as (
          select id from authority_profile where status = 'ARCHIVED' and changed_at < ?),
        notes as (
          delete from entitlement_note where profile in (select id from over))
        delete from profile_contact where profile in (select id from over)
        """);
  }
}
