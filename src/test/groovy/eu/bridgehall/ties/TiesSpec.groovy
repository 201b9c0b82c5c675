package eu.bridgehall.ties

import eu.bridgehall.kernel.Ids
import io.micronaut.data.jdbc.runtime.JdbcOperations
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.transaction.SynchronousTransactionManager
import io.micronaut.transaction.exceptions.IllegalTransactionStateException
import jakarta.inject.Inject
import spock.lang.Specification

import java.sql.Connection
import java.util.concurrent.Callable
import java.util.concurrent.Executors

import static eu.bridgehall.ties.Certainty.*
import static eu.bridgehall.ties.TieKind.*

@MicronautTest(transactional = false)
class TiesSpec extends Specification {
    @Inject Ties ties
    @Inject Loads loads
    @Inject JdbcOperations jdbc
    @Inject SynchronousTransactionManager<Connection> transactions

    UUID lviv = Ids.next()
    UUID lyon = Ids.next()
    UUID gent = Ids.next()

    void "a tie is written only in the transaction of what it follows from"() {
        when:
        ties.record(lviv, lyon, PARTNER, CONFIRMED, null, null)

        then:
        thrown(IllegalTransactionStateException)
    }

    void "a tie reads the same from both sides and is not doubled"() {
        when:
        def first = tx { ties.record(lviv, lyon, PARTNER, STATED, null, null) }
        def again = tx { ties.record(lyon, lviv, PARTNER, STATED, null, null) }

        then:
        first
        !again
        ties.between(lviv, lyon) == ties.between(lyon, lviv)
        ties.between(lviv, lyon).size() == 1
        ties.of(lyon)[0].otherThan(lyon) == lviv
    }

    void "a partnership becomes more certain and never less"() {
        when:
        tx { ties.record(lviv, lyon, PARTNER, KNOWN_UNCONFIRMED, null, null) }
        tx { ties.record(lviv, lyon, PARTNER, CONFIRMED, null, null) }
        tx { ties.record(lviv, lyon, PARTNER, STATED, null, null) }

        then:
        ties.between(lviv, lyon)*.certainty == [CONFIRMED]
    }

    void "whoever may not be suggested: #kind #certainty by the #side"() {
        when:
        tx { ties.record(lviv, lyon, kind, certainty, sided ? (side == 'asker' ? lviv : lyon) : null, null) }

        then:
        (lyon in ties.excludedFor(lviv)) == excluded
        !(lyon in ties.excludedFor(gent))

        where:
        kind                  | certainty         | side    || excluded
        PARTNER               | CONFIRMED         | 'none'  || true
        PARTNER               | STATED            | 'none'  || true
        PARTNER               | KNOWN_UNCONFIRMED | 'none'  || false
        INTRODUCTION_OPEN     | CONFIRMED         | 'asker' || true
        INTRODUCTION_OPEN     | CONFIRMED         | 'other' || true
        INTRODUCTION_ACCEPTED | CONFIRMED         | 'none'  || true
        BLOCKED               | CONFIRMED         | 'asker' || true
        BLOCKED               | CONFIRMED         | 'other' || true
        FORBIDDEN             | CONFIRMED         | 'none'  || true
        DISMISSED             | CONFIRMED         | 'asker' || true
        DISMISSED             | CONFIRMED         | 'other' || false
        sided = side != 'none'
    }

    void "two authorities may write once both agreed, unless one of them blocks"() {
        expect:
        !ties.mayWrite(lviv, lyon)

        when:
        tx { ties.record(lviv, lyon, PARTNER, STATED, null, null) }

        then: 'what one side says opens nothing'
        !ties.mayWrite(lviv, lyon)

        when:
        tx { ties.record(lviv, lyon, INTRODUCTION_ACCEPTED, CONFIRMED, null, null) }

        then:
        ties.mayWrite(lviv, lyon)
        ties.mayWrite(lyon, lviv)

        when:
        tx { ties.record(lviv, lyon, BLOCKED, CONFIRMED, lyon, null) }

        then:
        !ties.mayWrite(lviv, lyon)

        when:
        tx { ties.end(lviv, lyon, BLOCKED, lyon, null) }

        then:
        ties.mayWrite(lviv, lyon)
    }

    void "an introduction can be asked for again once the first has ended"() {
        expect:
        ties.mayAskIntroduction(lviv, lyon)
        !ties.mayAskIntroduction(lviv, lviv)

        when:
        tx { ties.record(lviv, lyon, INTRODUCTION_OPEN, CONFIRMED, lviv, null) }

        then:
        !ties.mayAskIntroduction(lyon, lviv)

        when:
        def ended = tx { ties.end(lviv, lyon, INTRODUCTION_OPEN, lviv, 'declined') }

        then:
        ended
        ties.mayAskIntroduction(lviv, lyon)
        !tx { ties.end(lviv, lyon, INTRODUCTION_OPEN, lviv, 'declined') }

        and: 'a dismissal by one side does not shut the door'
        tx { ties.record(lviv, lyon, DISMISSED, CONFIRMED, lyon, null) }
        ties.mayAskIntroduction(lviv, lyon)
    }

    void "a tie needs its side, and nobody has a tie with itself"() {
        when:
        tx { ties.record(one == 'lviv' ? lviv : lyon, lyon, kind, CONFIRMED, side == 'gent' ? gent : null, null) }

        then:
        thrown(IllegalArgumentException)

        where:
        one    | kind    | side
        'lyon' | PARTNER | null
        'lviv' | BLOCKED | null
        'lviv' | BLOCKED | 'gent'
        'lviv' | PARTNER | 'gent'
    }

    void "the same tie recorded twice at the same time is one tie"() {
        given:
        def pool = Executors.newFixedThreadPool(4)

        when:
        def changed = pool.invokeAll((1..4).collect {
            { -> tx { ties.record(lviv, lyon, INTRODUCTION_OPEN, CONFIRMED, lviv, null) } } as Callable
        })*.get()

        then:
        changed.count(true) == 1
        ties.between(lviv, lyon).size() == 1

        cleanup:
        pool.shutdown()
    }

    void "every change of a tie is told to others"() {
        when:
        tx { ties.record(lviv, lyon, BLOCKED, CONFIRMED, lviv, null) }
        tx { ties.record(lviv, lyon, BLOCKED, CONFIRMED, lviv, null) }
        tx { ties.end(lviv, lyon, BLOCKED, lviv, null) }

        then:
        events(lviv) == ['TieChanged', 'TieChanged']
    }

    void "an authority's load counts what it received, and its answer rate what it answered of it"() {
        given:
        def requests = (1..4).collect { Ids.next() }

        when:
        tx {
            requests.each { loads.received(it, lviv) }
            loads.received(requests[0], lviv)
            loads.answered(requests[0], lviv)
            loads.withdrawn(requests[3])
            loads.stateCapacity(lviv, 3)
        }
        def load = loads.of(lviv)

        then:
        [load.received(), load.open(), load.answered(), load.capacity()] == [3, 2, 1, 3]
        load.answerRate().asDouble == 1.0d

        when: 'one of them has waited too long, another was long ago'
        age(requests[1], 15)
        age(requests[2], 200)
        load = loads.of(lviv)

        then:
        [load.received(), load.open(), load.due()] == [2, 1, 2]
        load.answerRate().asDouble == 0.5d

        and: 'nothing is known of an authority that nobody asked'
        loads.of([gent])[gent].answerRate().empty
        loads.of(gent).capacity() == null
    }

    private <T> T tx(Closure<T> work) { transactions.executeWrite { work.call() } }

    private void age(UUID request, int days) {
        tx {
            jdbc.prepareStatement(
                    "update authority_request set received = received - make_interval(days => $days) where id = ?".toString()) {
                it.setObject(1, request)
                it.executeUpdate()
            }
        }
    }

    private List<String> events(UUID subject) {
        tx {
            jdbc.prepareStatement('select type from outbox_event where subject = ? order by number') {
                it.setObject(1, subject)
                def rows = it.executeQuery()
                def types = []
                while (rows.next()) types << rows.getString(1)
                types
            }
        }
    }
}
