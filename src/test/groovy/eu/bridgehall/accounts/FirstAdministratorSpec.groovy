package eu.bridgehall.accounts

import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.first-administrator.email', value = 'owner@secretariat.example')
class FirstAdministratorSpec extends Specification {
    @Inject
    EmbeddedServer server

    void "an administrator named by the settings has no password until the mailed link has set one"() {
        given:
        def people = new People(server)
        def email = 'owner@secretariat.example'
        def signIn = { String password -> people.visitor.post('/api/v1/sessions', [email: email, password: password]) }

        expect:
        signIn('').status == 401
        signIn('admin').status == 401

        when:
        def token = new Mailbox(server).await(email).token
        def set = people.visitor.post('/api/v1/password-resets/confirm', [token: token, password: 'twelve swans on a lake'])
        def tokens = signIn('twelve swans on a lake')

        then:
        set.status == 204
        people.visitor.as(tokens.json.accessToken).get('/api/v1/admin/people').status == 200
    }
}
