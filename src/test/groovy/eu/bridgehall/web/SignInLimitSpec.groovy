package eu.bridgehall.web

import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1')
class SignInLimitSpec extends Specification {
    @Inject
    EmbeddedServer server

    void "who tries too often is told when to go on, and keeps the address that was typed"() {
        given:
        def browser = new Visitor(server.URI)
        def form = [formToken: browser.formToken('/sign-in'), email: 'typed@town.example', password: 'wrong', to: '/find']

        when:
        browser.post('/sign-in', form)
        def answer = browser.post('/sign-in', form)

        then:
        answer.statusCode() == 429
        answer.headers().firstValue('Retry-After').get() as int > 0
        answer.body().contains('value="typed@town.example"')
        answer.body().contains('value="/find"')
        answer.body().contains('Try again in')
    }
}
