package eu.bridgehall.hardening

import ch.qos.logback.classic.Logger
import ch.qos.logback.classic.spi.ILoggingEvent
import ch.qos.logback.core.read.ListAppender
import eu.bridgehall.support.Api
import eu.bridgehall.support.CodeProgram
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.slf4j.LoggerFactory
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Sign-ins, sign-outs and what is refused are lines of the log, with ids and without anything that was typed. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class SecurityLogSpec extends Specification {
    private static final String SESSIONS = '/api/v1/sessions'
    @Inject EmbeddedServer server
    People people
    ListAppender<ILoggingEvent> lines = new ListAppender<>()
    Logger log = LoggerFactory.getLogger('security') as Logger
    PollingConditions eventually = new PollingConditions(timeout: 20)

    void setup() {
        people = new People(server)
        lines.start()
        log.addAppender(lines)
    }

    void cleanup() { log.detachAppender(lines) }

    void "a sign-in, one that was refused, and a sign-out"() {
        given:
        def person = people.person()

        when:
        signIn(person, 'not my password')
        people.visitor.post(SESSIONS, [email: 'nobody@town.example', password: 'zeppelin zeppelin'])
        def token = signIn(person).json.accessToken
        new Api(server, token).delete("$SESSIONS/current")

        then:
        of(person)[0] == "sign-in.refused person=$person.id network=127.0.0.0/24 why=password"

        told('sign-in.refused person=- network=127.0.0.0/24 why=password')
        told("sign-in person=$person.id network=127.0.0.0/24 by=password")
        eventually.eventually { assert told("session.ended person=$person.id network=127.0.0.0/24 why=SIGNED_OUT") }
        !written().any { it.contains('zeppelin') || it.contains('@') || it.contains('not my') }
    }

    void "a session has a line where somebody ends it, and none where there was none"() {
        given:
        def administrator = people.administrator()
        def lock = { TestPerson it -> assert administrator.api.post("/api/v1/admin/people/$it.id/lock", [reason: 'Called.']).status == 204 }
        def (absent, present) = [people.person(), people.person()]
        signIn(present)

        when:
        [absent, present].each(lock)

        then:
        of(absent) == []
        of(present).last().startsWith("session.ended person=$present.id") && of(present).last().endsWith('why=LOCKED')
    }

    void "the steps of a sign-in with a second factor, and one of a suspended account"() {
        given:
        def person = people.person()
        def program = CodeProgram.setUp(person)

        when:
        signIn(person, People.PASSWORD, [code: '000000'])
        signIn(person, People.PASSWORD, [code: program.fresh(people)])
        people.sql('update person set suspended_at = now() where id = ?', [person.id])
        signIn(person)

        then:
        of(person)*.replaceAll(' person=.* ', ' ').findAll { it.startsWith('sign-in') } ==
                ['sign-in.begun by=password', 'sign-in.refused why=code', 'sign-in.begun by=password', 'sign-in by=password+code', 'sign-in.refused why=suspended']
    }

    void "what is refused for want of a right, and what a person asks for that she may not know of"() {
        given:
        def person = people.person()
        def town = people.authority().id()

        when:
        people.visitor.get('/api/v1/account')
        person.api.get('/api/v1/moderation/reports?q=zeppelin')
        person.api.get("/api/v1/conversations/$town")
        person.api.get('/api/v1/account')
        people.visitor.get("/api/v1/no/such/address/zeppelin")

        then:
        eventually.eventually {
            assert written().findAll { it.startsWith('refused') }*.replaceAll(' network=\\S+', '') == [
                    'refused person=- status=401 method=GET address=/api/v1/account',
                    "refused person=$person.id status=403 method=GET address=/api/v1/moderation/reports",
                    "refused person=$person.id status=404 method=GET address=/api/v1/conversations/{id}"]*.toString()
        }
    }

    private signIn(TestPerson person, String password = People.PASSWORD, Map more = [:]) {
        people.visitor.post(SESSIONS, [email: person.email, password: password] + more)
    }

    private List<String> written() { List.copyOf(lines.list)*.formattedMessage }

    private boolean told(String line) { written().contains(line) }

    private List<String> of(TestPerson person) { written().findAll { it.contains("person=$person.id") } }
}
