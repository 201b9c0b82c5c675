package eu.bridgehall.platform

import eu.bridgehall.support.Api
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class PlatformApiSpec extends Specification {
    @Inject
    EmbeddedServer server

    void "the health of the service can be asked for by anybody"() {
        when:
        def answer = new Api(server).get('/health')

        then:
        answer.status == 200
        answer.json.status == 'UP'
    }

    void "every answer tells the browser to load nothing foreign"() {
        expect:
        new Api(server).get('/health').header('Content-Security-Policy').contains("default-src 'self'")
        new Api(server).get('/nowhere').header('X-Content-Type-Options') == 'nosniff'
        new Api(server).get('/').with {
            assert ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"].every { p -> header('Content-Security-Policy').contains(p) }
            assert !header('Content-Security-Policy').contains('unsafe')
            assert header('Referrer-Policy') == 'same-origin'
            assert header('Cross-Origin-Opener-Policy') == 'same-origin'
            header('Strict-Transport-Security') == null
        }
    }

    void "where the service is reached by https, browsers are told to use nothing else"() {
        given:
        def encrypted = ApplicationContext.run(EmbeddedServer, ['bridgehall.base-url': 'https://bridgehall.example'], 'test')

        expect:
        ['/', '/nowhere', '/health', '/api/v1/places?q=Lviv'].every {
            new Api(encrypted).get(it).header('Strict-Transport-Security') == 'max-age=63072000; includeSubDomains'
        }

        cleanup:
        encrypted.close()
    }

    void "an address that does not exist is a problem document in the reader's language"() {
        when:
        def answer = new Api(server).get('/api/v1/nowhere', ['Accept-Language': 'uk'])

        then:
        answer.status == 404
        answer.problem
        answer.header('Content-Language') == 'uk'
        answer.json.title == 'Не знайдено'
    }
}
