package eu.bridgehall.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface SecondFactorRepository extends GenericRepository<SecondFactorRow, UUID> {
  @Query("select * from second_factor where person_id = :personId")
  Optional<SecondFactorRow> find(UUID personId);

  @Query(
      """
      select exists (
        select 1 from second_factor where person_id = :personId and confirmed_at is not null)
      """)
  boolean isOn(UUID personId);

  /** Takes the place of one that was never confirmed; 0 where one is on. */
  @Query(
      """
      insert into second_factor (person_id, secret, created_at) values (:personId, :secret, :now)
      on conflict (person_id) do update
         set secret = excluded.secret, created_at = excluded.created_at, last_step = 0
       where second_factor.confirmed_at is null
      """)
  int begin(UUID personId, byte[] secret, Instant now);

  /** 0 where it is on already, or another one was begun. */
  @Query(
      """
      update second_factor set confirmed_at = :now, last_step = :step
       where person_id = :personId and confirmed_at is null and secret = :secret
      """)
  int confirm(UUID personId, byte[] secret, long step, Instant now);

  /** The same secret by another key, unless another one has taken its place. */
  @Query(
      """
      update second_factor set secret = :renewed
       where person_id = :personId and secret = :secret
      """)
  int setSecret(UUID personId, byte[] secret, byte[] renewed);

  /** Takes the code of a half minute; 0 where it, or a later one, was taken before. */
  @Query(
      """
      update second_factor set last_step = :step
       where person_id = :personId and confirmed_at is not null and last_step < :step
      """)
  int useStep(UUID personId, long step);

  @Query("delete from second_factor where person_id = :personId")
  int delete(UUID personId);

  @Query("insert into recovery_code (hash, person_id, made_at) values (:hash, :personId, :now)")
  void addCode(byte[] hash, UUID personId, Instant now);

  /** 0 where the person has no such code, or has used it. */
  @Query(
      """
      update recovery_code set used_at = :now
       where hash = :hash and person_id = :personId and used_at is null
      """)
  int useCode(byte[] hash, UUID personId, Instant now);

  @Query("select count(*) from recovery_code where person_id = :personId and used_at is null")
  int countCodes(UUID personId);

  @Query("delete from recovery_code where person_id = :personId")
  int deleteCodes(UUID personId);
}
