package eu.bridgehall.accounts

import eu.bridgehall.kernel.DomainException
import eu.bridgehall.support.People
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import java.time.Duration

@MicronautTest(transactional = false)
class ThrottleSpec extends Specification {
    private static final Client HOME = new Client('192.0.2.0/24', 'test')
    @Inject
    EmbeddedServer server
    @Inject
    SignIn signIn
    @Inject
    SignInThrottle throttle
    People people

    void setup() { people = new People(server) }

    private static Client from(int network) { new Client("10.0.$network.0/24", 'test') }

    private Throwable outcome(String email, String password, Client client) {
        try {
            signIn.signIn(email, password, null, client)
            null
        } catch (DomainException e) {
            e
        }
    }

    private void fail(String email, Client client, int times) {
        times.times { throttle.attempt(email, client) }
    }

    /** Makes the pauses that there are so long that no slow machine waits for their end. */
    private void stretchPauses() {
        people.sql("update sign_in_failure set blocked_until = blocked_until + interval '1 hour' where blocked_until > last_at")
    }

    void "who guesses is slowed, with the time after which to try again"() {
        given:
        def person = people.person()
        def stranger = from(1)
        5.times { assert outcome(person.email, 'wrong', stranger) instanceof DomainException.Unauthenticated }
        outcome(person.email, 'wrong', stranger)
        stretchPauses()

        when:
        def refusal = outcome(person.email, People.PASSWORD, stranger)

        then:
        refusal instanceof DomainException.TooMany
        (refusal as DomainException.TooMany).retryAfter() > Duration.ZERO
    }

    void "a stranger who guesses elsewhere does not keep the owner out"() {
        given:
        def person = people.person()
        assert outcome(person.email, People.PASSWORD, HOME) == null

        when: 'many fail from many networks, until the account itself is slowed'
        (1..6).each { fail(person.email, from(it), 5) }
        fail(person.email, from(7), 1)
        stretchPauses()

        then:
        outcome(person.email, People.PASSWORD, from(99)) instanceof DomainException.TooMany
        outcome(person.email, People.PASSWORD, HOME) == null
    }

    void "the link of a mail makes a network known, and lets in the owner who is slowed"() {
        given:
        def person = people.person()
        def hotel = from(50)
        fail(person.email, hotel, 6)
        stretchPauses()
        assert outcome(person.email, People.PASSWORD, hotel) instanceof DomainException.TooMany

        when:
        def row = server.applicationContext.getBean(PersonRepository).findById(person.id).get()
        throttle.trust(row, hotel)

        then:
        outcome(person.email, People.PASSWORD, hotel) == null
    }

    void "an address without an account is slowed as one with an account is"() {
        given:
        def stranger = from(60)
        fail('unknown@town.example', stranger, 6)
        stretchPauses()

        expect:
        outcome('unknown@town.example', 'wrong', stranger) instanceof DomainException.TooMany
    }

    void "one password tried on many addresses is slowed by the network it comes from"() {
        given:
        def stranger = from(70)
        (1..51).each { fail("victim-$it@town.example", stranger, 1) }
        stretchPauses()

        expect:
        outcome('victim-52@town.example', 'wrong', stranger) instanceof DomainException.TooMany
    }

    void "many attempts at the same moment gain nothing"() {
        given:
        def email = 'parallel@town.example'
        def stranger = from(80)

        when:
        def results = Collections.synchronizedList([])
        (1..40).collect {
            Thread.startVirtualThread {
                try {
                    throttle.attempt(email, stranger)
                    results << true
                } catch (DomainException.TooMany ignored) {
                    results << false
                }
            }
        }*.join()

        then:
        results.size() == 40
        results.count(true) in 5..10
    }

    void "a pause doubles and has an end"() {
        given:
        def limit = new SignInThrottle.Limit(5, Duration.ofMinutes(15))

        expect:
        limit.pauseAfter(5) == Duration.ZERO
        limit.pauseAfter(6) == Duration.ofSeconds(1)
        limit.pauseAfter(9) == Duration.ofSeconds(8)
        limit.pauseAfter(1000) == Duration.ofMinutes(15)
    }

    void "networks are wide enough for one office and no wider"() {
        expect:
        Client.of(address, null).network() == network

        where:
        address               | network
        '192.0.2.77'          | '192.0.2.0/24'
        '2001:db8:1:2:3::4'   | '2001:db8:1:0:0:0:0:0/48'
        '::ffff:192.0.2.77'   | '192.0.2.0/24'
        'not.an.address'      | 'unknown'
        ''                    | 'unknown'
    }
}
