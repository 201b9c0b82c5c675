package eu.bridgehall.accounts

import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import io.micronaut.context.annotation.Property
import io.micronaut.context.annotation.Requires
import io.micronaut.http.annotation.Controller
import io.micronaut.http.annotation.Get
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '3')
@Property(name = 'bridgehall.rate-limits.sign-up.requests', value = '3')
@Property(name = 'bridgehall.rate-limits.password-reset.requests', value = '3')
@Property(name = 'spec', value = 'EndpointSecuritySpec')
class EndpointSecuritySpec extends Specification {
    @Inject
    EmbeddedServer server

    void "an endpoint that says nothing about who may call it is closed to everybody"() {
        given:
        def people = new People(server)

        expect:
        people.visitor.get('/api/forgotten').status == 401
        people.person().api.get('/api/forgotten').status == 403
        people.administrator().api.get('/api/forgotten').with { status == 403 && problem }
    }

    void "the metrics are for this machine only, and not for what an unknown proxy passes on"() {
        expect:
        new Api(server).get('/prometheus').status == 200
        new Api(server).get('/prometheus', ['X-Forwarded-For': '198.51.100.7']).status == 403
        new Api(server).get('/prometheus', ['X-Forwarded-For': '127.0.0.1']).status == 403
    }

    void "#path is answered so often from one address, and then with the time to wait"() {
        given:
        def api = new Api(server)

        when:
        def answers = (1..4).collect { api.post(path, body) }

        then:
        answers.take(3).every { it.status != 429 }
        answers[3].status == 429
        answers[3].problem
        answers[3].header('Retry-After').toInteger() > 0

        where:
        path                      | body
        '/api/v1/sessions'        | [email: 'a@town.example', password: 'wrong']
        '/api/v1/accounts'        | [email: 'wrong']
        '/api/v1/password-resets' | [email: 'a@town.example']
    }

    void "an address can be confirmed when too many accounts were asked for"() {
        given:
        def api = new Api(server)
        4.times { api.post('/api/v1/accounts', [email: 'wrong']) }

        expect:
        api.post('/api/v1/accounts', [email: 'wrong']).status == 429
        api.post('/api/v1/accounts/confirm', [token: 'none']).status == 400
    }

    void "no other site's page may call the API"() {
        expect:
        new Api(server).get('/api/v1/associations', [Origin: 'https://elsewhere.example']).header('Access-Control-Allow-Origin') == null
    }

    @Controller('/api/forgotten')
    @Requires(property = 'spec', value = 'EndpointSecuritySpec')
    static class Forgotten {
        @Get
        String read() { 'open' }
    }
}
