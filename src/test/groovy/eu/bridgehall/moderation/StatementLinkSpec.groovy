package eu.bridgehall.moderation

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject

/** What somebody whose account is suspended reads and does by the links of her mails, without signing in. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class StatementLinkSpec extends AccountCase {
    @Inject AuditLog audit

    void "whoever is suspended reads by links what else was and is decided about what she has written, and appeals"() {
        given:
        person = lviv.editor
        def before = decide(report(write('You zeppelin!').id), 'hide').json.id
        def later = write('You zeppelins!').id
        mailed(person) { it.text.contains("/decisions/$before") }
        suspend()
        soon().eventually { assert links(person, before).size() == 1 }
        def after = decide(report(later), 'remove').json.id
        soon().eventually { assert links(person, after).size() == 1 }

        expect:
        people.visitor.get(links(person, before)[0]).json.with { [kind, mayAppeal, mayCorrect, content] } == ['hide', true, false, null]
        links(lviv.owner, after).empty

        when:
        def appealed = people.visitor.post(links(person, after)[0] + '/appeal', [text: 'It was a joke.'])

        then:
        appealed.status == 201
        appealed.json.appeal.side == 'author'
        lviv.owner.api.get("/api/v1/decisions/$after").json.appeal == null

        when:
        people.moderator().api.post("$ROOT/appeals/$appealed.json.appeal.id/decision", [outcome: 'upheld', answer: 'It was none.'])

        then:
        soon().eventually { assert links(person, after).size() == 2 }
        people.visitor.get(links(person, after)[0]).json.appeal.answer == 'It was none.'
        new Visitor(server.URI).get(links(person, after)[0].replace('/api/v1', '')).body().with {
            contains('id="reasons"') && !contains('id="correct"') && !contains('href="/conversations/')
        }
    }

    void "of an authority for which nobody else acts its suspended owner is told by a link, and appeals for it"() {
        given:
        actsAlone(lviv.owner)
        def before = decideAbout(lviv, 'warn').json.id
        mailed(person) { it.text.contains("/decisions/$before") }
        suspend()
        soon().eventually { assert links(person, before).size() == 1 }
        def after = decideAbout(lviv, 'suspend').json.id
        confirm(after)
        soon().eventually { assert links(person, after).size() == 1 }

        expect:
        people.visitor.post(links(person, after)[0] + '/appeal', [text: 'We are a town.']).json.appeal.side == 'authority'
        links(lviv.viewer, after).empty

        when: 'she is no member any more'
        def link = links(person, before)[0]
        people.sql('delete from membership where person_id = ?', [person.id])

        then:
        people.visitor.get(link).with { [status, json.type] } == [404, 'urn:bridgehall:problem:decisions.linkOver']
    }

    void "a link opens nothing any more once the decision is over and the time to appeal gone"() {
        given:
        def decision = suspend()
        def link = "/statements/${token()}".toString()
        def longAgo = { people.sql("update moderation_decision set in_force_at = in_force_at - interval '185 days' where id = ?", [UUID.fromString(decision)]) }

        expect: 'in force it does, however long ago'
        longAgo()
        people.visitor.get("/api/v1$link").json.mayAppeal == false

        when:
        lift(decision)

        then:
        people.visitor.get("/api/v1$link").with { [status, json.type] } == [404, 'urn:bridgehall:problem:decisions.linkOver']
        people.visitor.post("/api/v1$link/appeal", [text: 'Why?']).status == 404
        new Visitor(server.URI).get("$link?lang=fr").with { statusCode() == 404 && body().contains('Ce lien n’ouvre plus rien') }

        when: 'one that has ended can still be appealed against in time'
        people.sql("update moderation_decision set in_force_at = now() where id = ?", [UUID.fromString(decision)])

        then:
        people.visitor.get("/api/v1$link").json.mayAppeal
    }

    void "who is suspended takes her data away and closes her account by the link with her password"() {
        given:
        def decision = suspend()
        def statement = "/api/v1/statements/${token()}".toString()
        def wrong = [[:], [password: ''], [password: 'not hers']]

        expect: 'not without the password'
        ['data.zip', 'closing'].every { what -> wrong.every { people.visitor.post("$statement/$what", it).fields == ['password'] } }

        when:
        def taken = people.visitor.send('POST', "$statement/data.zip", [password: People.PASSWORD])

        then:
        taken.status == 200
        taken.body.startsWith('PK')
        audit.about(person.id)*.action.contains('account.export')
        mailed(person) { it.subject == 'Ваші дані завантажено' }

        when:
        def closed = people.visitor.post("$statement/closing", [password: People.PASSWORD])

        then:
        closed.status == 204
        people.rows('select name, password_hash from person where id = ?', [person.id])[0].with { [name, password_hash] } == ['-', null]
        people.rows('select 1 from membership where person_id = ?', [person.id]).empty
        people.visitor.get(statement).status == 404
        moderator.api.get("$ROOT/decisions/$decision").json.status == 'in-force'
    }

    void "guessing the password behind the link is slowed as at a sign-in"() {
        given:
        suspend()
        def statement = "/api/v1/statements/${token()}".toString()

        when:
        def answers = (1..12).collect { people.visitor.post("$statement/${it % 2 ? 'closing' : 'data.zip'}", [password: "guess $it".toString()]).status }

        then:
        answers[0..4].every { it == 400 }
        answers.contains(429)
    }

    void "a suspended sole owner closes her account, for she can hand over nothing, and who is not suspended signs in"() {
        given:
        actsAlone(lviv.owner)
        def decision = suspend()
        def link = "/statements/${token()}".toString()
        def visitor = new Visitor(server.URI)

        expect:
        visitor.get("$link/close").body().with { !contains('only owner') && contains('name="password"') }

        when:
        lift(decision)

        then:
        people.visitor.post("/api/v1$link/data.zip", [password: People.PASSWORD]).with { [status, json.type] } == [409, 'urn:bridgehall:problem:decisions.account.open']
        people.visitor.post("/api/v1$link/closing", [password: People.PASSWORD]).status == 409
        visitor.get("$link/account").statusCode() == 409
        !visitor.get(link).body().contains("$link/account")

        when:
        def again = suspend()
        soon().eventually { assert !links(person, again).empty }

        then:
        people.visitor.post("${links(person, again)[0]}/closing", [password: People.PASSWORD]).status == 204
        people.rows('select name from person where id = ?', [person.id])[0].name == '-'
    }

    void "the pages behind the link give the data and close the account"() {
        given:
        suspend()
        def link = "/statements/${token()}".toString()
        def visitor = new Visitor(server.URI)
        def send = { String path, String password -> visitor.post("$link/$path?lang=en", [password: password, formToken: visitor.formToken(link)]) }

        expect:
        visitor.get(link).body().contains("$link/account?lang=en")
        visitor.get("$link/account?lang=de").body().with { contains('Ihre Daten und Ihr Konto') && contains("$link/data?lang=de") && contains("$link/close?lang=de") }
        send('data', 'not hers').with { statusCode() == 400 && headers().firstValue('Content-Type').get().startsWith('text/html') && body().contains('id="e-password"') }
        send('data', People.PASSWORD).with { statusCode() == 200 && headers().firstValue('Content-Type').get() == 'application/zip' && body().startsWith('PK') &&
                headers().firstValue('Content-Disposition').get().contains('bridgehall-my-data.zip') }
        visitor.get("$link/close").body().with { contains('name="password"') && contains('data-confirm') && !contains('href="/account') }
        send('close', '').with { statusCode() == 400 && body().contains('id="e-password"') }
        visitor.post("$link/close", [password: People.PASSWORD]).statusCode() == 403
        send('close', People.PASSWORD).headers().firstValue('Location').get() == '/?lang=en&done=account-closed'
        visitor.get(link).statusCode() == 404
    }
}
