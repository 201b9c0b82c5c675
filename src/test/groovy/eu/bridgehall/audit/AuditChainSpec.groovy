package eu.bridgehall.audit

import eu.bridgehall.kernel.Actor
import eu.bridgehall.kernel.Ids
import eu.bridgehall.support.People
import eu.bridgehall.support.ServiceProcess
import eu.bridgehall.support.TestDatabase
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.lang.TempDir

import javax.sql.DataSource
import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager
import java.time.Duration
import java.time.Instant

/** What was sealed cannot be changed or taken away without being noticed, and nothing is left out. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.audit.seal-every', value = '1h')
class AuditChainSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject AuditLog log
    @Inject AuditChain chain
    @Inject SealRows seals
    @TempDir Path data
    People people

    void setup() { people = new People(server) }

    void "entries are sealed once, in a chain without gaps"() {
        when:
        def written = (1..3).collect { write() }
        def tail = chain.check()

        then:
        tail.unsealed() >= 3
        Duration.between(tail.oldestUnsealed(), Instant.now()) < Duration.ofMinutes(10)

        when:
        chain.seal()
        def sealed = chain.check()
        chain.seal()
        def again = chain.check()

        then:
        sealed.foundWhole()
        sealed.unsealed() == 0 && sealed.oldestUnsealed() == null
        sealed.sealed() == tail.sealed() + tail.unsealed()
        again.sealed() == sealed.sealed() && again.head() == sealed.head()
        written.every { id -> people.rows('select 1 from audit_entry e join audit_seal s on s.entry = e.number where e.subject = ?', [id]).size() == 1 }
        positions() == (1..sealed.sealed()).toList()
    }

    void "an entry whose transaction ends after later ones were sealed is sealed too"() {
        given: 'a transaction that has its number and stays open, longer than several looks'
        def late = Ids.next()
        def open = connection()
        open.createStatement().execute("insert into audit_entry (acted_as, action, subject) values ('service', 'parcel.late', '$late')")

        when:
        (1..4).each {
            write()
            chain.seal()
        }

        then:
        chain.check().unsealed() == 0

        when:
        open.commit()
        chain.seal()

        then:
        people.rows('select 1 from audit_entry e join audit_seal s on s.entry = e.number where e.subject = ?', [late]).size() == 1
        chain.check().foundWhole()

        when: 'and what it has held up goes on'
        (1..4).each {
            write()
            chain.seal()
        }

        then:
        chain.check().with { foundWhole() && unsealed() == 0 }

        cleanup:
        open?.close()
    }

    void "two services that seal at once make one chain"() {
        given:
        def other = new AuditChain(seals, server.applicationContext.getBean(io.micronaut.transaction.TransactionOperations), java.time.Clock.systemUTC())
        (1..50).each { write() }

        when:
        def threads = [chain, other].collect { c -> Thread.start { 5.times { c.seal() } } }
        threads*.join()
        chain.seal()
        def found = chain.check()

        then:
        found.foundWhole()
        found.unsealed() == 0
    }

    void "what somebody has done to the tables is found: #what"() {
        given: 'five entries, sealed, and somebody who owns the tables'
        (1..5).each { write() }
        chain.seal()
        def last = positions().last()
        def at = last - 2
        def entry = people.rows('select entry from audit_seal where position = ?', [at])[0].entry

        when:
        owner(done.replace(':at', "$at").replace(':entry', "$entry"))
        def found = chain.check()

        then:
        !found.foundWhole()
        found.faults().first() == new ChainCheck.Fault(at, kind == ChainCheck.FaultKind.SEAL_MISSING ? null : entry, kind)

        cleanup:
        owner(mended.replace(':at', "$at").replace(':entry', "$entry"))
        assert chain.check().foundWhole()

        where:
        what                    | done                                                                  | mended                                                                     || kind
        'another action'        | "update audit_entry set action = 'parcel.eat' where number = :entry"  | "update audit_entry set action = 'parcel.send' where number = :entry"      || ChainCheck.FaultKind.CHANGED
        'another time'          | "update audit_entry set at = at - interval '1 microsecond' where number = :entry" | "update audit_entry set at = at + interval '1 microsecond' where number = :entry" || ChainCheck.FaultKind.CHANGED
        'other details'         | "update audit_entry set details = '{\"why\": \"x\"}' where number = :entry"  | "update audit_entry set details = '{\"why\": \"test\"}' where number = :entry" || ChainCheck.FaultKind.CHANGED
        'an address taken away' | "update audit_entry set network = '10.0.0.0/24' where number = :entry" | "update audit_entry set network = null where number = :entry"             || ChainCheck.FaultKind.CHANGED
        'an entry taken away'   | "create table kept as select * from audit_entry where number = :entry; delete from audit_entry where number = :entry" | "insert into audit_entry overriding system value select * from kept; drop table kept" || ChainCheck.FaultKind.ENTRY_MISSING
        'a seal taken away'     | "create table kept as select * from audit_seal where position = :at; delete from audit_seal where position = :at" | "insert into audit_seal select * from kept; drop table kept" || ChainCheck.FaultKind.SEAL_MISSING
    }

    void "a chain that was made anew from the first seal on does not hold what was noted before"() {
        given:
        (1..2).each { write() }
        chain.seal()
        def noted = chain.check().head()

        expect:
        chain.holds(noted)
        chain.holds(" ${noted.toUpperCase()} ")

        when: 'entries are taken away and everything is sealed anew'
        owner('delete from audit_seal where position > 1; delete from audit_entry where number = (select max(number) from audit_entry)')
        new AuditChain(seals, server.applicationContext.getBean(io.micronaut.transaction.TransactionOperations), java.time.Clock.systemUTC()).seal()

        then: 'the chain in itself is whole, and does not hold the seal'
        chain.check().foundWhole()
        !chain.holds(noted)
        [null, '', '1', 'x:y', '999999999999999999:00', "1:${'0' * 64}"].findAll { it != null }.every { !chain.holds(it) }
    }

    void "the command tells what it found and ends with 1 where the chain is broken"() {
        given:
        def url = TestDatabase.newDatabase()
        def environment = [DATASOURCES_DEFAULT_URL: url, DATASOURCES_DEFAULT_USERNAME: 'postgres', DATASOURCES_DEFAULT_PASSWORD: 'postgres',
                           BRIDGEHALL_SIGNING_KEY : Base64.encoder.encodeToString(new byte[48])] + ServiceProcess.PLACES
        def command = { String... more ->
            def it = new ServiceProcess(data, environment).launch(*(['verify-audit'] + more.toList()))
            [code: it.awaitExit(), output: it.output()]
        }
        TestDatabase.asOwner(url, """
            insert into audit_entry (acted_as, action, subject) values ('service', 'parcel.send', gen_random_uuid());
            insert into audit_seal (position, entry, hash) values (1, 1, decode(repeat('ab', 32), 'hex'));
            insert into audit_entry (acted_as, action, subject) values ('service', 'parcel.send', gen_random_uuid())""")

        when: 'a seal that nobody made'
        def broken = command()

        then:
        broken.code == 1
        broken.output.contains("1 entries are sealed; the last seal is 1:${'ab' * 32}")
        broken.output.contains('1 entries wait to be sealed, the oldest since ')
        broken.output.contains('Broken at seal 1: entry 1, or its seal, was changed')
        broken.output.contains('The chain is broken')

        when: 'without it'
        TestDatabase.asOwner(url, 'alter table audit_seal disable trigger all; delete from audit_seal; alter table audit_seal enable trigger all')
        def whole = command('--noted', "0:${'0' * 64}")

        then:
        whole.code == 0
        whole.output.contains('The chain is whole')
        command('--noted', "7:${'0' * 64}").code == 1
    }

    private UUID write() {
        def subject = Ids.next()
        people.inTransaction { log.record(Actor.service(), 'parcel.send', subject, [why: 'test']) }
        subject
    }

    private List<Long> positions() { people.rows('select position from audit_seal order by position')*.position }

    private void owner(String sql) {
        people.asOwner("""alter table audit_entry disable trigger all; alter table audit_seal disable trigger all; $sql;
            alter table audit_entry enable trigger all; alter table audit_seal enable trigger all""")
    }

    private Connection connection() {
        def source = server.applicationContext.getBean(DataSource).unwrap(com.zaxxer.hikari.HikariDataSource)
        def connection = DriverManager.getConnection(source.jdbcUrl, source.username, source.password)
        connection.autoCommit = false
        connection
    }
}
