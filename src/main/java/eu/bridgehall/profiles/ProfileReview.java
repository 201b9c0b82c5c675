package eu.bridgehall.profiles;

import eu.bridgehall.accounts.Memberships;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.profiles.model.MailDomainHint;
import eu.bridgehall.profiles.model.NoteKind;
import eu.bridgehall.profiles.model.ProfileCompleteness;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.Standing;
import eu.bridgehall.reference.Countries;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lists of those who are responsible: my authorities, the queue, and what speaks for whom. */
@Singleton
public class ProfileReview {
  private static final int MAX_NOTE = 2000;

  private final ProfileRepository profiles;
  private final Profiles doors;
  private final ProfileVisibility visibility;
  private final EntitlementNotes notes;
  private final Memberships memberships;
  private final Countries countries;
  private final AuditLog audit;
  private final Clock clock;

  ProfileReview(
      ProfileRepository profiles,
      Profiles doors,
      ProfileVisibility visibility,
      EntitlementNotes notes,
      Memberships memberships,
      Countries countries,
      AuditLog audit,
      Clock clock) {
    this.profiles = profiles;
    this.doors = doors;
    this.visibility = visibility;
    this.notes = notes;
    this.memberships = memberships;
    this.countries = countries;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The authorities that the actor acts for; for an association officer those of her country, for
   * the secretariat all.
   *
   * @param country only those of this country; null for all
   * @param status only those in this status; null for all
   */
  @Transactional
  public Page<ProfileItem> listAuthorities(
      Actor actor, @Nullable String country, @Nullable String status, PageRequest page) {
    actor.person();
    if (actor.isSecretariat() || !actor.associations().isEmpty()) {
      return overseen(actor, country, status(status, null), page);
    }
    if (country != null) {
      countries.require(country, "country");
    }
    return list(
        actor,
        new ProfileRepository.Filter(
            country == null ? null : List.of(country),
            actor.authorities().keySet(),
            status(status, null)),
        page);
  }

  /**
   * The profiles that wait for the actor, the longest-waiting first.
   *
   * @param status another status than {@code submitted}
   * @throws Forbidden for those who confirm nothing, or not in that country
   */
  @Transactional
  public Page<ProfileItem> listQueue(
      Actor actor, @Nullable String country, @Nullable String status, PageRequest page) {
    actor.person();
    if (!actor.isSecretariat() && actor.associations().isEmpty()) {
      throw new Forbidden("profiles.queue.forbidden");
    }
    return overseen(actor, country, status(status, ProfileStatus.SUBMITTED), page);
  }

  /** What speaks for those who act for the authority; for those who confirm it. */
  @Transactional
  public Entitlement entitlement(Actor actor, UUID id) {
    Profile profile = getReviewed(actor, id);
    String website = profile.content().website();
    return new Entitlement(
        MailDomainHint.host(website),
        memberships.listMembers(id, MemberRole.VIEWER).stream()
            .map(m -> Entitlement.Applicant.of(m, website))
            .toList(),
        notes.list(id));
  }

  /** Adds a note of a call back or a letter; notes are never changed. */
  @Transactional
  public Entitlement.Note addNote(Actor actor, UUID id, NoteRequest request) {
    getReviewed(actor, id);
    FieldChecks checks = new FieldChecks();
    NoteKind given = checks.choice("kind", request.kind(), NoteKind.class);
    String text = checks.text("text", request.text(), MAX_NOTE);
    checks.done();
    NoteKind kind = Objects.requireNonNull(given);
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Entitlement.Note note = new Entitlement.Note(Ids.next(), actor.person(), now, kind.id(), text);
    notes.add(id, note, kind);
    audit.record(
        actor, "profile.entitlementNote", id, Map.of("note", note.id(), "kind", kind.id()));
    return note;
  }

  /** The profile, for those who confirm it and are not its members. */
  private Profile getReviewed(Actor actor, UUID id) {
    Profile profile = doors.getWhole(actor, id);
    Set<Standing> standings = visibility.standings(actor, profile);
    if (standings.stream().anyMatch(Standing::isMember)
        || !(standings.contains(Standing.ASSOCIATION)
            || standings.contains(Standing.SECRETARIAT))) {
      throw new Forbidden("profiles.queue.forbidden");
    }
    return profile;
  }

  private Page<ProfileItem> overseen(
      Actor actor, @Nullable String country, @Nullable ProfileStatus status, PageRequest page) {
    Set<String> own = visibility.overseen(actor);
    if (country != null) {
      countries.require(country, "country");
      if (!actor.isSecretariat() && !own.contains(country)) {
        throw new Forbidden("profiles.queue.forbidden");
      }
    }
    Collection<String> among =
        country != null ? List.of(country) : actor.isSecretariat() ? null : own;
    return list(actor, new ProfileRepository.Filter(among, null, status), page);
  }

  private Page<ProfileItem> list(Actor actor, ProfileRepository.Filter filter, PageRequest page) {
    return Page.at(
        page.offset(),
        profiles.list(filter, page.offset(), page.limit()).stream()
            .map(p -> item(actor, p))
            .toList(),
        profiles.count(filter));
  }

  private static ProfileItem item(Actor actor, Profile p) {
    MemberRole role = actor.authorities().get(p.id());
    return new ProfileItem(
        p.id(),
        p.version(),
        p.status().id(),
        p.name(),
        p.type(),
        p.country(),
        p.placeId(),
        p.demo(),
        role == null ? null : role.id(),
        ProfileCompleteness.score(p.content()),
        p.changedAt(),
        p.submittedAt(),
        p.reconfirmDue());
  }

  private static @Nullable ProfileStatus status(
      @Nullable String id, @Nullable ProfileStatus otherwise) {
    return id == null ? otherwise : FieldChecks.chosen("status", id, ProfileStatus.class);
  }
}
