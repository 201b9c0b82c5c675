package eu.bridgehall.moderation

import eu.bridgehall.support.Api
import eu.bridgehall.support.QueuedMails
import eu.bridgehall.support.TestPerson
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

import java.time.Duration
import java.time.Instant

import static eu.bridgehall.web.EditForms.post

/** Who has reported something learns what came of it, and can ask once that somebody else looks at it again. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.moderation.appeal-within', value = '30d')
class OwnReportSpec extends DecisionCase {
    static final String OWN = '/api/v1/reports'
    String reported

    void setup() {
        reported = report(write('You zeppelin!').id)
    }

    void "somebody reads her own reports and what came of each, and nobody else does"() {
        given:
        def profile = reportProfile(lviv, lyon.viewer)

        expect:
        mine().with { [kind, state, reason, decidedAt, mayAskAgain] } == ['message', 'open', 'abuse', null, false]
        lyon.viewer.api.get(OWN).json.with { [total, items*.id] } == [2, [profile, reported]]
        [lyon.owner, lviv.owner, moderator].every { it.api.get("$OWN/$reported").status == 404 && it.api.get(OWN).json.total == 0 }
        people.visitor.get(OWN).status == 401

        when: 'a suspension is proposed'
        def made = decide(profile, 'suspend').json.id

        then: 'nothing is told before it is confirmed'
        mine(profile).state == 'open'

        when:
        second.api.post("$ROOT/decisions/$made/confirm")

        then: 'that something was done, and not what'
        mine(profile).with { [state, answer, mayAskAgain] } == ['acted', null, false]
        !lyon.viewer.api.get("$OWN/$profile").body.contains('suspend')
        lyon.viewer.api.get('/api/v1/account/data').json.reports.collect { [it.subject, it.status, it.decidedAt != null] } ==
                [[people.rows('select subject from report where id = ?', [UUID.fromString(reported)])[0].subject.toString(), 'open', false], [lviv.id.toString(), 'acted', true]]
    }

    void "where nothing was done she asks once for another look, by somebody who has not decided"() {
        given:
        def first = decide(reported, 'no-action').json.id

        expect:
        mine().with { [state, mayAskAgain, againUntil != null, answer] } == ['unfounded', true, true, null]
        again(lyon.owner).status == 404
        again(lyon.viewer, ' ').fields == ['text']
        again(lyon.viewer, 'x' * 2001).fields == ['text']

        when:
        def asked = again()

        then:
        asked.status == 201
        asked.json.with { [state, again.text, again.decision, mayAskAgain] } == ['open', 'It does insult.', first, false]
        again().with { [status, json.type] } == [409, 'urn:bridgehall:problem:moderation.again.once']

        and: 'it waits for everybody but the first'
        queued(second).contains(reported)
        !queued(moderator).contains(reported)
        decide(reported, 'no-action').with { [status, json.type] } == [403, 'urn:bridgehall:problem:moderation.again.own']
        second.api.get("$ROOT/reports/$reported").json.with { [decision, again.text] } == [null, 'It does insult.']
        second.api.get("$ROOT/decisions/$first").json.reports == [reported]
        Visitor.signedIn(second).get("/moderation/reports/$reported").body().with {
            contains('It does insult.') && contains("/moderation/decisions/$first")
        }

        when: 'it stays so'
        decide(reported, 'no-action', [text: 'A zeppelin is no insult.'], second)

        then: 'she reads why, and that is the end of it here'
        mine().with { [state, answer, mayAskAgain, againUntil] } == ['unfounded', 'A zeppelin is no insult.', false, null]
        again().status == 409
    }

    void "another look can lead to a measure"() {
        given:
        decide(reported, 'no-action')
        again()

        when:
        decide(reported, 'hide', [:], second)

        then:
        mine().with { [state, answer] } == ['acted', null]
        read()[0].withheld == 'hidden'
    }

    void "nobody asks for another look where it is open, where something was done, or too late"() {
        expect:
        again().with { [status, json.type] } == [409, 'urn:bridgehall:problem:moderation.again.not']

        when:
        def other = report(write('Go away!').id)
        decide(other, 'warn')

        then:
        again(lyon.viewer, 'More!', other).status == 409

        when:
        def made = decide(reported, 'no-action').json.id
        people.sql("update moderation_decision set in_force_at = in_force_at - interval '31 days' where id = ?", [UUID.fromString(made)])

        then:
        again().with { [status, json.type] } == [409, 'urn:bridgehall:problem:moderation.appeal.late']
        !mine().mayAskAgain
    }

    void "who has decided first has no part in what comes of the other look"() {
        given:
        decide(reported, 'no-action')
        again()
        def profile = reportProfile(lviv, lyon.viewer)
        decide(profile, 'no-action')
        again(lyon.viewer, 'It does insult.', profile)

        when:
        def proposed = decide(reported, 'suspend', [:], second).json.id

        then: 'she is not the second pair of eyes'
        !queued(moderator, 'second-opinion').contains(proposed)
        ['confirm', 'decline'].collect { moderator.api.post("$ROOT/decisions/$proposed/$it", [text: 'No.']).json.type }.unique() ==
                ['urn:bridgehall:problem:moderation.again.own']
        !Visitor.signedIn(moderator).get("/moderation/decisions/$proposed").body().contains('/decline"')

        and: 'somebody else is'
        def third = people.moderator()
        queued(third, 'second-opinion').contains(proposed)
        third.api.post("$ROOT/decisions/$proposed/decline", [text: 'Too much.']).status == 200

        and: 'nor does she decide about the authority whose profile it is'
        decideAbout(lviv, 'warn').json.type == 'urn:bridgehall:problem:moderation.again.own'
        decideAbout(lviv, 'warn', [:], second).status == 201
    }

    void "a report that is looked at again waits from then on"() {
        given:
        people.sql("update report set at = now() - interval '150 days' where id = ?", [UUID.fromString(reported)])
        decide(reported, 'no-action')
        again()

        when:
        def waits = second.api.get("$ROOT/queue?kind=report&limit=100").json.items.find { it.subject == reported }

        then:
        Instant.parse(waits.since) > Instant.now() - Duration.ofDays(1)
    }

    void "who has reported the same anew meanwhile does not have it looked at twice"() {
        given:
        decide(reported, 'no-action')
        report(mine().subject)

        expect:
        again().with { [status, json.type] } == [409, 'urn:bridgehall:problem:conversations.reportedBefore']
    }

    void "who has reported it learns that an appeal has undone the measure"() {
        given:
        def mails = new QueuedMails(people, '^report-', 'message-mails', 'decision-mails')
        def made = decide(reported, 'hide').json.id
        def appeal = lviv.owner.api.post("/api/v1/decisions/$made/appeal", [text: 'A joke.']).json.appeal.id

        when:
        second.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'It was a joke.'])

        then:
        mine().state == 'undone'
        mails.to(lyon.viewer).collect { [it.kind, it.link_path] } ==
                [['report-acted', "/reports/$reported".toString()], ['report-undone', "/reports/$reported".toString()]]
        mails.to(lyon.owner) == []
        lyon.viewer.api.get('/api/v1/notices').json.items.find { it.kind == 'report-undone' }.link == "/reports/$reported".toString()
    }

    void "the pages lead from the account to a report and to another look"() {
        given:
        decide(reported, 'no-action')
        def browser = Visitor.signedIn(lyon.viewer)
        browser.get('/?lang=en')

        expect:
        browser.get('/account').body().contains('href="/reports"')
        browser.get('/reports').body().contains("/reports/$reported")
        browser.get("/reports/$reported").body().contains("/reports/$reported/again")
        Visitor.signedIn(lyon.owner).get("/reports/$reported").statusCode() == 404

        when: 'it is not right'
        def wrong = post(browser, "/reports/$reported/again", [text: 'y' * 2001])

        then:
        wrong.statusCode() == 400
        wrong.body().with { contains('id="errors"') && contains('y' * 2001) }

        when:
        def asked = post(browser, "/reports/$reported/again", [text: 'It does insult.'])

        then:
        asked.headers().firstValue('Location').get() == "/reports/$reported?done=report-again"
        browser.get("/reports/$reported").body().with { contains('It does insult.') && !contains("/reports/$reported/again") }
        post(browser, "/reports/$reported/again", [text: 'Again.']).statusCode() == 409
    }

    private Map mine(Object report = reported) { lyon.viewer.api.get("$OWN/$report").json }

    private Api.Answer again(TestPerson by = lyon.viewer, String text = 'It does insult.', Object report = reported) {
        by.api.post("$OWN/$report/again", [text: text])
    }

    private static List<String> queued(TestPerson who, String kind = 'report') {
        who.api.get("$ROOT/queue?kind=$kind&limit=100").json.items*.subject
    }
}
