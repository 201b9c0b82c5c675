package eu.bridgehall.web

import eu.bridgehall.support.Api
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
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
        '/?lang=%3Cscript%3E' | 'fr' || 'en'  | 'Find the town that fits yours'
    }

    void "what the page loads is there, and nothing is loaded from elsewhere"() {
        given:
        def body = new Api(server).get(path, [Accept: 'text/html']).body
        def loaded = (body =~ /(?:src|href)="([^"#]+)"/).collect { it[1] }

        expect:
        loaded.every { it.startsWith('/') || it.startsWith('?') }
        loaded.findAll { it.startsWith('/public/') }.every { new Api(server).get(it).status == 200 }

        where:
        path << ['/', '/account/confirm', '/account/reset', '/account/invitation', '/account/forgotten']
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

    void "the description of the API is served, with a page to read it"() {
        expect:
        new Api(server).get('/api/docs/index.html').status == 200
        new Api(server).get('/api/openapi/bridgehall.yml').body.contains('/api/v1/places')
    }
}
