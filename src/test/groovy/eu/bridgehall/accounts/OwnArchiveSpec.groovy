package eu.bridgehall.accounts

import eu.bridgehall.platform.DataFolder
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import groovy.json.JsonSlurper
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.util.zip.ZipInputStream

/** The archive of what is kept of a person. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class OwnArchiveSpec extends Specification {
    private static final String EVIL = "Eve <img src=x onerror=alert(1)> & 'Co'"

    @Inject EmbeddedServer server
    People people

    void setup() { people = new People(server) }

    private HttpResponse<byte[]> archive(TestPerson person) {
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(server.URI.resolve('/api/v1/account/data.zip'))
                .header('Authorization', "Bearer $person.accessToken").build(), HttpResponse.BodyHandlers.ofByteArray())
    }

    private static Map<String, byte[]> unpacked(byte[] zip) {
        def files = [:]
        new ZipInputStream(new ByteArrayInputStream(zip)).withCloseable {
            for (def entry = it.nextEntry; entry != null; entry = it.nextEntry) {
                files[entry.name] = it.readAllBytes()
            }
        }
        files
    }

    void "a person takes away all that is kept of her: to read, for programs, and her files"() {
        given:
        def towns = new Towns(people)
        def mine = towns.confirmed('FR', 'Lille')
        def other = towns.confirmed('IT', 'Bologna')
        def me = mine.owner
        people.sql('update person set name = ?, language = ? where id = ?', [EVIL, 'de', me.id])
        def introduction = mine.ask(other).json.id
        people.moderator().api.post("/api/v1/introductions/$introduction/approve")
        other.owner.api.post("/api/v1/introductions/$introduction/accept")
        def conversation = Towns.conversationOf(introduction, mine)
        def file = me.api.upload("/api/v1/conversations/$conversation/attachments", '<b>Plan & Ziel.pdf', '%PDF-1.7 the plan'.bytes).json
        def message = me.api.post("/api/v1/conversations/$conversation/messages", [text: 'What I <b>said</b> first', attachments: [file.id]]).json
        me.api.patch("/api/v1/conversations/$conversation/messages/$message.id", [text: 'What I say now'])
        other.owner.api.post("/api/v1/conversations/$conversation/messages", [text: 'The answer of the other side'])

        when:
        def answer = archive(me)
        def files = unpacked(answer.body())
        def data = new JsonSlurper().parseText(new String(files['data.json'], 'UTF-8'))
        def page = new String(files['my-data.html'], 'UTF-8')

        then:
        answer.statusCode() == 200
        answer.headers().firstValue('Content-Type').get() == 'application/zip'
        answer.headers().firstValue('Content-Disposition').get().contains('bridgehall-my-data.zip')
        answer.headers().firstValue('Cache-Control').get() == 'no-store'

        and: 'for programs'
        // of what is told to her there may be more by now, and taking it is an entry
        def again = me.api.get('/api/v1/account/data').json
        data.findAll { !(it.key in ['audit', 'notices']) } == again.findAll { !(it.key in ['audit', 'notices']) }
        again.audit == data.audit + again.audit.last()
        data.messages*.text == ['What I say now']
        data.messages[0].before*.text == ['What I <b>said</b> first']

        and: 'to read'
        page.contains('<html lang="de">')
        page.contains('Was Bridgehall über mich speichert')
        page.contains('Lille (')
        page.contains('Eve &lt;img src=x onerror=alert(1)&gt; &amp; ')
        page.contains('What I &lt;b&gt;said&lt;/b&gt; first')
        !page.contains('<img')
        !page.contains('<b>')
        !page.contains('<script')
        !page.contains('The answer of the other side')
        !page.contains(other.owner.email)
        !page.contains('argon2')

        and: 'her files, each in a folder of its own, which nothing leads out of'
        def sent = files.keySet().findAll { it.startsWith('files/') }
        sent.size() == 1
        sent[0].startsWith("files/$file.id/")
        !sent[0].contains('..') && !sent[0].contains('<')
        new String(files[sent[0]], 'UTF-8') == '%PDF-1.7 the plan'

        and: 'nothing of it stays'
        server.applicationContext.getBean(DataFolder).folder('tmp').toFile().list().length == 0
    }

    void "every field has its words in every language"() {
        given:
        def me = new Towns(people).confirmed('FR', 'Lille').owner

        when:
        def data = me.api.get('/api/v1/account/data').json
        def messages = server.applicationContext.getBean(eu.bridgehall.platform.i18n.Messages)

        then:
        fields(data).findAll { !messages.has("data.field.$it".toString()) }.empty
    }

    void "the page gives the same to its owner, and to nobody else"() {
        given:
        def me = people.person()
        def browser = Visitor.signedIn(me)
        def visitor = new Visitor(server.URI)
        def taken = { people.rows("select count(*) as it from audit_entry where action = 'account.export' and person_id = ?", [me.id])[0].it }

        expect:
        browser.post('/account/data', [formToken: browser.formToken('/account')]).with {
            assert statusCode() == 200
            headers().firstValue('Content-Disposition').get().contains('bridgehall-my-data.zip')
        }
        taken() == 1

        and: 'no link of another site makes her browser do it, nor does a form that is not of this service'
        browser.get('/account/data').statusCode() == 405
        browser.post('/account/data', [:]).statusCode() == 403
        taken() == 1
        visitor.post('/account/data', [formToken: visitor.formToken('/sign-in')]).with {
            statusCode() == 401 || headers().firstValue('Location').orElse('').startsWith('/sign-in')
        }
        people.visitor.get('/api/v1/account/data.zip').status == 401
    }

    /** The names of all fields, but for those of maps, which are ids. */
    private static Set<String> fields(Object data) {
        data instanceof Map ? (data.keySet() + data.findAll { it.key != 'choices' }.values().collectMany { fields(it) }) as Set
                : data instanceof List ? data.collectMany { fields(it) } as Set : [] as Set
    }
}
