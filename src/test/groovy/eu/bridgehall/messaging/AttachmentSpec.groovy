package eu.bridgehall.messaging

import eu.bridgehall.kernel.Ids
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.conversations.attachment-megabytes', value = '1')
@Property(name = 'bridgehall.conversations.attachments', value = '2')
class AttachmentSpec extends Specification {
    static final byte[] PLAN = '%PDF-1.7 the plan'.bytes
    @Inject EmbeddedServer server
    @Inject Ties ties

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

    void "a file is sent with a message, and kept by the other side under its name"() {
        given:
        def sent = upload('План міста.pdf')

        when:
        def posted = post([sent.json.id])
        def read = lyon.viewer.api.get("/api/v1/conversations/$id/messages").json.items[0]
        def file = lyon.viewer.api.get("/api/v1/conversations/$id/attachments/${sent.json.id}")

        then:
        sent.status == 201
        posted.status == 201
        read.attachments == [[id: sent.json.id, name: 'План міста.pdf', type: 'application/pdf', size: PLAN.length]]
        file.status == 200
        file.body == new String(PLAN)
        file.header('Content-Type') == 'application/pdf'
        file.header('Content-Disposition') == "attachment; filename=\"____ _____.pdf\"; filename*=UTF-8''%D0%9F%D0%BB%D0%B0%D0%BD%20%D0%BC%D1%96%D1%81%D1%82%D0%B0.pdf"
        file.header('X-Content-Type-Options') == 'nosniff'
        file.header('Content-Security-Policy') == "sandbox; default-src 'none'"
        file.header('Cache-Control') == 'no-store'
    }

    void "a file that #problem is refused"() {
        when:
        def answer = lviv.editor.api.upload(path, name, content as byte[])

        then:
        answer.status == 400
        answer.problem
        answer.fields == ['file']
        answer.json.errors[0].message.contains(said)
        people.rows('select id from message_attachment where conversation_id = ?', [UUID.fromString(id)]).empty

        where:
        problem                    | name           | content                              | said
        'is empty'                 | 'a.pdf'        | ''.bytes                             | 'Send one file'
        'is too large'             | 'a.pdf'        | Arrays.copyOf(PLAN, 1_000_001)         | 'larger than 1 MB'
        'is a web page'            | 'a.pdf'        | '<html><script>x</script>'.bytes     | 'no PDF'
        'is a program'             | 'a.png'        | 'MZ\u0090'.bytes                     | 'no PDF'
        'is named as another type' | 'a.exe'        | PLAN                                 | 'another type'
        'has a path'               | '../../a.pdf'  | PLAN                                 | 'slashes'
        'is hidden'                | '.a.pdf'       | PLAN                                 | 'slashes'
        'turns its name around'    | 'a\u202Efdp.exe' | PLAN                              | ''
    }

    void "#who gets #send for sending a file and #read for reading one"() {
        given:
        def file = upload('plan.pdf').json.id
        post([file])

        expect:
        def api = who == 'visitor' ? people.visitor : person(who)
        api.upload(path, 'a.pdf', PLAN).status == send
        api.get("/api/v1/conversations/$id/attachments/$file").status == read

        where:
        who           | send | read
        'visitor'     | 401  | 401
        'somebody'    | 404  | 404
        'elsewhere'   | 404  | 404
        'moderator'   | 404  | 404
        'viewer'      | 403  | 200
        'editor'      | 201  | 200
    }

    void "a file that waits for its message is its sender's alone, and no other message gets it"() {
        given:
        def file = upload('plan.pdf').json.id
        def other = Towns.conversation(lviv, new Towns(people).confirmed('PL', 'Gdynia'))

        expect:
        lviv.editor.api.get("/api/v1/conversations/$id/attachments/$file").status == 200
        lviv.owner.api.get("/api/v1/conversations/$id/attachments/$file").status == 404
        lyon.owner.api.get("/api/v1/conversations/$id/attachments/$file").status == 404
        lviv.editor.api.get("/api/v1/conversations/$other/attachments/$file").status == 404

        and:
        lviv.owner.api.post(messages(id), [text: 'Look', attachments: [file]]).fields == ['attachments']
        lyon.editor.api.post(messages(id), [text: 'Look', attachments: [file]]).fields == ['attachments']
        lviv.editor.api.post(messages(other), [text: 'Look', attachments: [file]]).fields == ['attachments']
        lviv.editor.api.post(messages(id), [text: 'Look', attachments: [Ids.next()]]).fields == ['attachments']

        and: 'nor is it given twice'
        post([file]).status == 201
        post([file]).fields == ['attachments']
    }

    void "a message has only so many files, and only so many wait"() {
        given:
        def files = (1..3).collect { upload("plan-${it}.pdf").json.id }

        expect:
        post(files).fields == ['attachments']
        post(files.take(2)).status == 201
        (1..20).collect { upload("more-${it}.pdf").status }.drop(19) == [429]
        lviv.editor.api.upload(path, 'a.pdf', PLAN, 'file').header('Retry-After') != null
    }

    void "nobody sends a file where nobody may write, nor two at once, nor none"() {
        expect:
        lviv.editor.api.send('POST', path, '--x--\r\n', ['Content-Type': 'multipart/form-data; boundary=x']).status == 400
        lviv.editor.api.post(path, [file: 'a']).status == 415

        when:
        people.inTransaction { ties.record(lviv.id, lyon.id, TieKind.BLOCKED, Certainty.CONFIRMED, lyon.id, null) }

        then:
        upload('plan.pdf').status == 409
    }

    private String getPath() { "/api/v1/conversations/$id/attachments" }

    private static String messages(Object conversation) { "/api/v1/conversations/$conversation/messages" }

    private upload(String name) { lviv.editor.api.upload(path, name, PLAN) }

    private post(List files) { lviv.editor.api.post(messages(id), [text: 'Here it is.', attachments: files]) }

    private person(String who) {
        switch (who) {
            case 'somebody': return people.person().api
            case 'elsewhere': return new Towns(people).confirmed('PL', 'Gdynia').owner.api
            case 'moderator': return people.moderator().api
            default: return lyon."$who".api
        }
    }
}
