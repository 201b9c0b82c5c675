package eu.bridgehall.messaging

import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.platform.outbox.Outbox
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.data.exceptions.DataAccessException
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.conversations.heartbeat', value = '1h')
@Property(name = 'bridgehall.conversations.streams-per-person', value = '2')
class LiveConversationSpec extends Specification {
    static final String EVENTS = '/api/v1/conversations/events'
    @Inject EmbeddedServer server
    @Inject LiveStreams live
    @Inject Outbox outbox

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

    void "an open page is told that somebody has read on, and not who"() {
        given:
        def writes = listen(lviv.editor.api)
        write('Good morning!')
        soon.eventually { assert writes.data*.upTo == [1] }

        when:
        assert lyon.viewer.api.post("/api/v1/conversations/$conversation/read", [upTo: 1]).status == 200

        then:
        soon.eventually { assert writes.data*.with { [upTo, revision] } == [[1, 1], [1, 1]] }
        writes.data*.keySet().every { it == ['conversation', 'upTo', 'revision'] as Set }
    }

    void "when #why, the next #sign ends the stream, and nothing comes on it"() {
        given:
        def who = lyon.viewer
        def stream = listen(who.api)
        def other = listen(lyon.owner.api)
        write('Good morning!')
        soon.eventually { assert [stream, other].every { it.data*.upTo == [1] } }

        when:
        people.sql(statement, [who.id])
        sign == 'message' ? write('Are you there?') : live.beat()

        then:
        soon.eventually { assert stream.ended }
        stream.data*.upTo == [1]
        !stream.lines.contains(': still open')

        and: 'others go on'
        soon.eventually { assert sign == 'message' ? other.data*.upTo == [1, 2] : other.lines.contains(': still open') }
        !other.ended

        where:
        why                        | sign        | statement
        'the session has ended'    | 'message'   | "update session set ended_at = now(), ended_why = 'SIGNED_OUT' where person_id = ?"
        'the account is suspended' | 'message'   | 'update person set suspended_at = now() where id = ?'
        'the membership has ended' | 'message'   | 'delete from membership where person_id = ?'
        'the session has ended'    | 'heartbeat' | "update session set ended_at = now(), ended_why = 'SIGNED_OUT' where person_id = ?"
        'the membership has ended' | 'heartbeat' | 'delete from membership where person_id = ?'
    }

    void "a signal that the database has kept from going out goes out when it is back"() {
        given:
        def stream = listen(lyon.viewer.api)

        when: 'a message is known at the moment from which conversations cannot be read'
        people.inTransaction {
            outbox.publish(new MessagePosted(UUID.fromString(conversation), Ids.next(), 1, lviv.id, lviv.editor.id))
            people.asOwner('alter table conversation rename to conversation_gone')
        }
        live.follow()

        then:
        thrown(DataAccessException)
        stream.data.empty

        when:
        people.asOwner('alter table conversation_gone rename to conversation')

        then:
        soon.eventually { assert stream.data*.conversation.contains(conversation) }
    }

    void "many who listen hold no connection to the database"() {
        given: 'more than there are connections'
        def listeners = (1..30).collect { listen(people.member(lyon.id, MemberRole.VIEWER).api) }

        when:
        write('to everybody')

        then:
        listeners*.status == [200] * 30
        soon.eventually { assert listeners.every { it.data*.upTo == [1] } }
    }

    void "it stays open while nothing happens, and opening it again costs nothing"() {
        given:
        def stream = listen(lyon.viewer.api)
        3.times { live.beat() }

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
