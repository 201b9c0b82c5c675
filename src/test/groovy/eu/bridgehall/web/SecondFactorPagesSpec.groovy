package eu.bridgehall.web

import eu.bridgehall.support.CodeProgram
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** Setting up a second factor and signing in with it, on pages. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.accounts.second-factor-for-secretariat', value = 'true')
class SecondFactorPagesSpec extends Specification {
    private static final String HERE = '/account/second-factor'

    @Inject EmbeddedServer server
    People people

    void setup() { people = new People(server) }

    private static String leadsTo(answer) { answer.headers().firstValue('Location').orElse(null) }

    private static CodeProgram withFactor(Visitor browser, TestPerson person) {
        assert leadsTo(browser.post(HERE, [formToken: browser.formToken(HERE)])) == HERE
        def page = browser.get(HERE).body()
        assert page.contains('<svg class="qr"')
        def program = new CodeProgram(person, (page =~ /<code class="secret"[^>]*>([A-Z2-7 ]+)</)[0][1].replace(' ', ''))
        def made = browser.post("$HERE/confirm", [formToken: browser.formToken(HERE), password: People.PASSWORD, code: program.code()])
        assert made.statusCode() == 200
        assert (made.body() =~ /<li><code>/).size() == 10
        program
    }

    void "a person sets it up on a page, and signs in in two steps from then on"() {
        given:
        def person = people.person()
        def program = withFactor(Visitor.signedIn(person), person)
        def browser = new Visitor(server.URI)

        when:
        def first = browser.signIn(person, '/find?q=water')

        then: 'the password alone opens nothing'
        leadsTo(first) == '/sign-in/code?to=%2Ffind%3Fq%3Dwater'
        leadsTo(browser.get('/dashboard')).startsWith('/sign-in')
        browser.get(leadsTo(first)).body().contains('autocomplete="one-time-code"')

        when:
        def wrong = browser.post('/sign-in/code', [formToken: browser.formToken('/sign-in/code'), code: '000000', to: '/find?q=water'])

        then:
        wrong.statusCode() == 401
        wrong.body().contains('This code is not right')
        wrong.body().contains('value="/find?q=water"')

        when:
        def right = browser.post('/sign-in/code', [formToken: browser.formToken('/sign-in/code'), code: program.fresh(people), to: '/find?q=water'])

        then:
        leadsTo(right) == '/find?q=water'
        browser.get('/dashboard').statusCode() == 200
        !browser.cookies.containsKey('bridgehall-step')
    }

    void "the second step needs the first one, with the password as it is now"() {
        given:
        def person = people.person()
        def other = people.person()
        def program = withFactor(Visitor.signedIn(person), person)
        def browser = new Visitor(server.URI)

        expect:
        leadsTo(browser.get('/sign-in/code')) == '/sign-in'
        leadsTo(browser.post('/sign-in/code', [formToken: browser.formToken('/sign-in'), code: program.code()])) == '/sign-in'

        when:
        browser.signIn(person)
        people.sql('update person set password_hash = ? where id = ?', ['another', person.id])

        then:
        leadsTo(browser.get('/sign-in/code')) == '/sign-in'

        and: 'a session is no ticket'
        def cookie = new Visitor(server.URI).with { signIn(other); cookies.bridgehall }
        leadsTo(new Visitor(server.URI, ['bridgehall-step': cookie]).get('/sign-in/code')) == '/sign-in'
    }

    void "what is wrong stands at its field, and turning it off goes back to the password alone"() {
        given:
        def person = people.person()
        def browser = Visitor.signedIn(person)
        def program = withFactor(browser, person)

        when:
        def wrong = browser.post("$HERE/off", [formToken: browser.formToken(HERE), password: 'wrong', code: program.fresh(people)])

        then:
        wrong.statusCode() == 400
        wrong.body().contains('href="#f-offpassword"')
        wrong.body().contains('id="e-offpassword"')

        when:
        def off = browser.post("$HERE/off", [formToken: browser.formToken(HERE), password: People.PASSWORD, code: program.fresh(people)])

        then:
        leadsTo(off) == "$HERE?done=second-factor-off"
        leadsTo(new Visitor(server.URI).signIn(person)) == '/dashboard'
    }

    void "a moderator is led to the page that sets it up, from everywhere, until it is done"() {
        given:
        def moderator = people.moderator()
        def browser = Visitor.signedIn(moderator)

        expect:
        ['/dashboard', '/review', '/account', '/find', '/'].every { leadsTo(browser.get(it)) == HERE }
        browser.get(HERE).body().contains('Whoever works for the secretariat')
        browser.get('/privacy').statusCode() == 200

        when:
        withFactor(browser, moderator)

        then:
        browser.get('/review').statusCode() == 200
        browser.get('/account').body().contains('10 recovery codes are left')
    }

    void "an administrator takes a lost one away on a page; nobody else gets there"() {
        given:
        def admin = people.administrator()
        def browser = Visitor.signedIn(admin)
        withFactor(browser, admin)
        def person = people.person()
        CodeProgram.setUp(person)
        def page = '/admin/second-factors'

        expect:
        Visitor.signedIn(people.person()).get(page).statusCode() == 403
        browser.post(page, [formToken: browser.formToken(page), email: 'nobody@town.example', reason: '']).with {
            assert statusCode() == 400
            body().contains('id="e-email"') && body().contains('id="e-reason"') && body().contains('value="nobody@town.example"')
        }
        leadsTo(browser.post(page, [formToken: browser.formToken(page), email: person.email, reason: 'Lost it'])) == "$page?done=second-factor-reset"
        leadsTo(new Visitor(server.URI).signIn(person)) == '/dashboard'
    }
}
