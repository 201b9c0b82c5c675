package eu.bridgehall.partnerships

import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** Nobody sees the other side's contact, nor the address of a person, before both have agreed. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review-countries', value = 'CZ')
@Property(name = 'bridgehall.introductions.check-every', value = '1d')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ContactSecrecySpec extends Specification {
    static final List<String> SECRETS = ['town.hall@town.example', '4 72 10 30 30', 'International office']
    @Inject EmbeddedServer server
    @Inject IntroductionDeadlines deadlines

    People people
    Towns.Town asker
    Towns.Town asked

    void setup() {
        people = new People(server)
        asked = new Towns(people).confirmed('FR', 'Lyon')
    }

    void "while it is #state, no answer and no page shows it to the other side"() {
        given:
        asker = new Towns(people).confirmed(state in ['waiting for a review', 'rejected'] ? 'CZ' : 'PL', 'Brno')
        def id = into(state)

        when:
        def shown = [[asker, asked], [asked, asker]].collectMany { reader, other ->
            def api = reader.owner.api
            def browser = Visitor.signedIn(reader.owner)
            [api.get("/api/v1/introductions/$id"), api.get("/api/v1/introductions/$id/match"),
             api.get("/api/v1/authorities/$reader.id/introductions"), api.get("/api/v1/authorities/$reader.id/introductions?box=sent"),
             api.get("/api/v1/profiles/$other.id"), api.get("/api/v1/authorities/$reader.id/matches/$other.id")]*.body +
                    [browser.get("/introductions/$id"), browser.get("/authorities/$other.id"),
                     browser.get("/introductions/new?from=$reader.id&to=$other.id"), browser.get("/introductions?authority=$reader.id")]*.body()
        }

        then:
        shown.every { body -> (SECRETS + [asker.editor.email, asked.editor.email, asker.viewer.email, asked.viewer.email]).every { !body.contains(it) } }

        where:
        state << ['waiting for a review', 'rejected', 'sent', 'declined', 'withdrawn', 'expired', 'ended', 'proposed',
                  'proposed and accepted by one']
    }

    void "once both have agreed each sees the other's contact, and nobody else does"() {
        given:
        asker = new Towns(people).confirmed('PL', 'Gdynia')
        def id = into('sent')

        when:
        asked.editor.api.post("/api/v1/introductions/$id/accept")

        then:
        asker.viewer.api.get("/api/v1/profiles/$asked.id").body.contains(SECRETS[0])
        asked.viewer.api.get("/api/v1/profiles/$asker.id").body.contains(SECRETS[0])
        !new Towns(people).confirmed('BE', 'Gent').owner.api.get("/api/v1/profiles/$asked.id").body.contains(SECRETS[0])

        when: 'the secretariat keeps them apart afterwards'
        people.moderator().api.post('/api/v1/review/forbidden-pairs', [one: asker.id, other: asked.id, reason: 'Because.'])

        then:
        !asker.viewer.api.get("/api/v1/profiles/$asked.id").body.contains(SECRETS[0])
    }

    private String into(String state) {
        def moderator = people.moderator()
        if (state.startsWith('proposed')) {
            def id = moderator.api.post('/api/v1/review/proposals', [one: asker.id, other: asked.id, text: 'You share a river.']).json.id
            if (state != 'proposed') assert asker.editor.api.post("/api/v1/introductions/$id/accept").status == 200
            return id
        }
        def id = asker.ask(asked).json.id
        switch (state) {
            case 'rejected': moderator.api.post("/api/v1/introductions/$id/reject", [reason: 'advertising']); break
            case 'declined': asked.editor.api.post("/api/v1/introductions/$id/decline", [reason: 'not-now']); break
            case 'withdrawn': asker.editor.api.post("/api/v1/introductions/$id/withdraw"); break
            case 'ended': moderator.api.post('/api/v1/review/forbidden-pairs', [one: asker.id, other: asked.id, reason: 'Because.']); break
            case 'expired':
                people.sql("update introduction set answer_until = now() - interval '1 minute' where id = ?", [UUID.fromString(id)])
                deadlines.run()
                break
        }
        def status = people.rows('select status from introduction where id = ?', [UUID.fromString(id)])[0].status
        assert status == [rejected: 'REJECTED', declined: 'DECLINED', withdrawn: 'WITHDRAWN', ended: 'ENDED', expired: 'EXPIRED',
                          sent: 'SENT', 'waiting for a review': 'PENDING_REVIEW'][state]
        id
    }
}
