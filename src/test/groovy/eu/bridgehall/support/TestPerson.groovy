package eu.bridgehall.support

import eu.bridgehall.accounts.TestSessions
import eu.bridgehall.kernel.Actor
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole

/** A person of {@link People}. */
class TestPerson {
    private final People people
    final UUID id
    final String email
    private String token

    TestPerson(People people, UUID id, String email) {
        this.people = people
        this.id = id
        this.email = email
    }

    /** The service that knows this person. */
    URI getBase() { people.server.URI }

    /** The API as this person, in a session opened at the first call. */
    Api getApi() { new Api(people.server, accessToken) }

    /** The person with the roles as they are now. */
    Actor getActor() { TestSessions.actor(people.context, accessToken) }

    String getAccessToken() {
        token = token ?: freshToken()
    }

    /** The token of another session. */
    String freshToken() {
        TestSessions.accessToken(people.context, id)
    }

    TestPerson withRole(PlatformRole role) {
        people.sql('insert into platform_role (person_id, role, since) values (?, ?, now())', [id, role.name()])
        this
    }

    TestPerson memberOf(UUID authorityId, MemberRole role) {
        people.sql('''insert into membership (organisation_id, person_id, role, since) values (?, ?, ?, now())
                      on conflict (organisation_id, person_id) do update set role = excluded.role''',
                [authorityId, id, role.name()])
        this
    }

    /** As if two of the secretariat had decided so: nobody signs in to the account any more. */
    TestPerson suspended() {
        people.sql('update person set suspended_at = now() where id = ?', [id])
        this
    }

    TestPerson officerOf(UUID associationId) {
        people.sql('insert into association_officer (person_id, organisation_id, since) values (?, ?, now())',
                [id, associationId])
        this
    }
}
