package eu.bridgehall.platform

import eu.bridgehall.support.Api
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.public-search.requests', value = '3')
@Property(name = 'bridgehall.trusted-proxies', value = '127.0.0.1')
class RateLimitSpec extends Specification {
    @Inject
    EmbeddedServer server

    void "a client that searches too often is told when to come back, and others are not hindered"() {
        given:
        def api = new Api(server)
        def search = { client -> api.get('/api/v1/places?q=Lviv', ['X-Forwarded-For': client]) }

        when:
        def answers = (1..4).collect { search('198.51.100.1') }

        then:
        answers*.status == [200, 200, 200, 429]
        answers[3].problem
        answers[3].header('Retry-After').toInteger() in 1..60

        and:
        search('198.51.100.2').status == 200
    }
}
