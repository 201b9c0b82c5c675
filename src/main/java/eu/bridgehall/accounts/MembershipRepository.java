package eu.bridgehall.accounts;

import eu.bridgehall.kernel.MemberRole;
import eu.bridgehall.kernel.PlatformRole;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface MembershipRepository extends GenericRepository<PersonRow, UUID> {
  @Query(
      """
      insert into membership (organisation_id, person_id, role, since)
      values (:organisationId, :personId, :role, :now)
      on conflict (organisation_id, person_id) do update set role = excluded.role
      """)
  void put(UUID organisationId, UUID personId, MemberRole role, Instant now);

  @Query("delete from membership where organisation_id = :organisationId and person_id = :personId")
  int remove(UUID organisationId, UUID personId);

  @Query(
      """
      select role from membership
       where organisation_id = :organisationId and person_id = :personId
      """)
  Optional<MemberRole> findRole(UUID organisationId, UUID personId);

  @Query(
      """
      select p.id as person_id, p.email, p.name, p.language, m.role, m.since
        from membership m join person p on p.id = m.person_id
       where m.organisation_id = :organisationId order by m.since, p.id
      """)
  List<Member> list(UUID organisationId);

  /** Owners who can sign in, beside this person where one is named. */
  @Query(
      """
      select count(*) from membership m join person p on p.id = m.person_id
       where m.organisation_id = :organisationId and m.role = 'OWNER'
         and p.id is distinct from cast(:beside as uuid) and p.suspended_at is null
      """)
  long countOwners(UUID organisationId, @Nullable UUID beside);

  /** Nobody closes the account as long as the transaction lasts. */
  @Query(
      """
      select cast(id as text) from person where id = :personId and closed_at is null
         for key share
      """)
  Optional<String> hold(UUID personId);

  /** What a person is a member of, by the ids of the organisations. */
  @Query(
      """
      select organisation_id, role, since from membership
       where person_id = :personId order by organisation_id
      """)
  List<HeldMembership> listHeld(UUID personId);

  /** Whoever changes who is a member of an organisation does it alone. */
  @Query("select cast(id as text) from organisation where id = :organisationId for update")
  String lock(UUID organisationId);

  @Query(
      """
      insert into association_officer (person_id, organisation_id, since)
      values (:personId, :organisationId, :now) on conflict do nothing
      """)
  int addOfficer(UUID organisationId, UUID personId, Instant now);

  @Query(
      """
      delete from association_officer
       where person_id = :personId and organisation_id = :organisationId
      """)
  int removeOfficer(UUID organisationId, UUID personId);

  @Query("select organisation_id from association_officer where person_id = :personId")
  Optional<UUID> findAssociation(UUID personId);

  @Query(
      """
      select p.* from association_officer a join person p on p.id = a.person_id
       where a.organisation_id = :organisationId order by a.since, p.id
      """)
  List<PersonRow> listOfficers(UUID organisationId);

  @Query(
      """
      insert into platform_role (person_id, role, since) values (:personId, :role, :now)
      on conflict do nothing
      """)
  int grant(UUID personId, PlatformRole role, Instant now);

  @Query("delete from platform_role where person_id = :personId and role = :role")
  int revoke(UUID personId, PlatformRole role);

  @Query(
      """
      select p.* from platform_role r join person p on p.id = r.person_id
       where r.role = :role order by r.since, p.id
      """)
  List<PersonRow> listHolders(PlatformRole role);

  @Query("select role from platform_role where person_id = :personId order by role")
  List<PlatformRole> listRoles(UUID personId);

  /** Administrators who can sign in. */
  @Query(
      """
      select count(*) from platform_role r join person p on p.id = r.person_id
       where r.role = 'ADMINISTRATOR' and p.suspended_at is null
      """)
  long countAdministrators();

  /** Whoever takes the role of an administrator away does it alone. */
  @Query("select cast(pg_advisory_xact_lock(5001) as text)")
  String lockAdministrators();

  @Query("delete from platform_role where person_id = :personId")
  int revokeAll(UUID personId);

  @Query("delete from association_officer where person_id = :personId")
  int removeOfficer(UUID personId);
}
