package eu.bridgehall.partnerships

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.People
import eu.bridgehall.support.QueuedMails
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.Loads
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** Introductions over time: reminders, expiry, and how often one may ask. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.introductions.review-countries', value = 'CZ')
@Property(name = 'bridgehall.introductions.new-for', value = '30d')
@Property(name = 'bridgehall.introductions.check-every', value = '1d')
class IntroductionWaitingSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject IntroductionDeadlines deadlines
    @Inject Ties ties
    @Inject Loads loads
    @Inject AuditLog audit

    People people
    QueuedMails queue
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        queue = new QueuedMails(people, '^introduction-', 'introduction-mails')
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
    }

    void "the side that is asked is reminded once, and once more shortly before the end"() {
        given:
        def id = lviv.ask(lyon).json.id
        deadlines.run()

        expect:
        events(id).count('IntroductionReminded') == 0

        when: 'fifteen days have passed, and the service looks twice'
        new Towns(people).pass(id, 15)
        2.times { deadlines.run() }

        then:
        events(id).count('IntroductionReminded') == 1
        queue.told(lyon.owner, lyon.editor) == ['introduction-arrived', 'introduction-reminder']
        queue.told(lyon.viewer) == []

        when: 'the end is near'
        new Towns(people).pass(id, 25)
        2.times { deadlines.run() }

        then:
        events(id).count('IntroductionReminded') == 2
        queue.told(lyon.owner, lyon.editor).last() == 'introduction-last-reminder'
        lyon.editor.api.get("/api/v1/introductions/$id").json.status == 'sent'
    }

    void "what nobody answers ends with a word to both, and counts as not answered"() {
        given:
        def id = lviv.ask(lyon).json.id
        def until = lyon.viewer.api.get("/api/v1/introductions/$id").json.answerUntil
        assert until == lviv.viewer.api.get("/api/v1/introductions/$id").json.answerUntil
        assert until != null

        when:
        new Towns(people).pass(id, 46)
        2.times { deadlines.run() }
        def seen = [lviv, lyon].collect { it.viewer.api.get("/api/v1/introductions/$id").json }

        then:
        seen*.status == ['expired', 'expired']
        seen.every { it.closedAt != null && it.answerUntil == null && it.actions == [] }
        ties.between(lviv.id, lyon.id) == []
        queue.told(lviv.owner, lviv.editor) == ['introduction-expired']
        queue.told(lyon.owner, lyon.editor) == ['introduction-arrived', 'introduction-missed']
        with(loads.of(lyon.id)) {
            [open(), answered(), due()] == [0, 0, 1]
            answerRate().asDouble == 0.0d
        }
        events(id).count('IntroductionExpired') == 1
        audit.about(UUID.fromString(id))*.action() == ['introduction.ask', 'introduction.expire']
        audit.about(UUID.fromString(id))[1].actedAs() == 'service'

        and: 'it can be found by its status, and nothing more be done with it'
        lyon.viewer.api.get("/api/v1/authorities/$lyon.id/introductions?status=expired").json.items*.id == [id]
        ['accept', 'decline'].every { step ->
            def late = lyon.editor.api.post("/api/v1/introductions/$id/$step", [reason: 'not-now'])
            late.status == 409 && late.json.detail.contains('without an answer')
        }
        lviv.editor.api.post("/api/v1/introductions/$id/withdraw").status == 409

        and: 'the same is not asked again at once, the other way it may'
        lviv.ask(lyon).json.type.endsWith('introductions.ask.again')
        lyon.ask(lviv).status == 201
    }

    void "accepted while it expires: one of the two holds, wholly"() {
        expect:
        (1..6).each {
            def (from, to) = [new Towns(people).confirmed('UA', 'Odesa'), new Towns(people).confirmed('FR', 'Nantes')]
            def id = from.ask(to).json.id
            new Towns(people).pass(id, 46)
            def (answer, none) = AtOnce.run(
                    { to.owner.api.post("/api/v1/introductions/$id/accept").status }, { deadlines.run(); 0 })
            boolean accepted = answer == 200
            assert accepted || answer == 409
            deadlines.run()
            assert from.viewer.api.get("/api/v1/introductions/$id").json.status == (accepted ? 'accepted' : 'expired')
            assert ties.between(from.id, to.id)*.kind() == (accepted ? [TieKind.INTRODUCTION_ACCEPTED] : [])
            assert loads.of(to.id).answered() == (accepted ? 1 : 0)
            assert events(id).count { it in ['IntroductionAccepted', 'IntroductionExpired'] } == 1
            assert audit.about(UUID.fromString(id)).size() == 2
        }
    }

    void "two services look at the same time: each introduction expires once"() {
        given:
        def asked = (1..3).collect { lviv.ask(new Towns(people).confirmed('PL', "Town $it")).json.id }
        asked.each { new Towns(people).pass(it, 46) }

        when:
        AtOnce.run({ deadlines.run(); 0 }, { deadlines.run(); 0 })

        then:
        asked.every { events(it).count('IntroductionExpired') == 1 && audit.about(UUID.fromString(it)).size() == 2 }
    }

    void "reviewers are reminded of what waits for them, week after week"() {
        given:
        def moderator = people.moderator()
        def brno = new Towns(people).confirmed('CZ', 'Brno')
        def id = brno.ask(lyon).json.id

        when:
        2.times {
            people.sql("""update introduction set asked_at = asked_at - interval '8 days',
                review_reminded_at = review_reminded_at - interval '8 days' where id = ?""", [UUID.fromString(id)])
            2.times { deadlines.run() }
        }

        then:
        events(id).count('IntroductionReviewReminded') == 2
        queue.told(moderator).findAll { it == 'introduction-review-reminder' }.size() == 2
        queue.told(lyon.owner) == []
        brno.viewer.api.get("/api/v1/introductions/$id").json.status == 'pending-review'
    }

    void "a new authority begins with three at a time, and is told until when"() {
        given:
        def others = (1..4).collect { new Towns(people).confirmed('PL', "Town $it") }

        expect:
        with(lviv.viewer.api.get("/api/v1/authorities/$lviv.id/introduction-allowance").json) {
            [open, openLimit, week, weekLimit, left] == [0, 3, 0, 5, 3]
            newUntil != null
            possibleFrom == null
        }
        others.take(3).every { lviv.ask(it).status == 201 }
        with(lviv.ask(others[3])) {
            status == 409
            json.type.endsWith('introductions.ask.limitNew')
            json.detail.contains('3 open introductions')
        }
        with(lviv.viewer.api.get("/api/v1/authorities/$lviv.id/introduction-allowance").json) {
            [open, left] == [3, 0]
            possibleFrom != null
        }

        and: 'it answers as it likes'
        def asked = lyon.ask(lviv).json.id
        lviv.editor.api.post("/api/v1/introductions/$asked/accept").status == 200

        when: 'it is new no longer'
        people.sql("update authority_profile set confirmed_at = confirmed_at - interval '31 days' where id = ?", [lviv.id])

        then:
        lviv.ask(others[3]).status == 201
        lviv.viewer.api.get("/api/v1/authorities/$lviv.id/introduction-allowance").json.weekLimit == null
    }

    void "a new authority asks five in a week at the most, whatever becomes of them"() {
        given:
        def others = (1..6).collect { new Towns(people).confirmed('PL', "Town $it") }
        others.take(5).each { other ->
            def id = lviv.ask(other).json.id
            other.editor.api.post("/api/v1/introductions/$id/decline", [reason: 'language'])
        }

        expect:
        with(lviv.ask(others[5])) {
            status == 409
            json.type.endsWith('introductions.ask.week')
        }

        when:
        people.sql("update introduction set asked_at = asked_at - interval '8 days' where from_authority = ?", [lviv.id])

        then:
        lviv.ask(others[5]).status == 201
    }

    void "after a no the same authority is not asked again for a while"() {
        given:
        def id = lviv.ask(lyon).json.id
        lyon.editor.api.post("/api/v1/introductions/$id/$step", [reason: 'not-now'])
        if (step == 'withdraw') lviv.editor.api.post("/api/v1/introductions/$id/withdraw")
        def from = lviv.viewer.api.get("/api/v1/authorities/$lviv.id/introduction-allowance?to=$lyon.id").json.againFrom

        expect:
        java.time.Duration.between(java.time.Instant.now(), java.time.Instant.parse(from)).toDays() == days - 1
        lviv.ask(lyon).json.type.endsWith('introductions.ask.again')

        and: 'the page says so, and has no form'
        def page = Visitor.signedIn(lviv.editor).get("/introductions/new?from=$lviv.id&to=$lyon.id").body()
        page.contains('You can ask again from')
        !page.contains('more authorities')
        !page.contains('<textarea')

        and:
        lyon.viewer.api.get("/api/v1/authorities/$lyon.id/introduction-allowance?to=$lviv.id").json.againFrom == null

        when:
        people.sql("""update introduction set answer_at = answer_at - make_interval(days => ?),
            withdrawn_at = withdrawn_at - make_interval(days => ?) where id = ?""", [days, days, UUID.fromString(id)])

        then:
        lviv.ask(lyon).status == 201

        where:
        step       || days
        'decline'  || 90
        'withdraw' || 7
    }

    void "where somebody cannot ask she is told why in one line, led to what is there, and shown no form"() {
        given:
        def page = { by, to -> Visitor.signedIn(by.editor).get("/introductions/new?from=$by.id&to=$to.id").body() }
        def said = { String body -> (body =~ /(?s)<div class="alert alert-info">(.*?)<\/div>/).collect { it[1].replaceAll(/<[^>]+>/, ' ').replaceAll(/\s+/, ' ').strip() } }

        expect:
        page(lviv, lyon).contains('<textarea')

        when:
        def id = lviv.ask(lyon).json.id

        then:
        [[lviv, lyon], [lyon, lviv]].each { by, to ->
            assert said(page(by, to)) == ['An introduction between these two authorities is already open. To the introduction']
            assert page(by, to).contains("href=\"/introductions/$id\"")
            assert !page(by, to).contains('<textarea')
            assert !page(by, to).contains('more authorities')
        }

        when:
        lyon.editor.api.post("/api/v1/introductions/$id/accept")
        def conversation = Towns.conversationOf(id, lviv)

        then:
        said(page(lviv, lyon)) == ['These two authorities are already in touch. To the conversation']
        page(lyon, lviv).contains("href=\"/conversations/$conversation\"")

        when:
        people.inTransaction { ties.record(lviv.id, lyon.id, TieKind.BLOCKED, Certainty.CONFIRMED, lyon.id, null) }

        then:
        said(page(lviv, lyon)) == ['These two authorities cannot be introduced to each other at present. To the conversation']
        !page(lviv, lyon).contains('<textarea')
    }

    void "a request of the other side that waits for a review is not told where one would ask"() {
        given:
        def id = lyon.ask(lviv).json.id
        people.sql("update introduction set status = 'PENDING_REVIEW', reviewed = true, sent_at = null, answer_until = null where id = ?", [UUID.fromString(id)])

        expect:
        with(Visitor.signedIn(lviv.editor).get("/introductions/new?from=$lviv.id&to=$lyon.id").body()) {
            it.contains('cannot be introduced to each other at present')
            !it.contains(id)
        }
    }

    void "who only reads for an authority is told so where she would ask"() {
        given:
        def page = { Visitor.signedIn(it).get("/introductions/new?from=$lviv.id&to=$lyon.id").body() }

        expect:
        page(lviv.viewer).contains('Your role lets you read for Lviv')
        !page(lviv.viewer).contains('<textarea')
        page(lviv.editor).contains('<textarea')
    }

    void "only members learn how much an authority may still ask for"() {
        expect:
        people.visitor.get("/api/v1/authorities/$lviv.id/introduction-allowance").status == 401
        [lyon.owner, people.moderator(), people.associationOfficer('UA')].every {
            it.api.get("/api/v1/authorities/$lviv.id/introduction-allowance").status == 404
        }
    }

    private List<String> events(Object id) {
        people.rows('select type from outbox_event where subject = ? order by number', [UUID.fromString(id.toString())])*.type
    }
}
