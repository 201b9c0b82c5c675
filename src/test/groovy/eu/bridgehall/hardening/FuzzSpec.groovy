package eu.bridgehall.hardening

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.http.annotation.Body
import io.micronaut.http.annotation.QueryValue
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.web.router.Router
import jakarta.inject.Inject
import org.yaml.snakeyaml.Yaml
import spock.lang.Shared
import spock.lang.Specification

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.charset.StandardCharsets
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors

/**
 * Every address of the API document, asked with values that nobody expects, by a visitor, by an owner of an authority and
 * by an administrator. Whatever is sent, the service never fails: it answers, or says what is not right.
 *
 * <p>The seed is the same in every build; <code>-Dfuzz.seed=…</code> draws others and <code>-Dfuzz.rounds=…</code> more.
 */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.public-search.requests', value = '1000000')
@Property(name = 'bridgehall.accounts.password-hashes-at-once', value = '4')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000000')
class FuzzSpec extends Specification {
    private static final long SEED = Long.getLong('fuzz.seed', 20_261_123L)
    private static final int ROUNDS = Integer.getInteger('fuzz.rounds', 3)
    private static final HttpClient CLIENT = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build()
    private static final List<String> HEADERS = ['If-Match', 'Accept-Language', 'Idempotency-Key', 'Accept', 'If-None-Match', 'X-Forwarded-For', 'Content-Type']

    @Inject EmbeddedServer server
    @Inject Router router
    @Shared Map<String, ?> document = new Yaml().load(FuzzSpec.getResourceAsStream('/META-INF/swagger/bridgehall.yml'))

    void "no address fails, whoever asks for it and with #what"() {
        given:
        def people = new People(server)
        def towns = new Towns(people)
        def lille = towns.confirmed('FR', 'Lille')
        def lviv = towns.confirmed('UA', 'Lviv')
        def gent = towns.confirmed('BE', 'Gent')
        def conversation = Towns.conversation(lille, lviv)
        def asked = gent.ask(lille).json.id
        def other = people.member(gent.id, MemberRole.EDITOR)
        def ids = [lille.id, lviv.id, gent.id, conversation, asked, other.id]*.toString()
        def roles = [visitor: null, owner: lille.owner, administrator: people.administrator()]

        when:
        def failed = [].asSynchronized()
        def counted = [:].withDefault { 0 }.asSynchronized()
        Executors.newFixedThreadPool(4).withCloseable { threads ->
            threads.invokeAll(operations().withIndex().collectMany { operation, i ->
                roles.collect { role, TestPerson person ->
                    ({
                        def hostile = new Hostile(SEED + i, document.components.schemas, ids, texts)
                        ROUNDS.times {
                            def request = request(operation, hostile, person)
                            def status = send(request.it)
                            counted[status.intdiv(100)]++
                            if (status >= 500 || status == 0) {
                                failed << "$status $role $request.told".toString()
                            }
                        }
                    } as Callable)
                }
            })*.get()
        }

        then:
        assert failed.empty: "${failed.size()} requests failed:\n" + failed.join('\n')

        and: 'the requests came through to where something is looked at'
        counted[2] > 100
        counted[4] > 100
        println "Asked: ${counted.values().sum()} times; answered $counted"

        where:
        what                     | texts
        'whatever'               | Hostile.TEXTS
        'a zero among its texts' | Hostile.ZEROS
    }

    void "no page fails for a zero in what its address or its form carries"() {
        given:
        def people = new People(server)
        def lille = new Towns(people).confirmed('FR', 'Lille')
        def browser = Visitor.signedIn(people.administrator().memberOf(lille.id, MemberRole.OWNER))
        def token = browser.formToken('/account')

        when:
        def failed = pages().collectMany { page ->
            Hostile.ZEROS.take(3).findResults { zero ->
                def path = page.path.replaceAll(/\{\+?(\w+)}/) { all, name -> name.toLowerCase().endsWith('id') ? lille.id : 'x' }
                def sent = page.texts.collectEntries { [it, zero] }
                def status = page.method == 'GET'
                        ? browser.get(path + '?' + sent.collect { "$it.key=${encoded(it.value)}" }.join('&')).statusCode()
                        : browser.post(path, sent + [formToken: token]).statusCode()
                status < 500 ? null : "$status $page.method $path $sent.keySet()".toString()
            }
        }

        then:
        assert failed.empty: "${failed.size()} pages failed:\n" + failed.join('\n')
        pages().size() > 100
        browser.get('/account').statusCode() == 200
    }

    /** The pages and forms that take a text, but for what ends the session that asks, with the names of their texts. */
    private List<Map> pages() {
        router.uriRoutes().filter { it.httpMethodName in ['GET', 'POST'] }.map { route ->
            def forms = route.targetMethod.arguments.findAll { it.isAnnotationPresent(Body) }*.type
            [path  : route.uriMatchTemplate.toPathString(), method: route.httpMethodName,
             texts : route.httpMethodName == 'GET'
                     ? route.targetMethod.arguments.findAll { it.isAnnotationPresent(QueryValue) }*.name
                     : forms.any { it.isRecord() } ? forms.collectMany { it.recordComponents*.name } : ['email', 'reason', 'rule', 'text', 'days', 'kind']]
        }.filter { it.texts && !it.path.startsWith('/api/') && !(it.path in ['/sign-out', '/account/close']) }.toList()
    }

    private List<Map> operations() {
        document.paths.collectMany { path, methods ->
            methods.collect { method, operation -> [path: path, method: method.toUpperCase(), operation: operation] }
        }.findAll { !isStream(it.operation) }
    }

    /** A stream stays open; LiveConversationSpec has it. */
    private static boolean isStream(Map operation) {
        operation.responses.values().any { it.content?.containsKey('text/event-stream') }
    }

    private Map request(Map it, Hostile hostile, TestPerson person) {
        def parameters = (it.operation.parameters ?: []) as List<Map>
        def path = it.path.replaceAll(/\{\+?(\w+)}/) { all, name ->
            def schema = parameters.find { p -> p.name == name }?.schema
            encoded(hostile.once(3) ? hostile.id() : text(hostile.value(schema as Map))) ?: 'x'
        }
        def query = parameters.findAll { p -> p.in == 'query' && !hostile.once(3) }.collectMany { p ->
            def value = hostile.value(p.schema as Map)
            (value instanceof List ? value.take(30) : [value]).collect { v -> "$p.name=${encoded(text(v).take(3000))}" }
        }
        def address = whole(path, 6000) + (query ? '?' + whole(query.join('&'), 1500) : '')
        def content = it.operation.requestBody?.content
        def type = content ? content.keySet().first() : null
        def body = type == null ? null : hostile.json(hostile.value(content[type].schema as Map))
        def built = HttpRequest.newBuilder(URI.create(server.URI.toString() + address)).timeout(Duration.ofSeconds(30))
        built.method(it.method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
        if (person != null) {
            built.header('Authorization', "Bearer ${token(person)}")
        }
        if (type != null) {
            built.header('Content-Type', type.startsWith('multipart') ? 'multipart/form-data; boundary=x' : type)
        }
        def headers = HEADERS.findAll { hostile.once(6) }.collectEntries { [it, header(text(hostile.value([type: 'string'])))] }
        if (it.method in ['PUT', 'PATCH', 'POST'] && !headers['If-Match']) {
            headers['If-Match'] = hostile.oneOf(['"1"', '"2"', '"3"'])
        }
        headers.findAll { it.value }.each { name, value -> built.setHeader(name, value) }
        [it: built.build(), told: "$it.method $address $headers ${body?.take(600)}"]
    }

    /** Someone whose session was ended by what was sent signs in again. */
    private String token(TestPerson person) {
        person.freshToken()
    }

    private int send(HttpRequest request) {
        try {
            CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode()
        } catch (IOException broken) {
            // the service may hang up on what is too large
            broken.message?.contains('reset') || broken.message?.contains('Broken pipe') || broken.message?.contains('EOF') ? 499 : 0
        }
    }

    private static String text(Object value) {
        value instanceof Map || value instanceof List ? value.toString() : String.valueOf(value)
    }

    /** So long at the most, with no half of what is encoded at its end. */
    private static String whole(String address, int longest) { address.take(longest).replaceAll(/%.?$/, '') }

    private static String encoded(String text) {
        URLEncoder.encode(text.take(5000), StandardCharsets.UTF_8).replace('+', '%20')
    }

    /** What a client can send as a header at all. */
    private static String header(String text) {
        text.findAll { (it as char) >= 32 && (it as char) < 127 }.join().take(2000).trim()
    }
}
