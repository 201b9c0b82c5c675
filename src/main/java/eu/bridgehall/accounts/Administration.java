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
class Administration {
  private static final int LONGEST_ORGANISATION = 200;

  /** ISO 3166-1 alpha-2, and the code in use for Kosovo. */
  private static final Set<String> COUNTRIES =
      Stream.concat(Arrays.stream(Locale.getISOCountries()), Stream.of("XK"))
          .collect(Collectors.toUnmodifiableSet());

  private final PersonRepository people;
  private final MembershipRepository roles;
  private final Organisations organisations;
  private final AuditLog audit;
  private final Clock clock;

  Administration(
      PersonRepository people,
      MembershipRepository roles,
      Organisations organisations,
      AuditLog audit,
      Clock clock) {
    this.people = people;
    this.roles = roles;
    this.organisations = organisations;
    this.audit = audit;
    this.clock = clock;
  }

  /** The accounts whose address or name contains the text. */
  @Transactional
  Page<PersonRow> list(Actor actor, String text, PageRequest page) {
    AccountPermissions.administer(actor);
    return Page.at(
        page.offset(),
        people.search(text, page.limit(), page.offset()),
        people.countSearched(text));
  }

  @Transactional
  PersonRow get(Actor actor, UUID personId) {
    AccountPermissions.administer(actor);
    return person(personId);
  }

  @Transactional
  List<PlatformRole> rolesOf(Actor actor, UUID personId) {
    AccountPermissions.administer(actor);
    return roles.listRoles(personId);
  }

  @Transactional
  void grant(Actor actor, UUID personId, PlatformRole role) {
    AccountPermissions.administer(actor);
    person(personId);
    if (roles.grant(personId, role, now()) > 0) {
      audit.record(actor, "role.grant", personId, Map.of("role", role.name()));
    }
  }

  /**
   * Takes a role away.
   *
   * @throws DomainException.Conflict where nobody could administer the service any more
   */
  @Transactional
  void revoke(Actor actor, UUID personId, PlatformRole role) {
    AccountPermissions.administer(actor);
    roles.lockAdministrators();
    person(personId);
    if (roles.revoke(personId, role) == 0) {
      throw new DomainException.NotFound("accounts.roleNotFound");
    }
    requireAdministrator();
    audit.record(actor, "role.revoke", personId, Map.of("role", role.name()));
  }

  /** Adds the association of a country. */
  @Transactional
  Organisation createAssociation(
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
  Organisation changeAssociation(
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

  @Transactional
  List<PersonRow> listOfficers(Actor actor, UUID associationId) {
    AccountPermissions.administer(actor);
    association(associationId);
    return roles.listOfficers(associationId);
  }

  /**
   * Makes a person an officer of an association.
   *
   * @throws DomainException.Conflict where they are one of another: an officer is bound to one
   */
  @Transactional
  void addOfficer(Actor actor, UUID associationId, UUID personId) {
    AccountPermissions.administer(actor);
    association(associationId);
    person(personId);
    if (roles.addOfficer(associationId, personId, now()) > 0) {
      audit.record(actor, "officer.add", associationId, Map.of("person", personId));
    } else if (roles.findAssociation(personId).filter(associationId::equals).isEmpty()) {
      throw new DomainException.Conflict("accounts.officerElsewhere");
    }
  }

  @Transactional
  void removeOfficer(Actor actor, UUID associationId, UUID personId) {
    AccountPermissions.administer(actor);
    association(associationId);
    if (roles.removeOfficer(associationId, personId) == 0) {
      throw new DomainException.NotFound("accounts.roleNotFound");
    }
    audit.record(actor, "officer.remove", associationId, Map.of("person", personId));
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

  private void association(UUID id) {
    if (organisations.get(id).kind() != OrganisationKind.ASSOCIATION) {
      throw new DomainException.NotFound("organisations.notFound");
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
