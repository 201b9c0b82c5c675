package eu.bridgehall.accounts;

import eu.bridgehall.platform.FieldChecks;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface PersonRepository extends CrudRepository<PersonRow, UUID> {
  /** Whose address this is; nobody's where it is none, which is not asked of the database. */
  default Optional<PersonRow> findByEmail(@Nullable String typed) {
    return FieldChecks.address(typed).flatMap(this::findByAddress);
  }

  @Query("select * from person where lower(email) = lower(:address) and closed_at is null")
  Optional<PersonRow> findByAddress(String address);

  List<PersonRow> findByIdIn(List<UUID> ids);

  @Query("update person set password_hash = :hash where id = :id")
  void setPassword(UUID id, @Nullable String hash);

  @Query("update person set name = :name, language = :language where id = :id")
  void setNameAndLanguage(UUID id, String name, String language);

  @Query("update person set suspended_at = :at where id = :id")
  void setSuspended(UUID id, @Nullable Instant at);

  /** Whoever has the row locked is alone in closing the account. */
  @Query("select * from person where id = :id and closed_at is null for update")
  Optional<PersonRow> lockOpen(UUID id);

  /** Leaves nothing of a person but that there was one. */
  @Query(
      """
      update person
         set email = id || '@closed.invalid', name = '-', password_hash = null, closed_at = :at
       where id = :id
      """)
  void close(UUID id, Instant at);

  /** One at a time makes an account of this address: the lock ends with the transaction. */
  @Query("select cast(pg_advisory_xact_lock(hashtextextended(lower(:email), 50)) as text)")
  String lockAddress(String email);

  @Query(
      """
      select * from person
       where closed_at is null
         and (:text = '' or strpos(lower(email), lower(:text)) > 0
              or strpos(lower(name), lower(:text)) > 0)
       order by lower(email) limit :limit offset :offset
      """)
  List<PersonRow> search(String text, int limit, int offset);

  @Query(
      """
      select count(*) from person
       where closed_at is null
         and (:text = '' or strpos(lower(email), lower(:text)) > 0
              or strpos(lower(name), lower(:text)) > 0)
      """)
  long countSearched(String text);
}
