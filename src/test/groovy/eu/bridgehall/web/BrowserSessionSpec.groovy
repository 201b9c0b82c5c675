package eu.bridgehall.web

import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse

/** Sessions and forms as a browser sends them, without a browser's help. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class BrowserSessionSpec extends Specification {
    @Inject
    @Shared
    EmbeddedServer server
    @Shared
    People people

    void setup() {
        people = people ?: new People(server)
    }

    void "signing in sets one cookie that no script can read and no other site can use"() {
        given:
        def browser = new Visitor(server.URI)

        when:
        def answer = browser.signIn(people.person())

        then:
        answer.statusCode() == 303
        answer.headers().firstValue('Location').get() == '/dashboard'
        def cookie = answer.headers().allValues('Set-Cookie').find { it.startsWith('bridgehall=') }
        def attributes = cookie.toLowerCase().split('; *').tail()
        'httponly' in attributes
        'samesite=lax' in attributes
        'path=/' in attributes
        browser.get('/dashboard').statusCode() == 200
    }

    void "a form #what is refused, and nothing is done"() {
        given:
        def person = people.person()
        def browser = new Visitor(server.URI)
        browser.signIn(person)
        def stranger = new Visitor(server.URI)
        stranger.get('/sign-in')
        def other = new Visitor(server.URI)
        other.signIn(people.person())
        def before = browser.formToken('/dashboard')

        when:
        def token = [none: null, foreign: other.formToken('/dashboard'), visitor: stranger.formToken('/sign-in'), made: 'x' * 43][which]
        def answer = browser.post('/sign-out', token == null ? [:] : [formToken: token])

        then:
        answer.statusCode() == 403
        answer.body().contains('out of date')
        browser.get('/dashboard').statusCode() == 200
        browser.formToken('/dashboard') == before

        where:
        which     | what
        'none'    | 'without its token'
        'foreign' | 'with the token of another session'
        'visitor' | 'with the token of a visitor'
        'made'    | 'with a made-up token'
    }

    void "a form that was opened before signing in again is refused"() {
        given:
        def person = people.person()
        def browser = new Visitor(server.URI)
        browser.signIn(person)
        def stale = browser.formToken('/dashboard')
        browser.post('/sign-out', [formToken: stale])
        browser.signIn(person)

        expect:
        browser.post('/sign-out', [formToken: stale]).statusCode() == 403
        browser.post('/sign-out', [formToken: browser.formToken('/dashboard')]).statusCode() == 303
    }

    void "a form that no page of ours can have sent is refused: #type"() {
        given:
        def browser = new Visitor(server.URI)
        browser.signIn(people.person())

        expect:
        browser.send('POST', '/sign-out', "{\"formToken\": \"${browser.formToken('/dashboard')}\"}", type).statusCode() == 403

        where:
        type << ['application/json', 'text/plain']
    }

    void "signing out ends the session on the server, in all tabs"() {
        given:
        def browser = new Visitor(server.URI)
        browser.signIn(people.person())
        def kept = browser.copy()

        when:
        browser.post('/sign-out', [formToken: browser.formToken('/dashboard')])

        then:
        kept.get('/dashboard').statusCode() == 303
        kept.get('/dashboard').headers().firstValue('Location').get() == '/sign-in?to=%2Fdashboard'
    }

    void "the cookie is worth nothing for the API, and a token of the API nothing for the pages"() {
        given:
        def person = people.person()
        def browser = new Visitor(server.URI)
        browser.signIn(person)

        expect:
        browser.get('/api/v1/account').statusCode() == 401
        new Api(server, browser.cookies.bridgehall).get('/api/v1/account').status == 401
        new Api(server, person.api.token).get('/dashboard', [Accept: 'text/html']).status == 303
        new Visitor(server.URI, [bridgehall: person.api.token]).get('/dashboard').statusCode() == 303
    }

    void "a session slides with use and is over when it was not used for long"() {
        given:
        def person = people.person()
        def browser = new Visitor(server.URI)
        browser.signIn(person)
        def session = "person_id = '$person.id' and ended_at is null"

        when: 'used when it was about to end'
        people.sql("update session set last_seen = now() - interval '1 hour', expires_at = now() + interval '1 minute' where $session".toString())

        then:
        browser.get('/dashboard').statusCode() == 200
        people.rows("select expires_at > now() + interval '13 days' as slid from session where $session".toString())[0].slid

        when:
        people.sql("update session set expires_at = now() - interval '1 second' where $session".toString())

        then:
        browser.get('/dashboard').statusCode() == 303
    }

    void "after signing in one comes to where one wanted to go, and to no other site: #to"() {
        given:
        def browser = new Visitor(server.URI)

        expect:
        browser.signIn(people.person(), to).headers().firstValue('Location').get() == leadsTo

        where:
        to                         || leadsTo
        '/find?q=water&done=x'     || '/find?q=water'
        'https://evil.example/'    || '/'
        '//evil.example/'          || '/'
        '/\\evil.example'          || '/'
        'javascript:alert(1)'      || '/'
        ''                         || '/dashboard'
    }

    void "a form that is out of date leads back to itself, and never to another site"() {
        given:
        def browser = new Visitor(server.URI)
        browser.signIn(people.person())

        expect:
        browser.from(page.replace('HERE', "http://localhost:$server.port")).post('/account', [formToken: 'stale']).with {
            assert statusCode() == 403
            body().contains('href="/account?x=1"') == leadsBack
        }

        where:
        page                            || leadsBack
        'HERE/account?x=1'              || true
        'http://evil.example/account?x=1' || false
    }

    void "what is sent without a session asks to sign in and to come back: #page"() {
        expect:
        def browser = new Visitor(server.URI)
        browser.from(page.replace('HERE', "http://localhost:$server.port")).post('/account', [name: 'Lost'])
                .headers().firstValue('Location').get() == leadsTo

        where:
        page                       || leadsTo
        'HERE/account?x=1'         || '/sign-in?to=%2Faccount%3Fx%3D1&ended=yes'
        'http://evil.example/x'    || '/sign-in?ended=yes'
        'HERE//evil.example/x'     || '/sign-in?ended=yes'
    }

    void "how well two fit is not guessed: for whom is asked first"() {
        given:
        def browser = new Visitor(server.URI)
        browser.signIn(people.person())

        expect:
        browser.get("/authorities/${UUID.randomUUID()}/fit").with {
            assert statusCode() == 404
            body().contains('choose there which of yours')
        }
    }

    void "pages that differ by reader are kept by nobody, files for a year"() {
        given:
        def browser = new Visitor(server.URI)
        def page = browser.get('/sign-in')
        def file = (page.body() =~ /href="(\/assets\/[^"]+\.css)"/)[0][1]

        expect:
        page.headers().firstValue('Cache-Control').get() == 'no-store'
        browser.get(file).headers().firstValue('Cache-Control').get() == 'public, max-age=31536000, immutable'
        browser.get(file.replaceFirst('/assets/[^/]+', '/assets/0')).headers().firstValue('Cache-Control').get() == 'no-cache'
        browser.get('/assets/0/css/none.css').statusCode() == 404
        browser.get('/assets/0/%2e%2e/application.yml').statusCode() in [400, 404]
        page.headers().firstValue('Content-Security-Policy').get().contains("default-src 'self'")
        !page.headers().firstValue('Content-Security-Policy').get().contains('unsafe')
    }

    /** Sends cookies back as a browser does. */
    static class Visitor {
        private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()
        final URI base
        final Map<String, String> cookies
        String page

        Visitor(URI base, Map<String, String> cookies = [:]) {
            this.base = base
            this.cookies = new HashMap<>(cookies)
        }

        /** The browser of somebody who has signed in. */
        static Visitor signedIn(TestPerson person) {
            def browser = new Visitor(person.base)
            assert browser.signIn(person).statusCode() == 303
            browser
        }

        /** The page on which it sends forms, as it names it. */
        Visitor from(String address) {
            page = address
            this
        }

        Visitor copy() { new Visitor(base, cookies) }

        HttpResponse<String> get(String path) { send('GET', path, null, null) }

        HttpResponse<String> post(String path, Map<String, String> form) {
            send('POST', path, form.collect { k, v -> "$k=${URLEncoder.encode(v, 'UTF-8')}" }.join('&'), 'application/x-www-form-urlencoded')
        }

        /** A form with files, by their names. */
        HttpResponse<String> upload(String path, Map<String, Object> fields, Map<String, byte[]> files) {
            def boundary = 'a-boundary-that-no-file-holds'
            def body = new ByteArrayOutputStream()
            def part = { String head, byte[] content ->
                body << "--$boundary\r\nContent-Disposition: form-data; $head\r\n\r\n".getBytes('UTF-8') << content << '\r\n'.bytes
            }
            fields.each { name, values -> [values].flatten().each { part("name=\"$name\"", it.toString().getBytes('UTF-8')) } }
            files.each { name, content -> part("name=\"file\"; filename=\"$name\"\r\nContent-Type: application/octet-stream", content) }
            body << "--$boundary--\r\n".bytes
            deliver('POST', path, HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()), "multipart/form-data; boundary=$boundary")
        }

        HttpResponse<String> signIn(TestPerson person, String to = '') {
            def token = formToken('/sign-in')
            post('/sign-in', [formToken: token, email: person.email, password: People.PASSWORD, to: to])
        }

        String formToken(String path) {
            (get(path).body() =~ /name="formToken" value="([^"]+)"/)[0][1]
        }

        HttpResponse<String> send(String method, String path, String body, String type) {
            deliver(method, path, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body), type)
        }

        private HttpResponse<String> deliver(String method, String path, HttpRequest.BodyPublisher body, String type) {
            def request = HttpRequest.newBuilder(base.resolve(path)).header('Accept', 'text/html,*/*;q=0.8').header('Accept-Language', 'en')
            if (cookies) request.header('Cookie', cookies.collect { k, v -> "$k=$v" }.join('; '))
            if (page) request.header('Referer', page)
            if (type) request.header('Content-Type', type)
            request.method(method, body)
            def answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString())
            answer.headers().allValues('Set-Cookie').each { set ->
                def (name, value) = set.split(';')[0].split('=', 2)
                value ? cookies.put(name, value) : cookies.remove(name)
            }
            answer
        }
    }
}
