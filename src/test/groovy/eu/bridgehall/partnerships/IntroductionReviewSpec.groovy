package eu.bridgehall.partnerships

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Loads
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review-countries', value = 'UA,MD')
class IntroductionReviewSpec extends Specification {
    static final String SECRET = 'the mayor is a keen cyclist'
    @Inject EmbeddedServer server
    @Inject Ties ties
    @Inject Loads loads
    @Inject AuditLog audit

    People people
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
    }

    void "while it waits for the review the other side sees nothing of it"() {
        when:
        def asked = lviv.ask(lyon, SECRET)
        def id = asked.json.id

        then:
        asked.json.status == 'pending-review'
        asked.json.sentAt == null
        asked.json.actions == ['withdraw']
        lyon.owner.api.get("/api/v1/introductions/$id").status == 404
        lyon.owner.api.get("/api/v1/authorities/$lyon.id/introductions").json.total == 0
        ['accept', 'decline', 'withdraw', 'approve', 'reject'].every {
            lyon.owner.api.post("/api/v1/introductions/$id/$it", [reason: 'other', text: 'Because.']).status == 404
        }

        and: 'not even by what its matches leave out, nor by its load'
        ties.of(lyon.id) == []
        loads.of(lyon.id).received() == 0

        and: 'asking itself it is told no more than that it is not possible'
        def answer = lyon.ask(lviv)
        answer.status == 409
        answer.json.type.endsWith('introductions.notPossible')
    }

    void "#who reviews it: #queue for the queue, #get for the introduction, #step for approval"() {
        given:
        def id = lviv.ask(lyon).json.id
        def api = person(who)

        when:
        def waiting = api.get('/api/v1/review/introductions')

        then:
        waiting.status == queue
        queue != 200 || (id in waiting.json.items*.id) == (get == 200)
        api.get("/api/v1/introductions/$id").status == get
        api.post("/api/v1/introductions/$id/accept").status == (get == 200 ? 403 : get)
        api.post("/api/v1/introductions/$id/approve").status == step
        lyon.viewer.api.get("/api/v1/introductions/$id").status == (step == 200 ? 200 : 404)

        where:
        who                      | queue | get | step
        'visitor'                | 401   | 401 | 401
        'somebody'               | 403   | 404 | 404
        'association'            | 200   | 200 | 200
        'association elsewhere'  | 200   | 404 | 404
        'association of the asked' | 200 | 404 | 404
        'moderator'              | 200   | 200 | 200
        'administrator'          | 200   | 200 | 200
        'moderator of the asked' | 200   | 404 | 404
    }

    void "an officer of the association does not let her own authority's introduction through"() {
        given:
        def officer = people.associationOfficer('UA').memberOf(lviv.id, MemberRole.EDITOR)
        def id = lviv.ask(lyon).json.id

        expect:
        officer.api.post("/api/v1/introductions/$id/approve").status == 403
        officer.api.post("/api/v1/introductions/$id/reject", [reason: 'advertising']).status == 403
        !(id in officer.api.get('/api/v1/review/introductions').json.items*.id)
    }

    void "approval sends it on, and the other side does not learn that there was a review"() {
        given:
        def id = lviv.ask(lyon).json.id
        def moderator = people.moderator()

        when:
        def approved = moderator.api.post("/api/v1/introductions/$id/approve")
        def received = lyon.editor.api.get("/api/v1/introductions/$id").json

        then:
        approved.json.status == 'sent'
        approved.json.review.reason == null
        received.status == 'sent'
        received.review == null
        received.askedAt == received.sentAt
        ties.between(lviv.id, lyon.id)*.kind() == [TieKind.INTRODUCTION_OPEN]
        loads.of(lyon.id).open() == 1
        lviv.viewer.api.get("/api/v1/introductions/$id").json.review.at != null
        moderator.api.post("/api/v1/introductions/$id/approve").status == 409
        moderator.api.post("/api/v1/introductions/$id/reject", [reason: 'advertising']).status == 409

        when: 'it is answered'
        lyon.editor.api.post("/api/v1/introductions/$id/decline", [reason: 'other', text: SECRET])
        def seen = moderator.api.get("/api/v1/introductions/$id")

        then: 'what the two say to each other is not for the reviewer'
        seen.json.status == 'declined'
        seen.json.answer == null
        !seen.body.contains('cyclist')
        !(id in moderator.api.get('/api/v1/review/introductions').json.items*.id)
    }

    void "what is rejected never reaches the other side, and the asker is told why"() {
        given:
        def id = UUID.fromString(lviv.ask(lyon).json.id)
        def officer = people.associationOfficer('UA')

        expect:
        officer.api.post("/api/v1/introductions/$id/reject", [:]).fields == ['reason']
        officer.api.post("/api/v1/introductions/$id/reject", [reason: 'no-capacity']).fields == ['reason']
        officer.api.post("/api/v1/introductions/$id/reject", [reason: 'other']).fields == ['text']

        when:
        def rejected = officer.api.post("/api/v1/introductions/$id/reject",
                [reason: 'purpose-unclear', text: 'Say what you would like to do together.'])

        then:
        rejected.json.status == 'rejected'
        with(lviv.viewer.api.get("/api/v1/introductions/$id").json.review) {
            reason == 'purpose-unclear'
            text == 'Say what you would like to do together.'
            by == null
        }
        lyon.owner.api.get("/api/v1/introductions/$id").status == 404
        lyon.owner.api.get("/api/v1/authorities/$lyon.id/introductions").json.total == 0
        lyon.owner.api.get("/api/v1/authorities/$lyon.id/introductions?status=rejected").json.total == 0
        audit.about(id)*.action() == ['introduction.ask', 'introduction.reject']
        audit.about(id)[1].actedAs() == 'association'

        and: 'it can be asked for again, better'
        lviv.ask(lyon).status == 201
    }

    void "what was withdrawn while it waited stays unknown to the other side"() {
        given:
        def id = lviv.ask(lyon).json.id

        expect:
        lviv.editor.api.post("/api/v1/introductions/$id/withdraw").status == 200
        lyon.owner.api.get("/api/v1/introductions/$id").status == 404
        lyon.owner.api.get("/api/v1/authorities/$lyon.id/introductions").json.total == 0
        people.moderator().api.post("/api/v1/introductions/$id/approve").status == 409
        lyon.ask(lviv).status == 201
    }

    void "it is not sent on once #why"() {
        given:
        def id = lviv.ask(lyon).json.id
        if (why == 'the asker is suspended') lviv.status('SUSPENDED')
        if (why == 'the other is paused') lyon.status('PAUSED')
        if (why == 'the other takes no more partners') lyon.capacity(0)

        expect:
        people.moderator().api.post("/api/v1/introductions/$id/approve").status == 409
        lviv.viewer.api.get("/api/v1/introductions/$id").json.status == 'pending-review'

        where:
        why << ['the asker is suspended', 'the other is paused', 'the other takes no more partners']
    }

    void "an introduction from a country that is not on the list goes straight on"() {
        expect:
        def asked = lyon.ask(lviv)
        asked.json.status == 'sent'
        people.moderator().api.get("/api/v1/introductions/${asked.json.id}").status == 404
        people.associationOfficer('FR').api.get("/api/v1/introductions/${asked.json.id}").status == 404
    }

    private Api person(String who) {
        switch (who) {
            case 'visitor': return people.visitor
            case 'somebody': return people.person().api
            case 'association': return people.associationOfficer('UA').api
            case 'association elsewhere': return people.associationOfficer('PL').api
            case 'association of the asked': return people.associationOfficer('FR').api
            case 'moderator': return people.moderator().api
            case 'administrator': return people.administrator().api
            case 'moderator of the asked': return people.moderator().memberOf(lyon.id, MemberRole.VIEWER).api
        }
        throw new IllegalArgumentException(who)
    }
}
