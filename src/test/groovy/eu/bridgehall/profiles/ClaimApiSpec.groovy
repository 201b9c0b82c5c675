package eu.bridgehall.profiles

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** The way on for somebody whose authority others have registered. */
@MicronautTest(transactional = false)
class ClaimApiSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject AuditLog audit
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "a taken place is refused with the authority that has it, which can be claimed"() {
        given:
        def made = profiles.draft('FR')
        def late = people.person()

        when:
        def refusal = late.api.post('/api/v1/authorities', [placeId: made.profile.placeId()])

        then:
        refusal.status == 409
        refusal.problem
        refusal.json.facts.authority == made.id.toString()
        refusal.json.detail.contains('/api/v1/claims')

        when:
        def claim = late.api.post('/api/v1/claims', [authority: refusal.json.facts.authority, kind: 'join', message: 'I am the new EU officer.'])

        then:
        claim.status == 201
        claim.json.state == 'open'
        'PlaceClaimed' in people.rows('select type from outbox_event where subject = ?', [made.id])*.type
        late.api.post('/api/v1/claims', [authority: made.id, kind: 'dispute', message: 'Again.']).status == 409
    }

    void "an owner lets a colleague in; nobody else does"() {
        given:
        def made = profiles.draft('FR')
        def colleague = people.person([name: 'Anna Colleague'])
        def claim = claim(colleague, made, 'join')
        def decide = { who -> who.post("/api/v1/claims/$claim/decision", [grant: true]) }

        expect:
        made.owner.api.get('/api/v1/claims?state=open').json.items.with { [it*.id, it*.claimantName, it*.mailDomain] } ==
                [[claim], ['Anna Colleague'], ['example.org']]
        !made.owner.api.get('/api/v1/claims').body.contains(colleague.email)
        decide(people.visitor).status == 401
        decide(people.person().api).status == 404
        decide(colleague.api).status == 403
        decide(made.member(MemberRole.EDITOR).api).status == 404
        decide(profiles.confirmed('FR').owner.api).status == 404
        decide(people.associationOfficer('DE').api).status == 404

        when:
        def granted = decide(made.owner.api)

        then:
        granted.json.state == 'granted'
        colleague.api.get('/api/v1/authorities').json.items.with { [it*.id, it*.role] } == [[made.id.toString()], ['editor']]
        decide(made.owner.api).status == 409
        'profile.claimGrant' in audit.about(made.id)*.action()
    }

    void "a dispute is for the association or the secretariat, with reasons"() {
        given:
        def made = profiles.draft('FR')
        def mayor = people.person()
        def claim = claim(mayor, made, 'dispute')
        def decide = { who, decision -> who.post("/api/v1/claims/$claim/decision", decision) }
        def association = people.associationOfficer('FR').api

        expect: 'the other side does not judge its own case, nor learn of it'
        decide(made.owner.api, [grant: false, reason: 'No.']).status == 404
        made.owner.api.get('/api/v1/claims').json.total == 0
        decide(people.associationOfficer('DE').api, [grant: true, reason: 'x']).status == 404
        decide(association, [grant: true]).fields == ['reason']
        decide(association, [reason: 'x']).fields == ['grant']
        decide(association, [grant: false, reason: 'x', removeOthers: true]).fields == ['removeOthers']
        claim in association.get('/api/v1/claims?state=open&limit=200').json.items*.id

        when:
        def granted = decide(association, [grant: true, reason: 'Letter of the town hall seen.', removeOthers: true])

        then:
        granted.json.state == 'granted'
        mayor.api.get('/api/v1/authorities').json.items*.role == ['owner']
        made.owner.api.get(made.path).status == 404
    }

    void "a refused claimant is told why and gets nothing"() {
        given:
        def made = profiles.draft('FR')
        def late = people.person()
        def claim = claim(late, made, 'dispute')

        when:
        assert people.moderator().api.post("/api/v1/claims/$claim/decision", [grant: false, reason: 'The town hall does not know you.']).status == 200

        then:
        late.api.get('/api/v1/claims').json.items.with { [it*.state, it*.reason] } == [['refused'], ['The town hall does not know you.']]
        late.api.get(made.path).status == 404
    }

    void "bad claims are told what is wrong"() {
        given:
        def made = profiles.draft('FR')
        def api = people.person().api

        expect:
        api.post('/api/v1/claims', [:]).fields.toSorted() == ['authority', 'kind', 'message']
        api.post('/api/v1/claims', [authority: made.id, kind: 'join', message: 'a\u202Eb']).fields == ['message']
        api.post('/api/v1/claims', [authority: UUID.randomUUID(), kind: 'join', message: 'Hello']).status == 404
        api.post("/api/v1/claims/${UUID.randomUUID()}/decision", [grant: true]).status == 404
        api.get('/api/v1/claims?state=nonsense').fields == ['state']
        made.owner.api.post('/api/v1/claims', [authority: made.id, kind: 'join', message: 'Hello']).status == 409
        people.visitor.post('/api/v1/claims', [authority: made.id, kind: 'join', message: 'Hello']).status == 401
    }

    private String claim(person, made, String kind) {
        person.api.post('/api/v1/claims', [authority: made.id, kind: kind, message: 'I work at the town hall.']).json.id
    }
}
