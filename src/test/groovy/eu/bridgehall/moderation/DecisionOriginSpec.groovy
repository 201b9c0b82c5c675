package eu.bridgehall.moderation

import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

import static eu.bridgehall.web.EditForms.post

/** Those whom a decision concerns learn what led to it. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class DecisionOriginSpec extends DecisionCase {
    void "a statement says that a report has led to the decision, or that the secretariat looked by itself"() {
        given:
        def reported = decide(reportProfile(lviv, lyon.viewer), 'warn').json
        def own = decideAbout(lviv, 'warn').json

        expect:
        [reported, own]*.origin == ['report', 'own']
        [reported, own].collect { lviv.owner.api.get("/api/v1/decisions/$it.id").json.origin } == ['report', 'own']
        page(lviv.owner, "/decisions/$reported.id").contains('Надійшла скарга.')
        page(lviv.owner, "/decisions/$own.id").contains('Секретаріат розглянув це з власної ініціативи.')
        page(moderator, "/moderation/decisions/$reported.id").contains('Somebody had reported it.')
        page(moderator, "/moderation/decisions/$own.id").contains('The secretariat looked at it of its own accord.')
    }

    void "a signal that leads to a decision is named in it, and closed by it"() {
        given:
        def signal = flag(lviv)
        def office = Visitor.signedIn(moderator)

        expect:
        office.get("/moderation/flags/$signal").body().contains("href=\"/moderation/authorities/$lviv.id?flag=$signal\"")
        office.get("/moderation/authorities/$lviv.id?flag=$signal").body().contains("name=\"flag\" id=\"f-flag\" value=\"$signal\"")

        when: 'the form is refused'
        def wrong = post(office, "/moderation/authorities/$lviv.id", [kind: 'warn', text: 'Because.', flag: signal])

        then: 'it still knows of the signal'
        wrong.statusCode() == 400
        wrong.body().contains("value=\"$signal\"")
        moderator.api.get("$ROOT/flags/$signal").json.closedWhy == null

        when:
        def done = post(office, "/moderation/authorities/$lviv.id", [kind: 'warn', reason: 'spam', rule: 'R4', text: 'Because.', flag: signal])
        def decision = done.headers().firstValue('Location').get().find(/[0-9a-f-]{36}/)

        then:
        lviv.owner.api.get("/api/v1/decisions/$decision").json.origin == 'signal'
        moderator.api.get("$ROOT/flags/$signal").json.with { [closedWhy, closedAt != null] } == ['decided', true]
        office.get("/moderation/flags/$signal").body().contains('It led to a decision on')
        decideAbout(lviv, 'warn', [flag: signal]).status == 409
    }

    void "only a signal about that authority can have led to a decision about it, and nobody decides past a colleague who has taken it on"() {
        given:
        def other = flag(lyon)
        def signal = flag(lviv)

        expect:
        decideAbout(lviv, 'warn', [flag: other]).fields == ['flag']
        decideAbout(lviv, 'warn', [flag: UUID.randomUUID()]).fields == ['flag']
        lviv.owner.api.get('/api/v1/decisions').json.total == 0

        when:
        second.api.post("$ROOT/queue/flag/$signal/claim")

        then:
        decideAbout(lviv, 'warn', [flag: signal]).status == 409
        decideAbout(lviv, 'warn', [flag: signal], second).json.origin == 'signal'
    }

    void "a signal waits again where a second moderator does not agree to what it has led to, and not where she does"() {
        given:
        def (signal, other) = [flag(lviv), flag(lyon)]
        def waiting = { second.api.get("$ROOT/queue?kind=flag&limit=100").json.items*.subject }
        def proposed = decideAbout(lviv, 'suspend', [flag: signal]).json.id
        def agreed = decideAbout(lyon, 'suspend', [flag: other]).json.id

        expect:
        waiting().intersect([signal, other]) == []

        when:
        second.api.post("$ROOT/decisions/$proposed/decline", [text: 'Too much.'])
        second.api.post("$ROOT/decisions/$agreed/confirm")

        then:
        waiting().intersect([signal, other]) == [signal]
        moderator.api.get("$ROOT/flags/$signal").json.with { [closedAt, closedWhy, note] } == [null, null, null]
        moderator.api.get("$ROOT/flags/$other").json.closedWhy == 'decided'

        and: 'it can lead to another decision'
        decideAbout(lviv, 'warn', [flag: signal]).json.origin == 'signal'
    }

    void "a signal of which there is another one by now stays closed"() {
        given:
        def signal = flag(lviv)
        def proposed = decideAbout(lviv, 'suspend', [flag: signal]).json.id
        def later = flag(lviv)

        expect:
        second.api.post("$ROOT/decisions/$proposed/decline", [text: 'Too much.']).status == 200
        [signal, later].collect { moderator.api.get("$ROOT/flags/$it").json.closedWhy } == ['decided', null]
    }

    private static String page(TestPerson who, String address) { Visitor.signedIn(who).get(address).body() }

    private String flag(Towns.Town town) {
        def flag = UUID.randomUUID()
        people.sql("""insert into content_flag (id, kind, subject, authority_id, signals, fingerprint, found_at, waits)
            values (?, 'PROFILE', ?, ?, '{LINK}', '', now(), true)""", [flag, town.id, town.id])
        flag.toString()
    }
}
