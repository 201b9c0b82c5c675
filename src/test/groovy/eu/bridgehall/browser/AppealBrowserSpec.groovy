package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** From a report of a profile to the decision, the statement of reasons, the appeal and its end. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class AppealBrowserSpec extends BrowserCase {
    People people
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv', 'uk')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
    }

    private Page of(TestPerson person, Map<String, Object> wish = [:]) {
        def page = signedIn(person.email, wish + [password: People.PASSWORD])
        page.onDialog { it.accept() }
        page
    }

    void "a profile is reported, hidden, and shown again after an appeal"() {
        given:
        def reporter = of(lyon.viewer, [phone: true])

        when: 'it is reported, first without saying why'
        reporter.navigate("/authorities/$lviv.id")
        reporter.locator("a[href='/authorities/$lviv.id/report']").click()
        reporter.locator('main form .btn-primary').click()

        then:
        errors(reporter) == ['reason']
        looksRight(reporter, 'report-profile-phone')

        when:
        reporter.locator('#f-reason').selectOption('other')
        reporter.locator('#f-text').fill('Lviv has no such harbour.')
        reporter.locator('main form .btn-primary').click()

        then:
        reporter.url().contains("/authorities/$lviv.id?done=")
        reporter.locator('[role=status]').first().textContent().startsWith('Thank you')

        when: 'a moderator decides, first without what it takes'
        def office = of(people.moderator())
        office.navigate('/moderation/reports')
        office.locator('.rows h2 a').first().click()
        office.locator('#f-kind').selectOption('hide')
        office.locator('#f-text').fill('There is no harbour.')
        office.locator('main form .btn-primary').click()

        then:
        errors(office) == ['reason', 'rule']
        office.locator('#f-kind').inputValue() == 'hide'
        office.locator('#f-text').inputValue() == 'There is no harbour.'
        office.evaluate('document.activeElement.id') == 'errors'
        looksRight(office, 'moderation-report-wide')

        when: 'with a term that is none'
        office.locator('#f-reason').selectOption('untrue')
        office.locator('#f-rule').selectOption('R2')
        office.locator('#f-days').fill('900')
        office.locator('main form .btn-primary').click()

        then: 'everything else stays as it was chosen'
        errors(office) == ['days']
        ['kind', 'reason', 'rule', 'days', 'text'].collect { office.locator("#f-$it").inputValue() } ==
                ['hide', 'untrue', 'R2', '900', 'There is no harbour.']
        office.locator('#f-days').getAttribute('aria-describedby').contains('e-days')

        when: 'the keyboard follows the error to its field, and goes on from there in the order of the form'
        office.locator('#errors a').focus()
        office.keyboard().press('Enter')
        def order = (1..5).collect { if (it > 1) office.keyboard().press('Tab'); office.evaluate('document.activeElement.id || document.activeElement.className') }

        then:
        order == ['f-days', 'f-reason', 'f-rule', 'f-text', 'btn btn-primary']
        ['kind', 'scope', 'days', 'reason', 'rule', 'text'].every { office.locator("label[for=f-$it]").count() == 1 }

        when:
        office.locator('#f-days').fill('30')
        office.locator('main form .btn-primary').click()

        then:
        office.url().contains('/moderation/decisions/')
        office.locator('main').textContent().contains('R2')
        looksRight(office, 'moderation-decision-wide')
        reporter.navigate("/authorities/$lviv.id").status() == 404

        when: 'those whom it concerns read why, and appeal'
        def owner = of(lviv.owner, [phone: true, dark: true])
        owner.navigate('/decisions')
        looksRight(owner, 'decisions-uk-phone-dark')
        owner.locator('.rows h2 a').first().click()

        then:
        owner.locator('main').textContent().contains('There is no harbour.')
        looksRight(owner, 'statement-uk-phone-dark')

        when:
        owner.locator('#f-text').fill('The harbour is on the river.')
        owner.locator('form[action$="/appeal"] .btn-primary').click()

        then:
        owner.locator('[role=status]').count() >= 1
        owner.locator('#f-text').count() == 0

        when: 'another moderator judges'
        def judge = of(people.person([language: 'de']).withRole(PlatformRole.MODERATOR))
        judge.navigate('/moderation/appeals')
        looksRight(judge, 'appeals-de-wide')
        judge.locator('.rows h2 a', new Page.LocatorOptions().setHasText('Lviv')).first().click()
        judge.locator('#f-outcome').selectOption('overturned')
        judge.locator('#f-answer').fill('There is a harbour.')
        judge.locator('form[action^="/moderation/appeals/"] .btn-primary').click()

        then:
        judge.url().contains('done=appeal-decided')
        looksRight(judge, 'appeal-decided-de-wide')
        reporter.navigate("/authorities/$lviv.id").status() == 200
        owner.reload()
        owner.locator('main').textContent().contains('There is a harbour.')
    }

    void "a suspension is confirmed by a second moderator, and a hidden message says so"() {
        given:
        def id = Towns.conversation(lviv, lyon)
        lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: 'You zeppelin!'])
        def reader = of(lyon.editor, [phone: true])
        reader.navigate("/conversations/$id")
        def first = of(people.moderator())

        when: 'a message is hidden while somebody looks at it'
        def message = lyon.editor.api.get("/api/v1/conversations/$id/messages").json.items[0].id
        def report = lyon.editor.api.post("/api/v1/conversations/$id/messages/$message/report", [reason: 'abuse']).json.id
        first.navigate("/moderation/reports/$report")
        first.locator('#f-kind').selectOption('hide')
        first.locator('#f-reason').selectOption('abuse')
        first.locator('#f-rule').selectOption('R3')
        first.locator('#f-text').fill('It insults.')
        first.locator('main form .btn-primary').click()
        reader.locator('#message-1 .withheld').waitFor()

        then:
        !reader.locator('main').textContent().contains('zeppelin')
        looksRight(reader, 'conversation-hidden-phone')

        when:
        first.navigate("/moderation/authorities/$lviv.id")
        looksRight(first, 'moderation-authority-wide')
        first.locator('#f-kind').selectOption('suspend')
        first.locator('#f-reason').selectOption('repeated')
        first.locator('#f-rule').selectOption('R3')
        first.locator('#f-text').fill('Again.')
        first.locator('main form .btn-primary').click()

        then: 'she cannot confirm it herself'
        first.locator('.btn-danger').count() == 0
        looksRight(first, 'decision-proposed-wide')

        when:
        def second = of(people.person([language: 'fr']).withRole(PlatformRole.MODERATOR), [phone: true])
        second.navigate(first.url().replaceAll(/\?.*/, ''))
        looksRight(second, 'decision-confirm-fr-phone')
        second.locator('.btn-danger').click()

        then:
        second.url().contains('done=decision-confirm')
        reader.navigate("/authorities/$lviv.id").status() == 404
    }
}
