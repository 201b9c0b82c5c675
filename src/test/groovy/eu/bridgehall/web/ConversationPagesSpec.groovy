package eu.bridgehall.web

import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What the pages of conversations say and keep, seen without a script. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ConversationPagesSpec extends Specification {
    @Inject EmbeddedServer server

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

    void "where more is unread than a page shows, it says so, and does not say that all is new from there"() {
        given:
        write(lviv, 36)
        def reader = Visitor.signedIn(lyon.viewer)

        when:
        def page = reader.get("/conversations/$id").body()

        then:
        page.contains('6 more unread messages above')
        page.contains('Mark all as read, also the 6 above')
        !page.contains('New from here')
        !page.contains('pointermove')

        when:
        def above = reader.get("/conversations/$id?before=7").body()

        then:
        above.contains('New from here')
        !above.contains('unread messages above')

        when: 'the first ones are read'
        lyon.viewer.api.post("/api/v1/conversations/$id/read", [upTo: 10])
        page = reader.get("/conversations/$id").body()

        then:
        page =~ /<li class="new-from" id="new">New from here<\/li>\s*<li class="message" id="message-11"/
        !page.contains(' above')
        page.contains('pointermove')
    }

    void "the list leads to what is new, and the page to the writing box"() {
        given:
        write(lviv, 1)
        def reader = Visitor.signedIn(lyon.editor)

        expect:
        reader.get('/conversations').body().contains("href=\"/conversations/$id#new\"")
        reader.get("/conversations/$id").body().with { contains('<a href="#f-text">To your message</a>') && count('id="new"') == 1 }

        when:
        lyon.editor.api.post("/api/v1/conversations/$id/read", [upTo: 1])

        then:
        reader.get("/conversations/$id").body().with { contains('class="newest" id="new"') && count('id="new"') == 1 }
        !Visitor.signedIn(lyon.viewer).get("/conversations/$id").body().contains('To your message')
    }

    void "a side that has left is not named among those who read, and its own page says that it has left"() {
        given:
        def (gent, metz, turku) = [['BE', 'Gent'], ['FR', 'Metz'], ['FI', 'Turku']].collect { new Towns(people).confirmed(*it) }
        def network = Towns.conversation(gent, metz, turku)
        def hint = { Visitor.signedIn(gent.editor).get("/conversations/$network").body() =~ /Everybody who acts for ([^<]*) and your colleagues/ }

        expect:
        hint()[0][1].tokenize(', ').toSet() == ['Metz', 'Turku'] as Set

        when:
        assert turku.editor.api.post("/api/v1/conversations/$network/leave", [:]).status == 200

        then:
        hint()[0][1] == 'Metz'
        with(Visitor.signedIn(turku.editor)) {
            def page = get("/conversations/$network").body()
            page.contains('your side, Turku, has left') && page.contains('Your side has left this conversation.') && !page.contains('you write for')
        }
    }

    void "what was being written when the other side blocked is given back: #with files"() {
        given:
        def writer = Visitor.signedIn(lyon.editor)
        def token = writer.formToken("/conversations/$id")
        assert lviv.editor.api.put("/api/v1/conversations/$id/block", [:]).status == 200

        when:
        def refused = writer.upload("/conversations/$id", [formToken: token, key: 'one', text: 'Half an hour & more of work'], files)

        then:
        refused.statusCode() == 409
        refused.body() =~ /<textarea [^>]*readonly>Half an hour &amp; more of work<\/textarea>/
        !refused.body().contains('class="card card-body no-print write"')

        where:
        with   | files
        'no'   | [:]
        'some' | ['bill.pdf': ('%PDF-1.7' + 'x' * 900_000).bytes]
    }

    void "the token of a form with files stands in the form, not in its address"() {
        given:
        def writer = Visitor.signedIn(lyon.editor)
        def page = writer.get("/conversations/$id").body()
        def token = writer.formToken("/conversations/$id")

        expect:
        !page.contains('?formToken=')
        writer.upload("/conversations/$id?formToken=$token", [key: 'a', text: 'Hello'], [:]).statusCode() == 403
        writer.upload("/conversations/$id", [key: 'b', formToken: token, text: 'Hello'], ['bill.pdf': ('%PDF-1.7' + 'x' * 900_000).bytes]).statusCode() == 303
        lviv.viewer.api.get("/api/v1/conversations/$id/messages").json.items.collect { [it.text, it.attachments*.name] } == [['Hello', ['bill.pdf']]]
    }

    void "a message is quoted without the signs of its formatting"() {
        given:
        def text = '**Dear** *colleagues*,\nsee [our page](https://example.org/)\n\n- one\n- two\n\n> `before` <b>'
        def quoted = lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: text]).json.id

        when:
        def answer = lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Yes', quotes: quoted]).json

        then:
        answer.quote.text == 'Dear colleagues, see our page one two before <b>'
        Visitor.signedIn(lyon.editor).get("/conversations/$id?quote=$quoted").body().contains('>Dear colleagues, see our page one two before &lt;b&gt;</blockquote>')
    }

    private void write(Towns.Town from, int count) {
        count.times { assert from.editor.api.post("/api/v1/conversations/$id/messages", [text: "Message ${it + 1}".toString()]).status == 201 }
    }
}
