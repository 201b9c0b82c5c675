package eu.bridgehall.web

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What was typed into a form that comes too late is given back. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class UnsentFormSpec extends Specification {
    private static final String TEXT = 'Good morning!\r\nShall we <b>meet</b> & talk? Їжак'
    private static final String SHOWN = 'Good morning!\r\nShall we &lt;b&gt;meet&lt;/b&gt; &amp; talk? Їжак'
    @Inject EmbeddedServer server

    People people
    Towns.Town lviv
    Towns.Town lyon
    String id
    Visitor writer

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
        id = Towns.conversation(lviv, lyon)
        writer = Visitor.signedIn(lyon.editor)
    }

    private String here(String path) { "http://localhost:$server.port$path" }

    private List<String> written() { lviv.viewer.api.get("/api/v1/conversations/$id/messages").json.items*.text }

    void "a message whose form is out of date is given back, and sent again by one button: #with files"() {
        given:
        def form = writer.from(here("/conversations/$id"))

        when:
        def refused = form.upload("/conversations/$id", [formToken: 'stale', key: 'one', text: TEXT], files)

        then:
        refused.statusCode() == 403
        refused.body().contains('out of date')
        refused.body().contains(">$SHOWN</textarea>")
        refused.body().contains("action=\"/conversations/$id\"")
        refused.body().contains("href=\"/conversations/$id\"")
        written() == []

        when:
        def fields = (refused.body() =~ /<input type="hidden" name="(formToken|key)" value="([^"]+)">/).collect { [it[1], it[2]] }.collectEntries()
        def token = (refused.body().split("action=\"/conversations/$id\"")[1] =~ /name="formToken" value="([^"]+)"/)[0][1] as String
        def again = form.post("/conversations/$id", [formToken: token, key: fields.key, text: TEXT])

        then:
        again.statusCode() == 303
        written() == [TEXT.replace('\r\n', '\n')]

        where:
        with | files
        'no' | [:]
        'some' | ['bill.pdf': ('%PDF-1.7' + 'x' * 900_000).bytes]
    }

    void "who was signed out meanwhile gets it back too, with the way to sign in"() {
        given:
        def page = "/conversations/$id"
        def token = writer.formToken(page)
        writer.copy().post('/sign-out', [formToken: token])

        when:
        def refused = writer.from(here(page)).upload(page, [formToken: token, text: TEXT], [:])

        then:
        refused.headers().firstValue('Location').empty
        refused.statusCode() == 401
        refused.body().contains(">$SHOWN</textarea>")
        refused.body().contains("href=\"/sign-in?to=${URLEncoder.encode(page, 'UTF-8')}\"")
        !refused.body().contains("action=\"$page\"")
        written() == []
    }

    void "any form gives back what was typed: #path"() {
        when:
        def refused = writer.from(here('/')).post(path.replace('ID', lviv.id.toString()), [formToken: 'stale', (field): 'Words of mine', version: '1'])

        then:
        refused.statusCode() == 403
        refused.body().contains('>Words of mine</textarea>')

        where:
        path                           | field
        '/conversations/new'           | 'subject'
        '/introductions/new'           | 'text'
        '/authorities/ID/edit/texts'   | 'summary-en'
    }

    void "what another site has made is not sent again by a button"() {
        expect:
        writer.from(page).post("/conversations/$id", [formToken: 'stale', text: TEXT]).with {
            statusCode() == 403 && body().contains('</textarea>') && !body().contains("action=\"/conversations/$id\"")
        }

        where:
        page << ['https://evil.example/', null]
    }

    void "no password is given back, and a form with one is not sent again by a button"() {
        when:
        def refused = writer.from(here('/account')).post('/account/password',
                [formToken: 'stale', currentPassword: People.PASSWORD, newPassword: 'nine words that nobody knows', note: 'Words of mine'])

        then:
        refused.statusCode() == 403
        refused.body().contains('Words of mine')
        !refused.body().contains('nobody knows')
        !refused.body().contains(People.PASSWORD)
        !refused.body().contains('action="/account/password"')
    }

    void "what is soon typed again is not worth it"() {
        expect:
        writer.from(here('/account')).post('/account', [formToken: 'stale', name: 'Anna Kovalenko', language: 'en']).with {
            statusCode() == 403 && !body().contains('</textarea>')
        }
    }

    void "a list of what is wrong sets its colons as the language does"() {
        given:
        def reader = Visitor.signedIn(people.member(lyon.id, MemberRole.EDITOR, [language: 'fr']))

        expect:
        reader.post('/conversations/new', [formToken: reader.formToken('/conversations/new'), text: '', subject: '']).body()
                .with { it =~ /<a href="#f-text">[^<]+\u00a0: [^<]+<\/a>/ }
    }

    void "a message that is quoted leads to where it stands, here or further up"() {
        given:
        def path = "/api/v1/conversations/$id/messages"
        def ids = (1..32).collect { lviv.editor.api.post(path, [text: "Message $it".toString()]).json.id }
        [ids[0], ids[30]].each { lyon.editor.api.post(path, [text: 'Yes.', quotes: it]) }

        when:
        def page = writer.get("/conversations/$id").body()

        then:
        page.contains("<blockquote class=\"quoted\"><a href=\"/conversations/$id?before=2#message-1\">")
        page.contains('<blockquote class="quoted"><a href="#message-31">')
        writer.get("/conversations/$id?before=2").body().contains('id="message-1"')
    }

    void "of whoever asks at once to mark as read, the furthest mark stays"() {
        given:
        (1..8).each { lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: "Message $it".toString()]) }

        when:
        def answers = AtOnce.run(*(1..8).collect { number ->
            { -> lyon.viewer.api.post("/api/v1/conversations/$id/read", [upTo: number]).status }
        })

        then:
        answers.every { it == 200 }
        lyon.viewer.api.get("/api/v1/conversations/$id").json.with { [readUpTo, unread] } == [8, 0]
    }

    void "the association of a territory's country finds there what it can do for it"() {
        given:
        def place = people.rows("select id from place where country_code = 'RE' and not retired and lat is not null order by population desc limit 1")[0].id
        def reunion = new ProfileMaker(people).confirmed('RE', [place: place])
        def page = { Visitor.signedIn(people.associationOfficer(it)).get("/authorities/$reunion.id").body() }
        def writes = "href=\"/conversations/new?to=$reunion.id\""

        expect:
        page('FR').contains(writes)
        !page('UA').contains(writes)
    }
}
