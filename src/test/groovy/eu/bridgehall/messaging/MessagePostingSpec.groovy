package eu.bridgehall.messaging

import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.organisations.Organisations
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class MessagePostingSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject Organisations organisations

    People people
    Towns.Town lviv
    Towns.Town lyon
    String path

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
        path = "/api/v1/conversations/${Towns.conversation(lviv, lyon)}/messages"
    }

    void "a text that does not belong into a message is refused: #name"() {
        when:
        def answer = lviv.editor.api.post(path, [text: text])

        then:
        answer.status == 400
        answer.fields == ['text']
        messages().empty

        where:
        name                      | text
        'none'                    | null
        'nothing'                 | ''
        'spaces'                  | " \n\t "
        'too long'                | 'x' * 10_001
        'a bell'                  | "ding \u0007"
        'a null character'        | "end\u0000"
        'a turn of direction'     | "invoice \u202Efdp.exe"
        'an isolate'              | "a\u2066b\u2069"
        'half of a pair'          | "a\uD83Db"
        'a zero-width space'      | "a\u200Bb"
        'a tag character'         | "a" + new String(Character.toChars(0xE0041))
    }

    void "a text of full length, of several lines and scripts, is kept as it was written"() {
        expect:
        with(lviv.editor.api.post(path, [text: text])) {
            status == 201
            json.text == text
        }
        messages()*.text == [text]

        where:
        text << ['x' * 10_000, new String(Character.toChars(0x1F6B2)) * 2_000, "Один\n\n\tдва", '<script>alert(1)</script>',
                 "'; drop table message; --"]
    }

    void "sent again under the same key after a lost answer, it is posted once"() {
        given:
        def key = ['Idempotency-Key': 'a1-b2']

        when:
        def first = lviv.editor.api.post(path, [text: 'Good morning!'], key)
        def again = lviv.editor.api.post(path, [text: ' Good morning! '], key)

        then:
        first.status == 201
        again.json == first.json
        messages().size() == 1

        and: 'another text under the same key is a mistake'
        lviv.editor.api.post(path, [text: 'Good evening!'], key).status == 409

        and: 'so is another conversation, and it does not tell what the key was used for'
        def other = Towns.conversation(lviv, new Towns(people).confirmed('PL', 'Gdynia'))
        def refused = lviv.editor.api.post("/api/v1/conversations/$other/messages", [text: 'Good morning!'], key)
        refused.status == 409
        !refused.body.contains('Good morning')

        and: "somebody else's key is another key"
        lyon.editor.api.post(path, [text: 'Good morning!'], key).status == 201
        messages().size() == 2
    }

    void "a beginning that is sent again is the same, also where the other has blocked meanwhile"() {
        given:
        def key = ['Idempotency-Key': 'begin']
        def form = [to: [lyon.id], subject: 'Buses', text: 'Good morning!']
        def send = { Map changed, Map headers = key -> lviv.editor.api.post('/api/v1/conversations', form + changed, headers) }
        def begun = send([:]).json

        expect: 'another subject, text or side under the key is another beginning, and not thrown away unsaid'
        send([subject: 'Trams']).status == 409
        send([text: 'Good evening!']).status == 409
        send([to: [organisations.secretariat().id()]]).status == 409

        when:
        def written = lviv.editor.api.post("/api/v1/conversations/$begun.id/messages", [text: 'Good morning!'], ['Idempotency-Key': 'later'])

        then: 'so is what a later message was called'
        written.status == 201
        send([:], ['Idempotency-Key': 'later']).status == 409

        when:
        lyon.editor.api.put("/api/v1/conversations/$begun.id/block", [:])

        then:
        send([:]).with { [status, json.id] } == [201, begun.id]
        send([:], ['Idempotency-Key': 'new']).fields == ['to']
    }

    void "a key that is none is refused"() {
        expect:
        lviv.editor.api.post(path, [text: 'Hello'], ['Idempotency-Key': key]).fields == ['Idempotency-Key']
        messages().empty

        where:
        key << ['with space', 'x' * 101]
    }

    void "sent several times at once under the same key, it is posted once"() {
        when:
        def answers = AtOnce.run(*((1..6).collect { { -> lviv.editor.api.post(path, [text: 'Hello'], ['Idempotency-Key': 'same']) } }))

        then:
        answers*.status == [201] * 6
        answers*.json*.id.toSet().size() == 1
        messages().size() == 1
    }

    void "many who post at once get numbers without a gap"() {
        when:
        def answers = AtOnce.run(*((1..12).collect { i ->
            { -> (i % 2 ? lviv.editor : lyon.owner).api.post(path, [text: "Message $i".toString()]) }
        }))

        then:
        answers*.status == [201] * 12
        answers*.json*.number.sort() == (1..12).toList()
        lviv.viewer.api.get(path).json.items*.number == (1..12).toList()
    }

    void "how far a side has read is seen by the others"() {
        given:
        def id = path.tokenize('/')[-2]
        2.times { lviv.editor.api.post(path, [text: 'Hello']) }
        def read = { lviv.viewer.api.get("/api/v1/conversations/$id").json.others[0].readUpTo }

        expect:
        read() == 0

        when:
        lyon.viewer.api.post("/api/v1/conversations/$id/read", [upTo: 1])

        then:
        read() == 1

        when:
        lyon.editor.api.post("/api/v1/conversations/$id/read", [upTo: 2])

        then:
        read() == 2
    }

    void "somebody who may write for both sides says for which"() {
        given:
        def both = people.member(lviv.id, MemberRole.EDITOR).memberOf(lyon.id, MemberRole.OWNER)

        expect:
        both.api.post(path, [text: 'Hello']).fields == ['side']
        both.api.post(path, [text: 'Hello', side: Ids.next()]).fields == ['side']
        both.api.post(path, [text: 'Hello', side: lyon.id]).json.side.name == 'Lyon'
        with(lviv.editor.api.post(path, [text: 'Hello', side: lyon.id])) {
            fields == ['side']
            json.errors[0].message.startsWith('You do not write for this side here.')
        }
        lviv.editor.api.post(path, [text: 'Hello', side: lviv.id]).json.side.name == 'Lviv'
    }

    private List messages() { lyon.viewer.api.get("$path?limit=200").json.items }
}
