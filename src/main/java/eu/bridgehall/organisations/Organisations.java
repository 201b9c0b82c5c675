package eu.bridgehall.organisations;

import eu.bridgehall.kernel.DomainException;
import eu.bridgehall.kernel.Ids;
import io.micronaut.transaction.TransactionDefinition.Propagation;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every organisation by its id. Who may make or change one is decided by the feature that calls, in
 * whose transaction the writing methods act.
 */
@Singleton
public class Organisations {
  private final OrganisationRepository organisations;
  private final Clock clock;

  Organisations(OrganisationRepository organisations, Clock clock) {
    this.organisations = organisations;
    this.clock = clock;
  }

  /**
   * Adds an authority.
   *
   * @param countryCode ISO 3166-1 alpha-2, already known to exist
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Organisation createAuthority(String countryCode, String name) {
    return save(OrganisationKind.AUTHORITY, countryCode, name, null);
  }

  /**
   * Adds the association that is the national information point of a country.
   *
   * @throws DomainException.Conflict where the country has one
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Organisation createAssociation(String countryCode, String name, @Nullable String website) {
    if (associationOf(countryCode).isPresent()) {
      throw new DomainException.Conflict(
          "organisations.associationExists", Map.of("country", countryCode));
    }
    return save(OrganisationKind.ASSOCIATION, countryCode, name, website);
  }

  /** The secretariat, added when it is first asked for. */
  @Transactional
  public Organisation secretariat() {
    return organisations
        .findByKind(OrganisationKind.SECRETARIAT)
        .orElseGet(() -> save(OrganisationKind.SECRETARIAT, null, "Secretariat", null));
  }

  /** Gives an organisation another name and website. */
  @Transactional(propagation = Propagation.MANDATORY)
  public Organisation rename(UUID id, String name, @Nullable String website) {
    Organisation o = get(id);
    return organisations.update(
        new Organisation(o.id(), o.kind(), o.countryCode(), name, website, o.createdAt()));
  }

  /** The organisation of this id. */
  @Transactional
  public Optional<Organisation> find(UUID id) {
    return organisations.findById(id);
  }

  /**
   * The organisation of this id.
   *
   * @throws DomainException.NotFound where there is none
   */
  @Transactional
  public Organisation get(UUID id) {
    return find(id).orElseThrow(() -> new DomainException.NotFound("organisations.notFound"));
  }

  /**
   * The authority of this id.
   *
   * @throws DomainException.NotFound where there is none, or it is no authority
   */
  @Transactional
  public Organisation getAuthority(UUID id) {
    return find(id)
        .filter(o -> o.kind() == OrganisationKind.AUTHORITY)
        .orElseThrow(() -> new DomainException.NotFound("organisations.notFound"));
  }

  /** Those of these ids that there are, by id. */
  @Transactional
  public Map<UUID, Organisation> findAll(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return organisations.findByIdIn(List.copyOf(ids)).stream()
        .collect(Collectors.toMap(Organisation::id, Function.identity()));
  }

  /** The national information point of a country (ISO 3166-1 alpha-2). */
  @Transactional
  public Optional<Organisation> associationOf(String countryCode) {
    return organisations.findByKindAndCountryCode(OrganisationKind.ASSOCIATION, countryCode);
  }

  /** All national information points, by country. */
  @Transactional
  public List<Organisation> listAssociations() {
    return organisations.listByKindOrderByCountryCode(OrganisationKind.ASSOCIATION);
  }

  private Organisation save(
      OrganisationKind kind, @Nullable String countryCode, String name, @Nullable String website) {
    return organisations.save(
        new Organisation(
            Ids.next(),
            kind,
            countryCode,
            name,
            website,
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
