package eu.bridgehall.partnerships

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.People
import eu.bridgehall.support.QueuedMails
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Loads
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import static eu.bridgehall.web.EditForms.post

/** Two authorities proposed to each other by an association or the secretariat. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.check-every', value = '1d')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ProposedIntroductionsSpec extends Specification {
    static final String PROPOSALS = '/api/v1/review/proposals'
    @Inject EmbeddedServer server
    @Inject IntroductionDeadlines deadlines
    @Inject Ties ties
    @Inject Loads loads
    @Inject AuditLog audit

    People people
    QueuedMails queue
    TestPerson officer
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        queue = new QueuedMails(people, '^introduction-', 'introduction-mails')
        officer = people.associationOfficer('UA')
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
    }

    void "both sides are asked and see who proposes it, not which person"() {
        when:
        def proposed = propose(officer)
        def id = proposed.json.id

        then:
        proposed.status == 201
        proposed.json.proposedBy == 'Association of UA'
        proposed.json.actions == ['withdraw']
        [lviv, lyon].every { town ->
            def seen = town.editor.api.get("/api/v1/introductions/$id")
            seen.json.proposedBy == 'Association of UA' && seen.json.askedBy == null && !seen.body.contains('Test Person') &&
                    seen.json.actions == ['accept', 'decline'] && seen.json.sideAnswers == [] &&
                    town.viewer.api.get("/api/v1/authorities/$town.id/introductions").json.items*.id == [id] &&
                    town.viewer.api.get("/api/v1/authorities/$town.id/introductions?box=sent").json.total == 0 &&
                    town.viewer.api.get("/api/v1/introductions/$id/match").status == 200
        }
        queue.told(lviv.owner, lviv.editor, lyon.owner, lyon.editor) == ['introduction-proposed']
        ties.between(lviv.id, lyon.id)*.kind() == [TieKind.INTRODUCTION_OPEN]
        [loads.of(lviv.id).open(), loads.of(lyon.id).open()] == [1, 1]

        and: 'it does not count as asked for by either'
        lviv.viewer.api.get("/api/v1/authorities/$lviv.id/introduction-allowance").json.open == 0

        and: 'the secretariat sees what an association proposes, another association does not'
        id in people.moderator().api.get(PROPOSALS).json.items*.id
        !(id in people.associationOfficer('PL').api.get(PROPOSALS).json.items*.id)
        officer.api.get(PROPOSALS).json.items[0].id == id
    }

    void "neither side learns the other's answer before it has given its own: #first, then #second"() {
        given:
        def id = propose(officer).json.id
        def before = lyon.editor.api.get("/api/v1/introductions/$id").body
        def page = { Visitor.signedIn(lyon.viewer).get("/introductions/$id").body().replaceAll('value="[^"]{20,}"', '') }
        def pageBefore = page()
        queue.told(lyon.owner)

        when:
        def own = answer(lviv, id, first)

        then:
        own.json.status == 'sent'
        own.json.sideAnswers*.accepted == [first == 'accept']
        own.json.actions == []
        answer(lviv, id, 'accept').status == 409
        lyon.editor.api.get("/api/v1/introductions/$id").body == before
        page() == pageBefore
        officer.api.get("/api/v1/introductions/$id").json.sideAnswers == []
        queue.told(lyon.owner, lyon.editor) == ['introduction-proposed']
        loads.of(lviv.id).answered() == 1

        when:
        def last = answer(lyon, id, second)

        then:
        last.json.status == status
        [lviv, lyon].every { it.viewer.api.get("/api/v1/introductions/$id").json.sideAnswers*.accepted.sort() == [first == 'accept', second == 'accept'].sort() }
        officer.api.get("/api/v1/introductions/$id").json.answer == null

        and: 'who proposed it learns what came of it, from the sides and not from which person'
        def told = officer.api.get("/api/v1/introductions/$id")
        told.json.sideAnswers.collect { [it.authority, it.accepted, it.reason, it.by] } ==
                [[lviv.id as String, first == 'accept', first == 'accept' ? null : 'not-now', null],
                 [lyon.id as String, second == 'accept', second == 'accept' ? null : 'not-now', null]]
        queue.told(officer) == ['introduction-proposal-over']
        def history = Visitor.signedIn(officer).get("/introductions/$id").body()
        history.contains("Lviv has ${first == 'accept' ? 'accepted' : 'declined'}")
        history =~ /\d\d:\d\d.UTC</
        history.contains('How well Lviv and Lyon fitted')
        history.contains("Lyon has ${second == 'accept' ? 'accepted' : 'declined'}")

        and:
        ties.between(lviv.id, lyon.id)*.kind() == (status == 'accepted' ? [TieKind.INTRODUCTION_ACCEPTED] : [])
        queue.told(lviv.owner, lviv.editor).drop(1) == mails
        audit.about(UUID.fromString(id))*.action() == ['introduction.propose', "introduction.$first".toString(), "introduction.$second".toString()]

        and:
        status != 'accepted' || Towns.conversationOf(id, lyon) == Towns.conversationOf(id, lviv)

        where:
        first     | second    || status     | mails
        'accept'  | 'accept'  || 'accepted' | ['introduction-accepted']
        'accept'  | 'decline' || 'declined' | ['introduction-proposal-declined']
        'decline' | 'accept'  || 'declined' | []
        'decline' | 'decline' || 'declined' | []
    }

    void "who may propose: #who gets #status"() {
        given:
        def person = who == 'visitor' ? null : who == 'owner of one' ? lviv.owner
                : who == 'association of one' ? people.associationOfficer('UA')
                : who == 'association of the other' ? people.associationOfficer('FR')
                : who == 'association elsewhere' ? people.associationOfficer('PL')
                : who == 'moderator of one' ? people.moderator().memberOf(lyon.id, MemberRole.VIEWER) : people."$who"()
        def api = person == null ? people.visitor : person.api

        expect:
        api.post(PROPOSALS, [one: lviv.id, other: lyon.id, text: 'You share a river.']).status == status
        api.get(PROPOSALS).status == list

        where:
        who                        || status | list
        'visitor'                  || 401    | 401
        'owner of one'             || 403    | 403
        'association of one'       || 201    | 200
        'association of the other' || 201    | 200
        'association elsewhere'    || 403    | 200
        'moderator'                || 201    | 200
        'administrator'            || 201    | 200
        'moderator of one'         || 403    | 200
    }

    void "it cannot be proposed: #why"() {
        given:
        switch (why) {
            case 'the same': lyon = lviv; break
            case 'no text': break
            case 'one takes no partners': lyon.capacity(0); break
            case 'one is paused': lviv.status('PAUSED'); break
            case 'they are in touch': lyon.editor.api.post("/api/v1/introductions/${lviv.ask(lyon).json.id}/accept"); break
            case 'one has asked': lyon.ask(lviv); break
            case 'forbidden': people.moderator().api.post('/api/v1/review/forbidden-pairs', [one: lviv.id, other: lyon.id, reason: 'Because.']); break
        }

        expect:
        officer.api.post(PROPOSALS, [one: lviv.id, other: lyon.id, text: why == 'no text' ? ' ' : 'You share a river.']).status == status

        where:
        why                     || status
        'the same'              || 400
        'no text'               || 400
        'one takes no partners' || 409
        'one is paused'         || 409
        'they are in touch'     || 409
        'one has asked'         || 409
        'forbidden'             || 409
    }

    void "only who has not answered is reminded, and an end without an answer is not a refusal"() {
        given:
        def id = propose(officer).json.id
        answer(lviv, id, 'decline')

        when:
        new Towns(people).pass(id, 15)
        2.times { deadlines.run() }

        then:
        queue.told(lyon.owner, lyon.editor) == ['introduction-proposed', 'introduction-proposal-reminder']
        queue.told(lviv.owner) == ['introduction-proposed']

        when:
        new Towns(people).pass(id, 31)
        deadlines.run()

        then: 'the other side is not told that one had declined'
        lyon.viewer.api.get("/api/v1/introductions/$id").json.status == 'expired'
        lyon.viewer.api.get("/api/v1/introductions/$id").json.sideAnswers == []
        queue.told(lyon.owner).last() == 'introduction-proposal-expired'

        and: 'who proposed it is'
        officer.api.get("/api/v1/introductions/$id").json.sideAnswers*.accepted == [false]
        queue.told(officer) == ['introduction-proposal-over']
        [loads.of(lviv.id).answered(), loads.of(lyon.id).answered(), loads.of(lyon.id).due()] == [1, 0, 1]
        ties.between(lviv.id, lyon.id) == []
    }

    void "who proposed it takes it back while it waits, nobody else does"() {
        given:
        def id = propose(officer).json.id

        expect:
        lviv.owner.api.post("/api/v1/introductions/$id/withdraw").status == 403
        people.associationOfficer('FR').api.post("/api/v1/introductions/$id/withdraw").status == 404
        officer.api.post("/api/v1/introductions/$id/accept").status == 403
        officer.api.post("/api/v1/introductions/$id/withdraw").json.status == 'withdrawn'
        answer(lviv, id, 'accept').status == 409
        ties.between(lviv.id, lyon.id) == []
        loads.of(lyon.id).received() == 0
        lviv.ask(lyon).status == 201
    }

    void "both accept at once: they are in touch, once"() {
        expect:
        (1..6).each {
            def (one, other) = [new Towns(people).confirmed('UA', 'Odesa'), new Towns(people).confirmed('FR', 'Nantes')]
            def id = officer.api.post(PROPOSALS, [one: one.id, other: other.id, text: 'You share a sea.']).json.id
            assert AtOnce.run({ answer(one, id, 'accept').status }, { answer(other, id, 'accept').status }) == [200, 200]
            assert one.viewer.api.get("/api/v1/introductions/$id").json.status == 'accepted'
            assert ties.between(one.id, other.id)*.kind() == [TieKind.INTRODUCTION_ACCEPTED]
            assert people.rows('select type from outbox_event where subject = ?', [UUID.fromString(id)])*.type.count('IntroductionAccepted') == 1
            assert audit.about(UUID.fromString(id)).size() == 3
        }
    }

    void "the pages let a pair be chosen, and list what was proposed"() {
        given:
        def browser = Visitor.signedIn(officer)
        def form = browser.get("/review/proposals/new?one=$lviv.id&other=$lyon.id").body()

        expect:
        form.contains('Lviv and Lyon')
        form =~ /value="twinning"[^>]* checked/
        Visitor.signedIn(lviv.owner).get('/review/proposals').statusCode() == 403
        Visitor.signedIn(lviv.owner).get('/review/proposals/new').statusCode() == 403
        browser.get("/authorities/$lviv.id").body().contains("/review/proposals/new?one=$lviv.id")

        when:
        def wrong = post(browser, '/review/proposals', [from: lviv.id as String, to: lyon.id as String, text: ''])
        def done = post(browser, '/review/proposals', [from: lviv.id as String, to: lyon.id as String, text: 'You share a river.'])

        then:
        wrong.statusCode() == 400
        done.statusCode() == 303

        and: 'the page says how well they fit before, and why it cannot be done again after'
        form.contains('How well Lviv and Lyon fit')
        form =~ /\d+(\.\d+)? of 100/
        with(Visitor.signedIn(people.moderator()).get("/review/proposals/new?one=$lviv.id&other=$lyon.id").body()) {
            contains('already open')
            !contains('<textarea')
        }
        !browser.get("/review/proposals/new?one=$lviv.id&other=$lyon.id").body().contains('<textarea')
        with(browser.get("/review/proposals/new?one=$lviv.id&other=$lviv.id")) {
            statusCode() == 400
            body().contains('cannot be introduced to itself')
            !body().contains('<textarea')
        }
        browser.get('/review/proposals').body().contains('You share a river.')
        Visitor.signedIn(lyon.owner).get('/introductions').body().contains('Association of UA')
    }

    private propose(TestPerson person) {
        person.api.post(PROPOSALS, [one: lviv.id, other: lyon.id, text: 'You share a river.', cooperationTypes: ['twinning']])
    }

    private static answer(Towns.Town town, Object id, String step) {
        town.editor.api.post("/api/v1/introductions/$id/$step", [reason: 'not-now'])
    }
}
