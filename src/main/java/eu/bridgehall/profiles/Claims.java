package eu.bridgehall.profiles;

import eu.bridgehall.accounts.Member;
import eu.bridgehall.accounts.Memberships;
import eu.bridgehall.accounts.People;
import eu.bridgehall.accounts.Person;
import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException.Conflict;
import eu.bridgehall.kernel.DomainException.Forbidden;
import eu.bridgehall.kernel.DomainException.NotFound;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.platform.waiting.DecisionGuard;
import eu.bridgehall.platform.waiting.WaitingKind;
import eu.bridgehall.profiles.model.ClaimKind;
import eu.bridgehall.profiles.model.ClaimState;
import eu.bridgehall.profiles.model.MailDomainHint;
import eu.bridgehall.profiles.model.ProfileStatus;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way on for somebody whose authority others have registered: to ask its owners, or to have the
 * association or the secretariat decide who is entitled, which is also the way where the last owner
 * is gone.
 */
@Singleton
public class Claims {
  private static final int MAX_MESSAGE = 2000;
  private static final int MAX_OPEN = 5;

  private final ClaimRepository claims;
  private final ProfileRepository profiles;
  private final ClaimAccess access;
  private final EntitlementNotes notes;
  private final HolderNames names;
  private final Memberships memberships;
  private final People people;
  private final AuditLog audit;
  private final Outbox outbox;
  private final @Nullable DecisionGuard guard;
  private final Clock clock;

  Claims(
      ClaimRepository claims,
      ProfileRepository profiles,
      ClaimAccess access,
      EntitlementNotes notes,
      HolderNames names,
      Memberships memberships,
      People people,
      AuditLog audit,
      Outbox outbox,
      @Nullable DecisionGuard guard,
      Clock clock) {
    this.claims = claims;
    this.profiles = profiles;
    this.access = access;
    this.notes = notes;
    this.names = names;
    this.memberships = memberships;
    this.people = people;
    this.audit = audit;
    this.outbox = outbox;
    this.guard = guard;
    this.clock = clock;
  }

  /**
   * Claims an authority. That it is registered is known to whoever was refused its place.
   *
   * @throws Conflict where the person is a member, or has an open claim there or too many elsewhere
   */
  @Transactional
  public Claim claim(Actor actor, ClaimRequest request) {
    UUID person = actor.person();
    FieldChecks checks = new FieldChecks();
    UUID authority = checks.present("authority", request.authority());
    ClaimKind given = checks.choice("kind", request.kind(), ClaimKind.class);
    String message = checks.text("message", request.message(), MAX_MESSAGE);
    checks.done();
    ClaimKind kind = Objects.requireNonNull(given);
    Profile profile = getClaimable(person, Objects.requireNonNull(authority));
    if (claims.countOpen(person) >= MAX_OPEN) {
      throw new Conflict("profiles.claim.tooMany", Map.of("max", MAX_OPEN));
    }
    UUID id = Ids.next();
    if (!claims.add(id, profile.id(), person, kind, message, now())) {
      throw new Conflict("profiles.claim.open");
    }
    audit.record(actor, "profile.claim", profile.id(), Map.of("claim", id, "kind", kind.id()));
    outbox.publish(new PlaceClaimed(profile.id(), id, kind == ClaimKind.DISPUTE));
    return show(actor, List.of(claims.lock(id).orElseThrow())).getFirst();
  }

  /**
   * What a claim would be on, for the form that makes it.
   *
   * @throws NotFound where there is no such authority, or it is closed
   * @throws Conflict where the person is a member
   */
  @Transactional
  public ClaimTarget target(Actor actor, UUID authority) {
    Profile profile = getClaimable(actor.person(), authority);
    return new ClaimTarget(profile.id(), names.of(actor, profile.id()), profile.country());
  }

  private Profile getClaimable(UUID person, UUID authority) {
    Profile profile =
        profiles
            .find(authority)
            .filter(p -> p.status() != ProfileStatus.ARCHIVED)
            .orElseThrow(() -> new NotFound("profiles.notFound"));
    if (memberships.findRole(profile.id(), person).isPresent()) {
      throw new Conflict("profiles.placeYours", Map.of("authority", profile.id().toString()));
    }
    return profile;
  }

  /** The claims that the actor has made, the oldest first. */
  @Transactional
  public Page<Claim> listOwn(Actor actor, PageRequest page) {
    return list(actor, new ClaimRepository.Scope(actor.person(), List.of(), List.of()), null, page);
  }

  /**
   * The open claims that the actor can decide, the oldest first.
   *
   * @throws Forbidden for those who decide no claims at all
   */
  @Transactional
  public Page<Claim> listWaiting(Actor actor, PageRequest page) {
    ClaimRepository.Decider decider = access.decider(actor);
    if (decider.isNobody()) {
      throw new Forbidden("profiles.claim.forbidden");
    }
    return Page.at(
        page.offset(),
        show(actor, claims.listWaiting(decider, page.offset(), page.limit())),
        claims.countWaiting(decider));
  }

  /** How many claims wait for the actor; none for those who decide no claims at all. */
  @Transactional
  public long countWaiting(Actor actor) {
    return claims.countWaiting(access.decider(actor));
  }

  /**
   * A claim with what speaks for it, for those who decide it; also when it is decided.
   *
   * @throws NotFound where the claim is not the actor's to see
   * @throws Forbidden where it is hers to see and not to decide
   */
  @Transactional
  public ClaimCase getCase(Actor actor, UUID id) {
    ClaimRepository.Row claim =
        claims.find(id).orElseThrow(() -> new NotFound("profiles.claim.notFound"));
    access.requireDecides(actor, claim);
    Claim shown = show(actor, List.of(claim)).getFirst();
    String website =
        profiles
            .find(claim.profile())
            .orElseThrow(() -> new NotFound("profiles.notFound"))
            .content()
            .website();
    boolean reviewed = access.reviews(actor, claim);
    return new ClaimCase(
        shown,
        MailDomainHint.of(shown.mailDomain(), website).id(),
        MailDomainHint.host(website),
        memberships.listMembers(claim.profile()).stream()
            .map(m -> Entitlement.Applicant.of(m, website))
            .toList(),
        reviewed,
        reviewed ? notes.list(claim.profile()) : List.of());
  }

  /**
   * The claims that the actor has made or can decide, the oldest first.
   *
   * @param state id of a state; null for all
   */
  @Transactional
  public Page<Claim> list(Actor actor, @Nullable String state, PageRequest page) {
    ClaimState wanted = state == null ? null : FieldChecks.chosen("state", state, ClaimState.class);
    return list(
        actor,
        new ClaimRepository.Scope(
            actor.person(), ClaimAccess.owned(actor), access.countries(actor)),
        wanted,
        page);
  }

  private Page<Claim> list(
      Actor actor, ClaimRepository.Scope scope, @Nullable ClaimState wanted, PageRequest page) {
    return Page.at(
        page.offset(),
        show(actor, claims.list(scope, wanted, page.offset(), page.limit())),
        claims.count(scope, wanted));
  }

  /**
   * Grants or refuses. Who joins becomes an editor; who wins a dispute becomes an owner.
   *
   * @throws NotFound where the claim is not the actor's to see
   * @throws Forbidden where it is hers to see and not to decide
   * @throws Conflict where it is decided, or somebody else has taken on the decision
   */
  @Transactional
  public Claim decide(Actor actor, UUID id, ClaimDecision decision) {
    UUID person = actor.person();
    // the claimant before the claim, in the order in which an account is closed
    claims.find(id).ifPresent(c -> memberships.hold(c.claimant()));
    ClaimRepository.Row claim =
        claims.lock(id).orElseThrow(() -> new NotFound("profiles.claim.notFound"));
    access.requireDecides(actor, claim);
    boolean grant = Boolean.TRUE.equals(decision.grant());
    boolean removes = Boolean.TRUE.equals(decision.removeOthers());
    FieldChecks checks = new FieldChecks();
    checks.present("grant", decision.grant());
    String reason =
        grant && !claim.dispute()
            ? checks.optionalText("reason", decision.reason(), MAX_MESSAGE)
            : checks.text("reason", decision.reason(), MAX_MESSAGE);
    checks.require(
        !removes || (grant && claim.dispute()), "removeOthers", "profiles.claim.removeOthers");
    checks.done();
    if (claim.state() != ClaimState.OPEN) {
      throw new Conflict("profiles.claim.decided");
    }
    if (guard != null) {
      guard.deciding(actor, claim.dispute() ? WaitingKind.DISPUTE : WaitingKind.CLAIM, id);
    }
    claims.decide(id, grant, person, reason, now());
    List<UUID> removed = grant ? admit(actor, claim, removes) : List.of();
    audit.record(
        actor,
        grant ? "profile.claimGrant" : "profile.claimRefuse",
        claim.profile(),
        Map.of("claim", id, "claimant", claim.claimant(), "removeOthers", removes));
    outbox.publish(new PlaceClaimDecided(claim.profile(), id, claim.claimant(), grant, removed));
    return show(actor, List.of(claims.lock(id).orElseThrow())).getFirst();
  }

  /** Gives those who are members no more. */
  private List<UUID> admit(Actor actor, ClaimRepository.Row claim, boolean removeOthers) {
    List<Member> before = memberships.listMembers(claim.profile());
    MemberRole role = claim.dispute() ? MemberRole.OWNER : MemberRole.EDITOR;
    boolean hasMore =
        before.stream()
            .anyMatch(m -> m.personId().equals(claim.claimant()) && m.role().includes(role));
    if (!hasMore) {
      memberships.put(actor, claim.profile(), claim.claimant(), role);
    }
    List<UUID> removed =
        before.stream()
            .map(Member::personId)
            .filter(p -> removeOthers && !p.equals(claim.claimant()))
            .toList();
    removed.forEach(p -> memberships.remove(actor, claim.profile(), p));
    return removed;
  }

  private List<Claim> show(Actor actor, List<ClaimRepository.Row> rows) {
    Map<UUID, String> called =
        names.of(actor, rows.stream().map(ClaimRepository.Row::profile).distinct().toList());
    Map<UUID, Person> claimants =
        people.findAll(rows.stream().map(ClaimRepository.Row::claimant).distinct().toList());
    return rows.stream()
        .map(
            r ->
                show(
                    r,
                    Objects.requireNonNull(called.get(r.profile())),
                    claimants.get(r.claimant())))
        .toList();
  }

  private static Claim show(ClaimRepository.Row r, String called, @Nullable Person claimant) {
    return new Claim(
        r.id(),
        r.profile(),
        called,
        r.country(),
        r.claimant(),
        claimant == null ? "" : claimant.name(),
        claimant == null ? "" : claimant.emailDomain(),
        r.kind().id(),
        r.message(),
        r.at(),
        r.state().id(),
        r.decidedAt(),
        r.reason());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
