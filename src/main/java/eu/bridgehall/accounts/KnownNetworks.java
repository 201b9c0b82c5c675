package eu.bridgehall.accounts;

import eu.bridgehall.platform.FieldChecks;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Networks from which a person has signed in, or used a link of a mail. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface KnownNetworks extends GenericRepository<PersonRow, UUID> {
  @Query(
      """
      insert into known_network (person_id, network, last_at) values (:personId, :network, :now)
      on conflict (person_id, network) do update set last_at = excluded.last_at
      """)
  void add(UUID personId, String network, Instant now);

  /**
   * The network, where the person of this address has been there; what is no address is nobody's.
   */
  default Optional<String> find(String typed, String network) {
    return FieldChecks.address(typed).flatMap(address -> findOf(address, network));
  }

  @Query(
      """
      select k.network from known_network k join person p on p.id = k.person_id
       where lower(p.email) = lower(:address) and k.network = :network
      """)
  Optional<String> findOf(String address, String network);

  @Query("select network from known_network where person_id = :personId order by network")
  List<String> listOf(UUID personId);

  @Query("delete from known_network where person_id = :personId")
  int deleteAllOf(UUID personId);
}
