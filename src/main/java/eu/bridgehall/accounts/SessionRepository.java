package eu.bridgehall.accounts;

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
interface SessionRepository extends CrudRepository<SessionRow, UUID> {
  /**
   * The session that a refresh token belongs to; whoever has it locked is alone with its tokens.
   */
  @Query(
      """
      select s.* from session s join refresh_token t on t.session_id = s.id
       where t.hash = :tokenHash for update of s
      """)
  Optional<SessionRow> lockByToken(byte[] tokenHash);

  @Query("select used_at, expires_at from refresh_token where hash = :hash")
  Optional<RefreshTokenState> findToken(byte[] hash);

  @Query("update refresh_token set used_at = :now where hash = :hash")
  void useToken(byte[] hash, Instant now);

  @Query(
      """
      insert into refresh_token (hash, session_id, created_at, expires_at)
      values (:hash, :sessionId, :now, :expiresAt)
      """)
  void addToken(byte[] hash, UUID sessionId, Instant now, Instant expiresAt);

  @Query("update session set expires_at = :expiresAt, last_seen = :now where id = :id")
  void renew(UUID id, Instant now, Instant expiresAt);

  @Query(
      """
      update session set ended_at = :now, ended_why = :why
       where id = :id and person_id = :personId and ended_at is null
      """)
  int end(UUID id, UUID personId, Instant now, String why);

  @Query(
      """
      update session set ended_at = :now, ended_why = :why
       where person_id = :personId and ended_at is null
         and id is distinct from cast(:except as uuid)
      """)
  int endAll(UUID personId, @Nullable UUID except, Instant now, String why);

  @Query(
      """
      select * from session
       where person_id = :personId and ended_at is null and expires_at > :now
       order by last_seen desc, id
      """)
  List<SessionRow> listOpen(UUID personId, Instant now);

  /** Every session that is still on record, the first first. */
  @Query("select * from session where person_id = :personId order by created_at, id")
  List<SessionRow> listAllOf(UUID personId);

  @Query("delete from session where person_id = :personId")
  int deleteAllOf(UUID personId);
}
