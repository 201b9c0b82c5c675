package eu.bridgehall.profiles

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** Whoever decides claims finds those that wait, with what speaks for each. */
@MicronautTest(transactional = false)
class ClaimQueueSpec extends Specification {
    @Inject EmbeddedServer server
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "a wish to join waits for the owners, a dispute for association and secretariat"() {
        given:
        def made = profiles.draft('FR')
        def join = claim(people.person(), made, 'join')
        def dispute = claim(people.person(), made, 'dispute')

        expect:
        waiting(made.owner) == [join]
        waiting(people.associationOfficer('FR')).containsAll([join, dispute])
        waiting(people.moderator()).containsAll([join, dispute])
        waiting(people.associationOfficer('DE')).disjoint([join, dispute])
        waiting(profiles.draft('FR').owner) == []
        people.visitor.get('/api/v1/review/claims').status == 401
        [people.person(), made.member(MemberRole.VIEWER), made.member(MemberRole.EDITOR)].every {
            it.api.get('/api/v1/review/claims').status == 403
        }
    }

    void "a member is not the judge of a dispute about the own authority, nor a claimant of the own claim"() {
        given:
        def made = profiles.draft('FR')
        def dispute = claim(people.person(), made, 'dispute')
        def officer = people.associationOfficer('FR').memberOf(made.id, MemberRole.OWNER)
        def claimant = people.associationOfficer('FR')
        def own = claim(claimant, made, 'join')

        expect:
        !(dispute in waiting(officer))
        officer.api.get("/api/v1/review/claims/$dispute").status == 403
        own in waiting(officer)
        !(own in waiting(claimant))
        claimant.api.get("/api/v1/review/claims/$own").status == 403
    }

    void "the case says what the address is worth, who acts now and, to reviewers, what was noted"() {
        given:
        def made = profiles.submitted('FR', [website: 'https://www.town.example'])
        def moderator = people.moderator()
        people.sql('insert into entitlement_note values (?, ?, ?, now(), ?, ?)',
                [UUID.randomUUID(), made.id, moderator.id, 'LETTER', 'The mayor has signed.'])
        def join = claim(people.person([email: "anna-${UUID.randomUUID()}@town.example".toString(), name: 'Anna Legrand']), made, 'join')

        when:
        def seen = moderator.api.get("/api/v1/review/claims/$join").json
        def owners = made.owner.api.get("/api/v1/review/claims/$join")

        then:
        [seen.claim.claimantName, seen.hint, seen.websiteHost, seen.members*.role] == ['Anna Legrand', 'same', 'town.example', ['owner']]
        seen.notes*.text.contains('The mayor has signed.')
        owners.json.notes == []
        !owners.body.contains('anna-')
    }

    void "nobody else sees a case"() {
        given:
        def made = profiles.draft('FR')
        def claimant = people.person()
        def join = claim(claimant, made, 'join')
        def dispute = claim(people.person(), made, 'dispute')

        expect:
        people.visitor.get("/api/v1/review/claims/$join").status == 401
        claimant.api.get("/api/v1/review/claims/$join").status == 403
        [people.person(), profiles.draft('FR').owner, made.member(MemberRole.EDITOR), people.associationOfficer('DE')].every {
            it.api.get("/api/v1/review/claims/$join").status == 404
        }
        made.owner.api.get("/api/v1/review/claims/$dispute").status == 404
        people.moderator().api.get("/api/v1/review/claims/${UUID.randomUUID()}").status == 404
    }

    void "a decided claim waits for nobody and can still be looked at"() {
        given:
        def made = profiles.draft('FR')
        def join = claim(people.person(), made, 'join')

        when:
        made.owner.api.post("/api/v1/claims/$join/decision", [grant: false, reason: 'We do not know you.'])

        then:
        waiting(made.owner) == []
        made.owner.api.get("/api/v1/review/claims/$join").json.claim.state == 'refused'
    }

    private List<String> waiting(person) {
        person.api.get('/api/v1/review/claims?limit=200').json.items*.id
    }

    private String claim(person, made, String kind) {
        person.api.post('/api/v1/claims', [authority: made.id, kind: kind, message: 'I work at the town hall.']).json.id
    }
}
