package eu.bridgehall.platform

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.Actor
import eu.bridgehall.kernel.Ids
import eu.bridgehall.platform.outbox.Outbox
import eu.bridgehall.platform.outbox.Position
import eu.bridgehall.support.ParcelConsumer
import eu.bridgehall.support.ParcelSent
import io.micronaut.context.ApplicationContext
import io.micronaut.data.jdbc.runtime.JdbcOperations
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.transaction.TransactionOperations
import io.micronaut.transaction.exceptions.IllegalTransactionStateException
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import javax.sql.DataSource
import java.sql.Connection

@MicronautTest(transactional = false)
class OutboxSpec extends Specification {
    @Inject
    Outbox outbox
    @Inject
    AuditLog audit
    @Inject
    ParcelConsumer consumer
    @Inject
    TransactionOperations<Connection> transactions
    @Inject
    DataSource dataSource
    @Inject
    JdbcOperations jdbc

    def eventually = new PollingConditions(timeout: 20, delay: 0.05)

    void "an event that is published in a transaction reaches the consumer once"() {
        given:
        def parcel = new ParcelSent(Ids.next(), 'books')

        when:
        transactions.executeWrite { outbox.publish(parcel) }

        then:
        eventually.eventually { assert consumer.received(parcel.subject()) == ['books'] }
    }

    void "an event of a transaction that is rolled back never arrives"() {
        given:
        def lost = new ParcelSent(Ids.next(), 'lost')
        def next = new ParcelSent(Ids.next(), 'next')

        when:
        try {
            transactions.executeWrite { outbox.publish(lost); throw new IllegalStateException('no') }
        } catch (IllegalStateException ignored) {
            // what the transaction was made to fail with
        }
        transactions.executeWrite { outbox.publish(next) }

        then:
        eventually.eventually { assert consumer.received(next.subject()) == ['next'] }
        consumer.received(lost.subject()) == []
    }

    void "an event cannot be published, nor an audit entry written, outside a transaction"() {
        when:
        outbox.publish(new ParcelSent(Ids.next(), 'alone'))

        then:
        thrown(IllegalTransactionStateException)

        when:
        audit.record(Actor.service(), 'parcel.send', Ids.next())

        then:
        thrown(IllegalTransactionStateException)
    }

    void "of two transactions that commit out of order both events arrive"() {
        given: 'an older transaction that has stored its event and stays open'
        def late = Ids.next()
        def early = Ids.next()
        def older = connection()
        store(older, late, 'late')

        when: 'a younger one commits first'
        def younger = connection()
        store(younger, early, 'early')
        younger.commit()
        def seenWhileOpen = outbox.readAfter(Position.START, 100_000)*.subject()

        then: 'its event waits, lest the older one be passed over'
        !seenWhileOpen.contains(early)

        when:
        older.commit()

        then:
        eventually.eventually {
            assert consumer.received(early) == ['early']
            assert consumer.received(late) == ['late']
        }

        cleanup:
        older.close()
        younger.close()
    }

    void "an event that a consumer cannot handle is set aside and those behind it arrive: #content"() {
        given:
        def before = failures('parcels')
        def poison = new ParcelSent(Ids.next(), content)
        def behind = new ParcelSent(Ids.next(), 'behind')

        when:
        transactions.executeWrite { outbox.publish(poison) }
        transactions.executeWrite { outbox.publish(behind) }

        then:
        eventually.eventually { assert consumer.received(behind.subject()) == ['behind'] }
        failures('parcels') == before + 1

        where:
        content << [ParcelConsumer.POISON, ParcelConsumer.WITHOUT_LIBRARY]
    }

    void "an entry of the audit log cannot be changed or deleted"() {
        given:
        def subject = Ids.next()
        transactions.executeWrite { audit.record(Actor.service(), 'parcel.send', subject, [why: 'test']) }

        when:
        execute("$statement where subject = '$subject'")

        then:
        thrown(org.postgresql.util.PSQLException)
        audit.about(subject)*.action() == ['parcel.send']
        audit.about(subject)[0].actedAs() == 'service'

        where:
        statement << ["update audit_entry set action = 'x'", 'delete from audit_entry']
    }

    void "a database restored from a dump, whose events bear numbers of the future, goes on with the order kept"() {
        given: 'an event that was handled and one that was not, from a server that had counted further'
        def handled = Ids.next()
        def open = Ids.next()
        def fresh = Ids.next()
        def context = ApplicationContext.builder('test').start()
        def database = context.getBean(DataSource).unwrap(com.zaxxer.hikari.HikariDataSource).jdbcUrl
        def identity = context.getBean(DatabaseIdentity).id()
        context.close()
        def connection = java.sql.DriverManager.getConnection(database, 'postgres', 'postgres')
        connection.createStatement().execute("""
            insert into outbox_event (transaction, type, subject, payload) values
              ('9000000001', 'ParcelSent', '$handled', '{"subject": "$handled", "content": "handled"}'),
              ('9000000002', 'ParcelSent', '$open', '{"subject": "$open", "content": "open"}');
            insert into outbox_progress select 'parcels', transaction, number from outbox_event
              where transaction = '9000000001'
              on conflict (consumer) do update set transaction = excluded.transaction, number = excluded.number""")
        connection.close()

        when: 'the service starts on it and something new happens'
        def restored = ApplicationContext.builder('test').properties('bridgehall.test-database': 'false',
                'datasources.default.url': database, 'datasources.default.username': 'postgres',
                'datasources.default.password': 'postgres',
                'bridgehall.signing-key': Base64.encoder.encodeToString(new byte[48])).start()
        restored.getBean(TransactionOperations).executeWrite {
            restored.getBean(Outbox).publish(new ParcelSent(fresh, 'fresh'))
        }

        then: 'what was handled is not handled again, and nothing is lost'
        def parcels = restored.getBean(ParcelConsumer)
        eventually.eventually {
            assert parcels.received(open) == ['open']
            assert parcels.received(fresh) == ['fresh']
        }
        parcels.received(handled) == []
        restored.getBean(DatabaseIdentity).id() != identity

        cleanup:
        restored?.close()
    }

    private Connection connection() {
        def source = dataSource.unwrap(com.zaxxer.hikari.HikariDataSource)
        def connection = java.sql.DriverManager.getConnection(source.jdbcUrl, source.username, source.password)
        connection.autoCommit = false
        connection
    }

    private static void store(Connection connection, UUID subject, String content) {
        def statement = connection.prepareStatement(
                "insert into outbox_event (type, subject, payload) values ('ParcelSent', ?, ?::jsonb)")
        statement.setObject(1, subject)
        statement.setString(2, """{"subject": "$subject", "content": "$content"}""")
        statement.execute()
        statement.close()
    }

    private int failures(String consumer) {
        def connection = connection()
        def rows = connection.createStatement()
                .executeQuery("select count(*) from outbox_failure where consumer = '$consumer'")
        rows.next()
        def count = rows.getInt(1)
        connection.close()
        count
    }

    private void execute(String sql) {
        def connection = connection()
        try {
            connection.createStatement().execute(sql)
            connection.commit()
        } finally {
            connection.close()
        }
    }
}
