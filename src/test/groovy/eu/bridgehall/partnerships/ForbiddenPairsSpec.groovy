package eu.bridgehall.partnerships

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.Ids
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

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review-countries', value = 'CZ')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ForbiddenPairsSpec extends Specification {
    static final String PAIRS = '/api/v1/review/forbidden-pairs'
    static final String SECRET = 'the mayor is a keen cyclist'
    @Inject EmbeddedServer server
    @Inject Ties ties
    @Inject Loads loads
    @Inject AuditLog audit

    People people
    TestPerson moderator
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        moderator = people.moderator()
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
    }

    void "an open introduction ends kindly, and neither side learns why"() {
        given:
        def queue = new QueuedMails(people, '^introduction-ended', 'introduction-mails')
        def id = lviv.ask(lyon).json.id

        when:
        def forbidden = forbid(lyon, lviv)

        then:
        forbidden.status == 201
        forbidden.json.reason == SECRET
        [forbidden.json.one.name, forbidden.json.other.name].sort() == ['Lviv', 'Lyon']
        ties.between(lviv.id, lyon.id)*.kind() == [TieKind.FORBIDDEN]
        [lviv, lyon].every { town ->
            def seen = town.owner.api.get("/api/v1/introductions/$id")
            seen.json.status == 'ended' && seen.json.closedAt != null && seen.json.actions == [] && !seen.body.contains('cyclist')
        }
        loads.of(lyon.id).received() == 0
        queue.told(lviv.owner, lviv.editor, lyon.owner, lyon.editor) == ['introduction-ended']
        queue.told(lviv.viewer) == []
        lyon.editor.api.post("/api/v1/introductions/$id/accept").status == 409
        audit.about(UUID.fromString(id))*.action() == ['introduction.ask', 'introduction.end']
        audit.about(UUID.fromString(forbidden.json.id))*.action() == ['pair.forbid']
        !audit.about(UUID.fromString(forbidden.json.id))[0].details().contains('cyclist')

        and: 'asking is refused without telling, from both sides'
        [lviv.ask(lyon), lyon.ask(lviv)].every { it.status == 409 && it.json.type.endsWith('introductions.notPossible') }

        and: 'they are not suggested to each other'
        lyon.id in ties.excludedFor(lviv.id)
        lviv.id in ties.excludedFor(lyon.id)
    }

    void "of what waits for a review the other side learns nothing even then"() {
        given:
        def queue = new QueuedMails(people, '^introduction-ended', 'introduction-mails')
        def brno = new Towns(people).confirmed('CZ', 'Brno')
        def id = brno.ask(lyon).json.id

        when:
        forbid(brno, lyon)

        then:
        brno.viewer.api.get("/api/v1/introductions/$id").json.status == 'ended'
        lyon.owner.api.get("/api/v1/introductions/$id").status == 404
        lyon.owner.api.get("/api/v1/authorities/$lyon.id/introductions").json.total == 0
        queue.told(brno.owner) == ['introduction-ended']
        queue.told(lyon.owner) == []
        moderator.api.post("/api/v1/introductions/$id/approve").status == 409
    }

    void "lifted, they may be introduced again, and nothing is lifted twice"() {
        given:
        def id = forbid(lviv, lyon).json.id

        expect:
        moderator.api.post("$PAIRS/$id/lift").status == 204
        moderator.api.post("$PAIRS/$id/lift").status == 404
        ties.between(lviv.id, lyon.id) == []
        audit.about(UUID.fromString(id))*.action() == ['pair.forbid', 'pair.lift']
        lviv.ask(lyon).status == 201
        forbid(lviv, lyon).status == 201
    }

    void "#who gets #status"() {
        given:
        def id = forbid(lviv, lyon).json.id
        def api = who == 'visitor' ? people.visitor : who == 'owner' ? lviv.owner.api
                : who == 'association' ? people.associationOfficer('UA').api : people."$who"().api

        expect:
        [api.get(PAIRS), api.post("$PAIRS/$id/lift")]*.status == [list, lift]
        api.post(PAIRS, [one: lviv.id, other: lyon.id, reason: 'Because.']).status == status

        where:
        who             || list | lift | status
        'visitor'       || 401  | 401  | 401
        'owner'         || 403  | 403  | 403
        'association'   || 403  | 403  | 403
        'moderator'     || 200  | 204  | 201
        'administrator' || 200  | 204  | 201
    }

    void "nobody decides about an authority of her own"() {
        given:
        def id = forbid(lviv, lyon).json.id
        def partial = people.moderator().memberOf(lyon.id, MemberRole.VIEWER)

        expect:
        partial.api.post("$PAIRS/$id/lift").status == 403
        partial.api.post(PAIRS, [one: lyon.id, other: new Towns(people).confirmed('PL', 'Gdynia').id, reason: 'Because.']).status == 403
    }

    void "what is wrong is named: #fields, #status"() {
        given:
        forbid(lviv, new Towns(people).confirmed('BE', 'Gent'))

        when:
        def answer = moderator.api.post(PAIRS, [one: lviv.id, other: lyon.id, reason: 'Because.'] + (sent == 'same' ? [other: lviv.id] : sent))

        then:
        answer.status == status
        fields == null || answer.fields == fields

        where:
        sent                 || status | fields
        [one: null]          || 400    | ['one']
        [reason: ' ']        || 400    | ['reason']
        [reason: 'x' * 1001] || 400    | ['reason']
        'same'               || 400    | ['other']
        [other: Ids.next()]  || 404    | null
    }

    void "forbidden while it is asked for: nothing stays open"() {
        expect:
        (1..6).each {
            def (from, to) = [new Towns(people).confirmed('UA', 'Odesa'), new Towns(people).confirmed('FR', 'Nantes')]
            def statuses = AtOnce.run({ from.ask(to).status }, { forbid(from, to).status })
            assert statuses[0] in [201, 409]
            assert statuses[1] == 201
            assert ties.between(from.id, to.id)*.kind() == [TieKind.FORBIDDEN]
            assert from.viewer.api.get("/api/v1/authorities/$from.id/introductions?box=sent&status=sent").json.total == 0
        }
    }

    void "the pages list them, let two be chosen by name, and lift"() {
        given:
        def browser = Visitor.signedIn(moderator)
        def chosen = browser.get("/review/forbidden-pairs/new?one=$lviv.id&other=$lyon.id").body()

        expect:
        chosen.contains('Lviv and Lyon')
        Visitor.signedIn(lviv.owner).get('/review/forbidden-pairs').statusCode() == 403
        Visitor.signedIn(lviv.owner).get('/review/forbidden-pairs/new').statusCode() == 403

        when:
        def wrong = post(browser, '/review/forbidden-pairs', [one: lviv.id as String, other: lyon.id as String, reason: ''])
        def done = post(browser, '/review/forbidden-pairs', [one: lviv.id as String, other: lyon.id as String, reason: SECRET])
        def list = browser.get('/review/forbidden-pairs').body()
        def id = moderator.api.get(PAIRS).json.items[0].id

        then:
        wrong.statusCode() == 400
        wrong.body().contains('Lviv and Lyon')
        done.statusCode() == 303
        list.contains(SECRET)
        list.contains("/review/forbidden-pairs/$id/lift")
        post(browser, "/review/forbidden-pairs/$id/lift", [:]).statusCode() == 303
        ties.between(lviv.id, lyon.id) == []
    }

    private forbid(Towns.Town one, Towns.Town other) {
        moderator.api.post(PAIRS, [one: one.id, other: other.id, reason: SECRET])
    }
}
