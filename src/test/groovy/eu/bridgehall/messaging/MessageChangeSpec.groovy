package eu.bridgehall.messaging

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.Ids
import eu.bridgehall.support.Api
import eu.bridgehall.platform.http.PageRequest
import eu.bridgehall.support.People
import eu.bridgehall.support.Queries
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import java.time.Instant

/** Changing, quoting and finding what was written. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.conversations.heartbeat', value = '200ms')
@Property(name = 'bridgehall.conversations.edits-per-message', value = '3')
class MessageChangeSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject Ties ties
    @Inject AuditLog audit

    People people
    Towns.Town lviv
    Towns.Town lyon
    String id

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
        id = Towns.conversation(lviv, lyon)
    }

    void "who wrote a message changes it for a while, and both sides read what it said"() {
        given:
        def message = write('On Monday.').json
        write('And bring the plans.')

        when:
        def changed = edit(message.id, 'On **Tuesday**.')
        edit(message.id, 'On Wednesday.')

        then:
        message.mayEdit
        message.editedAt == null
        changed.status == 200
        changed.json.with { [number, text, html, mayEdit] } == [1, 'On **Tuesday**.', '<p>On <strong>Tuesday</strong>.</p>', true]
        def read = lyon.viewer.api.get("/api/v1/conversations/$id/messages").json.items
        read*.text == ['On Wednesday.', 'And bring the plans.']
        read[0].editedAt != null
        !read[0].mayEdit
        lyon.viewer.api.get("$path/${message.id}/history").json.items*.text == ['On Monday.', 'On **Tuesday**.']
        lyon.viewer.api.get("/api/v1/conversations/$id").json.with { [lastNumber, revision] } == [2, 4]
        audit.about(UUID.fromString(id))*.action().count { it == 'message.edit' } == 2
        people.rows("select payload::text from outbox_event where subject = ? and type = 'MessageEdited'", [UUID.fromString(id)])
                .every { !it.payload.contains('Tuesday') }

        and: 'the same again changes nothing'
        edit(message.id, 'On Wednesday.').status == 200
        lyon.viewer.api.get("$path/${message.id}/history").json.total == 2
    }

    void "nobody changes #what"() {
        given:
        def message = write('On Monday.').json.id
        def api = lviv.editor.api

        when:
        switch (what) {
            case "somebody else's": api = lyon.editor.api; break
            case "a colleague's": api = lviv.owner.api; break
            case 'one of strangers': api = new Towns(people).confirmed('PL', 'Gdynia').owner.api; break
            case 'it after its time': people.sql("update message set at = at - interval '16 minutes' where id = ?", [UUID.fromString(message)]); break
            case 'it where nobody writes any more': people.inTransaction { ties.record(lviv.id, lyon.id, TieKind.BLOCKED, Certainty.CONFIRMED, lyon.id, null) }; break
            case 'it after she may only read': people.sql("update membership set role = 'VIEWER' where person_id = ?", [lviv.editor.id]); break
            case 'it after she has gone': people.sql('delete from membership where person_id = ?', [lviv.editor.id]); break
            case 'it when suspended': people.sql('update person set suspended_at = now() where id = ?', [lviv.editor.id]); break
            case 'what is not there': message = Ids.next(); break
        }

        then:
        api.patch("$path/$message", [text: 'On Tuesday.']).status == status
        lyon.viewer.api.get(path).json.items*.text == ['On Monday.']

        where:
        what                              || status
        "somebody else's"                 || 403
        "a colleague's"                   || 403
        'one of strangers'                || 404
        'it after its time'               || 409
        'it where nobody writes any more' || 409
        'it after she may only read'      || 403
        'it after she has gone'           || 404
        'it when suspended'               || 401
        'what is not there'               || 404
    }

    void "a change is under the rules of a message"() {
        given:
        def message = write('On Monday.').json.id

        expect:
        edit(message, ' ').fields == ['text']
        edit(message, 'x' * 10_001).fields == ['text']
        new Towns(people).confirmed('PL', 'Gdynia').owner.api.get("$path/$message/history").status == 404
    }

    void "what is changed, read or written after a side has left does not reach it"() {
        given:
        (lviv, lyon) = [new Towns(people).confirmed('UA', 'Lviv'), new Towns(people).confirmed('FR', 'Lyon')]
        def gdynia = new Towns(people).confirmed('PL', 'Gdynia')
        def id = Towns.conversation(lviv, lyon, gdynia)
        def message = say(id, 'On Monday.').json
        def quoting = lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: 'As I said.', quotes: message.id]).json
        lviv.editor.api.patch("/api/v1/conversations/$id/messages/$message.id", [text: 'On Tuesday.'])
        lyon.editor.api.post("/api/v1/conversations/$id/leave")
        def before = lyon.viewer.api.get("/api/v1/conversations/$id").json

        when:
        lviv.editor.api.patch("/api/v1/conversations/$id/messages/$message.id", [text: 'On zeppelin day.'])
        lviv.editor.api.patch("/api/v1/conversations/$id/messages/$quoting.id", [text: 'As I never said.'])
        def later = say(id, 'Between ourselves').json
        gdynia.viewer.api.post("/api/v1/conversations/$id/read", [upTo: later.number])
        gdynia.editor.api.post("/api/v1/conversations/$id/leave")
        def read = lyon.viewer.api.get("/api/v1/conversations/$id/messages").json.items

        then:
        read*.text == ['Good morning!', 'On Tuesday.', 'As I said.']
        read[2].quote.text == 'On Tuesday.'
        read[2].editedAt == null
        lyon.viewer.api.get("/api/v1/conversations/$id/messages/$message.id/history").json.items*.text == ['On Monday.']
        lyon.viewer.api.get("/api/v1/conversations/$id/messages/$quoting.id/history").json.items == []
        lyon.viewer.api.get('/api/v1/conversations/search?q=zeppelin').json.total == 0
        lyon.viewer.api.post("/api/v1/conversations/$id/messages/$message.id/report", [reason: 'spam']).json.excerpt == 'On Tuesday.'

        and: 'nor when that was, or who has read and who has left since'
        lyon.viewer.api.get("/api/v1/conversations/$id").json.with { [lastMessageAt, lastNumber, revision] } ==
                [before.lastMessageAt, before.lastNumber, before.revision]
        lyon.viewer.api.get("/api/v1/conversations/$id").json.others.find { it.party.name == 'Gdynia' }.with { [readUpTo, left] } == [3, false]

        and: 'the others see it all'
        gdynia.viewer.api.get("/api/v1/conversations/$id/messages").json.items[1].text == 'On zeppelin day.'
        lviv.viewer.api.get("/api/v1/conversations/$id").json.others.find { it.party.name == 'Gdynia' }.with { [readUpTo, left] } == [4, true]
    }

    void "a message is changed only so often"() {
        given:
        def message = write('Text 0').json.id

        expect:
        (1..4).collect { edit(message, "Text $it".toString()).status } == [200, 200, 200, 409]
        edit(message, 'Text 3').status == 200
        lyon.viewer.api.get("$path/$message/history").json.total == 3
    }

    void "a report reaches the secretariat with the one message, and nobody else"() {
        given:
        def gdynia = new Towns(people).confirmed('PL', 'Gdynia')
        write('Not for them')
        def bad = write('Send money').json.id
        def path = "/api/v1/conversations/$id/messages/$bad/report"

        expect:
        gdynia.owner.api.post(path, [reason: 'fraud']).status == 404
        lyon.viewer.api.post(path, [reason: 'x']).fields == ['reason']
        lyon.viewer.api.post(path, [reason: 'other']).fields == ['text']
        lyon.viewer.api.post("/api/v1/conversations/$id/messages/${Ids.next()}/report", [reason: 'spam']).status == 404

        when:
        def made = lyon.viewer.api.post(path, [reason: 'fraud', text: 'They want money.'])
        lyon.viewer.api.post("/api/v1/conversations/$id/report", [reason: 'spam'])
        def list = people.moderator().api.get('/api/v1/reports?limit=2').json

        then:
        made.status == 201
        lyon.viewer.api.post(path, [reason: 'spam']).status == 409
        list.items*.kind == ['conversation', 'message']
        list.items[1].with { [subject, reason, text, excerpt, reporter] } == [bad, 'fraud', 'They want money.', 'Send money', 'Viewer of Lyon']
        list.items[0].excerpt == null
        [lyon.owner, lviv.owner, people.associationOfficer('FR')].every { it.api.get('/api/v1/reports').status == 403 }
    }

    void "a message that was cleaned before it is reported is read as it was"() {
        given:
        def file = lviv.editor.api.upload("/api/v1/conversations/$id/attachments", 'bill.pdf', '%PDF-1.7'.bytes).json.id
        def message = lviv.editor.api.post(path, [text: 'Send money.', attachments: [file]]).json.id
        edit(message, 'Send us money!')
        edit(message, 'Good morning!')

        when:
        lyon.viewer.api.post("$path/$message/report", [reason: 'fraud'])
        edit(message, 'And good evening!')
        def moderator = people.moderator()
        def report = moderator.api.get('/api/v1/reports').json.items.find { it.subject == message }
        def page = Visitor.signedIn(moderator).get('/review/reports').body()

        then:
        report.with { [excerpt, earlier, files] } == ['Good morning!', ['Send money.', 'Send us money!'], ['bill.pdf']]
        ['Send money.', 'Send us money!', 'bill.pdf'].every { page.contains(it) }
    }

    void "a sending that is repeated after its message was changed is the same still"() {
        given:
        def key = ['Idempotency-Key': 'once']
        def message = lviv.editor.api.post(path, [text: 'On Monday.'], key).json.id
        edit(message, 'On Tuesday.')

        expect:
        lviv.editor.api.post(path, [text: 'On Monday.'], key).with { [status, json.id, json.text] } == [201, message, 'On Tuesday.']
        lviv.editor.api.post(path, [text: 'On Tuesday.'], key).status == 409
    }

    void "a list, a search and a choice of whom to write to cost as much for many as for one"() {
        given:
        write('Straße 1')
        def context = server.applicationContext
        def list = { Queries.least { context.getBean(ConversationService).list(lviv.editor.actor, null, new PageRequest(0, 50)) } }
        def search = { Queries.least { context.getBean(MessageSearch).find(lviv.editor.actor, 'strasse', new PageRequest(0, 50)) } }
        def choice = { Queries.least { context.getBean(ConversationStart).listReachable(lviv.editor.actor, lviv.id, null) } }
        def waiting = { Queries.least { context.getBean(WaitingConversations).of(lviv.editor.actor, Instant.EPOCH) } }
        def one = [list(), search(), choice(), waiting()]

        when:
        (1..4).each {
            def other = Towns.conversation(lviv, new Towns(people).confirmed('PL', "Gdynia $it"))
            lviv.editor.api.post("/api/v1/conversations/$other/messages", [text: 'Straße 2'])
        }

        then:
        lviv.editor.api.get('/api/v1/conversations/search?q=strasse').json.total == 5
        [list(), search(), choice(), waiting()] == one
        one.every { it > 2 && it < 16 }
    }

    void "an open page hears of a change"() {
        given:
        def message = write('On Monday.').json.id
        def stream = lyon.viewer.api.stream('/api/v1/conversations/events')

        when:
        edit(message, 'On Tuesday.')

        then:
        new PollingConditions(timeout: 20).eventually {
            assert stream.data*.revision == [2]
            assert stream.lines.contains(': still open')
        }
        stream.data*.upTo == [1]

        cleanup:
        stream.close()
    }

    void "a message answers to another one of the conversation, and to none elsewhere"() {
        given:
        def first = write('Shall we meet? ' + 'x' * 300).json.id
        def elsewhere = Towns.conversation(lviv, new Towns(people).confirmed('PL', 'Gdynia'))

        when:
        def answer = lyon.editor.api.post(path, [text: 'Yes.', quotes: first])

        then:
        answer.json.quote.with { [id, number, author] } == [first, 1, 'Editor of Lviv']
        answer.json.quote.text.length() == 201
        answer.json.quote.text.endsWith('…')
        lviv.editor.api.post("/api/v1/conversations/$elsewhere/messages", [text: 'Yes.', quotes: first]).fields == ['quotes']
        lyon.editor.api.post(path, [text: 'Yes.', quotes: Ids.next()]).fields == ['quotes']
    }

    void "words are found in my conversations, however they are written, and nowhere else"() {
        given:
        write('Die Straßenbahn nach Überlingen fährt 100 % pünktlich_so.')
        write('Привіт із Києва, п’ята година!')
        def gdynia = new Towns(people).confirmed('PL', 'Gdynia')
        def other = Towns.conversation(lviv, gdynia)
        lviv.editor.api.post("/api/v1/conversations/$other/messages", [text: 'Die Straßenbahn in Gdynia'])

        expect:
        found(lyon.viewer.api, query)*.message*.number == numbers

        where:
        query                  || numbers
        'uberlingen'           || [1]
        'STRASSENBAHN'         || [1]
        'straßenbahn'          || [1]
        'fahrt die'            || [1]
        'київ'                 || []
        'КИЄВА'                || [2]
        'привіт'               || [2]
        'gdynia'               || []
        '100 %'                || [1]
        'pünktlich_so'         || [1]
        'x_so'                 || []
        "'; drop table message" || []
    }

    void "what was found is marked, told with its conversation, page by page"() {
        given:
        (1..3).each { write("Straße $it, und noch eine Strasse".toString()) }

        when:
        def page = lyon.viewer.api.get("/api/v1/conversations/search?limit=2&q=${URLEncoder.encode('strasse', 'UTF-8')}").json
        def hit = page.items[0]

        then:
        page.total == 3
        page.next == '2'
        hit.conversation == id
        hit.others*.name == ['Lviv']
        hit.message.number == 3
        hit.marks.collect { hit.message.text.substring(it.from, it.to) } == ['Straße', 'Strasse']
        lyon.viewer.api.get('/api/v1/conversations/search').fields == ['q']
        people.visitor.get('/api/v1/conversations/search?q=a').status == 401
    }

    private String getPath() { "/api/v1/conversations/$id/messages" }

    private Api.Answer say(String conversation, String text) {
        lviv.editor.api.post("/api/v1/conversations/$conversation/messages", [text: text])
    }

    private Api.Answer write(String text) { lviv.editor.api.post(path, [text: text]) }

    private Api.Answer edit(Object message, String text) { lviv.editor.api.patch("$path/$message", [text: text]) }

    private List found(Api api, String words) {
        api.get("/api/v1/conversations/search?q=${URLEncoder.encode(words, 'UTF-8')}").json.items
    }
}
