package eu.bridgehall.messaging

import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What is said to those who begin a conversation, and to those who are brought into one. */
@MicronautTest(transactional = false)
class BroughtTogetherSpec extends Specification {
    @Inject EmbeddedServer server

    People people
    Towns.Town lviv
    Towns.Town lyon
    Towns.Town gdynia

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
        gdynia = new Towns(people).confirmed('PL', 'Gdynia')
    }

    void "who is brought together with somebody that she is not in touch with is told so, and the starter before"() {
        given:
        def id = Towns.conversation(lviv, lyon, gdynia)
        def page = { Visitor.signedIn(it.viewer).get("/conversations/$id").body() }
        def strangers = { it.viewer.api.get("/api/v1/conversations/$id").json.strangers }

        expect:
        strangers(lviv) == []
        strangers(lyon) == [gdynia.id as String]
        strangers(gdynia) == [lyon.id as String]
        page(lyon).contains('Your authority is not in touch with all who take part here: Gdynia.')
        !page(lviv).contains('not in touch with all')
        Visitor.signedIn(lviv.editor).get('/conversations/new').body().contains('also where they are not in touch with each other yet')

        when:
        Towns.conversation(lyon, gdynia)

        then:
        [lyon, gdynia].every { strangers(it) == [] && !page(it).contains('not in touch with all') }

        when:
        lviv.editor.api.post("/api/v1/conversations/$id/leave")

        then:
        strangers(lyon) == []
    }

    void "the form that begins a conversation says whom #who writes to, and offers no choice that is refused"() {
        given:
        def person = who == 'an association' ? people.associationOfficer('UA') : who == 'an authority' ? lviv.editor : people.moderator()
        people.association('UA')
        def page = Visitor.signedIn(person).get('/conversations/new').body()

        expect:
        page.contains(said)
        page.contains("type=\"$type\" name=\"to\"")

        where:
        who               | type       || said
        'an authority'    | 'checkbox' || 'are written to alone'
        'an association'  | 'radio'    || 'To write to an authority of your country, open its page and choose “Write to this authority”.'
        'the secretariat' | 'radio'    || 'You write to an association.'
    }
}
