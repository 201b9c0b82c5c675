package eu.bridgehall.partnerships

import eu.bridgehall.kernel.Ids
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** What is told about introductions: reasons, how well the two fitted, how often one answers. */
@MicronautTest(transactional = false)
class IntroductionTellingSpec extends Specification {
    @Inject
    EmbeddedServer server

    People people
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
    }

    void "the reasons are listed for everybody, in the reader's language"() {
        when:
        def lists = new Api(server).get('/api/v1/introduction-reasons', ['Accept-Language': 'de']).json

        then:
        lists.decline.find { it.id == 'no-capacity' }.name == 'Zurzeit keine Kapazität'
        lists.reject*.id.contains('purpose-unclear')
        lists.decline.size() == 7
        lists.reject.size() == 6
    }

    void "how well they fitted stays with it, told to each side as its own and in its language"() {
        given:
        def id = lviv.ask(lyon).json.id
        def asker = lviv.viewer.api.get("/api/v1/introductions/$id/match").json
        def asked = lyon.viewer.api.get("/api/v1/introductions/$id/match").json
        def now = lviv.viewer.api.get("/api/v1/authorities/$lviv.id/matches/$lyon.id").json

        expect: 'the same arithmetic as the explanation of that moment'
        asker.score == now.score
        asker.yourFit == now.yourFit
        asker.theirFit == now.theirFit
        asker.yourFit.criteria*.contribution.sum() == asker.yourFit.fit

        and: 'the other side reads the same numbers as its own'
        asked.score == asker.score
        asked.yourFit.criteria*.contribution == asker.theirFit.criteria*.contribution
        asked.yourFit.criteria*.sentence == lyon.viewer.api.get("/api/v1/authorities/$lyon.id/matches/$lviv.id").json.yourFit.criteria*.sentence
        lviv.viewer.api.get("/api/v1/introductions/$id/match", ['Accept-Language': 'de']).json.yourFit.criteria*.label != asker.yourFit.criteria*.label

        when: 'the profile changes'
        def version = people.rows('select version from authority_profile where id = ?', [lyon.id])[0].version
        assert lyon.owner.api.patch("/api/v1/profiles/$lyon.id", [languages: ['de']], ['If-Match': "\"$version\"".toString()]).status == 200
        people.sql("update introduction set match = jsonb_set(match, '{asker,parts,0,reasons,0,key}', '\"match.reason.unlearned\"') where id = ?", [UUID.fromString(id)])

        then: 'they fit otherwise by now'
        new PollingConditions(timeout: 20).eventually {
            assert lviv.viewer.api.get("/api/v1/authorities/$lviv.id/matches/$lyon.id").json.score < asker.score
        }

        and: 'what was kept stays, and a sentence that nobody knows any more is left out'
        lviv.viewer.api.get("/api/v1/introductions/$id/match").json.score == asker.score
        lviv.viewer.api.get("/api/v1/introductions/$id/match").json.yourFit.criteria[0].sentence != asker.yourFit.criteria[0].sentence

        and: 'nobody else reads it, and of old ones there is none'
        people.moderator().api.get("/api/v1/introductions/$id/match").status == 404
        people.sql('update introduction set match = null where id = ?', [UUID.fromString(id)])
        lviv.viewer.api.get("/api/v1/introductions/$id/match").json.type.endsWith('introductions.match.none')
    }

    void "who has withdrawn a request is named to her colleagues and to nobody else"() {
        given:
        def id = lviv.ask(lyon).json.id

        when:
        lviv.editor.api.post("/api/v1/introductions/$id/withdraw")

        then:
        lviv.viewer.api.get("/api/v1/introductions/$id").json.withdrawnBy == 'Editor of Lviv'
        lyon.viewer.api.get("/api/v1/introductions/$id").json.with { withdrawnAt != null && withdrawnBy == null }
        Visitor.signedIn(lviv.viewer).get("/introductions/$id").body().replaceAll(/<[^>]+>/, '').contains('Lviv has withdrawn the request. (Editor of Lviv)')
    }

    void "to decline asks once more, and where the contact is to be seen is said after acceptance"() {
        given:
        def id = lviv.ask(lyon).json.id

        expect:
        Visitor.signedIn(lyon.editor).get("/introductions/$id").body().contains('data-confirm="Decline? The other side is told the reason.')

        when:
        lyon.editor.api.post("/api/v1/introductions/$id/accept")
        Towns.conversationOf(id, lviv)

        then:
        [(lviv): lyon, (lyon): lviv].every { reader, other ->
            def page = Visitor.signedIn(reader.viewer).get("/introductions/$id").body()
            page.contains("href=\"/authorities/$other.id\">To the profile of $other.name</a>")
        }
    }

    void "how often a town hall answers is told once there is enough to tell"() {
        given:
        def told = { lviv.viewer.api.get("/api/v1/profiles/$lyon.id").json.answers }
        def request = { int receivedDaysAgo, Integer answeredDaysAgo, Integer expiredDaysAgo ->
            people.sql("""insert into authority_request (id, receiver, received, answered, expired) values (?, ?,
                now() - make_interval(days => ?), now() - make_interval(days => ?), now() - make_interval(days => ?))""",
                    [Ids.next(), lyon.id, receivedDaysAgo, answeredDaysAgo, expiredDaysAgo])
        }

        expect:
        told() == [few: true, requests: null, answered: null, days: null]

        when:
        [[100, 96, null], [100, 94, null], [100, 60, null], [120, null, 70], [50, null, null]].each { request(*it) }

        then: 'four days, six and forty; one has expired and one is overdue'
        told() == [few: false, requests: 5, answered: 3, days: 6]

        and: 'for those who take part'
        people.visitor.get("/api/v1/profiles/$lyon.id").json.answers == null
    }
}
