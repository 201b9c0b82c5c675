package eu.bridgehall.accounts

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import java.time.Duration
import java.time.Instant
import java.util.concurrent.CompletableFuture

/** How an authority comes to another owner. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class OwnershipSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject AuditLog audit
    People people
    UUID town
    TestPerson owner
    TestPerson editor
    TestPerson viewer

    void setup() {
        people = new People(server)
        town = people.authority('FR', 'Arles').id()
        owner = people.member(town, MemberRole.OWNER)
        editor = people.member(town, MemberRole.EDITOR)
        viewer = people.member(town, MemberRole.VIEWER)
    }

    private String getHere() { "/api/v1/authorities/$town/ownership" }

    private offer(TestPerson to, String keeps = 'editor') { owner.api.post("$here/offers", [to: to.id, keeps: keeps]) }

    private String open() { owner.api.get(here).json.items[0].id }

    private List<String> roles() {
        def found = people.rows('select person_id, role from membership where organisation_id = ?', [town]).collectEntries { [it.person_id, it.role] }
        [owner, editor, viewer].collect { found[it.id] }
    }

    void "an owner offers her place, another member accepts, and both are told"() {
        when:
        def offered = offer(viewer)

        then:
        offered.json.done == false
        roles() == ['OWNER', 'EDITOR', 'VIEWER']
        offer(editor).status == 409
        new Mailbox(server).await(viewer.email).subject == 'You are offered the ownership of Arles'

        and: 'nobody else can answer'
        editor.api.post("$here/${open()}/acceptance").status == 403
        owner.api.post("$here/${open()}/acceptance").status == 403
        people.person().api.post("$here/${open()}/acceptance").status == 403

        when:
        def id = open()
        def accepted = viewer.api.post("$here/$id/acceptance")

        then:
        accepted.status == 204
        roles() == ['EDITOR', 'EDITOR', 'OWNER']
        viewer.api.post("$here/$id/acceptance").status == 404
        viewer.api.get(here).json.items == []
        new Mailbox(server).await(owner.email).subject == 'Arles has another owner'
        audit.about(town)*.action.containsAll(['ownership.offered', 'ownership.taken'])
    }

    void "another owner takes over at once"() {
        given:
        viewer.memberOf(town, MemberRole.OWNER)

        expect:
        offer(viewer, 'viewer').json.done == true
        roles() == ['VIEWER', 'EDITOR', 'OWNER']
    }

    void "an offer can be declined and taken back, and ends with what it rests on"() {
        when:
        offer(editor)
        def declined = editor.api.post("$here/${open()}/refusal")

        then:
        declined.status == 204
        new Mailbox(server).await(owner.email).subject == 'The ownership of Arles was not accepted'

        when:
        offer(editor)
        def id = open()

        then:
        viewer.api.delete("$here/$id").status == 403
        owner.api.delete("$here/$id").status == 204
        editor.api.post("$here/$id/acceptance").status == 404
        roles() == ['OWNER', 'EDITOR', 'VIEWER']

        when: 'who was asked is no member any more'
        offer(viewer)
        def stale = open()
        owner.api.delete("/api/v1/authorities/$town/members/$viewer.id")

        then:
        viewer.api.post("$here/$stale/acceptance").status == 403
        owner.api.get(here).json.items == []
        offer(editor).status == 200
    }

    void "an offer that is not right names each field: #fields"() {
        expect:
        owner.api.post("$here/offers", [to: to(this), keeps: keeps]).fields == fields

        where:
        to                                 | keeps    || fields
        ({ s -> null })                    | null     || ['to', 'keeps']
        ({ s -> s.owner.id })              | 'editor' || ['to']
        ({ s -> s.people.person().id })    | 'editor' || ['to']
        ({ s -> s.editor.id })             | 'owner'  || ['keeps']
        ({ s -> s.editor.id })             | 'chief'  || ['keeps']
    }

    void "two answers at once: one counts, and there is always an owner"() {
        given:
        offer(viewer)
        def id = open()
        def giver = owner

        when:
        def answers = AtOnce.run({ viewer.api.post("$here/$id/acceptance").status }, { giver.api.delete("$here/$id").status })

        then:
        answers.count { it == 204 } == 1
        roles().contains('OWNER')
    }

    void "who accepts while an account is being locked or suspended waits for that, and neither fails"() {
        given:
        offer(viewer)
        def id = UUID.fromString(open())
        def api = viewer.api
        def accepted

        when: 'as a lock does it: the person first, then what she has offered'
        people.inTransaction {
            people.rows('select id from person where id = ? for update', [viewer.id])
            accepted = CompletableFuture.supplyAsync { api.post("$here/$id/acceptance").status }
            new PollingConditions(timeout: 20, delay: 0.05).eventually {
                assert people.rows("select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
            }
            people.sql("update ownership_change set state = 'OVER', decided_at = now() where id = ?", [id])
        }

        then:
        accepted.get() in [404, 409]
        roles() == ['OWNER', 'EDITOR', 'VIEWER']
    }

    void "a member whose owner is gone asks, and the association of the country decides with a reason"() {
        given:
        def french = people.associationOfficer('FR')
        def german = people.associationOfficer('DE')
        owner.suspended()

        when:
        def asked = editor.api.post("$here/requests", [text: 'Our owner has retired.'])

        then:
        asked.status == 201
        editor.api.post("$here/requests", [text: 'Again.']).status == 409
        viewer.api.post("$here/requests", [:]).fields == ['text']
        french.api.get('/api/v1/review/ownership').json.items*.id.contains(asked.json.id)
        !german.api.get('/api/v1/review/ownership').json.items*.id.contains(asked.json.id)
        people.moderator().api.get('/api/v1/review/ownership').json.items*.id.contains(asked.json.id)
        viewer.api.get('/api/v1/review/ownership').status == 403
        new Mailbox(server).await(french.email).subject == 'Somebody asks to be made owner of Arles'

        and: 'only who may decides, with a reason'
        german.api.post("$here/$asked.json.id/decision", [grant: true, text: 'No.']).status == 403
        viewer.api.post("$here/$asked.json.id/decision", [grant: true, text: 'Me.']).status == 403
        editor.api.post("$here/$asked.json.id/decision", [grant: true, text: 'Me.']).status == 403
        french.api.post("$here/$asked.json.id/decision", [:]).fields == ['grant', 'text']

        when:
        def decided = french.api.post("$here/$asked.json.id/decision", [grant: true, text: 'Called the town hall.'])

        then:
        decided.status == 204
        roles() == ['OWNER', 'OWNER', 'VIEWER']
        new Mailbox(server).await(editor.email).text.contains('Called the town hall.')
        french.api.post("$here/$asked.json.id/decision", [grant: false, text: 'Again.']).status == 404
        !audit.about(town).find { it.action() == 'ownership.granted' }.details().contains('Called the town hall.')
        people.rows('select decided_why from ownership_change where id = ?', [UUID.fromString(asked.json.id)])*.decided_why == ['Called the town hall.']
    }

    void "a refusal reaches who asked, with its reason"() {
        given:
        def id = viewer.api.post("$here/requests", [text: 'Please.']).json.id

        expect:
        people.moderator().api.post("$here/$id/decision", [grant: false, text: 'The owner answers.']).status == 204
        roles() == ['OWNER', 'EDITOR', 'VIEWER']
        new Mailbox(server).await(viewer.email).text.contains('The owner answers.')
    }

    void "while an owner is there others grant nothing before she could refuse"() {
        given:
        def french = people.associationOfficer('FR')
        def id = editor.api.post("$here/requests", [text: 'Our owner has retired.']).json.id
        def grant = { TestPerson who -> who.api.post("$here/$id/decision", [grant: true, text: 'Called.']) }

        expect: 'she is told at once'
        owner.api.post("$here/requests", [text: 'I am owner.']).status == 403
        new Mailbox(server).await(owner.email).with { subject == 'Somebody asks to be made owner of Arles' && text.contains('can refuse it') }
        grant(french).with { [status, json.type] } == [409, 'urn:bridgehall:problem:members.ownership.wait']
        grant(french).json.detail.contains('7 days')
        roles() == ['OWNER', 'EDITOR', 'VIEWER']

        when: 'she has said nothing'
        people.sql("update ownership_change set at = at - interval '7 days' where id = ?", [UUID.fromString(id)])

        then:
        grant(french).status == 204
        roles() == ['OWNER', 'OWNER', 'VIEWER']

        and: 'she herself decides at once'
        def second = viewer.api.post("$here/requests", [text: 'Me too.']).json.id
        owner.api.post("$here/$second/decision", [grant: true, text: 'Welcome.']).status == 204
        roles() == ['OWNER', 'OWNER', 'OWNER']
    }

    void "who takes a request on decides it alone, but for the owner"() {
        given:
        owner.suspended()
        def french = people.associationOfficer('FR')
        def moderator = people.moderator()
        def id = editor.api.post("$here/requests", [text: 'Gone.']).json.id
        def claim = "/api/v1/moderation/queue/ownership/$id/claim"

        expect:
        french.api.post(claim).status == 200
        moderator.api.post("$here/$id/decision", [grant: false, text: 'No.']).with { [status, json.type] } == [409, 'urn:bridgehall:problem:moderation.claim.taken']
        roles() == ['OWNER', 'EDITOR', 'VIEWER']
        french.api.post("$here/$id/decision", [grant: true, text: 'Yes.']).status == 204
        people.associationOfficer('DE').api.post(claim).status == 404

        when: 'an owner who is there need not wait for anybody'
        def other = viewer.api.post("$here/requests", [text: 'Me too.']).json.id
        french.api.post("/api/v1/moderation/queue/ownership/$other/claim")

        then:
        editor.api.post("$here/$other/decision", [grant: false, text: 'No.']).status == 204

        and: 'nobody has in her queue what is about an authority of her own'
        def again = viewer.api.post("$here/requests", [text: 'Again.']).json.id
        def waiting = { TestPerson who -> who.api.get('/api/v1/moderation/queue?kind=ownership&limit=100').json.items*.subject }
        again in waiting(moderator)
        !(again in waiting(people.moderator().memberOf(town, MemberRole.EDITOR)))
    }

    void "an offer ends after its time, and with the suspension of who has made it"() {
        when:
        offer(viewer)
        def offered = owner.api.get(here).json.items[0]

        then:
        Duration.between(Instant.parse(offered.at), Instant.parse(offered.endsAt)) == Duration.ofDays(14)

        when:
        people.sql('update ownership_change set ends_at = now() where id = ?', [UUID.fromString(offered.id)])

        then:
        viewer.api.post("$here/$offered.id/acceptance").status == 404
        owner.api.get(here).json.items == []
        offer(viewer).status == 200

        when: 'the account of who has offered is not hers any more'
        def id = open()
        owner.suspended()

        then:
        viewer.api.post("$here/$id/acceptance").status == 404
        viewer.api.get(here).json.items == []
        roles() == ['OWNER', 'EDITOR', 'VIEWER']
    }

    void "the secretariat makes a member owner unasked where no owner can sign in, in place of those where it says so"() {
        given:
        def moderator = people.moderator()

        expect: 'nobody is put in the place of an owner who is there'
        moderator.api.post("$here/appointments", [person: viewer.id, text: 'Ours.', replaces: true]).with { [status, json.type] } ==
                [409, 'urn:bridgehall:problem:members.ownership.ownerThere']
        moderator.api.post("$here/appointments", [person: viewer.id, text: 'Ours.']).status == 409
        roles() == ['OWNER', 'EDITOR', 'VIEWER']

        when:
        owner.suspended()

        then:
        moderator.api.post("$here/appointments", [:]).fields == ['person', 'text']
        moderator.api.post("$here/appointments", [person: people.person().id, text: 'Who?']).fields == ['person']
        editor.api.post("$here/appointments", [person: viewer.id, text: 'Mine.']).status == 403
        people.associationOfficer('DE').api.post("$here/appointments", [person: viewer.id, text: 'Ours.']).status == 403
        moderator.memberOf(people.authority().id(), MemberRole.OWNER).api.post("$here/appointments", [person: viewer.id, text: 'The owner has died.', replaces: true]).status == 204
        roles() == ['EDITOR', 'EDITOR', 'OWNER']
        [viewer, editor].every { new Mailbox(server).await(it.email).text.contains('The owner has died.') }

        and: 'nobody for an authority of her own'
        def own = people.moderator().memberOf(town, MemberRole.EDITOR)
        own.api.post("$here/appointments", [person: own.id, text: 'Me.']).status == 403
    }

    void "what is kept of it is told to whom it concerns, and goes with the account"() {
        given:
        def id = viewer.api.post("$here/requests", [text: 'My secret reasons.']).json.id

        expect:
        viewer.api.get('/api/v1/account/data').json.ownership*.text == ['My secret reasons.']

        when:
        viewer.api.post('/api/v1/account/closing', [password: People.PASSWORD])

        then:
        people.rows('select state, text from ownership_change where id = ?', [UUID.fromString(id)]) == [[state: 'OVER', text: null]]

        when: 'something was decided about another'
        def other = editor.api.post("$here/requests", [text: 'My reasons.']).json.id
        owner.api.post("$here/$other/decision", [grant: false, text: 'What is told about her.'])
        editor.api.post('/api/v1/account/closing', [password: People.PASSWORD])

        then:
        people.rows('select text, decided_why from ownership_change where id = ?', [UUID.fromString(other)]) == [[text: null, decided_why: null]]
        owner.api.get(here).json.items == []
    }

    void "the pages do the same: offer, accept, ask, decide, appoint"() {
        given:
        def page = "/authorities/$town/ownership"
        def post = { Visitor who, String path, Map form -> who.post(path, form + [formToken: who.formToken(page)]) }
        def leadsTo = { it.headers().firstValue('Location').orElse(null) }
        def first = Visitor.signedIn(owner)
        def second = Visitor.signedIn(viewer)
        def french = Visitor.signedIn(people.associationOfficer('FR'))

        expect: 'each sees what she can do'
        first.get(page).body().with { contains("$page/offer") && !contains("$page/ask\"") && !contains('id="appoint"') }
        second.get(page).body().with { !contains("$page/offer") && contains("$page/ask\"") && !contains('id="appoint"') }
        french.get(page).body().with { !contains("$page/offer") && !contains("$page/ask\"") && contains('id="appoint"') }
        Visitor.signedIn(people.person()).get(page).statusCode() == 403

        and: 'what is wrong stands at its field, with what was typed'
        post(first, "$page/offer", [to: '', keeps: 'editor']).with { statusCode() == 400 && body().contains('id="e-to"') }
        post(french, "$page/appoint", [person: 'x', text: 'Typed']).with { statusCode() == 400 && body().contains('id="e-person"') && body().contains('Typed') }

        when:
        def offered = post(first, "$page/offer", [to: viewer.id.toString(), keeps: 'viewer'])

        then:
        leadsTo(offered) == "$page?done=ownership-offered"
        def id = open()
        second.get(page).body().contains("$page/$id/accept")
        leadsTo(post(second, "$page/$id/accept", [:])) == "$page?done=ownership-taken"
        roles() == ['VIEWER', 'EDITOR', 'OWNER']

        when: 'who could decide cannot sign in'
        viewer.suspended()
        def asked = post(first, "$page/ask", [text: 'She is gone.'])
        def request = editor.api.get(here).json.items[0].id

        then:
        leadsTo(asked) == "$page?done=ownership-asked"
        french.get('/review/ownership').body().contains("$page/$request")
        french.get("/review/ownership/$request").body().with { contains('She is gone.') && contains('name="kind" value="ownership"') }
        post(french, "$page/$request", [text: 'Seen']).with { statusCode() == 400 && body().contains('id="e-grant"') }
        leadsTo(post(french, "$page/$request", [grant: 'yes', text: 'Seen.'])) == "$page?done=ownership-decided"
        roles() == ['OWNER', 'EDITOR', 'OWNER']

        and: 'nobody is appointed while an owner is there'
        french.get(page).body().with { !contains("$page/appoint") && contains('an owner is there who can sign in') }
        post(french, "$page/appoint", [person: editor.id.toString(), text: 'Asked the mayor.']).with { statusCode() == 409 && body().contains('an owner is there who can sign in') && body().contains('Asked the mayor.') }
        owner.suspended()
        leadsTo(post(french, "$page/appoint", [person: editor.id.toString(), text: 'Asked the mayor.', replaces: 'yes'])) == "$page?done=ownership-appointed"
        roles() == ['EDITOR', 'OWNER', 'EDITOR']
        !french.get('/review/ownership').body().contains(page)
    }
}
