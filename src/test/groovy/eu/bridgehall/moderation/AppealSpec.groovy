package eu.bridgehall.moderation

import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.TestPerson
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** Statements of reasons, and appeals against decisions. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.moderation.appeal-within', value = '30d')
class AppealSpec extends DecisionCase {
    void "those whom it concerns read why, until when, and how to appeal; nobody else does"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide', [days: 14]).json.id

        when:
        def told = lviv.editor.api.get("/api/v1/decisions/$made").json

        then:
        told.with { [kind, reason, rule, text, subjectKind, subject, status, mayAppeal, appeal] } ==
                ['hide', 'abuse', 'R3', 'It insults its readers.', 'message', bad.id, 'in-force', true, null]
        told.termUntil != null
        told.appealUntil > told.since
        !told.containsKey('decidedBy')
        lviv.owner.api.get("/api/v1/decisions/$made").status == 200
        [lviv.viewer, lyon.owner, moderator, people.person()].every { it.api.get("/api/v1/decisions/$made").status == 404 }
        def page = Visitor.signedIn(lviv.editor).get("/decisions/$made").body()
        ['It insults its readers.', 'href="/rules#r3"', '/appeal"'].every { page.contains(it) }
        Visitor.signedIn(lyon.owner).get("/decisions/$made").statusCode() == 404
    }

    void "an appeal is decided by another moderator, who undoes the decision"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'remove').json.id

        expect:
        appeal(made, lyon.owner).status == 404
        appeal(made, lviv.viewer).status == 404
        appeal(made, lviv.editor, '').fields == ['text']

        when:
        def sent = appeal(made, lviv.editor)
        def id = sent.json.appeal.id

        then:
        sent.status == 201
        sent.json.with { [mayAppeal, appeal.text, appeal.outcome] } == [false, 'It was a joke.', null]
        appeal(made, lviv.editor).status == 409
        second.api.get("$ROOT/appeals").json.items*.id.contains(made)
        lviv.owner.api.get("$ROOT/appeals").status == 403

        and: 'not by the one who has decided, nor by her who appeals'
        judge(id, moderator).status == 403
        judge(id, lviv.owner).status == 403
        judge(id, second, [outcome: 'perhaps', answer: '']).fields == ['outcome', 'answer']

        when:
        def judged = judge(id, second, [outcome: 'overturned', answer: 'It was a joke indeed.'])

        then:
        judged.status == 200
        judged.json.with { [status, appeals*.outcome, appeals*.answer] } == ['overturned', ['overturned'], ['It was a joke indeed.']]
        read()[0].with { [text, withheld] } == ['You zeppelin!', null]
        judge(id, second, [outcome: 'upheld', answer: 'No.']).status == 409
        lviv.editor.api.get("/api/v1/decisions/$made").json.with { [status, appeal.answer] } == ['overturned', 'It was a joke indeed.']
        !second.api.get("$ROOT/appeals?limit=100").json.items*.id.contains(made)
        second.api.get("$ROOT/appeals?decided=true&limit=100").json.items*.id.contains(made)
    }

    void "the author and the authority appeal once each, and neither reads what the other writes"() {
        given: 'the author has left the authority since'
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id
        people.sql('delete from membership where person_id = ?', [lviv.editor.id])

        when:
        def own = appeal(made, lviv.editor, 'I was quoting.').json.appeal
        def theirs = appeal(made, lviv.owner, 'She was quoting.').json.appeal

        then:
        [own, theirs]*.side == ['author', 'authority']
        appeal(made, lviv.editor).status == 409
        appeal(made, lviv.owner).status == 409
        lviv.owner.api.get("/api/v1/decisions/$made").json.with { [appeal.text, mayAppeal] } == ['She was quoting.', false]
        second.api.get("$ROOT/decisions/$made").json.appeals*.text == ['I was quoting.', 'She was quoting.']

        and: 'they are one thing in the list and in the queue'
        second.api.get("$ROOT/appeals?limit=100").json.items*.id.count(made) == 1
        second.api.get("$ROOT/queue?kind=appeal&limit=100").json.items*.subject.count(made) == 1

        when: 'one of them is not right'
        judge(own.id, second, [outcome: 'upheld', answer: 'It hurts.'])

        then: 'the other waits'
        second.api.get("$ROOT/queue?kind=appeal&limit=100").json.items*.subject.count(made) == 1
        lviv.owner.api.get("/api/v1/decisions/$made").json.appeal.outcome == null
        Visitor.signedIn(second).get("/moderation/decisions/$made").body().contains("/moderation/appeals/$theirs.id")

        when:
        judge(theirs.id, people.moderator(), [outcome: 'overturned', answer: 'So it was.'])

        then:
        read()[0].text == 'You zeppelin!'
        second.api.get("$ROOT/decisions/$made").json.appeals*.outcome == ['upheld', 'overturned']
    }

    void "where one side's appeal is right the other's is right with it, and none can be made any more"() {
        given:
        def made = [1, 2].collect { decide(report(write("You zeppelin $it!".toString()).id), 'hide').json.id }
        def own = appeal(made[0], lviv.editor).json.appeal.id
        appeal(made[0], lviv.owner)

        when:
        judge(own, second, [outcome: 'overturned', answer: 'It was a joke.'])

        then:
        second.api.get("$ROOT/decisions/${made[0]}").json.with { [status, appeals*.outcome] } == ['overturned', ['overturned'] * 2]
        lviv.owner.api.get("/api/v1/decisions/${made[0]}").json.appeal.answer == 'It was a joke.'
        !second.api.get("$ROOT/appeals?limit=100").json.items*.id.contains(made[0])

        when:
        judge(appeal(made[1], lviv.owner).json.appeal.id, second, [outcome: 'overturned', answer: 'It was a joke.'])

        then:
        !lviv.editor.api.get("/api/v1/decisions/${made[1]}").json.mayAppeal
        appeal(made[1], lviv.editor).with { [status, json.type] } == [409, 'urn:bridgehall:problem:moderation.appeal.needless']
        Visitor.signedIn(lviv.editor).get("/decisions/${made[1]}").body().contains('скасовано')
    }

    void "nobody who has appealed judges another's appeal against the same, and all who were right are told"() {
        given: 'the author has left the authority since, and works for the secretariat'
        def made = decide(report(write('You zeppelin!').id), 'hide').json.id
        appeal(made, lviv.editor, 'I was quoting.')
        def theirs = appeal(made, lviv.owner, 'She was quoting.').json.appeal.id
        people.sql('delete from membership where person_id = ?', [lviv.editor.id])
        people.sql('update moderation_decision set person_id = null where id = ?', [UUID.fromString(made)])
        lviv.editor.withRole(PlatformRole.MODERATOR)

        expect:
        judge(theirs, lviv.editor).with { [status, json.type] } == [403, 'urn:bridgehall:problem:moderation.appeal.own']
        !lviv.editor.api.get("$ROOT/queue?kind=appeal&limit=100").json.items*.subject.contains(made)
        !Visitor.signedIn(lviv.editor).get("/moderation/decisions/$made").body().contains('/moderation/appeals/')
        judge(theirs, second, [outcome: 'overturned', answer: 'So it was.']).status == 200
    }

    void "the officers of an association read what concerns it, and appeal for it"() {
        given:
        def officer = people.associationOfficer('UA')
        def other = people.associationOfficer('PL')
        def begun = officer.api.post('/api/v1/conversations', [to: [lviv.id], subject: 'News', text: 'You zeppelins!']).json.id
        def bad = lviv.viewer.api.get("/api/v1/conversations/$begun/messages").json.items[0].id
        def reported = lviv.viewer.api.post("/api/v1/conversations/$begun/messages/$bad/report", [reason: 'abuse']).json.id
        def made = decide(reported, 'hide').json.id
        def colleague = people.associationOfficer('UA')

        expect:
        colleague.api.get("/api/v1/decisions/$made").json.mayAppeal
        colleague.api.get('/api/v1/decisions').json.items*.id.contains(made)
        other.api.get("/api/v1/decisions/$made").status == 404
        !other.api.get('/api/v1/decisions').json.items*.id.contains(made)
        appeal(made, other).status == 404
        appeal(made, colleague).json.appeal.side == 'authority'
        officer.api.get("/api/v1/decisions/$made").json.with { [mayAppeal, appeal] } == [true, null]
    }

    void "where the appeal is not right the decision stands"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id

        when:
        def id = appeal(made, lviv.owner).json.appeal.id
        judge(id, second, [outcome: 'upheld', answer: 'It hurts.'])

        then:
        read()[0].withheld == 'hidden'
        lviv.owner.api.get("/api/v1/decisions/$made").json.with { [status, appeal.outcome, mayAppeal] } == ['in-force', 'upheld', false]
    }

    void "who has confirmed a suspension does not judge the appeal"() {
        given:
        def made = decideAbout(lviv, 'suspend').json.id
        second.api.post("$ROOT/decisions/$made/confirm")
        def id = appeal(made, lviv.owner).json.appeal.id

        expect:
        judge(id, second).status == 403
        judge(id, people.moderator(), [outcome: 'overturned', answer: 'Too much.']).status == 200
        status(lviv) == 'CONFIRMED'
    }

    void "a returned profile is confirmed again where the appeal is right"() {
        given:
        def made = decide(reportProfile(lviv, lyon.viewer), 'return').json.id
        def id = appeal(made, lviv.owner).json.appeal.id

        when:
        judge(id, second, [outcome: 'overturned', answer: 'It is all so.'])

        then:
        status(lviv) == 'CONFIRMED'
    }

    void "what was returned again since stays returned where the appeal is right"() {
        given:
        def made = decide(reportProfile(lviv, lyon.viewer), 'return').json.id
        def step = { TestPerson by, String name, Map body = [:] ->
            def version = people.rows('select version from authority_profile where id = ?', [lviv.id])[0].version
            by.api.post("/api/v1/profiles/$lviv.id/$name", body, ['If-Match': "\"$version\"".toString()]).status
        }

        expect:
        step(lviv.owner, 'submit') == 200
        step(people.associationOfficer('UA'), 'return', [reasons: ['incomplete'], text: 'More, please.']) == 200

        when:
        judge(appeal(made, lviv.owner).json.appeal.id, second, [outcome: 'overturned', answer: 'It is all so.'])

        then:
        status(lviv) == 'RETURNED'
    }

    void "a returned profile stays unseen where the appeal is right and another decision has suspended the authority"() {
        given:
        def made = decide(reportProfile(lviv, lyon.viewer), 'return').json.id
        def suspended = decideAbout(lviv, 'suspend').json.id
        second.api.post("$ROOT/decisions/$suspended/confirm")

        when:
        judge(appeal(made, lviv.owner).json.appeal.id, second, [outcome: 'overturned', answer: 'It is all so.'])

        then:
        status(lviv) == 'SUBMITTED'
        people.visitor.get("/api/v1/profiles/$lviv.id").status == 404
    }

    void "after its time there is no appeal, and none against what was never in force"() {
        given:
        def late = decideAbout(lviv, 'warn').json.id
        people.sql("update moderation_decision set in_force_at = in_force_at - interval '31 days' where id = ?", [UUID.fromString(late)])
        def proposed = decideAbout(lviv, 'suspend').json.id
        def nothing = decide(report(write('Hello').id), 'no-action').json.id

        expect:
        appeal(late, lviv.owner).status == 409
        !lviv.owner.api.get("/api/v1/decisions/$late").json.mayAppeal
        appeal(proposed, lviv.owner).status == 404
        appeal(nothing, lviv.owner).status == 404
        lviv.owner.api.get('/api/v1/decisions').json.items*.id == [late]
    }

    void "the pages lead from a report to the decision, the appeal and its end"() {
        given:
        def bad = write('You zeppelin!')
        def reported = report(bad.id)
        def office = Visitor.signedIn(moderator)
        def form = office.get("/moderation/reports/$reported").body()
        assert form.contains('Those concerned read: Ukrainian')

        expect:
        form.contains('You zeppelin!')

        when: 'it is not right'
        def wrong = office.post("/moderation/reports/$reported", [formToken: office.formToken('/moderation/reports'), kind: 'hide', text: 'Because.'])

        then: 'what is wrong is told, and what was typed is kept'
        wrong.statusCode() == 400
        wrong.body().contains('Because.')
        wrong.body().contains('id="errors"')

        when:
        def done = office.post("/moderation/reports/$reported", [formToken: office.formToken('/moderation/reports'), kind: 'hide',
                reason: 'abuse', rule: 'R3', text: 'Because.', days: '7', scope: '', authority: ''])
        def decision = done.headers().firstValue('Location').get().find(/[0-9a-f-]{36}/)

        then:
        done.statusCode() == 303
        office.get("/moderation/decisions/$decision").body().with { contains('Because.') && contains('href="/rules#r3"') }
        office.get('/moderation/decisions').body().with { contains(decision) && contains('href="/rules#r3"') }
        people.visitor.get('/rules', [Accept: 'text/html']).body.contains('id="r3"')
        office.get("/moderation/authorities/$lviv.id").body().contains(decision)
        office.get("/moderation/reports/$reported").body().contains("/moderation/decisions/$decision")

        when:
        def author = Visitor.signedIn(lviv.editor)
        def sent = author.post("/decisions/$decision/appeal", [formToken: author.formToken('/decisions'), text: 'It was a joke.'])
        def judge = Visitor.signedIn(second)
        def page = judge.get("/moderation/decisions/$decision").body()
        def id = page.find(/\/moderation\/appeals\/[0-9a-f-]{36}/)
        def judged = judge.post(id, [formToken: judge.formToken('/moderation/appeals'), outcome: 'overturned', answer: 'Granted.'])

        then:
        sent.statusCode() == 303
        author.get('/decisions').body().contains(decision)
        !office.get("/moderation/decisions/$decision").body().contains('/moderation/appeals/')
        judged.statusCode() == 303
        author.get("/decisions/$decision").body().contains('Granted.')
        read()[0].text == 'You zeppelin!'
        lyon.viewer.api.get("$talk").status == 200
        Visitor.signedIn(lyon.owner).get("/authorities/$lviv.id/report").statusCode() == 200
        Visitor.signedIn(lyon.owner).get("/authorities/$lviv.id").body().contains("/authorities/$lviv.id/report")
    }

    void "the page of a report names who wrote a message for which side, and shows it as the conversation does"() {
        given:
        def bad = write('You **zeppelin**! <script>alert(1)</script> [look](javascript:alert(2))')
        def reported = report(bad.id)
        def shown = read()[0].html

        when:
        def page = Visitor.signedIn(moderator).get("/moderation/reports/$reported").body()

        then:
        page.contains('<strong>Editor of Lviv</strong>, Lviv · wrote it')
        page.contains(shown)
        shown.contains('<strong>zeppelin</strong>')
        !page.contains('<script>alert(1)')
        !page.contains('href="javascript')
        moderator.api.get("$ROOT/reports/$reported").json.with { [author, authority.name] } == ['Editor of Lviv', 'Lviv']

        and: 'of a profile what it said stands as it was typed, and nobody alone has written it'
        def profile = reportProfile(lviv, lyon.viewer)
        moderator.api.get("$ROOT/reports/$profile").json.author == null
        !Visitor.signedIn(moderator).get("/moderation/reports/$profile").body().contains('wrote it')
    }

    private static Api.Answer appeal(Object decision, TestPerson by, String text = 'It was a joke.') {
        by.api.post("/api/v1/decisions/$decision/appeal", [text: text])
    }

    private static Api.Answer judge(Object appeal, TestPerson by, Map answer = [outcome: 'upheld', answer: 'No.']) {
        by.api.post("$ROOT/appeals/$appeal/decision", answer)
    }
}
