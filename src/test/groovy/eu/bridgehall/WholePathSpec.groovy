package eu.bridgehall

import eu.bridgehall.support.Api
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.util.concurrent.PollingConditions

/** The main job from its first step to its last, over HTTP, as those do it who will. */
@Stepwise
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review', value = 'all')
class WholePathSpec extends Specification {
    static final String PASSWORD = 'a bridge of many arches'

    @Inject
    EmbeddedServer server
    def eventually = new PollingConditions(timeout: 30, delay: 0.1)

    @Shared
    Api officer, colleague, association, otherAssociation, secretariat, other, stranger
    @Shared
    String lviv, aachen, introduction, conversation

    private Api getVisitor() { new Api(server) }

    void "an officer signs up, and the link in her mail makes the account"() {
        given:
        def mails = new Mailbox(server)

        when:
        def asked = visitor.post('/api/v1/accounts',
                [email: 'olena@lviv.example', name: 'Олена Демченко', password: PASSWORD, language: 'uk', acceptTerms: true])

        then:
        asked.status == 202
        visitor.post('/api/v1/sessions', [email: 'olena@lviv.example', password: PASSWORD]).status == 401

        when:
        def mail = mails.await('olena@lviv.example')
        def confirmed = visitor.post('/api/v1/accounts/confirm', [token: mail.token])
        officer = signIn('olena@lviv.example')

        then:
        mail.language == 'uk'
        confirmed.status == 200
        officer.get('/api/v1/account').json.name == 'Олена Демченко'
    }

    void "she finds her town by an old name with a typing error, and starts its profile"() {
        when:
        def found = visitor.get('/api/v1/places?q=lviw&country=UA').json.items[0]
        def started = officer.post('/api/v1/authorities', [placeId: found.id])

        then:
        found.name == 'Lviv'
        started.status == 201
        started.json.content.population > 500_000
        (lviv = started.json.id) != null
    }

    void "nobody else sees the draft"() {
        given:
        def people = new People(server)
        stranger = people.person().api
        association = people.associationOfficer('UA').api
        otherAssociation = people.associationOfficer('FR').api
        secretariat = people.moderator().api

        expect:
        visitor.get("/api/v1/profiles/$lviv").status == 404
        stranger.get("/api/v1/profiles/$lviv").status == 404
        stranger.patch("/api/v1/profiles/$lviv", [website: 'https://evil.example'], ['If-Match': '"1"']).status == 404
        otherAssociation.get("/api/v1/profiles/$lviv").status == 404
        visitor.get('/api/v1/profiles?q=Lviv').json.total == 0
    }

    void "she says what her town needs, offers and seeks"() {
        given:
        def version = officer.get("/api/v1/profiles/$lviv").header('ETag')
        def change = [needs           : [[theme: 'reconstruction'], [theme: 'veterans', note: 'A centre for families']],
                      offers          : [[theme: 'resilience'], [theme: 'culture-heritage']],
                      cooperationTypes: ['twinning', 'project-partnership'], languages: ['uk', 'en'],
                      wishes          : [countries: ['DE', 'FR']], capacity: 3, website: 'https://lviv.example',
                      texts           : [[kind: 'summary', language: 'uk', text: 'Львів шукає партнерів для відбудови.'],
                                         [kind: 'summary', language: 'en', text: 'Lviv seeks partners for its reconstruction.']],
                      contact         : [mailbox: 'partners@lviv.example']]

        when:
        def refused = officer.patch("/api/v1/profiles/$lviv", change)
        def wrong = officer.patch("/api/v1/profiles/$lviv", [needs: [[theme: 'flying-carpets']]], ['If-Match': version])
        def done = officer.patch("/api/v1/profiles/$lviv", change, ['If-Match': version])
        def late = officer.patch("/api/v1/profiles/$lviv", change, ['If-Match': version])

        then:
        refused.status == 428
        wrong.status == 400
        wrong.fields == ['needs[0].theme']
        done.status == 200
        late.status == 412
    }

    void "a colleague whom she invites may edit, and hands the profile in"() {
        when:
        def invited = officer.post("/api/v1/authorities/$lviv/invitations", [email: 'andriy@lviv.example', role: 'editor'])
        def mail = new Mailbox(server).await('andriy@lviv.example')
        def accepted = visitor.post('/api/v1/invitations/accept',
                [token: mail.token, name: 'Андрій Приклад', password: PASSWORD, language: 'uk', acceptTerms: true])
        colleague = signIn('andriy@lviv.example')
        def version = colleague.get("/api/v1/profiles/$lviv").header('ETag')
        def submitted = colleague.post("/api/v1/profiles/$lviv/submit", [:], ['If-Match': version])

        then:
        invited.status == 201
        accepted.status in [200, 201]
        submitted.status == 200
        submitted.json.status == 'submitted'

        and: 'she cannot confirm herself, nor can a stranger or the association of another country'
        officer.post("/api/v1/profiles/$lviv/confirm", [:], ['If-Match': submitted.header('ETag')]).status == 403
        stranger.post("/api/v1/profiles/$lviv/confirm", [:], ['If-Match': submitted.header('ETag')]).status == 404
        otherAssociation.get('/api/v1/review/profiles').json.total == 0
        stranger.get('/api/v1/review/profiles').status == 403
    }

    void "the association sees what speaks for her, notes a call back, and confirms"() {
        when:
        def queue = association.get('/api/v1/review/profiles').json
        def entitlement = association.get("/api/v1/profiles/$lviv/entitlement").json
        def note = association.post("/api/v1/profiles/$lviv/entitlement-notes",
                [kind: 'call-back', text: 'Called the switchboard; she was put through.'])
        def version = association.get("/api/v1/profiles/$lviv").header('ETag')
        def confirmed = association.post("/api/v1/profiles/$lviv/confirm", [:], ['If-Match': version])

        then:
        queue.items*.id == [lviv]
        entitlement.toString().contains('lviv.example')
        note.status == 201
        confirmed.status == 200
        eventually.eventually { assert visitor.get('/api/v1/profiles?q=reconstruction').json.items*.authority.id == [lviv] }

        and: 'what is private stays private'
        !visitor.get("/api/v1/profiles/$lviv").body.contains('partners@lviv.example')
        !visitor.get('/api/v1/profiles?q=Lviv').body.contains('partners@lviv.example')
        stranger.get("/api/v1/profiles/$lviv/entitlement").status in [403, 404]
    }

    void "another authority is confirmed by the secretariat"() {
        given:
        def person = new People(server).person(name: 'Martin Beispiel')
        other = person.api
        def place = visitor.get('/api/v1/places?q=Aix-la-Chapelle&country=DE').json.items[0]

        when:
        def started = other.post('/api/v1/authorities', [placeId: place.id]).json
        aachen = started.id
        def edited = other.patch("/api/v1/profiles/$aachen",
                [needs           : [[theme: 'resilience']], offers: [[theme: 'reconstruction'], [theme: 'veterans']],
                 cooperationTypes: ['twinning'], languages: ['de', 'en'], wishes: [ukrainianPartner: true], capacity: 2,
                 texts           : [[kind: 'summary', language: 'en', text: 'Aachen can help to rebuild.']],
                 contact         : [mailbox: 'partner@aachen.example']], ['If-Match': '"1"'])
        def submitted = other.post("/api/v1/profiles/$aachen/submit", [:], ['If-Match': edited.header('ETag')])
        def confirmed = secretariat.post("/api/v1/profiles/$aachen/confirm", [:], ['If-Match': submitted.header('ETag')])

        then:
        place.name == 'Aachen'
        confirmed.status == 200
        eventually.eventually { assert visitor.get('/api/v1/profiles').json.total == 2 }
    }

    void "the match is explained from both sides, and only to those whom it concerns"() {
        when:
        def matches = officer.get("/api/v1/authorities/$lviv/matches", ['Accept-Language': 'en']).json
        def match = matches.items[0]

        then:
        match.authority.id == aachen
        match.score > 0 && match.score <= 100
        [match.yourFit, match.theirFit].every { fit ->
            (fit.criteria*.contribution.sum() - fit.fit).abs() < 0.001 && fit.criteria.every { it.sentence }
        }
        match.yourFit.criteria.any { it.sentence.contains('econstruction') }

        and: 'the same number from the other side'
        other.get("/api/v1/authorities/$aachen/matches").json.items[0].score == match.score

        and:
        visitor.get("/api/v1/authorities/$lviv/matches").status == 401
        stranger.get("/api/v1/authorities/$lviv/matches").status in [403, 404]
        other.get("/api/v1/authorities/$lviv/matches").status in [403, 404]
        officer.get("/api/v1/authorities/$lviv/matches?offset=490&limit=20").status == 400
    }

    void "her introduction waits for the review, and until then the other side knows nothing of it"() {
        when:
        def asked = officer.post("/api/v1/authorities/$lviv/introductions", [to: aachen, text: 'Shall we rebuild a school together?'])
        introduction = asked.json.id

        then:
        asked.status == 201
        asked.json.status == 'pending-review'
        other.get("/api/v1/introductions/$introduction").status == 404
        other.get("/api/v1/authorities/$aachen/introductions?box=received").json.total == 0
        stranger.post("/api/v1/authorities/$lviv/introductions", [to: aachen, text: 'Let me in']).status in [403, 404]
        otherAssociation.post("/api/v1/introductions/$introduction/approve").status == 404
        other.post("/api/v1/introductions/$introduction/accept").status == 404
    }

    void "the association lets it through, and the other side accepts"() {
        when:
        def approved = association.post("/api/v1/introductions/$introduction/approve")

        then:
        approved.status == 200
        new Mailbox(server).to('partners@lviv.example') == []
        other.get("/api/v1/authorities/$aachen/introductions?box=received").json.items*.id == [introduction]
        stranger.get("/api/v1/introductions/$introduction").status == 404
        !other.get("/api/v1/profiles/$lviv").body.contains('partners@lviv.example')

        when:
        def accepted = other.post("/api/v1/introductions/$introduction/accept")

        then:
        accepted.status == 200
        officer.post("/api/v1/introductions/$introduction/withdraw").status == 409
        eventually.eventually {
            conversation = officer.get("/api/v1/introductions/$introduction").json.conversationId
            assert conversation != null
        }

        and: 'now they see how to reach each other, as far as they show it'
        officer.get("/api/v1/profiles/$aachen").body.contains('partner@aachen.example')
        !stranger.get("/api/v1/profiles/$aachen").body.contains('partner@aachen.example')
    }

    void "they write to each other, with unread counts and a notice by mail that does not tell the text"() {
        when:
        def posted = officer.post("/api/v1/conversations/$conversation/messages", [text: 'Good day! When can we speak?'])

        then:
        posted.status == 201
        other.get('/api/v1/conversations').json.items[0].unread == 1
        other.get("/api/v1/conversations/$conversation/messages").json.items*.text == ['Good day! When can we speak?']

        when:
        other.post("/api/v1/conversations/$conversation/read", [upTo: 1])
        other.post("/api/v1/conversations/$conversation/messages", [text: 'On Tuesday at ten.'])

        then:
        other.get('/api/v1/conversations').json.items[0].unread == 0
        colleague.get('/api/v1/conversations').json.items[0].unread == 2
        def mail = mailsTo('olena@lviv.example').find { it.subject.contains('Aachen') && it.text.contains('/') }
        mail != null
        mailsTo('olena@lviv.example').every { !it.text.contains('On Tuesday') && !it.html.contains('On Tuesday') }

        and: 'strangers, the association and the secretariat get nothing of it'
        [visitor, stranger, association, otherAssociation, secretariat].every {
            it.get("/api/v1/conversations/$conversation").status in [401, 404] &&
                    it.get("/api/v1/conversations/$conversation/messages").status in [401, 404] &&
                    it.post("/api/v1/conversations/$conversation/messages", [text: 'hello']).status in [401, 404]
        }
    }

    private List mailsTo(String address) {
        def box = new Mailbox(server)
        eventually.eventually { assert box.to(address).any { it.subject.contains('Aachen') } }
        box.to(address)
    }

    private Api signIn(String email) {
        def session = visitor.post('/api/v1/sessions', [email: email, password: PASSWORD])
        assert session.status in [200, 201]
        visitor.as(session.json.accessToken)
    }
}
