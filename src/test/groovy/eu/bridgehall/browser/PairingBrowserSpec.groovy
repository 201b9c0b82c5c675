package eu.bridgehall.browser

import com.microsoft.playwright.Locator
import com.microsoft.playwright.Page
import com.microsoft.playwright.options.WaitForSelectorState
import eu.bridgehall.accounts.Memberships
import eu.bridgehall.support.People
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Stepwise

/** From a suggestion to a conversation, by clicking, as officers of authorities of the demonstration. */
@Stepwise
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.introductions.review-countries', value = 'ES')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class PairingBrowserSpec extends BrowserCase {
    static final String AACHEN = 'officer.aachen@demo.example'
    static final String LVIV = 'officer.lviv@demo.example'
    static final String BOLOGNA = 'officer.bologna@demo.example'

    @Inject @Shared Memberships memberships
    @Shared
    String introduction, conversation, partner

    void "the overview says what waits and shows the best matches: #language, #size"() {
        given:
        def page = signedIn(officer, [language: language, phone: size == 'phone'])

        expect:
        page.locator('.own-authority .top li').count() == 3
        page.locator('.tasks a').count() > 0
        looksRight(page, "dashboard-$language-$size")

        where:
        officer                      | language | size
        BOLOGNA                      | 'en'     | 'wide'
        'officer.poltava@demo.example' | 'uk'   | 'phone'
    }

    void "matches are explained from both sides: #language, #size"() {
        given:
        def page = signedIn(officer, [language: language, phone: size == 'phone'])

        when:
        page.navigate('/matches')

        then:
        page.locator('article.match').count() == 10
        looksRight(page, "matches-$language-$size")

        when:
        page.locator('article.match .why > summary').first().click()
        def first = page.locator('article.match').first()

        then:
        first.locator('.side').count() == 2
        first.locator('.side').first().locator('.criteria > li').count() == 10
        first.locator('.side').first().locator('meter').count() > 2
        first.locator('.rank dl > div').count() == 3
        looksRight(page, "matches-open-$language-$size")

        where:
        officer | language | size
        BOLOGNA | 'en'     | 'wide'
        BOLOGNA | 'en'     | 'phone'
        LVIV    | 'uk'     | 'wide'
        LVIV    | 'uk'     | 'phone'
    }

    void "a slider orders the list anew at once, and the address keeps it"() {
        given:
        def page = signedIn(AACHEN)
        page.navigate('/matches')

        when:
        page.locator('#w-size').fill('100')
        page.locator('#w-needs').fill('0')
        page.locator('#reset-weights').waitFor()
        page.waitForURL('**/matches?*w-needs=0*w-size=100*')

        then:
        page.locator('output[for=w-size]').textContent() == '100'
        page.locator('#announcer').textContent() == page.locator('#results-heading').textContent()

        when:
        def names = page.locator('article.match h3').allTextContents()
        page.reload()

        then:
        page.locator('article.match h3').allTextContents() == names
        page.locator('#w-size').inputValue() == '100'

        when:
        page.locator('#next a').click()
        page.locator('article.match').nth(10).waitFor()

        then:
        page.locator('article.match').count() == 20
        page.evaluate('document.activeElement.closest("article.match") !== null')

        when:
        page.locator('#reset-weights').click()

        then:
        page.locator('#w-size').inputValue() == '4'

        when:
        page.locator('#f-country').selectOption('UA')
        page.waitForURL('**country=UA*')

        then:
        page.locator('article.match .where').allTextContents().every { it.contains('Ukraine') || it.contains('Україна') }
    }

    void "what is not for us goes, and comes back when that was a mistake"() {
        given:
        def page = signedIn(AACHEN)
        page.navigate('/matches')
        def name = page.locator('article.match h3 a').first().textContent()

        when:
        page.locator('article.match .not-for-us > summary').first().click()
        page.locator('article.match .not-for-us select').first().selectOption('size')
        page.locator('article.match .not-for-us button').first().click()
        page.locator('.dismissed').waitFor()

        then:
        page.locator('.dismissed').textContent().contains(name)
        page.locator('article.match').count() == 9
        page.evaluate('document.activeElement.classList.contains("dismissed")')

        when:
        page.locator('.dismissed button').click()
        page.locator('main > [role=status]').waitFor()

        then:
        page.locator('article.match h3 a').first().textContent() == name
    }

    void "an officer asks for an introduction, and keeps what she has typed where it is not right yet"() {
        given:
        def page = signedIn(AACHEN, [language: 'en'])
        page.navigate('/matches')
        def card = page.locator('article.match').first()
        def other = UUID.fromString(card.locator('h3').getAttribute('id').substring(2))
        partner = memberships.listMembers(other).first().email()

        when:
        card.locator('.match-actions > a').click()
        page.waitForURL('**/introductions/new*')
        looksRight(page, 'introduction-new-wide')
        page.evaluate("document.querySelector('#f-text').removeAttribute('required')")
        page.locator('#f-text').fill('x')
        page.locator('input[name=cooperationTypes]').first().check()
        page.locator('main form .btn-primary').click()

        then:
        page.locator('#errors').isVisible()
        page.locator('#e-text').isVisible()
        page.locator('#f-text').inputValue() == 'x'
        page.locator('input[name=cooperationTypes]').first().isChecked()
        looksRight(page, 'introduction-new-errors-wide')

        when:
        page.locator('#f-text').fill('Shall we work together on heat in the inner city?')
        page.locator('main form .btn-primary').click()
        page.waitForURL('**/introductions/0*')
        introduction = page.url().replaceAll('\\?.*', '').split('/').last()

        then:
        page.locator('main > [role=status]').isVisible()
        page.locator('.history li').count() == 1
        page.locator('.status-sent').isVisible()
        looksRight(page, 'introduction-sent-wide')
    }

    void "a stranger is told that there is no such introduction"() {
        given:
        def page = signedIn('officer.turku@demo.example')

        expect:
        page.navigate("/introductions/$introduction").status() == 404
        page.locator('h1').isVisible()
        page.navigate('/review/introductions').status() == 403
    }

    void "the other side accepts, and both write and read"() {
        given:
        def theirs = signedIn(partner, [phone: true])

        when:
        theirs.locator('.tasks a').first().click()
        theirs.locator('.rows h2 a').first().click()
        theirs.locator('.history').waitFor()

        then:
        looksRight(theirs, 'introduction-received-phone')

        when:
        theirs.onceDialog { it.accept() }
        theirs.locator('button[value=accept]').click()
        theirs.locator('#contact a.btn').click()
        theirs.locator('#f-text').waitFor()
        conversation = theirs.url().split('/').last()

        then:
        theirs.locator('#silent').isVisible()

        when:
        theirs.locator('#f-text').fill('Gladly.\nWhen shall we meet?')
        theirs.locator('.write button').click()
        theirs.locator('.message').waitFor()
        def page = signedIn(AACHEN)

        then:
        page.locator('.site-head [href="/conversations"] .count').isVisible()

        when:
        page.navigate('/conversations')

        then:
        page.locator('.status-unread').count() == 1
        looksRight(page, 'conversations-wide')

        when:
        page.locator('.rows h2 a').first().click()
        page.locator('.message').waitFor()

        then:
        page.locator('.message-text').textContent().contains('Gladly.')
        page.locator('.new-from').count() == 1

        when:
        page.mouse().move(200, 200)
        page.locator('#read form').waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED))
        page.locator('#f-text').fill('Next week?')
        page.locator('.write button').click()
        page.locator('.message').nth(1).waitFor()

        then:
        page.locator('.site-head [href="/conversations"] .count').count() == 0

        when:
        theirs.reload()
        theirs.locator('#f-text').fill('Tuesday suits us.')
        theirs.locator('.write button').click()
        theirs.locator('.message').nth(2).waitFor()
        page.locator('.message').nth(2).waitFor()

        then: 'it has come by itself'
        page.locator('.message-text').allTextContents().last() == 'Tuesday suits us.'
        page.locator('#announcer').textContent() != ''
        looksRight(theirs, 'conversation-phone')
        looksRight(page, 'conversation-wide')
    }

    void "an introduction is declined with a reason, which the other side reads"() {
        given:
        def brno = signedIn('officer.brno@demo.example').tap { it.onDialog { asked -> asked.accept() } }

        when:
        brno.navigate('/introductions')
        brno.locator('.rows h2 a').first().click()
        brno.locator('.refuse > summary').click()
        brno.locator('#f-reason').selectOption('other')
        brno.locator('button[value=decline]').click()

        then:
        brno.locator('#e-text').isVisible()
        brno.locator('#f-reason').inputValue() == 'other'

        when:
        brno.locator('#f-text').fill('We are rebuilding our department.')
        brno.locator('button[value=decline]').click()
        brno.locator('.status-declined').waitFor()
        def graz = signedIn('officer.graz@demo.example')
        graz.navigate('/introductions?box=sent')
        graz.locator('.rows h2 a').first().click()

        then:
        graz.locator('.history').textContent().contains('We are rebuilding our department.')
        looksRight(graz, 'introduction-declined-wide')
    }

    void "everything that asks for an introduction can be reached by keyboard alone"() {
        given:
        def page = signedIn('officer.zaragoza@demo.example')
        page.navigate('/matches')

        when:
        tabTo(page, 'e => e.matches(".match-actions > a")')
        page.keyboard().press('Enter')
        page.waitForURL('**/introductions/new*')
        tabTo(page, 'e => e.id === "f-text"')
        page.keyboard().type('Shall we work together?')
        tabTo(page, 'e => e.matches("main form .btn-primary")')
        page.keyboard().press('Enter')

        then:
        page.waitForURL('**/introductions/0*')
        page.locator('main:has(.status-pending-review)').textContent().contains('looks at the request first')
    }

    void "the secretariat lets an introduction through that waits for it"() {
        given:
        def page = signedIn('secretariat@demo.example').tap { it.onceDialog { asked -> asked.accept() } }

        expect:
        looksRight(page, 'dashboard-secretariat-wide')

        when:
        page.locator('.tasks a[href="/moderation?kind=introduction"]').click()
        page.waitForURL('**/moderation?kind=introduction')
        page.navigate('/review/introductions')

        then:
        page.locator('.rows li').count() == 1
        looksRight(page, 'introductions-queue-wide')

        when:
        page.locator('.rows h2 a').click()
        page.locator('button[value=approve]').click()
        page.locator('main > [role=status]').waitFor()

        then:
        page.url().contains('/review/introductions')
        page.locator('.rows li').count() == 0
    }

    void "who acts for nobody yet is told what to do next"() {
        given:
        def person = new People(server).person()
        def page = signedIn(person.email, [phone: true, password: People.PASSWORD])

        expect:
        page.locator('.start-steps li').count() == 3
        looksRight(page, 'dashboard-nobody-phone')

        when:
        page.navigate('/matches')

        then:
        page.locator('.empty a').count() == 2
        page.navigate('/introductions').status() == 200
        page.navigate('/conversations').status() == 200
        page.navigate("/conversations/$conversation").status() == 404
    }

    void "without a script the weights, not for us and a message work just as well"() {
        given:
        def page = signedIn('officer.ghent@demo.example', [script: false])

        when:
        page.navigate('/matches')
        page.locator('#w-size').fill('95')
        page.locator('#match-form button').click()

        then:
        page.url().contains('w-size=95')
        page.locator('#w-size').inputValue() == '95'

        when:
        def name = page.locator('article.match h3 a').first().textContent()
        page.locator('.not-for-us > summary').first().click()
        page.locator('.not-for-us select').first().selectOption('other')
        page.locator('.not-for-us button').first().click()

        then:
        page.locator('.dismissed').textContent().contains(name)
        page.locator('article.match h3 a').first().textContent() != name

        when:
        page.locator('.dismissed button').click()

        then:
        page.locator('article.match h3 a').first().textContent() == name

        when:
        def first = page.locator('article.match h3 a').allTextContents()
        page.locator('#next a').click()

        then:
        page.url().contains('offset=10')
        page.locator('article.match h3 a').allTextContents().with { !it.empty && it.disjoint(first) }
    }

    private static void tabTo(Page page, String condition) {
        for (int i = 0; i < 150 && !page.evaluate("($condition)(document.activeElement)"); i++) {
            page.keyboard().press('Tab')
        }
        assert page.evaluate("($condition)(document.activeElement)")
    }
}
