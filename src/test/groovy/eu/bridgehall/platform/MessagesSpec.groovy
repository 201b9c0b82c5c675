package eu.bridgehall.platform

import eu.bridgehall.platform.i18n.Messages
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import java.util.stream.IntStream

@MicronautTest(transactional = false)
class MessagesSpec extends Specification {
    @Inject
    Messages messages

    void "a browser that asks for '#header' is answered in #language"() {
        expect:
        messages.fromAcceptLanguage(header).language == language

        where:
        header                        || language
        'uk'                          || 'uk'
        'uk-UA,uk;q=0.9,en;q=0.8'     || 'uk'
        'pl,de-AT;q=0.9,en;q=0.5'     || 'de'
        'en;q=0.1, fr'                || 'fr'
        'fr;q=0, de;q=0.3'            || 'de'
        'pl'                          || 'en'
        '*'                           || 'en'
        null                          || 'en'
        ''                            || 'en'
        ';;;q=zzz'                    || 'en'
        'x' * 5000                    || 'en'
    }

    void "a number has the plural of its language: #seconds in #language is #text"() {
        expect:
        messages.text(Locale.of(language), 'error.tooMany', [seconds: seconds]).contains(text)

        where:
        language | seconds || text
        'en'     | 1       || '1 second.'
        'en'     | 2       || '2 seconds.'
        'uk'     | 1       || '1 секунду'
        'uk'     | 3       || '3 секунди'
        'uk'     | 5       || '5 секунд.'
        'uk'     | 21      || '21 секунду'
    }

    void "many readers at once each get their own text"() {
        when:
        def texts = IntStream.range(0, 8).parallel().mapToObj { reader ->
            (0..<400).collect { turn ->
                def length = reader * 1000 + turn % 7 + 2
                messages.text(Locale.ENGLISH, 'error.text.tooLong', [max: length]) -
                    "This may be at most ${String.format(Locale.ENGLISH, '%,d', length)} characters long."
            }
        }.toList().flatten().toSet()

        then:
        texts == [''] as Set
    }

    void "a key that no file has is a fault of the code and not shown as a text"() {
        when:
        messages.text(Locale.ENGLISH, 'no.such.key')

        then:
        thrown(IllegalArgumentException)
    }
}
