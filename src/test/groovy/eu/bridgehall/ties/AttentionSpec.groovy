package eu.bridgehall.ties

import eu.bridgehall.kernel.Ids
import io.micronaut.data.jdbc.runtime.JdbcOperations
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.transaction.SynchronousTransactionManager
import jakarta.inject.Inject
import spock.lang.Specification

import java.sql.Connection

@MicronautTest(transactional = false)
class AttentionSpec extends Specification {
    @Inject Attention attention
    @Inject Loads loads
    @Inject JdbcOperations jdbc
    @Inject SynchronousTransactionManager<Connection> transactions

    UUID lviv = Ids.next()
    UUID lyon = Ids.next()
    UUID gent = Ids.next()

    void "requests are expected of whoever is shown, the more the higher it stands"() {
        when:
        look(Ids.next(), lviv, lyon)
        look(Ids.next(), lviv, gent)

        then:
        expected(lviv) == 1.5d
        expected(lyon) == 0.375d
        told(lviv) == 2

        when: 'nothing has changed'
        attention.expect()

        then:
        told(lviv) == 2
    }

    void "only what an authority was shown last counts, and only its first ten"() {
        given:
        def asker = Ids.next()
        def others = (1..10).collect { Ids.next() }

        when:
        look(asker, lviv, lyon)
        look(asker, *others, gent)

        then:
        expected(others[0]) == 0.75d
        expected(others[9]) == 0.075d
        [expected(lviv), expected(lyon), expected(gent)] == [0, 0, 0]
    }

    void "what was shown long ago does not count"() {
        given:
        look(Ids.next(), lviv)

        when:
        tx { jdbc.prepareStatement("update authority_shown set seen = seen - interval '91 days'") { it.executeUpdate() } }
        attention.expect()

        then:
        expected(lviv) == 0
        told(lviv) == 2
    }

    void "requests that have come count where they are more"() {
        given:
        look(Ids.next(), lviv)

        when:
        tx { 3.times { loads.received(Ids.next(), lviv) } }

        then:
        expected(lviv) == 3
        loads.of(lviv).received() == 3
    }

    private void look(UUID asker, UUID... best) {
        attention.shown(asker, best as List)
        attention.write()
        attention.expect()
    }

    private double expected(UUID authority) { loads.of(authority).expected() }

    private <T> T tx(Closure<T> work) { transactions.executeWrite { work.call() } }

    private int told(UUID authority) {
        tx {
            jdbc.prepareStatement("select count(*) from outbox_event where subject = ? and type = 'LoadChanged'") {
                it.setObject(1, authority)
                def rows = it.executeQuery()
                rows.next()
                rows.getInt(1)
            }
        }
    }
}
