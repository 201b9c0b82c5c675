package eu.bridgehall.organisations;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface OrganisationRepository extends CrudRepository<Organisation, UUID> {
  Optional<Organisation> findByKindAndCountryCode(OrganisationKind kind, String countryCode);

  Optional<Organisation> findByKind(OrganisationKind kind);

  List<Organisation> listByKindOrderByCountryCode(OrganisationKind kind);

  List<Organisation> findByIdIn(List<UUID> ids);
}
