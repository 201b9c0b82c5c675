package eu.bridgehall.demo

import eu.bridgehall.support.Api
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.test-demo-loads', value = 'true')
@Property(name = 'bridgehall.introductions.review', value = 'all')
class ReviewedDemoSpec extends Specification {
    @Inject
    EmbeddedServer server

    void "where every introduction is reviewed the demonstration loads, and some wait for the secretariat"() {
        given:
        def api = new Api(server)
        def signedIn = { email -> api.as(api.post('/api/v1/sessions', [email: email, password: 'bridgehall-demo-2026']).json.accessToken) }

        expect:
        signedIn('secretariat@demo.example').get('/api/v1/review/introductions').json.total == 3

        and: 'what was accepted was let through before'
        def turku = signedIn('officer.turku@demo.example')
        def id = turku.get('/api/v1/account').json.authorities[0].id
        turku.get("/api/v1/authorities/$id/introductions?box=sent").json.items*.status == ['accepted']
    }
}
