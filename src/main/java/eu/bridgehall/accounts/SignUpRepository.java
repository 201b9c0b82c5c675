package eu.bridgehall.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SignUpRepository extends CrudRepository<SignUpRow, UUID> {
  @Query(
      """
      select * from sign_up where lower(email) = lower(:email) and expires_at > :now
       order by created_at desc, id desc limit 1
      """)
  Optional<SignUpRow> findLatest(String email, Instant now);

  @Query("delete from sign_up where lower(email) = lower(:email)")
  int deleteAll(String email);
}
