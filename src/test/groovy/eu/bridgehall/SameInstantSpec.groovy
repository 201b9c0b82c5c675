package eu.bridgehall

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.organisations.Organisations
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.DecisionMaker
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Loads
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Conversations and members, when two people act at the same instant; each case several times. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.conversations.starts-per-day', value = '5')
class SameInstantSpec extends Specification {
    static final int ROUNDS = 6
    @Inject EmbeddedServer server
    @Inject Ties ties
    @Inject Loads loads

    People people
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
    }

    void "the button is pressed twice: the message is posted once, and both presses lead to it"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        def browser = Visitor.signedIn(lviv.editor)

        expect:
        (1..ROUNDS).each { round ->
            def page = browser.get("/conversations/$id").body()
            def form = [formToken: browser.formToken('/account'), text: "Message $round".toString(),
                        key      : (page =~ /name="key" value="([^"]+)"/)[0][1]]
            def press = { -> browser.copy().upload("/conversations/$id", form, ['plan.pdf': '%PDF-1.7'.bytes]) }
            def answers = AtOnce.run(press, press)
            assert answers*.statusCode() == [303, 303]
            assert answers*.headers()*.firstValue('Location')*.get().toSet().size() == 1
            assert numbers(id) == (1..round).toList()
            assert people.rows('select 1 from message_attachment where conversation_id = ?', [UUID.fromString(id)]).size() == round
        }
    }

    void "many marks of one reader at once: the furthest holds"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        (1..8).each { lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: "Message $it".toString()]) }

        when:
        def answers = AtOnce.run(*(1..8).collect { upTo ->
            { -> [upTo, lyon.viewer.api.post("/api/v1/conversations/$id/read", [upTo: upTo])] }
        })

        then:
        answers.every { upTo, answer -> answer.status == 200 && answer.json.readUpTo >= upTo }
        lyon.viewer.api.get("/api/v1/conversations/$id").json.with { [it.readUpTo, it.unread] } == [8, 0]
        lyon.viewer.api.get('/api/v1/account/unread').json.total == 0
    }

    void "read while more is written: what has come since is unread, and nothing else"() {
        given:
        def id = Towns.conversation(lviv, lyon)

        expect:
        (1..ROUNDS).each {
            def (posted, marked) = AtOnce.run(
                    { lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello']).json },
                    { lyon.viewer.api.post("/api/v1/conversations/$id/read", [upTo: 1_000_000]).json })
            def now = lyon.viewer.api.get("/api/v1/conversations/$id").json
            assert now.readUpTo == marked.readUpTo
            assert now.unread == posted.number - marked.readUpTo
        }
    }

    void "removed while she writes: her message is there or it is refused, and she writes no more"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        int kept = 0

        expect:
        (1..ROUNDS).each { round ->
            def leaving = people.member(lviv.id, MemberRole.EDITOR)
            def write = { -> leaving.api.post("/api/v1/conversations/$id/messages", [text: 'Hello'], ['Idempotency-Key': "key-$round".toString()]).status }
            leaving.api
            def statuses = AtOnce.run(write, { -> lviv.owner.api.delete("/api/v1/authorities/$lviv.id/members/$leaving.id").status })
            assert statuses[0] in [201, 404] && statuses[1] == 204
            kept += statuses[0] == 201 ? 1 : 0
            assert write() == 404
            assert numbers(id) == (kept == 0 ? [] : (1..kept).toList())
        }
    }

    void "its side #what while she writes: her message is there before, or it is refused"() {
        expect:
        (1..ROUNDS).each { round ->
            def from = new Towns(people).confirmed('UA', 'Lviv')
            def to = new Towns(people).confirmed('FR', 'Lyon')
            def id = Towns.conversation(from, to)
            def path = "/api/v1/conversations/$id"
            def written = from.editor.api.post("$path/messages", [text: 'Hello']).json
            [from.editor, to.editor]*.api
            def statuses = AtOnce.run(
                    *(1..4).collect { { -> from.editor.api.post("$path/messages", [text: 'And another thing']).status } },
                    { -> leaving ? from.owner.api.post("$path/leave").status : to.editor.api.put("$path/block", [:]).status })
            assert statuses.last() == 200
            assert statuses.take(4).every { it in [201, 409] }
            def posted = statuses.count(201)
            assert people.rows('select number from message where conversation_id = ?', [UUID.fromString(id)])*.number.sort() == (1..posted + written.number).toList()
            // nothing was posted after the one that its side reads as the last
            assert !leaving || from.viewer.api.get(path).json.lastNumber == posted + written.number
            assert from.editor.api.post("$path/messages", [text: 'Once more']).status == 409
        }

        where:
        what             | leaving
        'leaves'         | true
        'is blocked'     | false
    }

    void "a side that waits for the one that leaves sees that it has left"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        def both = [lviv.editor, lviv.owner]
        both*.api

        expect:
        AtOnce.run(*both.collect { who -> { -> who.api.post("/api/v1/conversations/$id/leave").status } }).sort() == [200, 409]
    }

    void "conversations are begun at once: no more than so many a day"() {
        given:
        def to = [people.inTransaction { server.applicationContext.getBean(Organisations).secretariat().id() }]
        def begin = { -> lviv.editor.api.post('/api/v1/conversations', [to: to, subject: 'A', text: 'B']).status }
        lviv.editor.api

        expect:
        AtOnce.run(*([begin] * 8)).sort() == [201] * 5 + [429] * 3
    }

    void "suspended while it accepts: they are in touch or they are not, wholly, and nobody writes"() {
        expect:
        (1..ROUNDS).each {
            def asker = new Towns(people).confirmed('UA', 'Lviv')
            def asked = new Towns(people).confirmed('FR', 'Lyon')
            def decisions = new DecisionMaker(people)
            def introduction = asker.ask(asked).json.id
            def proposed = decisions.propose(asked.id)
            [asked.owner, decisions.second]*.api
            def statuses = AtOnce.run(
                    { asked.owner.api.post("/api/v1/introductions/$introduction/accept").status },
                    { decisions.confirm(proposed).status })
            assert statuses[0] in [200, 403, 409] && statuses[1] == 200
            boolean accepted = statuses[0] == 200
            assert asker.viewer.api.get("/api/v1/introductions/$introduction").json.status == (accepted ? 'accepted' : 'sent')
            assert ties.between(asker.id, asked.id)*.kind() == [accepted ? TieKind.INTRODUCTION_ACCEPTED : TieKind.INTRODUCTION_OPEN]
            assert loads.of(asked.id).answered() == (accepted ? 1 : 0)
            if (accepted) {
                def id = Towns.conversationOf(introduction, asker)
                assert asker.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello']).status == 409
            }
            assert people.rows('select id from conversation where introduction_id = ?', [UUID.fromString(introduction)]).size() == (accepted ? 1 : 0)
        }
    }

    void "two owners #what at once: one of them stays owner"() {
        expect:
        (1..ROUNDS).each {
            def authority = people.authority().id()
            def (anna, boris) = [people.member(authority), people.member(authority)]
            def act = { TestPerson who, TestPerson whom ->
                def path = "/api/v1/authorities/$authority/members/$whom.id"
                remove ? who.api.delete(path).status : who.api.put(path, [role: 'viewer']).status
            }
            [anna, boris]*.api
            def statuses = AtOnce.run({ act(anna, itself ? anna : boris) }, { act(boris, itself ? boris : anna) })
            assert statuses.count(204) == 1
            assert statuses.every { it in [204, 403, 409] }
            assert owners(authority).size() == 1
        }

        where:
        what                    | remove | itself
        'remove each other'     | true   | false
        'leave'                 | true   | true
        'make each other viewers' | false | false
        'step down'             | false  | true
    }

    void "an invitation is accepted twice at once: she is a member once"() {
        expect:
        (1..ROUNDS).each {
            def (invited, id) = invitation()
            def accept = { -> invited.api.post("/api/v1/account/invitations/$id/acceptance").status }
            invited.api
            assert AtOnce.run(accept, accept).sort() == [200, 404]
            assert roles(invited) == ['VIEWER']
            assert people.rows("select 1 from audit_entry where action = 'invitation.accept' and details ->> 'invitation' = ?", [id]).size() == 1
        }
    }

    void "an invitation is accepted while it is withdrawn: one of the two holds"() {
        expect:
        (1..ROUNDS).each {
            def (invited, id) = invitation()
            invited.api
            def statuses = AtOnce.run(
                    { invited.api.post("/api/v1/account/invitations/$id/acceptance").status },
                    { lyon.owner.api.delete("/api/v1/authorities/$lyon.id/invitations/$id").status })
            assert statuses in [[200, 404], [404, 204]]
            assert roles(invited) == (statuses[0] == 200 ? ['VIEWER'] : [])
        }
    }

    void "a key is used for two texts at once: one is posted, the other refused"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        def write = { String text, int round ->
            lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: text], ['Idempotency-Key': "key-$round".toString()]).status
        }

        expect:
        (1..ROUNDS).each { round ->
            assert AtOnce.run({ write('One', round) }, { write('Another', round) }).sort() == [201, 409]
            assert numbers(id) == (1..round).toList()
        }
    }

    void "each reader is told once of what is written at once"() {
        given:
        def id = Towns.conversation(lviv, lyon)

        when:
        AtOnce.run(*(1..6).collect { i -> { -> lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: "Message $i".toString()]) } })

        then: 'for she has not read the first yet'
        new PollingConditions(timeout: 20, delay: 0.05).eventually {
            assert told(lyon.editor, id) == 1 && told(lyon.owner, id) == 1
        }
        told(lyon.viewer, id) == 0
    }

    private int told(TestPerson reader, String conversation) {
        people.rows("select 1 from mail where recipient = ? and link_path = ?", [reader.email, "/conversations/$conversation".toString()]).size()
    }

    private List<Integer> numbers(String id) {
        lyon.viewer.api.get("/api/v1/conversations/$id/messages?limit=200").json.items*.number
    }

    private List<String> owners(UUID authority) {
        people.rows("select person_id from membership where organisation_id = ? and role = 'OWNER'", [authority])*.person_id
    }

    private List<String> roles(TestPerson person) {
        people.rows('select role from membership where person_id = ?', [person.id])*.role
    }

    private List invitation() {
        def invited = people.person()
        [invited, lyon.owner.api.post("/api/v1/authorities/$lyon.id/invitations", [email: invited.email, role: 'viewer']).json.id]
    }
}
