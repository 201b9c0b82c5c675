package eu.bridgehall.partnerships

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.Ids
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.Loads
import eu.bridgehall.ties.TieKind
import eu.bridgehall.ties.Ties
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class IntroductionApiSpec extends Specification {
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

    void "an officer asks, the other town hall sees it, and both see what was proposed"() {
        when:
        def asked = lviv.editor.api.post("/api/v1/authorities/$lviv.id/introductions",
                [to: lyon.id, text: "  Dear colleagues,\r\nshall we talk about buses?  ",
                 cooperationTypes: ['twinning', 'twinning'], themes: [theme()]])

        then:
        asked.status == 201
        asked.json.status == 'sent'
        asked.json.text == "Dear colleagues,\nshall we talk about buses?"
        asked.json.cooperationTypes == ['twinning']
        asked.json.themes == [theme()]
        asked.json.from == [id: lviv.id as String, name: 'Lviv', countryCode: 'UA']
        asked.json.to == [id: lyon.id as String, name: 'Lyon', countryCode: 'FR']
        asked.json.askedBy == 'Editor of Lviv'
        asked.json.conversationId == null
        asked.json.actions == ['withdraw']

        and: 'the tie and the load are there for matching'
        ties.between(lviv.id, lyon.id)*.kind() == [TieKind.INTRODUCTION_OPEN]
        ties.between(lviv.id, lyon.id)[0].side() == lviv.id
        loads.of(lyon.id).open() == 1

        when:
        def received = lyon.viewer.api.get("/api/v1/authorities/$lyon.id/introductions").json
        def sent = lviv.viewer.api.get("/api/v1/authorities/$lviv.id/introductions?box=sent").json

        then:
        received.total == 1
        received.next == null
        received.items[0].id == asked.json.id
        received.items[0].askedBy == null
        received.items[0].actions == []
        sent.items*.id == [asked.json.id]
        lyon.editor.api.get("/api/v1/introductions/${asked.json.id}").json.actions == ['accept', 'decline']
        lviv.viewer.api.get("/api/v1/authorities/$lviv.id/introductions?box=received").json.total == 0
    }

    void "the other side accepts, and each side knows who of its own people acted"() {
        given:
        def id = lviv.ask(lyon).json.id

        when:
        def accepted = lyon.owner.api.post("/api/v1/introductions/$id/accept")

        then:
        accepted.status == 200
        accepted.json.status == 'accepted'
        accepted.json.answer.by == 'Owner of Lyon'
        accepted.json.actions == []
        lviv.owner.api.get("/api/v1/introductions/$id").json.answer.by == null
        ties.between(lviv.id, lyon.id)*.kind() == [TieKind.INTRODUCTION_ACCEPTED]
        ties.mayWrite(lviv.id, lyon.id)
        loads.of(lyon.id).open() == 0
        loads.of(lyon.id).answered() == 1
    }

    void "the other side declines with a reason, which the asker reads"() {
        given:
        def id = lviv.ask(lyon).json.id

        when:
        def declined = lyon.editor.api.post("/api/v1/introductions/$id/decline",
                [reason: 'not-now', text: 'Write again after the elections.'])

        then:
        declined.json.status == 'declined'
        with(lviv.viewer.api.get("/api/v1/introductions/$id").json.answer) {
            reason == 'not-now'
            text == 'Write again after the elections.'
        }
        ties.between(lviv.id, lyon.id) == []
        loads.of(lyon.id).answered() == 1

        and: 'the one that declined may ask itself, the one that asked not soon again'
        lviv.ask(lyon).json.type.endsWith('introductions.ask.again')
        lyon.ask(lviv).status == 201
    }

    void "a reason that is not right is named: #reason"() {
        given:
        def id = lviv.ask(lyon).json.id

        expect:
        def answer = lyon.editor.api.post("/api/v1/introductions/$id/decline", reason)
        answer.status == 400
        answer.fields == fields
        lyon.editor.api.get("/api/v1/introductions/$id").json.status == 'sent'

        where:
        reason                                           || fields
        [:]                                              || ['reason']
        [reason: 'purpose-unclear']                      || ['reason']
        [reason: 'other']                                || ['text']
        [reason: 'other', text: '  ']                    || ['text']
        [reason: 'not-now', text: 'x' * 1001]            || ['text']
        [reason: 'not-now', text: 'turned \u202E around'] || ['text']
    }

    void "the asker takes it back, and it no longer counts against the other side"() {
        given:
        def id = lviv.ask(lyon).json.id

        expect:
        lviv.owner.api.post("/api/v1/introductions/$id/withdraw").json.status == 'withdrawn'
        lyon.viewer.api.get("/api/v1/introductions/$id").json.status == 'withdrawn'
        ties.between(lviv.id, lyon.id) == []
        loads.of(lyon.id).received() == 0

        and: 'it cannot be accepted any more'
        def late = lyon.editor.api.post("/api/v1/introductions/$id/accept")
        late.status == 409
        late.json.detail.contains('withdrawn')
    }

    void "#who gets #list from the list, #get from the introduction and #steps from each step"() {
        given:
        def id = lviv.ask(lyon, SECRET).json.id
        def api = person(who)

        when:
        def answers = [
                api.get("/api/v1/authorities/$lviv.id/introductions?box=sent"),
                api.get("/api/v1/introductions/$id")] +
                ['accept', 'decline', 'withdraw', 'approve', 'reject'].collect {
                    api.post("/api/v1/introductions/$id/$it", [reason: 'other', text: 'Because.'])
                } + [api.post("/api/v1/authorities/$lviv.id/introductions", [to: lyon.id, text: 'Once more.'])]

        then:
        answers*.status == [list, get] + steps + [ask]
        get == 200 || answers.every { !it.body.contains(SECRET) && !it.body.contains('Lyon') }

        where:
        who                     | list | get | steps                     | ask
        'visitor'               | 401  | 401 | [401] * 5                 | 401
        'somebody'              | 404  | 404 | [404] * 5                 | 404
        'officer elsewhere'     | 404  | 404 | [404] * 5                 | 404
        'association'           | 404  | 404 | [404] * 5                 | 404
        'association elsewhere' | 404  | 404 | [404] * 5                 | 404
        'moderator'             | 404  | 404 | [404] * 5                 | 404
        'administrator'         | 404  | 404 | [404] * 5                 | 404
        'viewer of the asker'   | 200  | 200 | [403] * 5                 | 403
        'editor of the asker'   | 200  | 200 | [403, 403, 200, 403, 403] | 409
        'owner of the asker'    | 200  | 200 | [403, 403, 200, 403, 403] | 409
        'viewer of the asked'   | 404  | 200 | [403] * 5                 | 404
        'editor of the asked'   | 404  | 200 | [200, 409, 403, 403, 403] | 404
        'owner of the asked'    | 404  | 200 | [200, 409, 403, 403, 403] | 404
    }

    void "it cannot be asked for: #why"() {
        given:
        prepare(why)

        when:
        def answer = lviv.ask(lyon)

        then:
        answer.status == status
        answer.problem
        answer.json.type.endsWith(key)
        people.rows('select * from introduction where from_authority = ? and status <> ?',
                [lviv.id, 'ACCEPTED']).size() == (why == 'asked before' ? 1 : 0)

        where:
        why                              || status | key
        'own profile is a draft'         || 409    | 'introductions.ask.notConfirmed'
        'own profile is paused'          || 409    | 'introductions.ask.notConfirmed'
        'the other is a draft'           || 404    | 'organisations.notFound'
        'the other is suspended'         || 404    | 'organisations.notFound'
        'the other takes no partners'    || 409    | 'introductions.ask.notAccepting'
        'partners already'               || 409    | 'introductions.ask.inTouch'
        'in touch already'               || 409    | 'introductions.ask.inTouch'
        'asked before'                   || 409    | 'introductions.ask.alreadyOpen'
        'the other has asked'            || 409    | 'introductions.ask.alreadyOpen'
        'the other has blocked us'       || 409    | 'introductions.notPossible'
        'we have blocked the other'      || 409    | 'introductions.notPossible'
        'the secretariat has forbidden'  || 409    | 'introductions.notPossible'
    }

    void "a pair known from a public list only may be introduced"() {
        given:
        people.inTransaction {
            ties.record(lviv.id, lyon.id, TieKind.PARTNER, Certainty.KNOWN_UNCONFIRMED, null, null)
        }

        expect:
        lviv.ask(lyon).status == 201
    }

    void "what is wrong with a request is named: #fields"() {
        when:
        def answer = lviv.editor.api.post("/api/v1/authorities/$lviv.id/introductions",
                [to: lyon.id, text: 'Shall we talk?'] + sent)

        then:
        answer.status == 400
        answer.fields == fields

        where:
        sent                                    || fields
        [to: null]                              || ['to']
        [text: null]                            || ['text']
        [text: 'ab']                            || ['text']
        [text: ' ab \n']                        || ['text']
        [text: 'x' * 2001]                      || ['text']
        [text: 'bell \u0007']                   || ['text']
        [text: 'turned \u202E around']          || ['text']
        [text: 'nothing \u0000 there']          || ['text']
        [to: 'nope']                            || ['to']
        [cooperationTypes: 'twinning']          || ['cooperationTypes']
        [cooperationTypes: ['twinning', 5]]     || ['cooperationTypes[1]']
        [cooperationTypes: ['marriage']]        || ['cooperationTypes[0]']
        [cooperationTypes: ['twinning', null]]  || ['cooperationTypes[1]']
        [themes: ['nonsense'], text: '']        || ['text', 'themes[0]']
        [themes: (1..11).collect { "t$it" }]    || ['themes']
    }

    void "an authority is not introduced to itself, nor to one that is not there"() {
        expect:
        lviv.ask(lviv).status == 400
        lviv.editor.api.post("/api/v1/authorities/$lviv.id/introductions",
                [to: Ids.next(), text: 'Hello?']).status == 404
        lviv.editor.api.post("/api/v1/authorities/$lviv.id/introductions",
                [to: people.association('PL').id(), text: 'Hello?']).status == 404
    }

    void "an authority has ten open introductions at the most, and answers as many as it likes"() {
        given:
        def others = (1..10).collect { new Towns(people).confirmed('PL', "Town $it") }
        def asked = others.collect { lviv.ask(it) }
        assert asked.every { it.status == 201 }

        expect:
        with(lviv.ask(lyon)) {
            status == 409
            json.detail.contains('10')
        }
        lyon.ask(lviv).status == 201

        when: 'one is answered'
        others[0].editor.api.post("/api/v1/introductions/${asked[0].json.id}/decline", [reason: 'language'])
        def next = new Towns(people).confirmed('DE', 'Aachen')

        then:
        lviv.ask(next).status == 201
        lviv.ask(new Towns(people).confirmed('DE', 'Bonn')).status == 409
    }

    void "a list is walked page by page, of one status or of all"() {
        given:
        def others = (1..5).collect { new Towns(people).confirmed('PL', "Town $it") }
        def ids = others.collect { it.ask(lviv).json.id }
        lviv.editor.api.post("/api/v1/introductions/${ids[0]}/decline", [reason: 'language'])
        def path = "/api/v1/authorities/$lviv.id/introductions"

        when:
        def first = lviv.viewer.api.get("$path?limit=2").json
        def second = lviv.viewer.api.get("$path?limit=2&offset=${first.next}").json
        def third = lviv.viewer.api.get("$path?limit=2&offset=${second.next}").json

        then:
        [first, second, third]*.total == [5, 5, 5]
        (first.items + second.items + third.items)*.id == ids.reverse()
        third.next == null
        lviv.viewer.api.get("$path?status=declined").json.items*.id == [ids[0]]
        lviv.viewer.api.get("$path?status=sent&status=declined").json.total == 5
        lviv.viewer.api.get("$path?status=sent&status=SENT").json.errors == [[
                field: 'status',
                message: 'Choose one of these: pending-review, sent, accepted, declined, withdrawn, rejected, expired, ended.']]
        lviv.viewer.api.get("$path?limit=0").status == 400
        lviv.viewer.api.get("$path?offset=-1").status == 400
        lviv.viewer.api.get("$path?box=SENT").fields == ['box']
    }

    void "it can no longer be accepted once #why"() {
        given:
        def id = lviv.ask(lyon).json.id
        prepare(why)

        expect:
        lyon.editor.api.post("/api/v1/introductions/$id/accept").status == 409
        lyon.editor.api.get("/api/v1/introductions/$id").json.status == 'sent'
        ties.between(lviv.id, lyon.id).every { it.kind() != TieKind.INTRODUCTION_ACCEPTED }

        and: 'but declined'
        lyon.editor.api.post("/api/v1/introductions/$id/decline", [reason: 'not-now']).status == 200

        where:
        why << ['the other is suspended', 'own profile is suspended', 'the other has blocked us',
                'the secretariat has forbidden']
    }

    void "every step is in the audit log and tells others, without a word of the text"() {
        given:
        def id = UUID.fromString(lviv.ask(lyon, SECRET).json.id)
        lyon.editor.api.post("/api/v1/introductions/$id/decline", [reason: 'other', text: SECRET])

        when:
        def entries = audit.about(id)
        def events = people.rows('select type, payload::text from outbox_event where subject = ? order by number', [id])

        then:
        entries*.action() == ['introduction.ask', 'introduction.decline']
        entries*.personId() == [lviv.editor.id, lyon.editor.id]
        events*.type == ['IntroductionRequested', 'IntroductionSent', 'IntroductionDeclined']
        (entries*.details() + events*.payload).every { !it.contains('cyclist') }
        entries[1].details().contains('"other"')
    }

    void "somebody who acts for both town halls may answer herself, a viewer elsewhere may not"() {
        given:
        def both = people.member(lviv.id, MemberRole.EDITOR).memberOf(lyon.id, MemberRole.VIEWER)
        def id = both.api.post("/api/v1/authorities/$lviv.id/introductions",
                [to: lyon.id, text: 'Shall we talk?']).json.id

        expect:
        both.api.post("/api/v1/introductions/$id/accept").status == 403

        when:
        both.memberOf(lyon.id, MemberRole.EDITOR)

        then:
        both.api.post("/api/v1/introductions/$id/accept").status == 200
    }

    private String theme() { server.applicationContext.getBean(eu.bridgehall.reference.Themes).choosable()[0].id() }

    private Api person(String who) {
        switch (who) {
            case 'visitor': return people.visitor
            case 'somebody': return people.person().api
            case 'officer elsewhere': return new Towns(people).confirmed('PL', 'Gdynia').owner.api
            case 'association': return people.associationOfficer('UA').api
            case 'association elsewhere': return people.associationOfficer('PL').api
            case 'moderator': return people.moderator().api
            case 'administrator': return people.administrator().api
        }
        def town = who.endsWith('asker') ? lviv : lyon
        town."${who.tokenize(' ')[0]}".api
    }

    private void prepare(String why) {
        def tie = { TieKind kind, UUID side ->
            people.inTransaction { ties.record(lviv.id, lyon.id, kind, Certainty.CONFIRMED, side, null) }
        }
        switch (why) {
            case 'own profile is a draft': lviv.status('DRAFT'); break
            case 'own profile is paused': lviv.status('PAUSED'); break
            case 'own profile is suspended': lviv.status('SUSPENDED'); break
            case 'the other is a draft': lyon.status('DRAFT'); break
            case 'the other is suspended': lyon.status('SUSPENDED'); break
            case 'the other takes no partners':
                lyon.capacity(0); break
            case 'partners already': tie(TieKind.PARTNER, null); break
            case 'in touch already':
                lyon.editor.api.post("/api/v1/introductions/${lviv.ask(lyon).json.id}/accept"); break
            case 'asked before': lviv.ask(lyon); break
            case 'the other has asked': lyon.ask(lviv); break
            case 'the other has blocked us': tie(TieKind.BLOCKED, lyon.id); break
            case 'we have blocked the other': tie(TieKind.BLOCKED, lviv.id); break
            case 'the secretariat has forbidden': tie(TieKind.FORBIDDEN, null); break
            default: throw new IllegalArgumentException(why)
        }
    }
}
