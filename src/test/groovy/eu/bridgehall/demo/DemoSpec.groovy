package eu.bridgehall.demo

import eu.bridgehall.support.Api
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.rate-limits.public-search.requests', value = '1000')
class DemoSpec extends Specification {
    @Inject
    EmbeddedServer server

    def eventually = new PollingConditions(timeout: 30, delay: 0.1)

    private Api getApi() { new Api(server) }

    private Api signIn(String email) {
        def answer = api.post('/api/v1/sessions', [email: email, password: 'bridgehall-demo-2026'])
        assert answer.status == 201 || answer.status == 200
        api.as(answer.json.accessToken)
    }

    private Set<String> everyCountry() { api.get('/api/v1/profiles?limit=1').json.facets.country*.code as Set }

    void "the demonstration shows authorities of many countries, each marked as demo"() {
        given:
        def officer = signIn('officer.aachen@demo.example')

        when:
        def found = officer.get('/api/v1/profiles?limit=50').json

        then:
        found.total >= 300
        found.items.every { it.authority.demo }
        everyCountry().size() >= 25

        and: 'sixty of them or more are hromadas'
        officer.get('/api/v1/profiles?country=UA&type=hromada&limit=1').json.total >= 60
    }

    void "every authority of the demonstration is found by place, has figures, needs, offers and a text"() {
        given:
        def officer = signIn('officer.aachen@demo.example')
        def ids = officer.get('/api/v1/profiles?limit=50').json.items*.authority.id

        expect:
        ids.every { id ->
            def profile = officer.get("/api/v1/profiles/$id").json
            profile.status == 'confirmed' && profile.demo && profile.content.population > 0 &&
                    profile.content.needs && profile.content.offers && profile.summary
        }
    }

    void "#email signs in with the password of the demonstration"() {
        expect:
        signIn(email).get('/api/v1/account').status == 200

        where:
        email << DemoData.signIns()
    }

    void "whoever reads of an authority in the README finds it without signing in"() {
        expect:
        api.get('/api/v1/profiles?q=Aachen').json.items*.authority*.name.contains('Aachen')
        api.get('/api/v1/profiles?q=Lviv').json.total > 0
    }

    void "officers have introductions, and conversations in which something was written"() {
        given:
        def poltava = signIn('officer.poltava@demo.example')
        def id = poltava.get('/api/v1/account').json.authorities[0].id

        expect:
        poltava.get("/api/v1/authorities/$id/introductions?box=received").json.total >= 1
        eventually.eventually {
            def conversations = poltava.get('/api/v1/conversations').json.items
            assert conversations.size() == 5
            assert conversations*.others*.size().max() == 2
            assert conversations.any { it.others*.party*.kind == ['association'] }
            assert conversations*.others.flatten()*.contact.findAll()*.mailbox == ['partnerships@gdansk.demo.example']
            assert conversations.every { c ->
                poltava.get("/api/v1/conversations/${c.id}/messages").json.total == 2
            }
        }
    }

    void "the secretariat has something to decide, and two can do what takes two"() {
        given:
        def kinds = { String who -> signIn(who).get('/api/v1/moderation/queue?limit=50').json.items*.kind as Set }

        expect: 'signals are found a moment later'
        eventually.eventually { assert kinds('moderator@demo.example').containsAll(['report', 'second-opinion', 'appeal', 'flag']) }

        and: 'who has decided waits for the others'
        kinds('secretariat@demo.example').with { contains('report') && !contains('second-opinion') && !contains('appeal') }

        and: 'whose message is hidden reads why, and can still appeal'
        def statements = signIn('officer.gdansk@demo.example').get('/api/v1/decisions').json.items
        statements*.kind == ['hide']
        statements[0].text.contains('votes')

        and: 'a wish to own an authority waits'
        signIn('moderator@demo.example').get('/api/v1/review/ownership').json.items*.takerName.contains('Jonas Muster')
    }

    void "the five minutes with curl in the README work as they stand there"() {
        given:
        def readme = Files.readString(Path.of('README.md'))
        def tour = readme.substring(readme.indexOf('<!-- tour -->'), readme.indexOf('<!-- /tour -->'))
        def commands = (tour =~ /(?s)```sh\n(.*?)```/).collect { it[1] }.join('\n')

        when:
        def process = new ProcessBuilder('bash', '-e', '-o', 'pipefail', '-c', commands).redirectErrorStream(true)
        process.environment().put('BRIDGEHALL', server.URI.toString())
        def run = process.start()
        def output = run.inputStream.text
        def exit = run.waitFor()

        then:
        exit == 0
        output.contains('"Kyiv"')
        output.contains('"Aachen"')
        output.contains('"theyNeed"')
        output.contains('"accepted"')
        output.contains('"Shall we talk on Tuesday?"')
        output.contains('"status": 401')
        !output.contains('null')
    }
}
