package eu.bridgehall.messaging

import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.conversations.heartbeat', value = '200ms')
@Property(name = 'bridgehall.conversations.streams-per-person', value = '2')
class LiveConversationSpec extends Specification {
    static final String EVENTS = '/api/v1/conversations/events'
    @Inject EmbeddedServer server

    People people
    Towns.Town lviv
    Towns.Town lyon
    String conversation
    List<Api.Stream> streams = []
    PollingConditions soon = new PollingConditions(timeout: 20, delay: 0.05)

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
        conversation = Towns.conversation(lviv, lyon)
    }

    void cleanup() { streams*.close() }

    void "an open page is told that there is something new, and not what; nobody else is told"() {
        given:
        def hears = listen(lyon.viewer.api)
        def writes = listen(lviv.editor.api)
        def others = [new Towns(people).confirmed('PL', 'Gdynia').owner, people.moderator(), people.person()].collect { listen(it.api) }

        when:
        write('the mayor is a keen cyclist')
        soon.eventually {
            assert hears.data*.upTo == [1]
            assert writes.data*.upTo == [1]
        }
        write('and so am I')

        then:
        soon.eventually { assert hears.data*.upTo == [1, 2] }
        hears.data*.conversation.toSet() == [conversation] as Set
        hears.lines.contains('event: news')
        hears.lines.every { !it.contains('cyclist') }
        others.every { it.data.empty }
    }

    void "a stream ends as soon as #why"() {
        given:
        def who = lyon.viewer
        def stream = listen(who.api)

        when:
        people.sql(statement, [who.id])

        then:
        soon.eventually { assert stream.ended }

        when: 'and nothing comes after that'
        write('Good morning!')
        def other = listen(lyon.owner.api)
        write('Are you there?')
        soon.eventually { assert other.data*.upTo.contains(2) }

        then:
        stream.data.every { it.upTo > 2 } || stream.data.empty

        where:
        why                        | statement
        'the session has ended'    | "update session set ended_at = now(), ended_why = 'SIGNED_OUT' where person_id = ?"
        'the account is suspended' | 'update person set suspended_at = now() where id = ?'
        'the membership has ended' | 'delete from membership where person_id = ?'
    }

    void "it stays open while nothing happens, and opening it again costs nothing"() {
        given:
        def stream = listen(lyon.viewer.api)

        expect:
        soon.eventually { assert stream.lines.count { it == ': still open' } >= 3 }
        !stream.ended

        when:
        stream.close()
        write('while nobody listened')

        then:
        lyon.viewer.api.get("/api/v1/conversations/$conversation/messages?after=0").json.items*.text == ['while nobody listened']
    }

    void "one person has no more than so many open, and may open another when one is closed"() {
        given:
        def first = listen(lyon.editor.api)
        listen(lyon.editor.api)

        expect:
        lyon.editor.api.get(EVENTS).status == 429
        listen(lyon.owner.api).status == 200

        when:
        first.close()

        then:
        soon.eventually { assert listen(lyon.editor.api).status == 200 }
    }

    void "only who is signed in listens"() {
        expect:
        people.visitor.get(EVENTS).status == 401
        new Api(server).get('/conversations/events', [Accept: 'text/event-stream']).status == 401
    }

    private void write(String text) {
        assert lviv.editor.api.post("/api/v1/conversations/$conversation/messages", [text: text]).status == 201
    }

    private Api.Stream listen(Api api) {
        def stream = api.stream(EVENTS)
        streams << stream
        stream
    }
}
