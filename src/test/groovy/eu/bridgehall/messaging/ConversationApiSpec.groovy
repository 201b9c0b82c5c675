package eu.bridgehall.messaging

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.partnerships.IntroductionAccepted
import eu.bridgehall.platform.outbox.Outbox
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class ConversationApiSpec extends Specification {
    static final String SECRET = 'the mayor is a keen cyclist'
    @Inject EmbeddedServer server
    @Inject Ties ties
    @Inject AuditLog audit
    @Inject Outbox outbox

    People people
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
    }

    void "acceptance opens a conversation that both sides find"() {
        given:
        def introduction = lviv.ask(lyon).json.id

        expect:
        lviv.viewer.api.get('/api/v1/conversations').json == [items: [], next: null, total: 0]

        when:
        lyon.editor.api.post("/api/v1/introductions/$introduction/accept")
        def id = Towns.conversationOf(introduction, lviv)

        then:
        def seen = lviv.viewer.api.get("/api/v1/conversations/$id").json
        seen.introductionId == introduction
        seen.own.party == [id: lviv.id as String, kind: 'authority', name: 'Lviv', countryCode: 'UA']
        seen.others*.party == [[id: lyon.id as String, kind: 'authority', name: 'Lyon', countryCode: 'FR']]
        seen.lastMessageAt == null
        [seen.lastNumber, seen.unread, seen.mayWrite] == [0, 0, false]
        def list = lyon.owner.api.get('/api/v1/conversations').json
        list.total == 1
        list.items.collect { [it.id, it.others[0].party.name, it.mayWrite] } == [[id, 'Lviv', true]]
        lyon.viewer.api.get("/api/v1/introductions/$introduction").json.conversationId == id
        audit.about(UUID.fromString(id))*.action() == ['conversation.open']
    }

    void "an acceptance that is told twice opens one conversation"() {
        given:
        def introduction = UUID.fromString(lviv.ask(lyon).json.id)
        lyon.editor.api.post("/api/v1/introductions/$introduction/accept")
        def id = Towns.conversationOf(introduction, lviv)

        when: 'it is told again, and something after it has been heard'
        people.inTransaction { outbox.publish(new IntroductionAccepted(introduction, lviv.id, lyon.id)) }
        conversation(new Towns(people).confirmed('PL', 'Gdynia'), lyon)

        then:
        people.rows('select id from conversation where introduction_id = ?', [introduction])*.id == [UUID.fromString(id)]
        people.rows('select * from conversation_side where conversation_id = ?', [UUID.fromString(id)]).size() == 2
        lviv.viewer.api.get("/api/v1/introductions/$introduction").json.conversationId == id
    }

    void "both sides write and read, and know for whom and by whom it was written"() {
        given:
        def id = conversation()

        when:
        def posted = lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: "  Good morning!\r\n<b>Shall</b> we?  "])
        lyon.owner.api.post("/api/v1/conversations/$id/messages", [text: 'Доброго ранку!'])
        def read = lyon.viewer.api.get("/api/v1/conversations/$id/messages").json

        then:
        posted.status == 201
        posted.json.mine
        posted.json.number == 1
        read.total == 2
        read.next == null
        read.items*.text == ["Good morning!\n<b>Shall</b> we?", 'Доброго ранку!']
        read.items*.number == [1, 2]
        read.items*.author == ['Editor of Lviv', 'Owner of Lyon']
        read.items*.side*.name == ['Lviv', 'Lyon']
        read.items*.mine == [false, false]

        and: 'no address of a person is in any answer'
        [posted.body, lyon.viewer.api.get("/api/v1/conversations/$id/messages").body,
         lyon.viewer.api.get("/api/v1/conversations/$id").body].every { !it.contains('@') }
    }

    void "#who gets #read for reading and #write for writing"() {
        given:
        def id = conversation()
        lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: SECRET])
        def api = person(who)

        when:
        def reads = [api.get("/api/v1/conversations/$id"), api.get("/api/v1/conversations/$id/messages"),
                     api.post("/api/v1/conversations/$id/read", [upTo: 1])]
        def writes = api.post("/api/v1/conversations/$id/messages", [text: 'Hello.'])
        def list = api.get('/api/v1/conversations')
        def unread = api.get('/api/v1/account/unread')

        then:
        reads*.status == [read] * 3
        writes.status == write
        read == 200 || ([writes, list, unread] + reads).every { !it.body.contains(SECRET) && !it.body.contains('Lyon') }
        list.status == (read == 401 ? 401 : 200)
        list.status == 401 || list.json.total == (read == 200 ? 1 : 0)
        unread.status == 401 || unread.json.total == 0

        where:
        who                     | read | write
        'visitor'               | 401  | 401
        'somebody'              | 404  | 404
        'officer elsewhere'     | 404  | 404
        'association'           | 404  | 404
        'association elsewhere' | 404  | 404
        'moderator'             | 404  | 404
        'administrator'         | 404  | 404
        'viewer of the asker'   | 200  | 403
        'editor of the asker'   | 200  | 201
        'owner of the asker'    | 200  | 201
        'viewer of the asked'   | 200  | 403
        'editor of the asked'   | 200  | 201
        'owner of the asked'    | 200  | 201
    }

    void "who joins later sees the conversation, who leaves sees it no more"() {
        given:
        def id = conversation()
        lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Good morning!'])

        when:
        def newcomer = people.member(lyon.id, MemberRole.VIEWER)

        then:
        newcomer.api.get("/api/v1/conversations/$id/messages").json.items*.text == ['Good morning!']
        newcomer.api.get('/api/v1/account/unread').json == [total: 1, conversations: 1]

        when:
        people.sql('delete from membership where person_id = ?', [newcomer.id])

        then:
        newcomer.api.get("/api/v1/conversations/$id").status == 404
        newcomer.api.get('/api/v1/conversations').json.total == 0
        newcomer.api.get('/api/v1/account/unread').json == [total: 0, conversations: 0]
    }

    void "each person has her own count of what she has not read"() {
        given:
        def id = conversation()
        def second = conversation(new Towns(people).confirmed('PL', 'Gdynia'), lyon)
        2.times { lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: "Message $it".toString()]) }
        lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'An answer']).status == 201
        lyon.owner.api.post("/api/v1/conversations/$second/messages", [text: 'Hello Gdynia'])
        def unread = { person -> person.api.get('/api/v1/account/unread').json }

        expect: 'what I wrote I have read'
        unread(lviv.editor) == [total: 1, conversations: 1]
        unread(lviv.viewer) == [total: 3, conversations: 1]
        unread(lyon.editor) == [total: 3, conversations: 2]
        unread(lyon.viewer) == [total: 4, conversations: 2]
        lyon.viewer.api.get('/api/v1/conversations').json.items.collectEntries { [it.id, it.unread] } == [(id): 3, (second): 1]

        when:
        def answer = lyon.viewer.api.post("/api/v1/conversations/$id/read", [upTo: 2])

        then:
        answer.json.unread == 1
        answer.json.readUpTo == 2
        unread(lyon.viewer) == [total: 2, conversations: 2]
        unread(lyon.editor) == [total: 3, conversations: 2]

        and: 'a mark does not go back, nor beyond what there is'
        lyon.viewer.api.post("/api/v1/conversations/$id/read", [upTo: 1]).json.readUpTo == 2
        lyon.viewer.api.post("/api/v1/conversations/$id/read", [upTo: 1_000_000]).json.readUpTo == 3
        unread(lyon.viewer) == [total: 1, conversations: 1]

        and: 'a new message is unread again'
        lviv.owner.api.post("/api/v1/conversations/$id/messages", [text: 'One more'])
        unread(lyon.viewer) == [total: 2, conversations: 2]
    }

    void "a mark that is none is refused: #mark"() {
        given:
        def id = conversation()

        expect:
        with(lyon.viewer.api.post("/api/v1/conversations/$id/read", mark)) {
            status == 400
            fields == ['upTo']
        }

        where:
        mark << [[:], [upTo: -1]]
    }

    void "messages are walked forwards and backwards without a gap"() {
        given:
        def id = conversation()
        (1..7).each { lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: "Message $it".toString()]) }
        def path = "/api/v1/conversations/$id/messages"
        def get = { String query -> lyon.viewer.api.get(path + query).json }

        when: 'from the newest back'
        def newest = get('?limit=3')
        def older = get("?limit=3&before=$newest.next")
        def oldest = get("?limit=3&before=$older.next")

        then:
        [oldest, older, newest].collect { it.items*.number } == [[1], [2, 3, 4], [5, 6, 7]]
        oldest.next == null
        [newest, older, oldest]*.total == [7, 7, 7]

        when: 'from the oldest on'
        def first = get('?limit=4&after=0')
        def rest = get("?limit=4&after=$first.next")

        then:
        [first, rest].collect { it.items*.number } == [[1, 2, 3, 4], [5, 6, 7]]
        rest.next == null
        get('?after=7') == [items: [], next: null, total: 7]

        and:
        lyon.viewer.api.get("$path?after=1&before=3").status == 400
        lyon.viewer.api.get("$path?limit=0").fields == ['limit']
        lyon.viewer.api.get("$path?limit=201").fields == ['limit']
        lyon.viewer.api.get("$path?after=-1").fields == ['after']
        lyon.viewer.api.get("$path?before=0").fields == ['before']
        lyon.viewer.api.get("$path?after=x").status == 400
    }

    void "the list has the last active conversation first, of one authority or of all of mine"() {
        given:
        def gdynia = new Towns(people).confirmed('PL', 'Gdynia')
        def one = conversation()
        def two = conversation(gdynia, lyon)
        def mine = people.member(lviv.id, MemberRole.EDITOR).memberOf(lyon.id, MemberRole.VIEWER)

        when:
        lviv.editor.api.post("/api/v1/conversations/$one/messages", [text: 'Good morning!'])

        then:
        lyon.viewer.api.get('/api/v1/conversations').json.items*.id == [one, two]
        def page = lyon.viewer.api.get('/api/v1/conversations?limit=1').json
        page.items*.id == [one]
        page.total == 2
        lyon.viewer.api.get("/api/v1/conversations?limit=1&offset=$page.next").json.items*.id == [two]

        and: 'somebody who belongs to both sides sees it once, from the side she asks for'
        mine.api.get('/api/v1/conversations').json.items*.id == [one, two]
        mine.api.get("/api/v1/conversations?side=$lviv.id").json.items.collect { [it.id, it.own.party.name] } == [[one, 'Lviv']]
        mine.api.get("/api/v1/conversations?side=$lyon.id").json.items*.own*.party*.name == ['Lyon', 'Lyon']
        mine.api.get("/api/v1/conversations?side=$gdynia.id").status == 404
        people.moderator().api.get("/api/v1/conversations?side=$lyon.id").status == 404
    }

    void "nobody writes any more once #why, but everybody still reads"() {
        given:
        def id = conversation()
        lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Good morning!'])

        when:
        switch (why) {
            case 'one side has blocked the other': tie(TieKind.BLOCKED, lyon.id); break
            case 'the secretariat has forbidden it': tie(TieKind.FORBIDDEN, null); break
            case 'one side is suspended': lyon.status('SUSPENDED'); break
            case 'one side is archived': lviv.status('ARCHIVED'); break
        }

        then:
        [lviv, lyon].every {
            def answer = it.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Are you there?'])
            answer.status == 409 && answer.json.type.endsWith('conversations.closed') &&
                    it.viewer.api.get("/api/v1/conversations/$id/messages").json.total == 1 &&
                    !it.editor.api.get("/api/v1/conversations/$id").json.mayWrite
        }

        where:
        why << ['one side has blocked the other', 'the secretariat has forbidden it', 'one side is suspended',
                'one side is archived']
    }

    void "no text, key or word of a message is in the outbox or the audit log"() {
        given:
        def id = UUID.fromString(conversation())

        when:
        lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: SECRET])
        def event = people.rows("select payload::text from outbox_event where subject = ? and type = 'MessagePosted'", [id])
        def entry = audit.about(id).find { it.action() == 'message.post' }

        then:
        event.size() == 1
        !event[0].payload.contains('cyclist')
        entry.personId() == lviv.editor.id
        !entry.details().contains('cyclist')
    }

    private void tie(TieKind kind, UUID side) {
        people.inTransaction { ties.record(lviv.id, lyon.id, kind, Certainty.CONFIRMED, side, null) }
    }

    private String conversation(Towns.Town from = lviv, Towns.Town to = lyon) { Towns.conversation(from, to) }

    private Api person(String who) {
        switch (who) {
            case 'visitor': return people.visitor
            case 'somebody': return people.person().api
            case 'officer elsewhere': return new Towns(people).confirmed('PL', 'Gdynia').owner.api
            case 'association': return people.associationOfficer('UA').api
            case 'association elsewhere': return people.associationOfficer('PL').api
            case 'moderator': return people.moderator().api
            case 'administrator': return people.administrator().api
        }
        def town = who.endsWith('asker') ? lviv : lyon
        town."${who.tokenize(' ')[0]}".api
    }
}
