package eu.bridgehall.moderation

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.util.concurrent.PollingConditions

/** What a decision takes away from an authority, and gives back. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class RestrictedAuthoritySpec extends DecisionCase {
    @Inject AuditLog audit

    void "an authority that may ask for no introductions still answers and writes"() {
        given:
        def gdynia = new Towns(people).confirmed('PL', 'Gdynia')

        when:
        def made = decideAbout(lviv, 'restrict', [scope: 'no-introductions', days: 30])
        def refused = lviv.ask(gdynia)

        then:
        made.status == 201
        made.json.termUntil != null
        refused.status == 403
        ['decision of the secretariat', 'until'].every { refused.json.detail.contains(it) }
        write('We still talk').number == 1
        def page = Visitor.signedIn(lviv.editor).get("/introductions/new?from=$lviv.id&to=$gdynia.id").body()
        page.contains('За рішенням секретаріату')
        !page.contains('action="/introductions/new"')
        people.rows('select 1 from introduction where from_authority = ? and to_authority = ?', [lviv.id, gdynia.id]).empty

        when: 'asked by another'
        def asked = gdynia.ask(lviv).json.id

        then:
        lviv.editor.api.post("/api/v1/introductions/$asked/accept").status == 200

        when: 'its term is over'
        termEnds(made.json.id)

        then:
        moderator.api.get("$ROOT/decisions/$made.json.id").json.with { [status, liftedAt != null] } == ['expired', true]
        lviv.ask(new Towns(people).confirmed('PL', 'Gdansk')).status == 201
    }

    void "an authority that only reads writes to nobody but the secretariat, and changes nothing"() {
        given:
        def gdynia = new Towns(people).confirmed('PL', 'Gdynia')
        def asked = gdynia.ask(lviv).json.id
        def officer = people.associationOfficer('UA')
        def association = people.association('UA').id()
        def begin = { to -> lviv.editor.api.post('/api/v1/conversations', [to: [to], subject: 'Help', text: 'Please']) }
        write('Before')

        when:
        def made = decideAbout(lviv, 'restrict', [scope: 'read-only', days: 30])

        then:
        made.status == 201
        lviv.editor.api.post("$talk/messages", [text: 'More']).status == 403
        lviv.editor.api.upload("$talk/attachments", 'plan.pdf', '%PDF-1.7'.bytes).status == 403
        lviv.editor.api.get(talk).json.mayWrite == false
        Visitor.signedIn(lviv.editor).get("/conversations/$id").body().contains('За рішенням секретаріату')
        lviv.editor.api.post("/api/v1/introductions/$asked/accept").status == 403
        lviv.ask(new Towns(people).confirmed('PL', 'Gdansk')).status == 403
        begin(lyon.id).status == 403
        begin(association).status == 201
        def version = people.rows('select version from authority_profile where id = ?', [lviv.id])[0].version
        lviv.owner.api.patch("/api/v1/profiles/$lviv.id", [website: 'https://lviv.example'], ['If-Match': "\"$version\"".toString()]).status == 403

        and: 'it reads, and is read'
        read(lviv)*.text == ['Before']
        officer.api.get("/api/v1/profiles/$lviv.id").status == 200
        people.visitor.get("/api/v1/profiles/$lviv.id").status == 200
        lyon.editor.api.post("$talk/messages", [text: 'We can']).status == 201

        when:
        lift(made.json.id)

        then:
        lviv.editor.api.post("$talk/messages", [text: 'More']).status == 201
        lviv.editor.api.post("/api/v1/introductions/$asked/accept").status == 200
    }

    void "a hidden profile vanishes from pages, results and counts, and returns whole"() {
        given:
        def page = "/authorities/$lviv.id"
        def reader = Visitor.signedIn(lyon.owner)
        def total = { people.visitor.get('/api/v1/profiles?country=UA&limit=1').json.total }
        new PollingConditions(timeout: 20).eventually { assert total() >= 1 }
        def before = total()
        def whole = lviv.owner.api.get("/api/v1/profiles/$lviv.id").json

        when:
        def reported = reportProfile(lviv, lyon.viewer)
        def made = decide(reported, 'hide')

        then:
        made.status == 201
        status(lviv) == 'SUSPENDED'
        people.visitor.get("/api/v1/profiles/$lviv.id").status == 404
        lyon.owner.api.get("/api/v1/profiles/$lviv.id").status == 404
        reader.get(page).statusCode() == 404
        lviv.owner.api.get("/api/v1/profiles/$lviv.id").status == 200
        new PollingConditions(timeout: 20).eventually { assert total() == before - 1 }

        when:
        lift(made.json.id)
        def now = lviv.owner.api.get("/api/v1/profiles/$lviv.id").json

        then:
        status(lviv) == 'CONFIRMED'
        now.content == whole.content
        reader.get(page).statusCode() == 200
        new PollingConditions(timeout: 20).eventually { assert total() == before }
    }

    void "whose authority may not be closed closes her account all the same, and it stands without an owner"() {
        given:
        def town = new ProfileMaker(people).confirmed('FR', [officialName: 'Ville Seule'])
        def editor = people.member(town.id, MemberRole.EDITOR)
        def close = { TestPerson who -> who.api.post('/api/v1/account/closing', [password: People.PASSWORD]) }
        assert close(town.owner).with { [status, json.type] } == [409, 'urn:bridgehall:problem:accounts.lastOwner']

        when:
        def made = moderator.api.post("$ROOT/authorities/$town.id/decisions", decision('restrict', [scope: 'no-introductions', days: 30])).json.id

        then: 'neither step is left but this one'
        town.owner.api.post("$town.path/archive", [:], town.ifMatch).status == 409
        Visitor.signedIn(town.owner).get('/account/close').body().contains('action="/account/close"')
        close(town.owner).status == 204
        people.rows("select person_id from membership where organisation_id = ? and role = 'OWNER'", [town.id]) == []

        and: 'another member can be made owner, and the decision stands'
        moderator.api.post("/api/v1/authorities/$town.id/ownership/appointments", [person: editor.id, text: 'The owner has left.']).status == 204
        editor.actor.isMember(town.id, MemberRole.OWNER)
        moderator.api.get("$ROOT/decisions/$made").json.status == 'in-force'
    }

    void "a closed authority keeps nobody from closing her account"() {
        given:
        def town = new ProfileMaker(people).confirmed('FR', [officialName: 'Ville Seule'])

        expect:
        town.owner.api.post("$town.path/archive", [:], town.ifMatch).status == 200
        town.owner.api.post('/api/v1/account/closing', [password: People.PASSWORD]).status == 204
    }

    void "a profile that two decisions hide is shown after the end of the second"() {
        given:
        def hidden = decide(reportProfile(lviv, lyon.viewer), 'hide', [days: 5]).json.id
        def proposed = decideAbout(lviv, 'suspend').json.id
        second.api.post("$ROOT/decisions/$proposed/confirm")

        when:
        termEnds(hidden)

        then:
        status(lviv) == 'SUSPENDED'

        when:
        lift(proposed)

        then:
        status(lviv) == 'CONFIRMED'
    }

    void "a decision that cannot be ended keeps no other from its end"() {
        given: 'the older of two, whose profile is gone'
        def gone = decide(reportProfile(lviv, lyon.viewer), 'hide', [days: 5]).json.id
        people.sql('update moderation_decision set authority_id = null where id = ?', [UUID.fromString(gone)])
        def other = decideAbout(lyon, 'restrict', [scope: 'no-introductions', days: 5]).json.id

        when:
        people.sql("update moderation_decision set term_until = now() - interval '1 hour' where id = ?", [UUID.fromString(gone)])
        termEnds(other)

        then:
        moderator.api.get("$ROOT/decisions/$other").json.status == 'expired'
        moderator.api.get("$ROOT/decisions/$gone").json.status == 'in-force'
    }

    void "a suspension comes into force when a second moderator confirms it"() {
        when:
        def made = decideAbout(lviv, 'suspend')

        then:
        made.status == 201
        made.json.status == 'proposed'
        status(lviv) == 'CONFIRMED'
        write('Still here').number == 1
        lviv.owner.api.get('/api/v1/decisions').json.total == 0
        lviv.owner.api.get("/api/v1/decisions/$made.json.id").status == 404
        decideAbout(lviv, 'suspend', [:], second).status == 409

        and: 'neither who has proposed it nor whom it concerns'
        moderator.api.post("$ROOT/decisions/$made.json.id/confirm").status == 403
        lviv.owner.api.post("$ROOT/decisions/$made.json.id/confirm").status == 403
        def member = people.moderator().memberOf(lviv.id, eu.bridgehall.kernel.MemberRole.VIEWER)
        member.api.post("$ROOT/decisions/$made.json.id/confirm").status == 404

        when:
        def confirmed = second.api.post("$ROOT/decisions/$made.json.id/confirm")

        then:
        confirmed.status == 200
        confirmed.json.with { [status, confirmedBy != null] } == ['in-force', true]
        status(lviv) == 'SUSPENDED'
        lviv.editor.api.post("$talk/messages", [text: 'More']).status == 403
        lyon.editor.api.post("$talk/messages", [text: 'More']).status == 409
        lviv.owner.api.get('/api/v1/decisions').json.items*.kind == ['suspend']
        second.api.post("$ROOT/decisions/$made.json.id/confirm").status == 409
        second.api.post("$ROOT/decisions/$made.json.id/decline", [text: 'No']).status == 409
        audit.about(UUID.fromString(made.json.id))*.action() == ['decision.make', 'decision.confirm']

        when:
        lift(made.json.id)

        then:
        status(lviv) == 'CONFIRMED'
        write('Again').number > 1
    }

    void "where the second moderator does not agree, nothing happens and the report is open again"() {
        given:
        def reported = report(write('You zeppelin!').id)
        def made = decide(reported, 'suspend').json.id

        expect:
        decide(reported, 'warn', [:], second).status == 409
        second.api.post("$ROOT/decisions/$made/decline", [text: ' ']).fields == ['text']
        second.api.post("$ROOT/decisions/$made/decline", [text: 'Too much.']).json.with { [status, confirmText] } == ['declined', 'Too much.']
        status(lviv) == 'CONFIRMED'
        moderator.api.get("$ROOT/reports/$reported").json.decision == null
        decide(reported, 'warn', [:], second).status == 201
    }

    void "a confirmed profile is returned, and its people mend and submit it"() {
        given:
        def made = decide(reportProfile(lviv, lyon.viewer), 'return')

        expect:
        made.status == 201
        status(lviv) == 'RETURNED'
        people.visitor.get("/api/v1/profiles/$lviv.id").status == 404
        lviv.owner.api.get("/api/v1/decisions/$made.json.id").json.kind == 'return'

        when:
        def version = people.rows('select version from authority_profile where id = ?', [lviv.id])[0].version
        def submitted = lviv.owner.api.post("/api/v1/profiles/$lviv.id/submit", [:], ['If-Match': "\"$version\"".toString()])

        then:
        submitted.status == 200
        status(lviv) == 'SUBMITTED'
    }

    void "a report is decided by the secretariat alone, and rightly: #more"() {
        given:
        def reported = report(write('You zeppelin!').id)
        def officer = people.associationOfficer('UA')

        expect:
        decide(reported, kind, more).with { [status, fields] } == [400, wrong]
        [lviv.owner, lyon.owner, officer].every { decide(reported, kind, more, it).status == 403 }
        moderator.api.get("$ROOT/reports/$reported").json.decision == null

        where:
        kind       | more                                  || wrong
        'ban'      | [:]                                   || ['kind']
        'return'   | [:]                                   || ['kind']
        'hide'     | [reason: 'no-breach']                 || ['reason']
        'no-action'| [reason: 'spam']                      || ['reason']
        'hide'     | [rule: 'R9']                          || ['rule']
        'hide'     | [text: '']                            || ['text']
        'hide'     | [days: 0]                             || ['days']
        'restrict' | [:]                                   || ['scope', 'days']
        'remove'   | [days: 5]                             || ['days']
        'warn'     | [days: 5, scope: 'read-only']         || ['scope', 'days']
        'restrict' | [scope: 'read-only', days: 731]       || ['days']
    }

    void "nobody decides about her own authority or her own words"() {
        given:
        def written = write('You zeppelin!').id
        def bad = report(written)
        def member = people.moderator().memberOf(lviv.id, eu.bridgehall.kernel.MemberRole.VIEWER)

        expect: 'nor reports her own words'
        lviv.editor.api.post("$talk/messages/$written/report", [reason: 'abuse']).with { [status, json.type] } == [403, 'urn:bridgehall:problem:moderation.report.ownMessage']
        decide(bad, 'no-action', [:], member).status == 404
        decideAbout(lviv, 'warn', [:], member).status == 403
        decide(bad, 'no-action').status == 201
    }

    void "who has reported it neither decides, nor confirms, nor judges the appeal"() {
        given:
        def reporter = people.moderator()
        def reported = reportProfile(lviv, reporter)

        expect:
        decide(reported, 'suspend', [:], reporter).with { [status, json.type] } == [403, 'urn:bridgehall:problem:moderation.reported']
        !reporter.api.get("$ROOT/queue").json.items*.subject.contains(reported)

        when:
        def made = decide(reported, 'suspend').json.id

        then:
        reporter.api.post("$ROOT/decisions/$made/confirm").status == 403
        second.api.post("$ROOT/decisions/$made/confirm").status == 200

        when:
        def appealed = lviv.owner.api.post("/api/v1/decisions/$made/appeal", [text: 'Not so.']).json.appeal.id

        then:
        reporter.api.post("$ROOT/appeals/$appealed/decision", [outcome: 'upheld', answer: 'So.']).status == 403
    }

    void "who has reported a profile neither decides about its authority, nor is the second to do so, nor judges the appeal"() {
        given:
        def reporter = people.moderator()
        def reported = reportProfile(lviv, reporter)
        def waits = { who -> who.api.get("$ROOT/queue?kind=second-opinion&limit=100").json.items*.subject }

        expect:
        decideAbout(lviv, 'restrict', [scope: 'read-only', days: 30], reporter).with { [status, json.type] } ==
                [403, 'urn:bridgehall:problem:moderation.reported']
        Visitor.signedIn(reporter).get("/moderation/authorities/$lviv.id").statusCode() == 200

        when: 'another decides, and the report stays open'
        def made = decideAbout(lviv, 'suspend').json.id

        then:
        !waits(reporter).contains(made)
        waits(second).contains(made)
        ['confirm', 'decline'].every { reporter.api.post("$ROOT/decisions/$made/$it", [text: 'No.']).status == 403 }
        second.api.post("$ROOT/decisions/$made/confirm").status == 200
        moderator.api.get("$ROOT/reports/$reported").json.decision == null

        when:
        def appealed = lviv.owner.api.post("/api/v1/decisions/$made/appeal", [text: 'Not so.']).json.appeal.id

        then:
        reporter.api.post("$ROOT/appeals/$appealed/decision", [outcome: 'upheld', answer: 'So.']).status == 403
        !reporter.api.get("$ROOT/queue?kind=appeal&limit=100").json.items*.subject.contains(made)
    }

    void "what was lifted, and found wrong by an appeal after that, ended when it was lifted, and by those words"() {
        given:
        def made = decideAbout(lviv, 'restrict', [scope: 'read-only', days: 30]).json.id
        def ended = lift(made).json.liftedAt
        def appealed = lviv.owner.api.post("/api/v1/decisions/$made/appeal", [text: 'It never was so.']).json.appeal.id

        when:
        def judged = second.api.post("$ROOT/appeals/$appealed/decision", [outcome: 'overturned', answer: 'You are right.'])

        then:
        judged.json.with { [status, liftedAt, liftText] } == ['overturned', ended, 'It was settled.']
        lviv.owner.api.get("/api/v1/decisions/$made").json.with { [status, endText, appeal.answer] } ==
                ['overturned', 'It was settled.', 'You are right.']
    }

    void "about a conversation one says which side it is"() {
        given:
        def reported = lyon.viewer.api.post("$talk/report", [reason: 'spam']).json.id

        expect:
        decide(reported, 'warn').fields == ['authority']
        decide(reported, 'warn', [authority: people.authority().id()]).fields == ['authority']
        decide(reported, 'warn', [authority: lviv.id]).json.authority.name == 'Lviv'
        lviv.editor.api.get('/api/v1/decisions').json.total == 1
        lyon.editor.api.get('/api/v1/decisions').json.total == 0
    }

    void "one's own authority is not reported, and what one does not see is not there"() {
        given:
        def draft = new ProfileMaker(people).draft('FR').id

        expect:
        lviv.viewer.api.post("/api/v1/profiles/$lviv.id/report", [reason: 'spam']).status == 403
        lviv.viewer.api.post("/api/v1/profiles/$draft/report", [reason: 'spam']).status == 404
        lyon.viewer.api.post("/api/v1/profiles/$lviv.id/report", [:]).fields == ['reason']
        people.visitor.post("/api/v1/profiles/$lviv.id/report", [reason: 'spam']).status == 401
    }
}
