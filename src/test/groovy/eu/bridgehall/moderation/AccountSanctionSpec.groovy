package eu.bridgehall.moderation

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.util.concurrent.PollingConditions

import java.time.LocalDate
import java.time.ZoneOffset

import static eu.bridgehall.web.EditForms.post

/** An account is suspended as an authority is: by two, with reasons that its owner reads, and an appeal without signing in. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class AccountSanctionSpec extends AccountCase {
    @Inject AuditLog audit

    void "what is proposed about an account ends by itself when its owner closes it"() {
        given:
        def proposed = propose().json.id

        when:
        def closed = person.api.post('/api/v1/account/closing', [password: People.PASSWORD])

        then:
        closed.status == 204
        new PollingConditions(timeout: 20).eventually {
            assert moderator.api.get("$ROOT/decisions/$proposed").json.status == 'declined'
        }
        !second.api.get("$ROOT/queue?kind=second-opinion&limit=100").json.items*.subject.contains(proposed)
        confirm(proposed).status == 409
        Visitor.signedIn(moderator).get("/moderation/decisions/$proposed").statusCode() == 200
        audit.about(UUID.fromString(proposed))*.action == ['decision.make', 'decision.decline']
    }

    void "one moderator proposes and another one confirms, and nobody is let in from then on"() {
        given:
        def refresh = people.visitor.post('/api/v1/sessions', [email: person.email, password: People.PASSWORD]).json.refreshToken
        assert person.api.get('/api/v1/account').status == 200

        when:
        def proposed = propose()

        then: 'nothing has happened yet'
        proposed.status == 201
        proposed.json.with { [it.status, it.subjectKind, it.subject, it.authority] } == ['proposed', 'account', person.id.toString(), null]
        person.api.get('/api/v1/account').status == 200
        !suspended
        propose([:], second).status == 409
        confirm(proposed.json.id, moderator).with { [status, json.type] } == [403, 'urn:bridgehall:problem:moderation.second']
        moderator.api.get("$ROOT/queue?kind=second-opinion").json.items.every { it.subject != proposed.json.id }
        second.api.get("$ROOT/queue?kind=second-opinion").json.items*.subject.contains(proposed.json.id)

        when:
        def confirmed = confirm(proposed.json.id)

        then:
        confirmed.json.status == 'in-force'
        person.api.get('/api/v1/account').status == 401
        people.visitor.post('/api/v1/sessions/refresh', [refreshToken: refresh]).status == 401
        signIn() == 403
        people.visitor.post('/api/v1/sessions', [email: person.email, password: 'wrong']).status == 401
        propose().status == 409
        second.api.get("$ROOT/accounts/$person.id/decisions").json.items*.id == [proposed.json.id]

        and: 'the audit log says whose account, and not why'
        audit.about(UUID.fromString(proposed.json.id))*.action == ['decision.make', 'decision.confirm']
        audit.about(person.id).find { it.action() == 'account.suspend' }.details().contains(proposed.json.id)
        (audit.about(person.id) + audit.about(UUID.fromString(proposed.json.id))).every { !it.details().contains('Forty') }
    }

    void "who may not, cannot: #who"() {
        given:
        def by = actor(this)

        expect:
        propose([:], by).status == status
        by.api.get("$ROOT/accounts/$person.id/decisions").status == read

        where:
        who                                 | actor                                                              || status | read
        'a member'                          | { it.lviv.owner }                                                  || 403    | 403
        'an association'                    | { it.people.associationOfficer('UA') }                             || 403    | 403
        'who acts for an authority with her' | { it.people.moderator().memberOf(it.lviv.id, MemberRole.VIEWER) } || 403    | 200
    }

    void "a colleague neither seconds nor lifts nor judges, and has it not in her queue"() {
        given:
        def colleague = people.moderator().memberOf(lviv.id, MemberRole.VIEWER)
        def proposed = propose().json.id
        def waiting = { String kind -> colleague.api.get("$ROOT/queue?kind=$kind").json.items*.subject }

        expect:
        !(proposed in waiting('second-opinion'))
        confirm(proposed, colleague).status == 404
        confirm(proposed).status == 200
        lift(proposed, colleague).status == 404

        when:
        def appeal = people.visitor.post("/api/v1/statements/${token()}/appeal", [text: 'Why?']).json.appeal.id

        then:
        !(proposed in waiting('appeal'))
        colleague.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'upheld', answer: 'So it is.']).status == 404
    }

    void "a proposal that is not right names each field: #fields"() {
        expect:
        moderator.api.post("$ROOT/accounts/$person.id/decisions", sent).fields == fields
        moderator.api.post("$ROOT/accounts/${UUID.randomUUID()}/decisions", SPAM).status == 404

        where:
        sent                                || fields
        [:]                                 || ['kind', 'reason', 'text']
        SPAM + [kind: 'warn']               || ['kind']
        SPAM + [kind: 'hide', rule: null]   || ['kind', 'rule']
        SPAM + [days: 0]                    || ['days']
        SPAM + [reason: 'no-breach']        || ['reason']
    }

    void "its owner reads the statement in her language by the link of a mail, without signing in, and appeals once"() {
        given:
        def decision = suspend([days: 30])
        def mail = mailed(person) { tokens(it) }
        def statement = "/api/v1/statements/${token()}"

        expect:
        mail.language == 'uk'
        mail.subject == 'Ваш обліковий запис заблоковано'
        mail.text.contains('?lang=uk')
        !mail.text.contains('Forty')
        people.visitor.get(statement).json.with {
            [id, kind, reason, rule, text, subjectKind, mayAppeal, termUntil != null] ==
                    [decision, 'suspend', 'spam', 'R4', 'Forty towns got the same offer.', 'account', true, true]
        }
        !people.visitor.get(statement).body.contains(moderator.id.toString())

        and: 'what makes the link good stands in the mail and nowhere else'
        people.rows("""select link_path from mail where recipient = ? and kind = 'account-suspended'
                union select link_path from notice where person_id = ? and kind = 'account-suspended'""", [person.email, person.id])*.link_path == ["/decisions/$decision".toString()]

        and: 'the link opens nothing else'
        people.visitor.get(statement + 'A').status == 404
        people.visitor.get(statement[0..-2] + (statement[-1] == 'A' ? 'B' : 'A')).status == 404
        people.visitor.get('/api/v1/statements/%00').status in [400, 404]
        people.visitor.get("/api/v1/statements/$decision").status == 404
        people.visitor.get("/api/v1/decisions/$decision").status == 401

        when:
        def wrong = people.visitor.post("$statement/appeal", [:])
        def appealed = people.visitor.post("$statement/appeal", [text: 'It was somebody else.'])

        then:
        wrong.fields == ['text']
        appealed.status == 201
        appealed.json.with { !mayAppeal && appeal.text == 'It was somebody else.' && appeal.outcome == null }
        people.visitor.post("$statement/appeal", [text: 'Once more.']).status == 409

        and: 'neither of the two decides about it'
        def appeal = appealed.json.appeal.id
        [moderator, second].every { it.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'upheld', answer: 'No.']).status == 403 }

        when:
        def third = people.moderator()
        def judged = third.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'It was so.'])

        then: 'the account is as it was'
        judged.json.status == 'overturned'
        signIn() == 200
        mailed(person) { it.subject.contains('апеляцію задоволено') }
        person.api.get("/api/v1/decisions/$decision").json.appeal.answer == 'It was so.'
        person.memberOf(lviv.id, MemberRole.EDITOR).api.get('/api/v1/account/data').json.decisions.with { concerning*.id == [decision] && appeals*.text == ['It was somebody else.'] }
    }

    void "an appeal that was wrong leaves it so, and its owner reads why by the same link"() {
        given:
        suspend()
        def statement = "/api/v1/statements/${token()}"
        def appeal = people.visitor.post("$statement/appeal", [text: 'Why?']).json.appeal.id

        when:
        people.moderator().api.post("$ROOT/appeals/$appeal/decision", [outcome: 'upheld', answer: 'The forty mails are there.'])

        then:
        signIn() == 403
        mailed(person) { it.subject.contains('залишено в силі') }.text.contains(statement.replace('/api/v1', ''))
        people.visitor.get(statement).json.appeal.with { outcome == 'upheld' && answer == 'The forty mails are there.' }
    }

    void "it ends when its term is over, and when a moderator lifts it"() {
        given:
        def decision = suspend([days: 3])

        when:
        termEnds(decision)

        then:
        signIn() == 200
        mailed(person) { it.subject == 'Ваш обліковий запис розблоковано' }
        audit.about(person.id)*.action.containsAll(['account.suspend', 'account.restore'])

        when: 'it is suspended again, for good'
        def again = suspend()

        then:
        signIn() == 403
        lift(again).json.status == 'lifted'
        signIn() == 200
    }

    void "the second moderator who does not agree says why, and nothing has happened"() {
        given:
        def proposed = propose().json.id

        when:
        def declined = second.api.post("$ROOT/decisions/$proposed/decline", [text: 'It was one mail.'])

        then:
        declined.json.status == 'declined'
        signIn() == 200
        mailed(moderator) { it.subject == 'Your decision about an account was not confirmed' }
        !new Mailbox(server).to(person.email).any { tokens(it) || it.subject.contains('обліковий запис') }
    }

    void "two confirm at once: it comes into force once"() {
        given:
        def proposed = propose().json.id
        def third = people.moderator()
        def fourth = people.moderator()

        when:
        def answers = AtOnce.run({ confirm(proposed, third).status }, { confirm(proposed, fourth).status })

        then:
        answers.sort() == [200, 409]
        audit.about(person.id)*.action.count { it == 'account.suspend' } == 1
    }

    void "the last administrator is not suspended, and an account that is gone neither"() {
        given:
        people.sql("delete from platform_role where role = 'ADMINISTRATOR'")
        def admin = people.administrator()
        def proposed = propose([:], moderator, admin).json.id

        expect:
        confirm(proposed).with { [status, json.type] } == [409, 'urn:bridgehall:problem:accounts.lastAdministrator']
        admin.api.get('/api/v1/account').status == 200
        moderator.api.get("$ROOT/decisions/$proposed").json.status == 'proposed'

        when:
        def gone = propose().json.id
        person.api.post('/api/v1/account/closing', [password: People.PASSWORD])

        then:
        confirm(gone).status in [404, 409]
    }

    void "it is counted in the transparency report"() {
        given:
        def today = LocalDate.now(ZoneOffset.UTC)
        def counted = {
            people.inTransaction { people.context.getBean(TransparencyRepository).count(TransparencyTopic.DECISIONS, today, today.plusDays(1), today.plusDays(1)) }
                    .find { it.outcome() == 'suspend' && it.reason() == null }?.count() ?: 0
        }
        def before = counted()

        when:
        suspend()

        then:
        counted() == before + 1
    }

    void "the pages do the same: find, propose, confirm, read without a session, appeal, lock"() {
        given:
        def browser = Visitor.signedIn(moderator)
        def leadsTo = { it.headers().firstValue('Location').orElse(null) }
        def page = "/moderation/accounts/$person.id".toString()

        expect:
        browser.get('/moderation/accounts').body().contains('name="email"')
        post(browser, '/moderation/accounts', [email: 'nobody@example.org']).with { statusCode() == 400 && body().contains('no account with this address') && body().contains('value="nobody@example.org"') }
        leadsTo(post(browser, '/moderation/accounts', [email: " $person.email ".toString()])) == page
        browser.get("/moderation/accounts?email=${URLEncoder.encode(person.email, 'UTF-8')}").with { statusCode() == 200 && !body().contains(person.email) }
        browser.get(page).body().with { contains(person.email) && contains('Lviv') && contains('name="kind"') && !contains('name="scope"') && !contains("$page/lock") }
        Visitor.signedIn(lviv.owner).with { [get('/moderation/accounts'), get(page), get("$page/lock")]*.statusCode().unique() == [403] }
        browser.get("$page/lock").statusCode() == 403
        post(browser, page, [kind: 'suspend', text: 'Typed <b>']).with { statusCode() == 400 && body().contains('id="e-reason"') && body().contains('Typed &lt;b&gt;</textarea>') }

        when:
        def decision = leadsTo(post(browser, page, SPAM)).replaceAll(/\?.*/, '')
        post(Visitor.signedIn(second), decision, [step: 'confirm'])
        def link = "/statements/${token()}".toString()
        def visitor = new Visitor(server.URI)
        def appeal = { String text -> visitor.post("$link/appeal", [text: text, formToken: visitor.formToken(link)]) }

        then:
        browser.get(decision).body().contains(page)
        visitor.get(link).body().with { contains('Forty towns got the same offer.') && contains("$link/appeal?lang=en") && !contains('href="/decisions"') }
        visitor.get('/statements/none').statusCode() == 404
        appeal('').with { statusCode() == 400 && body().contains('id="e-text"') && body().contains("name=\"to\" value=\"$link\"") }
        visitor.post("$link/appeal", [text: 'Why?']).statusCode() == 403
        leadsTo(appeal('Why?')) == "$link?lang=en&done=appeal-made".toString()
        visitor.get(link).body().with { contains('Why?') && !contains("$link/appeal") }
        browser.get(page).body().with { contains('Suspended') && !contains('name="kind"') }

        when:
        def admin = Visitor.signedIn(people.administrator())
        def other = people.person()
        def path = "/moderation/accounts/$other.id".toString()

        then:
        admin.get(path).body().contains("$path/lock")
        admin.get("$path/lock").body().contains('no sanction')
        post(admin, "$path/lock", [reason: ' ']).with { statusCode() == 400 && body().contains('id="e-reason"') }
        leadsTo(post(admin, "$path/lock", [reason: 'Others know the password.'])) == "$path?done=account-locked".toString()
        new Mailbox(server).await(other.email).subject == 'Set a new password for your account'
    }
}
