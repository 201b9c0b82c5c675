package eu.bridgehall.web

import eu.bridgehall.support.People
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** Where people reach the service by https, its cookies are for this very host and for encrypted connections alone. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.base-url', value = 'https://bridgehall.example')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class CookieSpec extends Specification {
    @Inject EmbeddedServer server
    People people

    void setup() { people = new People(server) }

    void "every cookie is named for this host alone, and one of another name is worth nothing"() {
        given:
        def person = people.person()
        def browser = new Visitor(server.URI)

        when:
        def signedIn = browser.signIn(person)
        def language = browser.post('/language', [formToken: browser.formToken('/account'), language: 'fr', to: '/account'])

        then:
        browser.cookies.keySet() == ['__Host-visitor', '__Host-bridgehall', '__Host-language'] as Set
        [signedIn, language].collectMany { it.headers().allValues('Set-Cookie') }.each {
            def attributes = it.toLowerCase().split('; *').tail()
            assert 'secure' in attributes && 'httponly' in attributes && 'path=/' in attributes && !attributes.any { it.startsWith('domain') }
        }
        browser.get('/account').statusCode() == 200

        and: 'a neighbour on a subdomain can set a cookie of the plain name, which is not read'
        new Visitor(server.URI, [bridgehall: browser.cookies['__Host-bridgehall']]).get('/account').statusCode() != 200

        when:
        def out = browser.post('/sign-out', [formToken: browser.formToken('/account')])

        then:
        out.headers().allValues('Set-Cookie').any { it.startsWith('__Host-bridgehall=;') || it.startsWith('__Host-bridgehall=""') }
        browser.get('/account').statusCode() != 200
    }
}
