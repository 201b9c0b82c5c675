package eu.bridgehall.web

import eu.bridgehall.organisations.Organisations
import eu.bridgehall.scoring.Criterion
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class PagesSpec extends Specification {
    @Inject
    EmbeddedServer server

    void "the start page is in the language of the browser, or of the address"() {
        expect:
        def page = new Api(server).get(path, ['Accept-Language': accepted, Accept: 'text/html'])
        page.status == 200
        page.header('Content-Type').startsWith('text/html')
        page.header('Content-Language') == language
        page.body.contains("<html lang=\"$language\"")
        page.body.contains(heading)

        where:
        path       | accepted || language | heading
        '/'        | 'uk'     || 'uk'     | 'Знайдіть громаду, яка вам підходить'
        '/'        | 'pl'     || 'en'     | 'Find the town that fits yours'
        '/?lang=de' | 'uk'    || 'de'     | 'Finden Sie die Kommune'
        '/?lang=%3Cscript%3E' | 'fr' || 'fr'  | 'Trouvez la commune qui vous correspond'
    }

    void "what the page loads is there, and nothing is loaded from elsewhere"() {
        given:
        def body = new Api(server).get(path, [Accept: 'text/html']).body
        def loaded = (body =~ /(?:src|href)="([^"#]+)"/).collect { it[1] }

        expect:
        loaded.every { it.startsWith('/') && !it.startsWith('//') }
        !loaded.findAll { it.startsWith('/assets/') }.empty
        loaded.findAll { it.startsWith('/assets/') }.every { new Api(server).get(it).status == 200 }

        where:
        path << ['/', '/find', '/account/confirm', '/account/reset', '/account/invitation', '/account/forgotten']
    }

    void "what the map of the results takes is answered as JSON, and a wrong filter is refused"() {
        expect:
        new Api(server).get('/find/map').json == []
        new Api(server).get('/find/map', [Accept: 'text/html,*/*;q=0.8']).json == []
        new Api(server).get('/find/map?country=XX', [Accept: 'application/json']).status == 400
        new Api(server).get('/find?country=XX', [Accept: 'text/html', 'Accept-Language': 'en']).with {
            assert status == 400
            body.contains('id="errors"')
        }
    }

    void "an address that is sent on holds what was chosen and nothing that was left empty"() {
        expect:
        def part = new Api(server).get('/find?q=&country=DE&country=FR&populationMin=&within=&sort=name', ['HX-Request': 'true', 'HX-Target': 'results'])
        part.status == 200
        part.header('HX-Push-Url') == '/find?country=DE&country=FR&sort=name'
        !part.body.contains('<html')
    }

    void "the link of a mail leads to a page that says what it does"() {
        expect:
        def page = new Api(server).get("/account/$kind", ['Accept-Language': 'en', Accept: 'text/html'])
        page.status == 200
        page.body.contains(heading)

        where:
        kind         || heading
        'confirm'    || 'Confirm your address'
        'reset'      || 'Set a new password'
        'invitation' || 'Accept the invitation'
        'forgotten'  || 'Forgotten your password?'
    }

    void "a town of Ukraine has its Ukrainian name for who reads Ukrainian, and a Latin one for others"() {
        expect:
        def page = new Api(server).get('/register?q=Brody', ['Accept-Language': language, Accept: 'text/html']).body
        (page =~ /<a href="\/register\/\d+">([^<]+)<\/a>/).collect { it[1] }.first() == name

        where:
        language || name
        'uk'     || 'Броди'
        'en'     || 'Brody'
    }

    void "one letter is too little to look for a town, and no mistake"() {
        expect:
        def page = new Api(server).get('/register?q=B', ['Accept-Language': 'en', Accept: 'text/html', 'HX-Request': part])
        page.status == 200
        page.body.contains('at least two letters')

        where:
        part << ['false', 'true']
    }

    void "a smallest number above the largest one is told in words, and the map stays whole"() {
        expect:
        def page = new Api(server).get('/find?populationMin=5000&populationMax=100', ['Accept-Language': 'en', Accept: 'text/html'])
        page.status == 400
        page.body.contains('“At most” must not be smaller than “at least”, which is 5,000.')
        page.body.contains('data-points="/find/map"')
    }

    void "a percent sign in an address is one, and leads to a page: #address"() {
        expect:
        raw(address).with { startsWith("HTTP/1.1 $status") && contains('<html lang="en"') && contains(shown) }

        where:
        address            || status | shown
        '/find?q=50%'      || 200    | 'value="50%"'
        '/find?q=%zz+a'    || 200    | 'value="%zz a"'
        '/nowhere%'        || 404    | '<h1>'
    }

    /** Asks as a browser does; the client of the other specs sends no such address. */
    private String raw(String address) {
        new Socket('localhost', server.port).withCloseable { socket ->
            socket.outputStream << "GET $address HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nAccept-Language: en\r\nConnection: close\r\n\r\n".getBytes('US-ASCII')
            socket.inputStream.getText('UTF-8')
        }
    }

    void "the sources of the data are named in the reader's language, their own words stay English"() {
        expect:
        def page = new Api(server).get('/attribution', ['Accept-Language': 'de', Accept: 'text/html']).body
        page.contains('<dt>Orte und ihre Namen</dt>')
        page.contains('<p lang="en">GeoNames, CC BY 4.0</p>')
        !page.contains('<dt lang="en">')
    }

    void "everybody can read what suggestions are ranked by, with the weights of the program itself"() {
        expect:
        def page = new Api(server).get('/ranking', ['Accept-Language': 'en', Accept: 'text/html']).body
        Criterion.values().every { page.contains("weight ${it.defaultWeight()} of 100") }
        page.contains('it makes up at most 15% of a fit')
        page.contains('nobody has confirmed for 365 days')
    }

    void "the description of the API is served, with a page to read it"() {
        expect:
        new Api(server).get('/api/docs/index.html').status == 200
        new Api(server).get('/api/openapi/bridgehall.yml').body.contains('/api/v1/places')
    }

    void "who only reads a conversation finds nothing there that she cannot do"() {
        given:
        def people = new People(server)
        def lviv = new Towns(people).confirmed('UA', 'Lviv')
        def lyon = new Towns(people).confirmed('FR', 'Lyon')
        def id = Towns.conversation(lviv, lyon)
        def viewer = Visitor.signedIn(lyon.viewer)
        def page = viewer.get("/conversations/$id").body()

        expect:
        page.contains('you read for Lyon')
        page.contains('Nobody has written yet.')
        ['Say hello', 'you write for'].every { !page.contains(it) }
        ['block', 'leave'].every { viewer.get("/conversations/$id/steps/$it").statusCode() == 403 }
        Visitor.signedIn(lyon.editor).get("/conversations/$id/steps/block").statusCode() == 200
    }

    void "what several report stands once, and leads there where the secretariat reads it"() {
        given:
        def people = new People(server)
        def lviv = new Towns(people).confirmed('UA', 'Lviv')
        def lyon = new Towns(people).confirmed('FR', 'Lyon')
        def secretariat = server.applicationContext.getBean(Organisations).secretariat().id()
        def own = lviv.editor.api.post('/api/v1/conversations', [to: [secretariat], subject: 'A question', text: 'Good morning!']).json.id
        def id = Towns.conversation(lviv, lyon)
        def message = lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello']).json.id
        def moderator = people.moderator()
        def reporters = [lyon.viewer, lyon.editor]
        reporters.each { it.api.post("/api/v1/conversations/$id/messages/$message/report", [reason: 'spam']) }
        lviv.editor.api.post("/api/v1/conversations/$own/report", [reason: 'other', text: 'Nobody answers.'])

        when:
        def page = Visitor.signedIn(moderator).get('/review/reports').body()

        then:
        page.contains("href=\"/conversations/$own\"")
        !page.contains("/conversations/$id")
        page.contains('Reported 2 times')
        ['Viewer of Lyon', 'Editor of Lyon'].every { page.contains(it) }
        page.count('<blockquote') == 1
        page.contains('href="/review"')
    }
}
