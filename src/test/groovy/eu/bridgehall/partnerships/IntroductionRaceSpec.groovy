package eu.bridgehall.partnerships

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Loads
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What happens when two people act at the same instant; each case several times. */
@MicronautTest(transactional = false)
class IntroductionRaceSpec extends Specification {
    static final int ROUNDS = 8
    @Inject EmbeddedServer server
    @Inject Ties ties
    @Inject Loads loads
    @Inject AuditLog audit

    People people

    void setup() {
        people = new People(server)
    }

    void "two colleagues accept at once: one of them does"() {
        expect:
        (1..ROUNDS).each {
            def (lviv, lyon) = pair()
            def id = lviv.ask(lyon).json.id
            def statuses = AtOnce.run(
                    { lyon.owner.api.post("/api/v1/introductions/$id/accept").status },
                    { lyon.editor.api.post("/api/v1/introductions/$id/accept").status })
            assert statuses.sort() == [200, 409]
            assert ties.between(lviv.id, lyon.id)*.kind() == [TieKind.INTRODUCTION_ACCEPTED]
            assert events(id).count('IntroductionAccepted') == 1
            assert audit.about(UUID.fromString(id))*.action() == ['introduction.ask', 'introduction.accept']
            assert Towns.conversationOf(id, lviv) != null
            assert people.rows('select 1 from conversation where introduction_id = ?', [UUID.fromString(id)]).size() == 1
        }
    }

    void "accepted and withdrawn at once: one of the two holds, wholly"() {
        expect:
        (1..ROUNDS).each {
            def (lviv, lyon) = pair()
            def id = lviv.ask(lyon).json.id
            def statuses = AtOnce.run(
                    { lyon.owner.api.post("/api/v1/introductions/$id/accept").status },
                    { lviv.owner.api.post("/api/v1/introductions/$id/withdraw").status })
            assert statuses.sort(false) == [200, 409]
            boolean accepted = statuses[0] == 200
            assert lyon.viewer.api.get("/api/v1/introductions/$id").json.status == (accepted ? 'accepted' : 'withdrawn')
            assert ties.between(lviv.id, lyon.id)*.kind() == (accepted ? [TieKind.INTRODUCTION_ACCEPTED] : [])
            assert loads.of(lyon.id).answered() == (accepted ? 1 : 0)
            assert events(id).size() == 3
        }
    }

    void "two town halls ask each other at once: one introduction comes of it"() {
        expect:
        (1..ROUNDS).each {
            def (lviv, lyon) = pair()
            def statuses = AtOnce.run({ lviv.ask(lyon).status }, { lyon.ask(lviv).status })
            assert statuses.sort() == [201, 409]
            assert ties.between(lviv.id, lyon.id)*.kind() == [TieKind.INTRODUCTION_OPEN]
            assert loads.of(lviv.id).open() + loads.of(lyon.id).open() == 1
        }
    }

    void "asked anew while the first is accepted: they are in touch and nothing stays open"() {
        expect:
        (1..ROUNDS).each {
            def (lviv, lyon) = pair()
            def id = lviv.ask(lyon).json.id
            def statuses = AtOnce.run(
                    { lyon.owner.api.post("/api/v1/introductions/$id/accept").status },
                    { lyon.ask(lviv).status })
            assert statuses == [200, 409]
            assert ties.between(lviv.id, lyon.id)*.kind() == [TieKind.INTRODUCTION_ACCEPTED]
        }
    }

    void "many ask at once for one authority: no more than the limit is open"() {
        given:
        def lviv = new Towns(people).confirmed('UA', 'Lviv')
        def others = (1..12).collect { new Towns(people).confirmed('PL', "Town $it") }

        when:
        def statuses = AtOnce.run(*others.collect { other -> { -> lviv.ask(other).status } })

        then:
        statuses.count(201) == 10
        statuses.count(409) == 2
    }

    private List<Towns.Town> pair() {
        [new Towns(people).confirmed('UA', 'Lviv'), new Towns(people).confirmed('FR', 'Lyon')]
    }

    private List<String> events(Object id) {
        people.rows('select type from outbox_event where subject = ?', [UUID.fromString(id.toString())])*.type
    }
}
