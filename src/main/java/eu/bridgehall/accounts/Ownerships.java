package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import eu.bridgehall.platform.waiting.DecisionGuard;
import eu.bridgehall.platform.waiting.WaitingKind;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an authority comes to another owner: an owner offers her place to a member who accepts, to
 * another owner at once; where the last one is gone a member asks for it, and the association of
 * the country or the secretariat decides, or appoints somebody unasked. While an owner is there who
 * can sign in, nobody is appointed, and a request is granted by others only after she has had the
 * time to refuse it.
 */
@Singleton
public class Ownerships {
  private static final int LONGEST = 1000;
  private static final String OVER = "members.ownership.over";
  private static final String NOT_FOUND = "members.ownership.notFound";

  private final OwnershipRepository changes;
  private final Memberships memberships;
  private final Organisations organisations;
  private final OwnershipSettings settings;
  private final @Nullable DecisionGuard guard;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Ownerships(
      OwnershipRepository changes,
      Memberships memberships,
      Organisations organisations,
      OwnershipSettings settings,
      @Nullable DecisionGuard guard,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.changes = changes;
    this.memberships = memberships;
    this.organisations = organisations;
    this.settings = settings;
    this.guard = guard;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What is open in an authority, the oldest first; for who reads its members. */
  @Transactional
  public List<OwnershipChange> list(Actor actor, UUID authorityId) {
    AccountPermissions.readMembers(actor, organisations.getAuthority(authorityId));
    return changes.list(authorityId);
  }

  /**
   * The requests that wait for a decision, the oldest first; for the secretariat and associations.
   */
  @Transactional
  public Page<OwnershipChange> listRequests(Actor actor, PageRequest page) {
    var countries = OwnershipAccess.countries(actor);
    return Page.at(
        page.offset(), changes.listRequests(countries, page), changes.countRequests(countries));
  }

  /** Whether the actor may make somebody owner unasked. */
  @Transactional
  public boolean mayAppoint(Actor actor, UUID authorityId) {
    return OwnershipAccess.mayAppoint(actor, organisations.getAuthority(authorityId));
  }

  /** Whether the authority has an owner who can sign in. */
  @Transactional
  public boolean hasOwner(UUID authorityId) {
    return memberships.hasOwner(authorityId);
  }

  /** Whether the actor may ask to be made owner. */
  @Transactional
  public boolean mayAsk(Actor actor, UUID authorityId) {
    return OwnershipAccess.mayAsk(actor, organisations.getAuthority(authorityId));
  }

  /**
   * An owner hands over: to another owner at once, to another member once she accepts.
   *
   * @param keeps id of the role that the giver has then: editor or viewer
   * @return whether it is done
   * @throws DomainException.Invalid where the taker is no other member, or the role is none of
   *     these
   * @throws DomainException.Conflict where the giver has offered already
   */
  @Transactional
  public boolean offer(
      Actor actor, UUID authorityId, @Nullable UUID taker, @Nullable String keeps) {
    Organisation authority = organisations.getAuthority(authorityId);
    OwnershipAccess.offer(actor, authority);
    FieldChecks checks = new FieldChecks();
    UUID to = member(checks, "to", authorityId, taker);
    checks.require(!actor.person().equals(to), "to", "members.ownership.self");
    MemberRole role = checks.choice("keeps", keeps, MemberRole.class);
    checks.require(role != MemberRole.OWNER, "keeps", "members.ownership.keeps");
    checks.done();
    if (to == null || role == null) {
      throw new IllegalStateException("The checks have refused");
    }
    if (memberships.findRole(authorityId, to).filter(MemberRole.OWNER::equals).isPresent()) {
      memberships.put(actor, authorityId, actor.person(), role);
      tell(actor, authorityId, Ids.next(), OwnershipStep.TAKEN, to, actor.person());
      return true;
    }
    UUID id = Ids.next();
    Instant now = now();
    changes.endStale(authorityId, now);
    Instant end = now.plus(settings.offerLifetime());
    if (!changes.add(id, authorityId, actor.person(), role, to, null, now, end)) {
      throw new DomainException.Conflict("members.ownership.offered");
    }
    tell(actor, authorityId, id, OwnershipStep.OFFERED, to, actor.person());
    return false;
  }

  /**
   * The member to whom it was offered accepts.
   *
   * @throws DomainException.Forbidden where it was offered to another
   * @throws DomainException.Conflict where it is over
   */
  @Transactional
  public void accept(Actor actor, UUID authorityId, UUID id) {
    OwnershipChange offer = offerTo(actor, authorityId, id);
    UUID giver = offer.giver();
    MemberRole keeps = offer.keeps();
    if (giver == null || keeps == null) {
      throw new IllegalStateException("It is no offer");
    }
    hold(offer.taker(), giver);
    close(offer, "TAKEN", actor, null);
    memberships.put(actor, authorityId, offer.taker(), MemberRole.OWNER);
    memberships.put(actor, authorityId, giver, keeps);
    tell(actor, authorityId, id, OwnershipStep.TAKEN, offer.taker(), giver);
  }

  /** The member to whom it was offered declines; refuses as {@link #accept} does. */
  @Transactional
  public void decline(Actor actor, UUID authorityId, UUID id) {
    OwnershipChange offer = offerTo(actor, authorityId, id);
    close(offer, "DECLINED", actor, null);
    tell(actor, authorityId, id, OwnershipStep.DECLINED, offer.taker(), offer.giver());
  }

  /** Who has offered or asked takes it back. */
  @Transactional
  public void withdraw(Actor actor, UUID authorityId, UUID id) {
    OwnershipChange change = get(actor, authorityId, id);
    UUID by = change.giver() == null ? change.taker() : change.giver();
    if (!by.equals(actor.personId())) {
      throw new DomainException.Forbidden("error.http.403");
    }
    close(change, "WITHDRAWN", actor, null);
    audit.record(actor, "ownership.withdraw", authorityId, Map.of("change", id));
  }

  /**
   * A member asks to be made owner, because the owner is gone. Owners are told, too: one who is
   * there can decide at once.
   *
   * @throws DomainException.Conflict where she has asked already
   */
  @Transactional
  public UUID ask(Actor actor, UUID authorityId, @Nullable String why) {
    OwnershipAccess.ask(actor, organisations.getAuthority(authorityId));
    FieldChecks checks = new FieldChecks();
    String text = checks.text("text", why, LONGEST);
    checks.done();
    UUID id = Ids.next();
    changes.endStale(authorityId, now());
    if (!changes.add(id, authorityId, null, null, actor.person(), text, now(), null)) {
      throw new DomainException.Conflict("members.ownership.asked");
    }
    tell(actor, authorityId, id, OwnershipStep.ASKED, actor.person(), null);
    return id;
  }

  /**
   * Decides about a request, with a reason.
   *
   * @throws DomainException.Conflict where it is over, another reviewer has taken it on, or an
   *     owner is there who still has time to refuse it herself
   */
  @Transactional
  public void decide(
      Actor actor, UUID authorityId, UUID id, @Nullable Boolean grant, @Nullable String why) {
    OwnershipAccess.decide(actor, organisations.getAuthority(authorityId));
    FieldChecks checks = new FieldChecks();
    checks.present("grant", grant);
    String text = checks.text("text", why, LONGEST);
    checks.done();
    OwnershipChange request = open(authorityId, id);
    if (request.isOffer()) {
      throw new DomainException.NotFound(NOT_FOUND);
    }
    boolean granted = Boolean.TRUE.equals(grant);
    if (!actor.isMember(authorityId, MemberRole.OWNER)) {
      review(actor, request, granted);
    }
    if (granted) {
      hold(request.taker());
    }
    close(request, granted ? "TAKEN" : "DECLINED", actor, text);
    if (granted) {
      memberships.put(actor, authorityId, request.taker(), MemberRole.OWNER);
    }
    OwnershipStep step = granted ? OwnershipStep.GRANTED : OwnershipStep.REFUSED;
    tell(actor, authorityId, id, step, request.taker(), null);
  }

  /** What holds for who decides without being an owner. */
  private void review(Actor actor, OwnershipChange request, boolean granted) {
    if (granted && objectionUntil(request).filter(now()::isBefore).isPresent()) {
      throw new DomainException.Conflict(
          "members.ownership.wait",
          Map.of("days", Math.ceilDiv(settings.objection().toHours(), 24)));
    }
    if (guard != null) {
      guard.deciding(actor, WaitingKind.OWNERSHIP, request.id());
    }
  }

  /**
   * Until when an owner who is there can refuse a request before anybody else grants it; empty
   * where there is none who can sign in.
   */
  @Transactional
  public Optional<Instant> objectionUntil(OwnershipChange request) {
    return memberships.hasOwnerBeside(request.authority(), request.taker())
        ? Optional.of(request.at().plus(settings.objection()))
        : Optional.empty();
  }

  /**
   * Makes a member owner unasked, with a reason.
   *
   * @param replaces whether the present owners, who cannot sign in, are editors then
   * @throws DomainException.Invalid where the person is no member
   * @throws DomainException.Conflict where an owner is there who can sign in
   */
  @Transactional
  public void appoint(
      Actor actor,
      UUID authorityId,
      @Nullable UUID person,
      @Nullable String why,
      boolean replaces) {
    OwnershipAccess.appoint(actor, organisations.getAuthority(authorityId));
    FieldChecks checks = new FieldChecks();
    UUID taker = member(checks, "person", authorityId, person);
    String text = checks.text("text", why, LONGEST);
    checks.done();
    if (taker == null) {
      throw new IllegalStateException("The checks have refused");
    }
    if (memberships.hasOwnerBeside(authorityId, taker)) {
      throw new DomainException.Conflict("members.ownership.ownerThere");
    }
    memberships.put(actor, authorityId, taker, MemberRole.OWNER);
    if (replaces) {
      memberships.listMembers(authorityId, MemberRole.OWNER).stream()
          .filter(m -> !m.personId().equals(taker))
          .forEach(m -> memberships.put(actor, authorityId, m.personId(), MemberRole.EDITOR));
    }
    UUID id = Ids.next();
    changes.addAppointment(id, authorityId, taker, actor.person(), now(), text);
    tell(actor, authorityId, id, OwnershipStep.APPOINTED, taker, null);
  }

  /**
   * A request that waits, for who decides about it.
   *
   * @throws DomainException.NotFound where there is none, or it is over
   */
  @Transactional
  public OwnershipChange getRequest(Actor actor, UUID authorityId, UUID id) {
    OwnershipAccess.decide(actor, organisations.getAuthority(authorityId));
    OwnershipChange change = open(authorityId, id);
    if (change.isOffer()) {
      throw new DomainException.NotFound(NOT_FOUND);
    }
    return change;
  }

  /**
   * As {@link #getRequest}, of whatever authority.
   *
   * @throws DomainException.NotFound where there is none, or it is over
   */
  @Transactional
  public OwnershipChange getRequest(Actor actor, UUID id) {
    OwnershipAccess.countries(actor);
    UUID authority =
        changes
            .find(id)
            .map(OwnershipChange::authority)
            .orElseThrow(() -> new DomainException.NotFound(NOT_FOUND));
    return getRequest(actor, authority, id);
  }

  /** Why it was decided so; empty where nobody said. */
  @Transactional
  public Optional<String> findReason(UUID id) {
    return changes.findReason(id);
  }

  private @Nullable UUID member(
      FieldChecks checks, String field, UUID authorityId, @Nullable UUID person) {
    if (person == null || memberships.findRole(authorityId, person).isEmpty()) {
      checks.refuse(field, "members.ownership.noMember");
      return null;
    }
    return person;
  }

  private OwnershipChange offerTo(Actor actor, UUID authorityId, UUID id) {
    OwnershipChange change = get(actor, authorityId, id);
    if (!change.isOffer() || !change.taker().equals(actor.personId())) {
      throw new DomainException.Forbidden("error.http.403");
    }
    return change;
  }

  private OwnershipChange get(Actor actor, UUID authorityId, UUID id) {
    AccountPermissions.readMembers(actor, organisations.getAuthority(authorityId));
    return open(authorityId, id);
  }

  private OwnershipChange open(UUID authorityId, UUID id) {
    return changes.find(authorityId, id).orElseThrow(() -> new DomainException.NotFound(NOT_FOUND));
  }

  /** Before the change is taken: who closes or suspends an account has its person first, too. */
  private void hold(UUID... people) {
    for (UUID person : people) {
      if (!memberships.hold(person)) {
        throw new DomainException.NotFound("accounts.notFound");
      }
    }
  }

  private void close(OwnershipChange change, String state, Actor actor, @Nullable String why) {
    if (changes.close(change.id(), state, actor.person(), now(), why) == 0) {
      throw new DomainException.Conflict(OVER);
    }
  }

  private void tell(
      Actor actor,
      UUID authority,
      UUID change,
      OwnershipStep step,
      UUID taker,
      @Nullable UUID giver) {
    audit.record(
        actor, "ownership." + step.id(), authority, Map.of("change", change, "taker", taker));
    outbox.publish(new OwnershipChanged(authority, change, step, taker, giver));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
