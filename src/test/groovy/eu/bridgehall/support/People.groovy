package eu.bridgehall.support

import com.zaxxer.hikari.HikariDataSource
import eu.bridgehall.accounts.TestSessions
import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.organisations.Organisation
import eu.bridgehall.organisations.Organisations
import io.micronaut.context.ApplicationContext
import io.micronaut.data.jdbc.runtime.JdbcOperations
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.transaction.TransactionOperations

import javax.sql.DataSource
import java.sql.PreparedStatement

/**
 * The people of a spec, made straight in the database and signed in without the slow hash. Each call
 * makes another person, with an address of their own.
 *
 * <pre>
 * def people = new People(server)
 * def officer = people.member(authorityId, MemberRole.OWNER)
 * officer.api.get('/api/v1/account')
 * service.act(officer.actor)
 * </pre>
 */
class People {
    /** The password of every person made here. */
    static final String PASSWORD = 'seven bridges over the Pregel'
    private static String hash

    final EmbeddedServer server
    final ApplicationContext context

    People(EmbeddedServer server) {
        this.server = server
        this.context = server.applicationContext
    }

    /** Anybody: the API without a token. */
    Api getVisitor() { new Api(server) }

    /** Somebody with a confirmed account and no role. */
    TestPerson person(Map<String, Object> given = [:]) {
        def id = Ids.next()
        def email = given.email ?: "person-${id}@example.org".toString()
        def name = given.name ?: 'Test Person'
        def language = given.language ?: 'en'
        sql("""insert into person (id, email, name, password_hash, language, created_at)
               values (?, ?, ?, ?, ?, now())""", [id, email, name, passwordHash(), language])
        TestSessions.accept(context, id)
        new TestPerson(this, id, email)
    }

    TestPerson moderator() { person().withRole(PlatformRole.MODERATOR) }

    TestPerson administrator() { person().withRole(PlatformRole.ADMINISTRATOR) }

    /** An officer of the association of a country, which is made where there is none. */
    TestPerson associationOfficer(String country) {
        person().officerOf(association(country).id())
    }

    TestPerson member(UUID authorityId, MemberRole role = MemberRole.OWNER, Map<String, Object> given = [:]) {
        person(given).memberOf(authorityId, role)
    }

    /** An authority of which nothing is known but country and name. */
    Organisation authority(String country = 'FR', String name = 'Testville') {
        inTransaction { context.getBean(Organisations).createAuthority(country, name) }
    }

    Organisation association(String country) {
        def organisations = context.getBean(Organisations)
        inTransaction {
            organisations.associationOf(country)
                    .orElseGet { organisations.createAssociation(country, "Association of $country", null) }
        }
    }

    /** Runs in one transaction, as a service's method does. */
    def <T> T inTransaction(Closure<T> work) {
        context.getBean(TransactionOperations).executeWrite { work.call() }
    }

    /** Writes straight to the database. */
    int sql(String statement, List<Object> parameters = []) {
        inTransaction {
            context.getBean(JdbcOperations).prepareStatement(statement) { PreparedStatement s ->
                parameters.eachWithIndex { value, i -> s.setObject(i + 1, value instanceof GString ? value.toString() : value) }
                s.executeUpdate()
            }
        }
    }

    /** Changes the tables themselves, as their owner: the account of the service may not. */
    void asOwner(String statement) {
        TestDatabase.asOwner(context.getBean(DataSource).unwrap(HikariDataSource).jdbcUrl, statement)
    }

    /** Reads straight from the database. */
    List<Map<String, Object>> rows(String query, List<Object> parameters = []) {
        inTransaction {
            context.getBean(JdbcOperations).prepareStatement(query) { PreparedStatement s ->
                parameters.eachWithIndex { value, i -> s.setObject(i + 1, value) }
                def rows = s.executeQuery()
                def names = (1..rows.metaData.columnCount).collect { rows.metaData.getColumnLabel(it) }
                def found = []
                while (rows.next()) {
                    found << names.collectEntries { [it, rows.getObject(it)] }
                }
                found
            }
        }
    }

    private String passwordHash() {
        synchronized (People) {
            hash = hash ?: TestSessions.hash(context, PASSWORD)
        }
    }
}
