package eu.bridgehall.moderation

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

import static eu.bridgehall.web.EditForms.post

/** Who often reports without reason is warned, and then her reports are put aside for a term. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.legal.contact', value = 'bureau@bridgehall.example')
class PutAsideReportsSpec extends DecisionCase {
    TestPerson reporter
    UUID warning

    void setup() {
        reporter = lyon.viewer
        warning = UUID.fromString(warn().json.id)
    }

    void "moderators see how many of somebody's reports were without reason"() {
        given:
        decide(report(write('Hello').id), 'no-action')
        decide(report(write('Hello again').id), 'no-action')
        decide(report(write('You zeppelin!').id), 'warn')
        def open = report(write('And again').id)

        expect:
        moderator.api.get("$ROOT/people/$reporter.id").json.with { [name, reports, unfounded, putAsideUntil] } == ['Viewer of Lyon', 4, 2, null]
        moderator.api.get("$ROOT/reports/$open").json.with { [reporter, unfounded] } == ['Viewer of Lyon', 2]
        def reader = Visitor.signedIn(moderator)
        reader.get("/moderation/reports/$open").body().with { [it.contains("/moderation/people/$reporter.id"), it.contains('2 of their reports')] } == [true, true]
        reader.get("/moderation/people/$reporter.id").body().contains('4 reports, of which 2')

        and: 'nobody else does'
        [lyon.owner, lviv.owner, people.associationOfficer('FR'), reporter].every { it.api.get("$ROOT/people/$reporter.id").status == 403 }
        moderator.api.get("$ROOT/people/$lyon.id").status == 404
    }

    void "no new report is taken for a term, whatever it is about, and the refusal says where to turn"() {
        given:
        def bad = write('You zeppelin!')
        def file = lviv.editor.api.upload("$talk/attachments", 'plan.pdf', '%PDF-1.7'.bytes).json.id
        write('A file', lviv, [attachments: [file]])
        def all = ["$talk/messages/$bad.id/report", "$talk/report", "$talk/attachments/$file/report", "/api/v1/profiles/$lviv.id/report"]
        def before = report(write('Before').id)

        when:
        def made = putAside()

        then:
        made.status == 201
        made.json.with { [kind, scope, subjectKind, subject, authority, author, days] } ==
                ['restrict', 'no-reports', 'reporter', reporter.id.toString(), null, 'Viewer of Lyon', 30]
        def refused = all.collect { reporter.api.post(it.toString(), [reason: 'abuse']) }
        refused.every { it.status == 403 && it.json.detail.contains('bureau@bridgehall.example') && it.json.detail.contains('appeal') }
        people.rows('select 1 from report where reporter_id = ? and decision_id is null', [reporter.id]).size() == 1

        and: 'what was reported before is decided all the same, and others report'
        decide(before, 'no-action').status == 201
        lyon.owner.api.post("$talk/messages/$bad.id/report", [reason: 'abuse']).status == 201
        moderator.api.get("$ROOT/people/$reporter.id").json.putAsideUntil != null

        and: 'the page keeps what was typed and says why'
        def page = post(Visitor.signedIn(reporter), "/authorities/$lviv.id/report", [reason: 'other', text: 'Typed'])
        page.statusCode() == 403
        [page.body().contains('bureau@bridgehall.example'), page.body().contains('>Typed</textarea>')] == [true, true]

        when: 'its term is over'
        termEnds(made.json.id)

        then:
        reporter.api.post("$talk/messages/$bad.id/report", [reason: 'abuse']).status == 201
    }

    void "she is told by a statement of reasons, and can appeal"() {
        given:
        def made = putAside().json.id

        expect:
        reporter.api.get("/api/v1/decisions/$made").json.with { [kind, scope, rule, text, authority, mayAppeal, mayCorrect] } ==
                ['restrict', 'no-reports', 'R7', 'Five reports of nothing.', null, true, false]
        reporter.api.get('/api/v1/decisions').json.items*.id == [made, warning.toString()]
        lyon.owner.api.get("/api/v1/decisions/$made").status == 404
        def page = Visitor.signedIn(reporter).get("/decisions/$made").body()
        ['Aucun nouveau signalement', 'Five reports of nothing.', '/appeal"'].every { page.contains(it) }

        when:
        def appeal = reporter.api.post("/api/v1/decisions/$made/appeal", [text: 'They were not.']).json.appeal.id

        then:
        second.api.get("$ROOT/queue?kind=appeal&limit=100").json.items*.subject.contains(made)
        moderator.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'So it is.']).status == 403
        second.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'So it is.']).status == 200
        lyon.viewer.api.post("/api/v1/profiles/$lviv.id/report", [reason: 'spam']).status == 201
    }

    void "it is lifted, and made on the page, and nobody does so about herself or her own reporter"() {
        given:
        def reader = Visitor.signedIn(moderator)
        def involved = people.moderator().memberOf(lviv.id, MemberRole.VIEWER)
        report(write('You zeppelin!').id)

        expect: 'one whose authority was reported is not impartial'
        putAside(involved).status == 403
        moderator.api.post("$ROOT/people/$moderator.id/decisions", [:]).status == 403
        putAside(people.associationOfficer('UA')).status == 403
        post(reader, "/moderation/people/$reporter.id", [kind: 'restrict', scope: '', days: '', reason: 'misuse', rule: 'R7', text: '']).statusCode() == 400
        post(reader, "/moderation/people/$reporter.id", [kind: 'restrict', scope: 'no-reports', days: '7', reason: 'misuse', rule: 'R7', text: 'Enough.']).statusCode() == 303
        putAside().status == 409
        reporter.api.post("/api/v1/profiles/$lviv.id/report", [reason: 'spam']).status == 403

        when:
        def made = moderator.api.get("$ROOT/people/$reporter.id/decisions").json.items[0]
        def lifted = lift(made.id)

        then:
        made.with { [scope, days] } == ['no-reports', 7]
        lifted.json.status == 'lifted'
        reporter.api.post("/api/v1/profiles/$lviv.id/report", [reason: 'spam']).status == 201
    }

    void "what cannot be decided about a person is refused: #more"() {
        expect:
        putAside(moderator, more).with { [status, fields] } == [400, wrong]

        where:
        more                                        || wrong
        [kind: 'hide']                              || ['kind', 'scope']
        [kind: 'suspend']                           || ['kind', 'scope']
        [scope: null]                               || ['scope']
        [scope: 'read-only']                        || ['scope']
        [days: null]                                || ['days']
        [days: 93]                                  || ['days']
        [rule: null]                                || ['rule']
        [text: ' ']                                 || ['text']
    }

    void "an authority's reports are not put aside"() {
        expect:
        decideAbout(lviv, 'restrict', [scope: 'no-reports', days: 7]).with { [status, fields] } == [400, ['scope']]
    }

    void "a warning about a person is told to her alone"() {
        when:
        def made = warn().json

        then:
        made.kind == 'warn'
        reporter.api.get("/api/v1/decisions/$made.id").status == 200
        reporter.api.post("/api/v1/profiles/$lviv.id/report", [reason: 'spam']).status == 201
    }

    void "nobody's reports are put aside who was not warned before"() {
        given:
        def reader = Visitor.signedIn(moderator)
        def page = { reader.get("/moderation/people/$reporter.id?lang=en").body() }
        people.sql("delete from moderation_decision where id = ?", [warning])

        expect:
        putAside().with { [status, fields] } == [400, ['kind']]
        page().contains('Warn this person first.')
        post(reader, "/moderation/people/$reporter.id", [kind: 'restrict', scope: 'no-reports', days: '7', reason: 'misuse', rule: 'R7', text: 'Enough.'])
                .with { [it.statusCode(), it.body().contains('>Enough.</textarea>')] } == [400, true]

        when: 'she was, and that was not right'
        def wrong = warn().json.id
        def appeal = reporter.api.post("/api/v1/decisions/$wrong/appeal", [text: 'They were not.']).json.appeal.id
        second.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'So it is.'])

        then:
        putAside().status == 400
        moderator.api.get("$ROOT/people/$reporter.id").json.warned == false

        when:
        warn()

        then:
        !page().contains('Warn this person first.')
        putAside().status == 201
    }

    private Api.Answer warn() { putAside(moderator, [kind: 'warn', scope: null, days: null]) }

    private Api.Answer putAside(TestPerson by = moderator, Map more = [:]) {
        by.api.post("$ROOT/people/$reporter.id/decisions",
                [kind: 'restrict', scope: 'no-reports', days: 30, reason: 'misuse', rule: 'R7', text: 'Five reports of nothing.'] + more)
    }
}
