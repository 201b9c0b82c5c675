package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires
import spock.util.concurrent.PollingConditions

/** What the secretariat does about introductions: rules of the review, proposals, pairs kept apart. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.new-for', value = '30d')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ProposalBrowserSpec extends BrowserCase {
    People people
    Towns.Town lviv
    Towns.Town lyon

    void setup() {
        people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Zhovkva', 'uk')
        lyon = new Towns(people).confirmed('FR', 'Yssingeaux')
    }

    void "two are chosen by their names, each answers by itself, and then they are in touch"() {
        given:
        def page = of(people.moderator())

        when:
        page.navigate('/review/introductions')
        page.locator("main a[href='/review/proposals']").first().click()
        page.locator('main a.btn-primary').click()
        choose(page, 'Zhovk')

        then:
        looksRight(page, 'proposal-choose-en-wide')

        when:
        choose(page, 'Yssing')
        page.locator('#f-text').fill('You both rebuild your water works.')

        then:
        page.locator('#c-cooperationTypes-twinning').isChecked()
        looksRight(page, 'proposal-new-en-wide')

        when:
        page.locator('main form .btn-primary').click()
        page.waitForURL('**/review/proposals?done=*')

        then:
        page.locator('main > [role=status]').isVisible()
        looksRight(page, 'proposals-en-wide')

        when:
        def theirs = of(lviv.owner, [language: 'uk', phone: true])
        theirs.navigate('/introductions')
        theirs.locator('.rows h2 a').click()
        theirs.locator('details.why > summary').click()

        then:
        looksRight(theirs, 'proposal-received-uk-phone')

        when:
        theirs.locator('button[value=accept]').click()
        theirs.locator('main > [role=status]').waitFor()

        then:
        theirs.locator('button[value=accept]').count() == 0
        looksRight(theirs, 'proposal-accepted-uk-phone')

        when:
        def ours = of(lyon.owner)
        ours.navigate('/introductions')
        ours.locator('.rows h2 a').click()

        then:
        looksRight(ours, 'proposal-received-en-wide')

        when:
        ours.locator('button[value=accept]').click()

        then:
        ours.locator('#contact a.btn').waitFor()
    }

    void "the rules of the review are changed, and two authorities kept apart and let go again"() {
        given:
        def page = of(people.moderator(), [language: 'uk', phone: true])
        def asker = of(lyon.owner)

        when:
        asker.navigate("/introductions/new?from=$lyon.id&to=$lviv.id")

        then:
        looksRight(asker, 'introduction-allowance-en-wide')

        when:
        page.navigate('/review/rules')
        page.locator('#f-flagged').check()
        page.locator('#f-words-en').fill('lottery')

        then:
        looksRight(page, 'review-rules-uk-phone')

        when:
        page.locator('main form .btn-primary').click()
        page.locator('main > [role=status]').waitFor()
        asker.locator('#f-text').fill('Join our lottery')
        asker.locator('main form .btn-primary').click()
        asker.locator('.status-pending-review').waitFor()

        then:
        page.locator('#f-words-en').inputValue() == 'lottery'
        looksRight(asker, 'introduction-reviewed-en-wide')

        when:
        page.navigate("/review/forbidden-pairs/new?one=$lviv.id&other=$lyon.id")
        page.locator('#f-reason').fill('Both have asked for it by telephone.')

        then:
        looksRight(page, 'forbid-uk-phone')

        when:
        page.locator('main form .btn-danger').click()
        page.waitForURL('**/review/forbidden-pairs?done=*')

        then:
        looksRight(page, 'forbidden-pairs-uk-phone')

        when:
        asker.reload()

        then:
        asker.locator('.status-ended').isVisible()
        looksRight(asker, 'introduction-ended-en-wide')

        when:
        page.locator('.rows form button').click()
        page.locator('main > [role=status]').waitFor()

        then:
        page.locator('.rows').count() == 0
    }

    /** A profile is found by its name as soon as the index has it. */
    private static void choose(Page page, String name) {
        new PollingConditions(timeout: 20).eventually {
            page.locator('#f-q').fill(name)
            page.locator('main form.acting button').click()
            assert page.locator('.rows a').count() == 1
        }
        page.locator('.rows a').click()
    }

    private Page of(TestPerson person, Map<String, Object> wish = [:]) {
        people.sql('update person set language = ? where id = ?', [wish.language ?: 'en', person.id])
        def page = signedIn(person.email, wish + [password: People.PASSWORD])
        page.onDialog { it.accept() }
        page
    }
}
