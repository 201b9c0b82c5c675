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
import eu.bridgehall.profiles.model.ClaimKind;
import eu.bridgehall.profiles.model.ClaimState;
import eu.bridgehall.profiles.model.ProfileStatus;
import eu.bridgehall.profiles.model.Standing;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private final ProfileVisibility visibility;
  private final Memberships memberships;
  private final People people;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Claims(
      ClaimRepository claims,
      ProfileRepository profiles,
      ProfileVisibility visibility,
      Memberships memberships,
      People people,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.claims = claims;
    this.profiles = profiles;
    this.visibility = visibility;
    this.memberships = memberships;
    this.people = people;
    this.audit = audit;
    this.outbox = outbox;
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
    Profile profile =
        Optional.ofNullable(authority)
            .flatMap(profiles::find)
            .filter(p -> p.status() != ProfileStatus.ARCHIVED)
            .orElseThrow(() -> new NotFound("profiles.notFound"));
    if (memberships.findRole(profile.id(), person).isPresent()) {
      throw new Conflict("profiles.placeYours", Map.of("authority", profile.id().toString()));
    }
    if (claims.countOpen(person) >= MAX_OPEN) {
      throw new Conflict("profiles.claim.tooMany", Map.of("max", MAX_OPEN));
    }
    UUID id = Ids.next();
    if (!claims.add(id, profile.id(), person, kind, message, now())) {
      throw new Conflict("profiles.claim.open");
    }
    audit.record(actor, "profile.claim", profile.id(), Map.of("claim", id, "kind", kind.id()));
    outbox.publish(new PlaceClaimed(profile.id(), id, kind == ClaimKind.DISPUTE));
    return show(List.of(claims.lock(id).orElseThrow())).getFirst();
  }

  /**
   * The claims that the actor has made or can decide, the oldest first.
   *
   * @param state id of a state; null for all
   */
  @Transactional
  public Page<Claim> list(Actor actor, @Nullable String state, PageRequest page) {
    ClaimState wanted = state == null ? null : FieldChecks.chosen("state", state, ClaimState.class);
    Collection<String> countries = actor.isSecretariat() ? null : visibility.overseen(actor);
    ClaimRepository.Scope scope =
        new ClaimRepository.Scope(actor.person(), owned(actor), countries);
    return Page.at(
        page.offset(),
        show(claims.list(scope, wanted, page.offset(), page.limit())),
        claims.count(scope, wanted));
  }

  /**
   * Grants or refuses. Who joins becomes an editor; who wins a dispute becomes an owner.
   *
   * @throws NotFound where the claim is not the actor's to see
   * @throws Forbidden where it is hers to see and not to decide
   * @throws Conflict where it is decided
   */
  @Transactional
  public Claim decide(Actor actor, UUID id, ClaimDecision decision) {
    UUID person = actor.person();
    ClaimRepository.Row claim =
        claims.lock(id).orElseThrow(() -> new NotFound("profiles.claim.notFound"));
    permit(actor, claim);
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
    claims.decide(id, grant, person, reason, now());
    if (grant) {
      admit(actor, claim, removes);
    }
    audit.record(
        actor,
        grant ? "profile.claimGrant" : "profile.claimRefuse",
        claim.profile(),
        Map.of("claim", id, "claimant", claim.claimant(), "removeOthers", removes));
    outbox.publish(new PlaceClaimDecided(claim.profile(), id, claim.claimant(), grant));
    return show(List.of(claims.lock(id).orElseThrow())).getFirst();
  }

  private void admit(Actor actor, ClaimRepository.Row claim, boolean removeOthers) {
    List<Member> before = memberships.listMembers(claim.profile());
    MemberRole role = claim.dispute() ? MemberRole.OWNER : MemberRole.EDITOR;
    boolean hasMore =
        before.stream()
            .anyMatch(m -> m.personId().equals(claim.claimant()) && m.role().includes(role));
    if (!hasMore) {
      memberships.put(actor, claim.profile(), claim.claimant(), role);
    }
    if (removeOthers) {
      before.stream()
          .map(Member::personId)
          .filter(p -> !p.equals(claim.claimant()))
          .forEach(p -> memberships.remove(actor, claim.profile(), p));
    }
  }

  /** Nobody decides her own claim, and no member a dispute about her own authority. */
  private void permit(Actor actor, ClaimRepository.Row claim) {
    Set<Standing> standings =
        Standing.of(actor, claim.profile(), visibility.servedBy(claim.country()));
    boolean own = claim.claimant().equals(actor.personId());
    boolean reviewer =
        standings.contains(Standing.ASSOCIATION) || standings.contains(Standing.SECRETARIAT);
    boolean owner = standings.contains(Standing.OWNER);
    if (!own && !reviewer && !(owner && !claim.dispute())) {
      throw new NotFound("profiles.claim.notFound");
    }
    boolean member = standings.stream().anyMatch(Standing::isMember);
    boolean may = claim.dispute() ? reviewer && !member : reviewer || owner;
    if (own || !may) {
      throw new Forbidden("profiles.claim.forbidden");
    }
  }

  private static Set<UUID> owned(Actor actor) {
    return actor.authorities().entrySet().stream()
        .filter(e -> e.getValue() == MemberRole.OWNER)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private List<Claim> show(List<ClaimRepository.Row> rows) {
    Map<UUID, Person> claimants =
        people.findAll(rows.stream().map(ClaimRepository.Row::claimant).distinct().toList());
    return rows.stream().map(r -> show(r, claimants.get(r.claimant()))).toList();
  }

  private static Claim show(ClaimRepository.Row r, @Nullable Person claimant) {
    return new Claim(
        r.id(),
        r.profile(),
        r.officialName(),
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
