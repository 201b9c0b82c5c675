package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** Hidden until it has been corrected: its author does so on a phone, and a moderator shows it again. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class CorrectionBrowserSpec extends BrowserCase {
    static final String ROOT = '/api/v1/moderation'

    private Page of(TestPerson person, Map<String, Object> wish = [:]) {
        def page = signedIn(person.email, wish + [password: People.PASSWORD])
        page.onDialog { it.accept() }
        page
    }

    void "the author of a hidden message corrects it on a phone in Ukrainian, and it is shown again"() {
        given:
        def people = new People(server)
        def lviv = new Towns(people).confirmed('UA', 'Lviv', 'uk')
        def lyon = new Towns(people).confirmed('FR', 'Lyon')
        def id = Towns.conversation(lviv, lyon)
        def message = lviv.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Ви дирижабль!']).json.id
        def report = lyon.viewer.api.post("/api/v1/conversations/$id/messages/$message/report", [reason: 'abuse']).json.id
        def decision = people.moderator().api.post("$ROOT/reports/$report/decision",
                [kind: 'hide', reason: 'abuse', rule: 'R3', text: 'It insults its readers.']).json.id
        def author = of(lviv.editor, [phone: true])

        when:
        author.navigate("/conversations/$id")
        author.locator('#message-1 .withheld').waitFor()
        looksRight(author, 'correction-hidden-uk-phone')
        author.locator('#message-1 a[href="/decisions"]').click()
        author.locator('.rows h2 a').first().click()

        then: 'she reads what it says, in her language but for what she wrote'
        author.locator('#f-content').inputValue() == 'Ви дирижабль!'
        author.locator('html').getAttribute('lang') == 'uk'
        looksRight(author, 'correction-form-uk-phone')

        when: 'nothing is left of it'
        author.evaluate("document.querySelectorAll('form').forEach(f => f.noValidate = true)")
        author.locator('#f-content').fill('')
        author.locator('#f-note').fill('Перепрошую.')
        author.locator('form[action$="/correction"] .btn-primary').click()
        author.locator('#errors').waitFor()

        then: 'the fault is named at the field, and what was typed stays'
        errors(author) == ['content']
        author.locator('#f-note').inputValue() == 'Перепрошую.'
        looksRight(author, 'correction-refused-uk-phone')

        when:
        author.locator('#f-content').fill('Шановні колеги!')
        author.locator('form[action$="/correction"] .btn-primary').click()
        author.locator('text=Виправлення чекає на відповідь.').waitFor()

        then:
        author.locator('#f-content').count() == 0
        author.locator('[role=status]').count() >= 1
        looksRight(author, 'correction-waits-uk-phone')

        when: 'it waits in the queue of the secretariat'
        def office = of(people.moderator())
        office.navigate('/moderation?kind=correction')
        def item = office.locator("a[href*='/moderation/decisions/$decision']").first()
        item.click()
        def form = office.locator('form:has(input[value=answer])')
        form.waitFor()

        then:
        office.locator('main').textContent().contains('Шановні колеги!')
        looksRight(office, 'correction-answer-wide')

        when:
        form.locator('[name=outcome]').selectOption('restored')
        form.locator('[name=answer]').fill('Thank you.')
        form.locator('.btn-primary').click()
        office.waitForURL('**done=*')

        then:
        looksRight(office, 'correction-answered-wide')

        when: 'everybody reads it as it is now'
        author.navigate("/conversations/$id")
        def reader = of(lyon.viewer, [phone: true])
        reader.navigate("/conversations/$id")

        then:
        [author, reader].every { it.locator('#message-1').textContent().with { contains('Шановні колеги!') && !contains('дирижабль') } }
        [author, reader].every { it.locator('#message-1 .withheld').count() == 0 }
        looksRight(author, 'correction-shown-uk-phone')

        when:
        author.navigate("/decisions/$decision")

        then:
        author.locator('main').textContent().contains('Thank you.')
        looksRight(author, 'correction-ended-uk-phone')
    }
}
