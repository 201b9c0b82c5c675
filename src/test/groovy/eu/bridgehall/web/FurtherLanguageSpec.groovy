package eu.bridgehall.web

import eu.bridgehall.support.Api
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path

/** A further language is one more file and its name in the setting: here one whose every text is marked. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.languages', value = 'en,eo')
class FurtherLanguageSpec extends Specification {
    private static final String OPEN = '⟦'
    private static final String CLOSE = '⟧'

    static {
        def classes = Path.of(FurtherLanguageSpec.protectionDomain.codeSource.location.toURI()).parent.resolve('test-classes/i18n')
        def english = new Properties()
        FurtherLanguageSpec.getResourceAsStream('/i18n/messages.properties').withReader('UTF-8') { english.load(it) }
        Files.createDirectories(classes)
        classes.resolve('messages_eo.properties').toFile().withWriter('UTF-8') { out ->
            def marked = new Properties()
            english.each { key, text -> marked[key] = OPEN + text + CLOSE }
            marked.store(out, null)
        }
    }

    @Inject EmbeddedServer server

    void "#path speaks the further language wherever it says something"() {
        when:
        def page = new Api(server).get(path, [Accept: 'text/html', 'Accept-Language': 'eo'])
        def said = page.body.findAll(/(?s)<(?:h1|h2|h3|label|button|legend|summary|p|th)\b[^>]*>.*?<\/(?:h1|h2|h3|label|button|legend|summary|p|th)>/)
                .findAll { !it.startsWith('<button name="language"') }
                .collect { it.replaceAll(/<[^>]*>/, '').trim() }.findAll { it =~ /\p{L}/ }

        then:
        page.header('Content-Language') == 'eo'
        page.body.contains('<html lang="eo"')
        page.body =~ /<title>[^<]*⟦/
        said.size() > 3
        said.findAll { !it.contains(OPEN) } == []

        where:
        path << ['/', '/find', '/sign-in', '/sign-up', '/account/forgotten', '/about', '/help', '/accessibility', '/nowhere']
    }

    void "a text that people accept stands in English where there is none in the language, and is marked so"() {
        when:
        def page = new Api(server).get('/privacy', [Accept: 'text/html', 'Accept-Language': 'eo'])

        then:
        page.body.contains('<html lang="eo"')
        page.body.contains('<div class="legal" lang="en">')
    }

    void "it is offered by its own name and by nothing that is not there"() {
        given:
        def page = new Api(server).get('/', [Accept: 'text/html']).body

        expect:
        page.findAll(/(?s)<button name="language".*?<\/button>/)*.replaceAll(/<[^>]*>/, '') == ['English', 'Esperanto']
    }

    void "the API's refusals speak it as well"() {
        expect:
        new Api(server).get('/api/v1/nowhere', ['Accept-Language': 'eo']).json.title.startsWith(OPEN)
    }
}
