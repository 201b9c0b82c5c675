package eu.bridgehall.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.CrudRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface InvitationRepository extends CrudRepository<InvitationRow, UUID> {
  @Query(
      """
      select * from invitation
       where organisation_id = :organisationId and closed_at is null and expires_at > :now
       order by created_at, id
      """)
  List<InvitationRow> listOpen(UUID organisationId, Instant now);

  @Query(
      """
      select * from invitation
       where lower(email) = lower(:email) and closed_at is null and expires_at > :now
       order by created_at, id
      """)
  List<InvitationRow> listOpenOf(String email, Instant now);

  @Query("select * from invitation where id = :id for update")
  Optional<InvitationRow> lock(UUID id);

  @Query(
      """
      update invitation set closed_at = :now, closed_why = :why
       where id = :id and closed_at is null
      """)
  int close(UUID id, Instant now, String why);

  /** Every invitation to an address, the first first. */
  @Query("select * from invitation where lower(email) = lower(:email) order by created_at, id")
  List<InvitationRow> listAllOf(String email);

  @Query("delete from invitation where lower(email) = lower(:email)")
  int deleteAllOf(String email);

  @Query(
      """
      update invitation set closed_at = :now, closed_why = 'EXPIRED'
       where closed_at is null and expires_at <= :now
      """)
  int closeExpired(Instant now);

  /** The ids of those that a person has made. */
  @Query("select id from invitation where invited_by = :personId")
  List<UUID> listMadeBy(UUID personId);
}
