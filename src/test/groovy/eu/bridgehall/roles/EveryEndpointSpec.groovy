package eu.bridgehall.roles

import eu.bridgehall.roles.RoleTable.Row
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.web.router.Router
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification

/**
 * Every address of the API and every page, called by everybody. What each role gets stands in
 * <code>src/test/resources/roles/endpoints.tsv</code>; an address that the router knows and the table
 * does not is named with the line that belongs there, to be looked at before it is put in.
 *
 * <p>What changes something is sent so that it is not right: with nothing in it, of a version that
 * never was, for what is over already, or for something made for this request. So whoever may do it is
 * told what is not right (400, 409, 412, 428: "ok"), whoever may not is refused before anybody looks,
 * and nothing that others ask for later has changed.
 */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review-countries', value = 'FR')
@Property(name = 'bridgehall.introductions.new-for', value = '0s')
@Property(name = 'bridgehall.rate-limits.public-search.requests', value = '100000')
class EveryEndpointSpec extends Specification {
    /** The router adds a HEAD to each GET. */
    private static final String HEAD = 'HEAD '

    @Inject @Shared EmbeddedServer server
    @Inject @Shared Router router
    @Shared RoleTable table = new RoleTable()
    @Shared Scene scene
    @Shared Map<String, Caller> callers

    void setupSpec() {
        scene = new Scene(server)
        callers = scene.callers()
    }

    void "no line of the table is for an address that is gone, and none stands there twice"() {
        expect:
        table.rows*.route.findAll { !(it in routes()) } == []
        table.rows.countBy { [it.route, it.given] }.findAll { it.value > 1 } == [:]
    }

    void "each role gets at each address what the table says"() {
        given:
        def before = scene.state()

        when: 'everybody reads everything, then tries to change everything'
        def wrong = table.rows.sort(false) { it.reading ? 0 : 1 }.findResults { row ->
            def observed = row.observing(ask(row))
            observed.outcomes == row.outcomes ? null : "$row\n  but it is\n$observed".toString()
        }

        then:
        assert wrong.empty: "${wrong.size()} lines are not so:\n" + wrong.join('\n')
        scene.state() == before
    }

    void "every address has its line"() {
        when:
        def missing = routes() - table.rows*.route

        then:
        assert missing.empty: "Missing in roles/endpoints.tsv, with what was observed:\n" + missing.collect { observed(it) }.join('\n')
    }

    private List<String> routes() {
        router.uriRoutes().map { "$it.httpMethodName ${it.uriMatchTemplate.toPathString()}".toString() }
                .filter { !it.startsWith(HEAD) }.distinct().sorted().toList()
    }

    private String observed(String route) {
        def (method, address) = route.tokenize(' ')
        def row = new Row(method, address, '', [])
        def without = unknown(row)
        without ? "$row\t(say what stands for ${without.join(', ')})" : row.observing(ask(row)).toString()
    }

    private List<String> unknown(Row row) {
        def parts = row.address.tokenize('/')
        parts.indexed().findAll { i, part -> part.startsWith('{') && !scene.knows(name(part), i == 0 ? '' : parts[i - 1]) }
                .collect { name(it.value) }
    }

    private List<String> ask(Row row) {
        RoleTable.ROLES.collect { role ->
            def given = row.parts
            def caller = given.session == 'new' && Scene.maySignIn(role) ? scene.anew(role) : callers[role]
            def values = given.collectEntries { name, word -> [name, scene.thing(word, role)] }
            def query = named(values, '?').collect { name, value -> "$name=$value" }.join('&')
            caller.send(row.method, path(row, values) + (query ? "?$query" : ''), named(values, '+'), given.body == 'multipart')
        }
    }

    private String path(Row row, Map<String, Object> values) {
        def parts = row.address.tokenize('/')
        '/' + parts.indexed().collect { i, part ->
            part.startsWith('{') ? values[name(part)] ?: scene.usual(name(part), i == 0 ? '' : parts[i - 1]) : part
        }.join('/')
    }

    /** The name of a part such as {id} or {+file}. */
    private static String name(String part) { part.find(/\w+/) }

    private static Map<String, Object> named(Map<String, Object> values, String mark) {
        values.findAll { it.key.startsWith(mark) }.collectEntries { name, value -> [name.substring(1), value] }
    }
}
