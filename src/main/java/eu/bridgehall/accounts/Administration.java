package eu.bridgehall.accounts;

import eu.bridgehall.audit.AuditLog;
import eu.bridgehall.kernel.Actor;
import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.PlatformRole;
import eu.bridgehall.organisations.Organisation;
import eu.bridgehall.organisations.OrganisationKind;
import eu.bridgehall.organisations.Organisations;
import eu.bridgehall.platform.FieldChecks;
import eu.bridgehall.platform.http.Page;
import eu.bridgehall.platform.http.PageRequest;
import eu.bridgehall.platform.outbox.Outbox;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an administrator does with accounts, platform roles and associations. */
@Singleton
public class Administration {
  private static final int LONGEST_ORGANISATION = 200;

  /** ISO 3166-1 alpha-2, and the code in use for Kosovo. */
  private static final Set<String> COUNTRIES =
      Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
          .collect(Collectors.toUnmodifiableSet());

  private final PersonRepository people;
  private final MembershipRepository roles;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Outbox outbox;
  private final Clock clock;

  Administration(
      PersonRepository people,
      MembershipRepository roles,
      Organisations organisations,
      AuditLog audit,
      Outbox outbox,
      Clock clock) {
    this.people = people;
    this.roles = roles;
    this.organisations = organisations;
    this.audit = audit;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * The accounts whose address or name contains the text.
   *
   * @param text as it was typed; a zero byte in it, which no name has, is left out
   */
  @Transactional
  public Page<Account> list(Actor actor, @Nullable String text, PageRequest page) {
    AccountPermissions.administer(actor);
    String words = text == null ? "" : text.replace("\0", "").strip();
    return Page.at(
        page.offset(),
        people.search(words, page.limit(), page.offset()).stream().map(Account::of).toList(),
        people.countSearched(words));
  }

  /**
   * An account with all that its owner may do.
   *
   * @throws DomainException.NotFound where there is none, or it is closed
   */
  @Transactional
  public AccountSheet get(Actor actor, UUID personId) {
    AccountPermissions.administer(actor);
    Account account = Account.of(person(personId));
    List<HeldMembership> held = roles.listHeld(personId);
    Map<UUID, Organisation> authorities =
        organisations.findAll(held.stream().map(HeldMembership::organisationId).toList());
    return new AccountSheet(
        account,
        roles.listRoles(personId),
        roles.findAssociation(personId).flatMap(organisations::find).orElse(null),
        held.stream()
            .flatMap(
                m ->
                    Stream.ofNullable(authorities.get(m.organisationId()))
                        .map(o -> new AccountSheet.ActsFor(o.id(), o.name(), m.role(), m.since())))
            .toList());
  }

  /** Gives a platform role, of which she is told; one that she has stays. */
  @Transactional
  public void grant(Actor actor, UUID personId, PlatformRole role) {
    AccountPermissions.administer(actor);
    person(personId);
    if (roles.grant(personId, role, now()) > 0) {
      audit.record(actor, "role.grant", personId, Map.of("role", role.name()));
      outbox.publish(new RoleChanged(personId, true, role, null));
    }
  }

  /**
   * Takes a role away.
   *
   * @throws DomainException.Conflict where nobody could administer the service any more
   */
  @Transactional
  public void revoke(Actor actor, UUID personId, PlatformRole role) {
    AccountPermissions.administer(actor);
    roles.lockAdministrators();
    person(personId);
    if (roles.revoke(personId, role) == 0) {
      throw new DomainException.NotFound("accounts.roleNotFound");
    }
    requireAdministrator();
    audit.record(actor, "role.revoke", personId, Map.of("role", role.name()));
    outbox.publish(new RoleChanged(personId, false, role, null));
  }

  /** Adds the association of a country. */
  @Transactional
  public Organisation createAssociation(
      Actor actor, @Nullable String country, @Nullable String name, @Nullable String website) {
    AccountPermissions.administer(actor);
    FieldChecks checks = new FieldChecks();
    String checkedName = checks.line("name", name, LONGEST_ORGANISATION);
    String checkedWebsite = checks.optionalWebsite("website", website);
    String checkedCountry = country == null ? "" : country;
    checks.require(
        COUNTRIES.contains(checkedCountry), "countryCode", "organisations.countryUnknown");
    checks.done();
    Organisation association =
        organisations.createAssociation(checkedCountry, checkedName, checkedWebsite);
    audit.record(actor, "association.create", association.id());
    return association;
  }

  /** Changes the name and website of an association. */
  @Transactional
  public Organisation changeAssociation(
      Actor actor, UUID associationId, @Nullable String name, @Nullable String website) {
    AccountPermissions.administer(actor);
    association(associationId);
    FieldChecks checks = new FieldChecks();
    String checkedName = checks.line("name", name, LONGEST_ORGANISATION);
    String checkedWebsite = checks.optionalWebsite("website", website);
    checks.done();
    audit.record(actor, "association.change", associationId);
    return organisations.rename(associationId, checkedName, checkedWebsite);
  }

  /** The officers of an association, the longest-standing first. */
  @Transactional
  public List<Account> listOfficers(Actor actor, UUID associationId) {
    getAssociation(actor, associationId);
    return roles.listOfficers(associationId).stream().map(Account::of).toList();
  }

  /** The associations, in the order of their countries' codes. */
  @Transactional
  public List<Organisation> listAssociations(Actor actor) {
    AccountPermissions.administer(actor);
    return organisations.listAssociations();
  }

  /**
   * An association.
   *
   * @throws DomainException.NotFound where there is none
   */
  @Transactional
  public Organisation getAssociation(Actor actor, UUID associationId) {
    AccountPermissions.administer(actor);
    return association(associationId);
  }

  /**
   * Makes a person an officer of an association.
   *
   * @throws DomainException.Conflict where they are one of another: an officer is bound to one
   */
  @Transactional
  public void addOfficer(Actor actor, UUID associationId, UUID personId) {
    AccountPermissions.administer(actor);
    association(associationId);
    person(personId);
    if (roles.addOfficer(associationId, personId, now()) > 0) {
      audit.record(actor, "officer.add", associationId, Map.of("person", personId));
      outbox.publish(new RoleChanged(personId, true, null, associationId));
    } else if (roles.findAssociation(personId).filter(associationId::equals).isEmpty()) {
      throw new DomainException.Conflict("accounts.officerElsewhere");
    }
  }

  /**
   * Makes the person with this address an officer.
   *
   * @throws DomainException.Invalid where no account has this address
   * @throws DomainException.Conflict as {@link #addOfficer(Actor, UUID, UUID)}
   */
  @Transactional
  public void addOfficer(Actor actor, UUID associationId, @Nullable String email) {
    AccountPermissions.administer(actor);
    PersonRow person =
        people
            .findByEmail(email)
            .orElseThrow(() -> new DomainException.Invalid("email", "accounts.noneWithAddress"));
    addOfficer(actor, associationId, person.id());
  }

  /** Ends that. */
  @Transactional
  public void removeOfficer(Actor actor, UUID associationId, UUID personId) {
    AccountPermissions.administer(actor);
    association(associationId);
    if (roles.removeOfficer(associationId, personId) == 0) {
      throw new DomainException.NotFound("accounts.roleNotFound");
    }
    audit.record(actor, "officer.remove", associationId, Map.of("person", personId));
    outbox.publish(new RoleChanged(personId, false, null, associationId));
  }

  private void requireAdministrator() {
    if (roles.countAdministrators() == 0) {
      throw new DomainException.Conflict("accounts.lastAdministrator");
    }
  }

  private PersonRow person(UUID id) {
    return people
        .findById(id)
        .filter(p -> !p.isClosed())
        .orElseThrow(() -> new DomainException.NotFound("accounts.notFound"));
  }

  private Organisation association(UUID id) {
    Organisation found = organisations.get(id);
    if (found.kind() != OrganisationKind.ASSOCIATION) {
      throw new DomainException.NotFound("organisations.notFound");
    }
    return found;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
