package eu.bridgehall.accounts;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface LinkTokenRepository extends GenericRepository<PersonRow, UUID> {
  @Query(
      """
      insert into link_token (hash, kind, subject, created_at, expires_at)
      values (:hash, :kind, :subject, :now, :expiresAt)
      """)
  void add(byte[] hash, LinkKind kind, UUID subject, Instant now, Instant expiresAt);

  /** Locked, so that of two who use a link at once the second finds it gone. */
  @Query(
      """
      select subject from link_token
       where hash = :hash and kind = :kind and expires_at > :now for update
      """)
  Optional<UUID> lock(byte[] hash, LinkKind kind, Instant now);

  @Query("delete from link_token where kind = :kind and subject = :subject")
  int deleteAll(LinkKind kind, UUID subject);
}
