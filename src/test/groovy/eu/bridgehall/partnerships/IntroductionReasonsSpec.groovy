package eu.bridgehall.partnerships

import eu.bridgehall.support.Api
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class IntroductionReasonsSpec extends Specification {
    @Inject
    EmbeddedServer server

    void "the reasons are listed for everybody, in the reader's language"() {
        when:
        def lists = new Api(server).get('/api/v1/introduction-reasons', ['Accept-Language': 'de']).json

        then:
        lists.decline.find { it.id == 'no-capacity' }.name == 'Zurzeit keine Kapazität'
        lists.reject*.id.contains('purpose-unclear')
        lists.decline.size() == 7
        lists.reject.size() == 6
    }
}
