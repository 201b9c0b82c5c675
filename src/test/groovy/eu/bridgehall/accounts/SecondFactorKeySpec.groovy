package eu.bridgehall.accounts

import com.zaxxer.hikari.HikariDataSource
import eu.bridgehall.support.CodeProgram
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import javax.sql.DataSource

/** Second factors go on when the keys of the service are changed. */
class SecondFactorKeySpec extends Specification {
    @Shared @AutoCleanup('close') ApplicationContext first = ApplicationContext.builder('test').start()
    EmbeddedServer server

    void cleanup() { server?.close() }

    private People start(Map<String, String> keys) {
        server?.close()
        server = ApplicationContext.builder('test').properties([
                'bridgehall.test-database'              : 'false',
                'datasources.default.url'               : first.getBean(DataSource).unwrap(HikariDataSource).jdbcUrl,
                'datasources.default.username'          : 'postgres',
                'datasources.default.password'          : 'postgres',
                'datasources.default.maximum-pool-size' : 4] + keys).start().getBean(EmbeddedServer).start()
        new People(server)
    }

    private static String key(int number) { Base64.encoder.encodeToString([number] * 48 as byte[]) }

    private static int signIn(People people, TestPerson person, String code) {
        people.visitor.post('/api/v1/sessions', [email: person.email, password: People.PASSWORD, code: code]).status
    }

    private static String secret(People people, TestPerson person) {
        people.rows("select encode(secret, 'hex') as it from second_factor where person_id = ?", [person.id]).first().it
    }

    void "program and recovery codes let in after a change of the signing key, with #what"() {
        given:
        def people = start(['bridgehall.signing-key': key(1)])
        def person = people.person()
        def codes = []
        def program = CodeProgram.setUp(person, codes)
        def encrypted = secret(people, person)

        when:
        people = start(changed)

        then:
        signIn(people, person, '000000') == 401
        signIn(people, person, program.fresh(people)) == 200
        signIn(people, person, codes[0]) == 200
        signIn(people, person, codes[0]) == 401

        and: 'it is encrypted by the new key from now on'
        def again = secret(people, person)
        again != encrypted
        signIn(people, person, program.fresh(people)) == 200
        secret(people, person) == again

        when: 'the former one is forgotten'
        people = start(changed.findAll { it.key != 'bridgehall.former-secret-keys' })

        then: 'only what was not used since is lost'
        signIn(people, person, program.fresh(people)) == 200
        signIn(people, person, codes[1]) == 401

        where:
        what                        | changed
        'the old one as a former'   | ['bridgehall.signing-key': key(2), 'bridgehall.former-secret-keys': key(1)]
        'a secret key of their own' | ['bridgehall.signing-key': key(2), 'bridgehall.secret-key': key(3), 'bridgehall.former-secret-keys': "${key(4)},${key(1)}".toString()]
    }

    void "a secret key is given for the first time, and the signing key changed later, without anything else"() {
        given:
        def people = start(['bridgehall.signing-key': key(5)])
        def person = people.person()
        def codes = []
        def program = CodeProgram.setUp(person, codes)

        when:
        people = start(['bridgehall.signing-key': key(5), 'bridgehall.secret-key': key(6)])

        then:
        signIn(people, person, program.fresh(people)) == 200
        signIn(people, person, codes[0]) == 200

        when:
        people = start(['bridgehall.signing-key': key(7), 'bridgehall.secret-key': key(6)])

        then:
        signIn(people, person, program.fresh(people)) == 200
        signIn(people, person, codes[1]) == 401

        when: 'new recovery codes are of the secret key'
        def now = new TestPerson(people, person.id, person.email)
        def fresh = now.api.post('/api/v1/account/second-factor/recovery-codes', [password: People.PASSWORD, code: program.fresh(people)])
        people = start(['bridgehall.signing-key': key(8), 'bridgehall.secret-key': key(6)])

        then:
        signIn(people, person, fresh.json.recoveryCodes[0]) == 200
    }
}
