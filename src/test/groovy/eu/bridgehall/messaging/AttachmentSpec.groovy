package eu.bridgehall.messaging

import eu.bridgehall.kernel.Ids
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.People
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
import spock.lang.Timeout

import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.conversations.attachment-megabytes', value = '1')
@Property(name = 'bridgehall.conversations.attachments', value = '2')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class AttachmentSpec extends Specification {
    static final byte[] PLAN = '%PDF-1.7 the plan'.bytes
    static final String ODT = 'application/vnd.oasis.opendocument.text'
    static final String OPEN_XML = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
    static final String WORD = "<Types><Override ContentType=\"${OPEN_XML}.document.main+xml\"/></Types>"
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
        'is empty'                 | 'a.pdf'        | ''.bytes                             | 'nothing in the file “a.pdf”'
        'is too large'             | 'a.pdf'        | Arrays.copyOf(PLAN, 1_000_001)         | 'larger than 1 MB'
        'is a web page'            | 'a.pdf'        | '<html><script>x</script>'.bytes     | 'no PDF'
        'is a program'             | 'a.png'        | 'MZ\u0090'.bytes                     | 'no PDF'
        'is named as another type' | 'a.exe'        | PLAN                                 | 'another type'
        'has a path'               | '../../a.pdf'  | PLAN                                 | '“../../a.pdf” contains a slash'
        'is hidden'                | '.a.pdf'       | PLAN                                 | '“.a.pdf” begins with a dot'
        'turns its name around'    | 'a\u202Efdp.exe' | PLAN                              | '“a\uFFFDfdp.exe” contains characters'
        'has too long a name'      | 'a' * 200 + '.pdf' | PLAN                             | "“${'a' * 60}…” is longer than 200"
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

        when: 'many wait, the oldest makes room'
        def more = (1..20).collect { upload("more-${it}.pdf").json.id }

        then:
        post([files[2]]).fields == ['attachments']
        post([more.first()]).status == 201

        when: 'also where several come at once'
        lviv.editor.api
        AtOnce.run(*(1..6).collect { i -> { -> upload("once-${i}.pdf").status } }) == [201] * 6

        then:
        people.rows('select 1 from message_attachment where author_id = ? and message_id is null', [lviv.editor.id]).size() == 20
    }

    void "#what is no office document without macros"() {
        when:
        def answer = lviv.editor.api.upload(path, name, archive(entries))

        then:
        answer.status == status
        answer.fields == (status == 201 ? [] : ['file'])

        where:
        what                                           | name       | entries                                                              || status
        'an OpenDocument text with a macro'            | 'plan.odt' | [mimetype: ODT, 'Basic/Standard/script-lb.xml': '<a/>']              || 400
        'an OpenDocument text with a script'           | 'plan.odt' | [mimetype: ODT, 'Scripts/python/run.py': 'x']                        || 400
        'one with a macro in a part of it'             | 'plan.odt' | [mimetype: ODT, 'Object 1/Basic/script-lc.xml': '<a/>']              || 400
        'an archive that says that it is a Word file'  | 'plan.docx' | [mimetype: "${OPEN_XML}.document".toString(), 'run.exe': 'MZ']         || 400
        'a Word file with a macro'                     | 'plan.docx' | ['[Content_Types].xml': WORD, 'word/vbaProject.bin': 'x']           || 400
        'an OpenDocument text (it is one)'             | 'plan.odt' | [mimetype: ODT, 'content.xml': '<a/>', 'Pictures/scripts.png': 'x']  || 201
        'a Word file (it is one)'                      | 'plan.docx' | ['[Content_Types].xml': WORD, 'word/document.xml': '<a/>']          || 201
    }

    void "a side that has left opens the files that it has read, and none that came later"() {
        given:
        def early = upload('early.pdf').json.id
        post([early])
        assert lyon.editor.api.post("/api/v1/conversations/$id/read", [upTo: 1]).status == 200

        when:
        def late = upload('late.pdf').json.id
        people.sql('update conversation_side set left_at = now(), left_after = 1, left_revision = 1, left_active_at = now() where conversation_id = ? and organisation_id = ?',
                [UUID.fromString(id), lyon.id])
        people.sql("""insert into message (id, conversation_id, number, revision, organisation_id, author_id, text, at)
                      values (?, ?, 2, 2, ?, ?, 'Late', now())""", [UUID.fromString(late), UUID.fromString(id), lviv.id, lviv.editor.id])
        people.sql('update message_attachment set message_id = id where id = ?', [UUID.fromString(late)])
        people.sql('update conversation set last_number = 2, revision = 2 where id = ?', [UUID.fromString(id)])

        then:
        lviv.viewer.api.get("/api/v1/conversations/$id/attachments/$late").status == 200
        lyon.viewer.api.get("/api/v1/conversations/$id/attachments/$early").status == 200
        lyon.viewer.api.get("/api/v1/conversations/$id/attachments/$late").status == 404
    }

    @Timeout(60)
    void "who may not send a file is refused before anybody looks at it, and can ask for something else at once"() {
        expect:
        people.person().api.send('POST', path, '--x--\r\n', ['Content-Type': 'multipart/form-data; boundary=x']).status == 404
        lyon.viewer.api.upload(path, 'a.pdf', new byte[2_000_000]).status == 403
        with(Visitor.signedIn(people.person())) { press(it, [text: 'x', side: 'none'], [:]).statusCode() == 404 }
        with(Visitor.signedIn(lyon.viewer)) { press(it, [text: 'x', side: 'none'], ['a.pdf': new byte[2_000_000]]).statusCode() == 403 }

        and: 'on whatever connection that comes'
        (1..8).every { lyon.viewer.api.get("/api/v1/conversations/$id").status == 200 }
    }

    void "a page that was refused keeps the files for the next try, those that are still ticked, and no copies"() {
        given:
        def browser = Visitor.signedIn(lviv.editor)
        def waiting = { people.rows('select id, name from message_attachment where author_id = ? and message_id is null order by name', [lviv.editor.id]) }

        when:
        def refused = press(browser, [text: ' '], ['a.pdf': PLAN, 'b.pdf': PLAN])

        then:
        refused.statusCode() == 400
        waiting()*.name == ['a.pdf', 'b.pdf']

        when: 'one is unticked, and the text is wrong still'
        def (a, b) = waiting()*.id
        def again = press(browser, [text: ' ', offered: [a, b], attachments: b], [:])

        then:
        again.body().contains('b.pdf')
        !again.body().contains('a.pdf')
        waiting()*.id == [b]

        when:
        press(browser, [text: 'Here it is.', offered: [b], attachments: b, key: 'k'], ['c.pdf': PLAN])

        then:
        waiting() == []
        lyon.viewer.api.get(messages(id)).json.items*.attachments*.name == [['b.pdf', 'c.pdf']]

        when: 'the button is pressed again'
        def pressed = press(browser, [text: 'Here it is.', key: 'k'], ['c.pdf': PLAN])

        then:
        pressed.statusCode() == 303
        waiting() == []
    }

    void "a page whose file #problem is shown again with the text and the other file, and names the one that is wrong"() {
        given:
        def browser = Visitor.signedIn(lviv.editor)

        when:
        def refused = press(browser, [text: 'Here are both.', key: 'k'], [(name): content, 'good.pdf': PLAN])

        then:
        refused.statusCode() == 400
        refused.body().contains(said)
        refused.body().contains('Here are both.')
        refused.body().contains('good.pdf')
        (refused.body().split('id="errors"')[1] =~ /href="#f-([a-z]+)"/)*.get(1) == ['file']
        lyon.viewer.api.get(messages(id)).json.items == []

        where:
        problem                 | name                    | content | said
        'is empty'              | 'contract.pdf'          | ''.bytes | 'There is nothing in the file “contract.pdf”'
        'turns its name around' | 'rtl\u202Efdp.exe.pdf' | PLAN    | 'The name of the file “rtl\uFFFDfdp.exe.pdf”'
        'has too long a name'   | 'b' * 200 + '.pdf'      | PLAN    | 'is longer than 200 characters'
        'has a path'            | 'a/b.pdf'               | PLAN    | '“a/b.pdf” contains a slash'
    }

    void "an empty field for files is no file"() {
        given:
        def browser = Visitor.signedIn(lviv.editor)

        expect:
        press(browser, [text: 'No file.', key: 'k'], ['': ''.bytes]).statusCode() == 303
        lyon.viewer.api.get(messages(id)).json.items*.attachments == [[]]
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

    private press(Visitor browser, Map fields, Map files) {
        browser.upload("/conversations/$id", [formToken: browser.formToken('/account')] + fields, files)
    }

    private static byte[] archive(Map<String, String> entries) {
        def bytes = new ByteArrayOutputStream()
        new ZipOutputStream(bytes).withCloseable { zip ->
            entries.each { name, content ->
                zip.putNextEntry(new ZipEntry(name))
                zip.write(content.bytes)
                zip.closeEntry()
            }
        }
        bytes.toByteArray()
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
