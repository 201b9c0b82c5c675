package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.organisations.Restrictions;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Closing one's own account: name and address go, and everything that is of no use without them.
 * What the person has written to others stays with them, without her name.
 */
@Singleton
public class AccountClosing {
  private final PersonRepository people;
  private final MembershipRepository rows;
  private final Memberships memberships;
  private final Organisations organisations;
  private final ClosedAuthorities closed;
  private final Restrictions restrictions;
  private final PersonalData data;
  private final PasswordProof proof;
  private final LinkTokens links;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  AccountClosing(
      PersonRepository people,
      MembershipRepository rows,
      Memberships memberships,
      Organisations organisations,
      ClosedAuthorities closed,
      Restrictions restrictions,
      PersonalData data,
      PasswordProof proof,
      LinkTokens links,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.people = people;
    this.rows = rows;
    this.memberships = memberships;
    this.organisations = organisations;
    this.closed = closed;
    this.restrictions = restrictions;
    this.data = data;
    this.proof = proof;
    this.links = links;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What keeps the person from closing her account now. */
  @Transactional
  public Obstacles obstacles(Actor actor) {
    UUID person = actor.person();
    boolean suspended = people.findById(person).filter(p -> p.suspendedAt() != null).isPresent();
    List<Organisation> owned =
        (suspended ? List.<HeldMembership>of() : rows.listHeld(person))
            .stream()
                .map(HeldMembership::organisationId)
                .filter(a -> memberships.isLastOwner(a, person) && !mayLoseOwner(a))
                .map(organisations::get)
                .toList();
    return new Obstacles(owned, actor.isAdministrator() && rows.countAdministrators() == 1);
  }

  /**
   * Closed it needs none; nor does whose account is suspended wait, for she can hand over nothing.
   * While a decision stands against it, its owner cannot close it first: her account does not wait
   * for that, and the authority stands without an owner, as where one is gone.
   */
  private boolean mayLoseOwner(UUID authority) {
    return closed.isClosed(authority) || !restrictions.of(authority).isEmpty();
  }

  /**
   * Closes the account.
   *
   * @param password the present one; guessing it is slowed as guessing at a sign-in is
   * @throws DomainException.Invalid where it is wrong
   * @throws DomainException.Conflict where something needs the person, see {@link #obstacles}
   */
  public void close(Actor actor, @Nullable String password, Client client) {
    proof.require(actor, password, client);
    erase(actor);
  }

  @Transactional
  void erase(Actor actor) {
    rows.lockAdministrators();
    PersonRow row = people.lockOpen(actor.person()).orElseThrow(AccountClosing::notFound);
    List<HeldMembership> held = rows.listHeld(row.id());
    held.forEach(m -> rows.lock(m.organisationId()));
    refuse(obstacles(actor));
    held.forEach(m -> memberships.leave(actor, m.organisationId(), row.id()));
    data.erase(row.toPerson());
    links.cancel(LinkKind.RESET_PASSWORD, row.id());
    people.close(row.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    audit.record(actor, "account.close", row.id());
    outbox.publish(new AccountClosed(row.id()));
  }

  private static void refuse(Obstacles found) {
    if (!found.owned().isEmpty()) {
      throw new DomainException.Conflict(
          "accounts.lastOwner",
          Map.of(
              "count",
              found.owned().size(),
              "authorities",
              found.owned().stream().map(Organisation::name).collect(Collectors.joining(", "))));
    }
    if (found.lastAdministrator()) {
      throw new DomainException.Conflict("accounts.lastAdministrator");
    }
  }

  private static DomainException notFound() {
    return new DomainException.NotFound("accounts.notFound");
  }

  /**
   * What keeps somebody from closing an account.
   *
   * @param owned authorities of which she is the only owner
   * @param lastAdministrator whether nobody could administer the service any more
   */
  public record Obstacles(List<Organisation> owned, boolean lastAdministrator) {
    public Obstacles {
      owned = List.copyOf(owned);
    }

    public boolean none() {
      return owned.isEmpty() && !lastAdministrator;
    }
  }
}
