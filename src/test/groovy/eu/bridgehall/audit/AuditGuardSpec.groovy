package eu.bridgehall.audit

import eu.bridgehall.kernel.Actor
import eu.bridgehall.kernel.Ids
import eu.bridgehall.support.People
import eu.bridgehall.support.ServiceProcess
import eu.bridgehall.support.TestDatabase
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.postgresql.util.PSQLException
import spock.lang.Specification
import spock.lang.TempDir

import javax.sql.DataSource
import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager

/** The account under which the service works cannot touch what is in the log, whatever it tries. */
@MicronautTest(transactional = false)
class AuditGuardSpec extends Specification {
    private static final String NOT_ALLOWED = '42501'

    @Inject EmbeddedServer server
    @Inject AuditLog log
    @Inject AuditChain chain
    @Inject SealRows seals
    @TempDir Path data
    People people

    void setup() { people = new People(server) }

    void "the service's own connection is refused: #statement"() {
        given:
        def subject = Ids.next()
        people.inTransaction { log.record(Actor.service(), 'parcel.send', subject, [why: 'test']) }
        chain.seal()
        def before = everything()

        when:
        connected { it.createStatement().execute(statement) }

        then:
        def refused = thrown(PSQLException)
        refused.SQLState == NOT_ALLOWED
        everything() == before
        log.about(subject)*.action() == ['parcel.send']

        where:
        statement << [
                "update audit_entry set action = 'x'", "update audit_entry set at = now() where false", 'delete from audit_entry',
                'truncate audit_entry', 'truncate audit_entry, audit_seal', "update audit_seal set hash = hash", 'delete from audit_seal',
                'truncate audit_seal', 'drop trigger audit_entry_is_final on audit_entry', 'drop trigger audit_seal_is_final on audit_seal',
                'alter table audit_entry disable trigger audit_entry_is_final', 'alter table audit_entry disable trigger all',
                'alter table audit_seal disable trigger all', 'drop table audit_entry', 'drop table audit_seal cascade',
                'alter table audit_entry rename to audit_gone', 'alter table audit_entry alter column action type varchar',
                "create or replace function audit_entry_is_final() returns trigger language plpgsql as 'begin return null; end'",
                'drop function audit_entry_is_final() cascade', 'create trigger later before insert on audit_entry for each row execute function audit_entry_is_final()',
                'create rule nothing as on insert to audit_entry do instead nothing', 'create table audit_entry_2 (number bigint)',
                "set session_replication_role = 'replica'", 'set role postgres',
                "update flyway_schema_history set checksum = 0", 'delete from flyway_schema_history', 'create role helper superuser',
                'alter role current_user superuser', 'alter table audit_entry owner to current_user']
    }

    void "who resets the role or the session is still the same"() {
        when:
        def found = connected { Connection c ->
            c.createStatement().execute('reset role; reset session authorization')
            def rows = c.createStatement().executeQuery("select current_user, session_user, (select rolsuper or rolcreaterole or rolcreatedb from pg_roles where rolname = current_user)")
            rows.next()
            [rows.getString(1), rows.getString(2), rows.getBoolean(3)]
        }

        then:
        found[0] ==~ /context_\d+_service/
        found[0] == found[1]
        !found[2]
        seals.areGuarded()
    }

    void "of every table but those of the log it may read and write rows, and of no table more"() {
        expect:
        people.rows("""
            select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
               and c.relname not in ('audit_entry', 'audit_seal', 'flyway_schema_history')
               and not (has_table_privilege(c.oid, 'select') and has_table_privilege(c.oid, 'insert')
                        and has_table_privilege(c.oid, 'update') and has_table_privilege(c.oid, 'delete'))""") == []
        people.rows("""
            select c.relname from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
               and has_table_privilege(c.oid, 'truncate, trigger, references')""") == []
    }

    void "a service that was given one account that may not make others works, and says that nothing guards the log from it"() {
        given: 'an account that owns its database and may do nothing else'
        def url = TestDatabase.emptyDatabase()
        def name = url.substring(url.lastIndexOf('/') + 1)
        TestDatabase.asOwner(url, "create role ${name}_owner login; alter database $name owner to ${name}_owner; alter schema public owner to ${name}_owner")
        def service = external(url, "${name}_owner")

        when:
        service.start()

        then:
        service.output().contains("The service works under ${name}_owner, which owns its tables")
        service.api().get('/api/v1/places?q=Lviv').status == 200

        cleanup:
        service?.close()
    }

    void "an operator gives the owner's account and the service's, each by its name"() {
        given:
        def url = TestDatabase.emptyDatabase()
        def name = url.substring(url.lastIndexOf('/') + 1)
        TestDatabase.asOwner(url, "create role ${name}_service login")
        def owner = [BRIDGEHALL_DATABASE_OWNER_USERNAME: 'postgres', BRIDGEHALL_DATABASE_OWNER_PASSWORD: 'postgres']

        when: 'under another name'
        def wrong = external(url, 'postgres', owner).launch()

        then:
        wrong.awaitExit() == 1
        wrong.output().contains("it must be ${name}_service")

        when:
        def service = external(url, "${name}_service", owner).start()

        then:
        service.api().get('/api/v1/places?q=Lviv').status == 200
        !service.output().contains('which owns its tables')
        guarded(url, "${name}_service")

        cleanup:
        wrong?.close()
        service?.close()
    }

    private ServiceProcess external(String url, String username, Map<String, String> more = [:]) {
        new ServiceProcess(data.resolve(UUID.randomUUID().toString()), [
                DATASOURCES_DEFAULT_URL: url, DATASOURCES_DEFAULT_USERNAME: username.toString(), DATASOURCES_DEFAULT_PASSWORD: 'x',
                BRIDGEHALL_SIGNING_KEY : Base64.encoder.encodeToString(new byte[48])] + ServiceProcess.PLACES + more)
    }

    private static boolean guarded(String url, String username) {
        DriverManager.getConnection(url, username, 'x').withCloseable {
            def rows = it.createStatement().executeQuery("select has_table_privilege('audit_entry', 'insert') and not has_table_privilege('audit_entry', 'update, delete, truncate, trigger')")
            rows.next()
            rows.getBoolean(1)
        }
    }

    private List everything() {
        people.rows('select e.number, e.action, s.position, s.hash::text as hash from audit_entry e left join audit_seal s on s.entry = e.number order by e.number')
    }

    private <T> T connected(Closure<T> work) {
        def source = server.applicationContext.getBean(DataSource).unwrap(com.zaxxer.hikari.HikariDataSource)
        DriverManager.getConnection(source.jdbcUrl, source.username, source.password).withCloseable(work)
    }
}
