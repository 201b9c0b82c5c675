package eu.bridgehall.messaging

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.Ids
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
import spock.util.concurrent.PollingConditions

/** Changing, quoting and finding what was written. */
@MicronautTest(transactional = false)
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

    void "an open page hears of a change"() {
        given:
        def message = write('On Monday.').json.id
        def stream = lyon.viewer.api.stream('/api/v1/conversations/events')

        when:
        edit(message, 'On Tuesday.')

        then:
        new PollingConditions(timeout: 20).eventually { assert stream.data*.revision == [2] }
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

    private Api.Answer write(String text) { lviv.editor.api.post(path, [text: text]) }

    private Api.Answer edit(Object message, String text) { lviv.editor.api.patch("$path/$message", [text: text]) }

    private List found(Api api, String words) {
        api.get("/api/v1/conversations/search?q=${URLEncoder.encode(words, 'UTF-8')}").json.items
    }
}
