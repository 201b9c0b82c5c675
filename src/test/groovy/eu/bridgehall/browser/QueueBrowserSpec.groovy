package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires
import spock.util.concurrent.PollingConditions

/** The queue of the secretariat, one of its signals, and the transparency report. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class QueueBrowserSpec extends BrowserCase {
    ProfileMaker profiles

    void setup() {
        profiles = new ProfileMaker(new People(server))
    }

    void "a moderator narrows the queue, keeps the choice as a view, takes something on and decides it"() {
        given:
        def made = profiles.submitted('PT', [officialName: 'Porto das Filas', summary: 'Call +351 22 209 0400 at any time.'])
        profiles.submitted('ES')
        new PollingConditions(timeout: 20).eventually {
            assert !profiles.people.rows('select 1 from content_flag where subject = ?', [made.id]).empty
        }
        def page = signedIn('secretariat@demo.example', [width: width])
        page.onDialog { it.accept() }

        when:
        page.navigate('/moderation')

        then:
        page.locator('.queue-item').count() >= 2
        looksRight(page, "queue-$width")

        when:
        open(page, '.beside details.fold')
        page.locator('#k-profile').check()
        page.locator('#f-country').selectOption('PT')
        page.locator('form.find-filters button').click()

        then:
        page.url().contains('kind=profile')
        page.locator('.queue-item').count() == 1
        page.locator('.queue-item').textContent().contains('Telephone number')

        when:
        open(page, '.beside details.fold')
        page.locator('#f-name').fill("Portugal $width")
        page.locator('form[action$="/views"] button').click()

        then:
        page.locator('main > [role=status]').textContent() == 'The view is saved.'
        page.locator('.queue-views a', new Page.LocatorOptions().setHasText("Portugal $width")).count() == 1
        looksRight(page, "queue-view-$width")

        when:
        page.locator('.queue-item form button').click()

        then:
        page.url().contains("/review/profiles/$made.id")
        page.locator('.claim-mark').textContent().contains('You work on it until')
        page.locator('[aria-labelledby=signals]').textContent().contains('Telephone number')
        looksRight(page, "queue-taken-$width")

        when: 'a colleague comes to the same'
        def other = signedIn('admin@demo.example', [width: width, dark: width == 390])
        other.navigate("/review/profiles/$made.id")

        then:
        other.locator('.claim-mark.alert').isVisible()
        looksRight(other, "queue-theirs-$width")

        when:
        other.locator('form[action$="/confirm"] button').click()

        then:
        other.locator('#errors').textContent().contains('is working on this')

        when:
        page.locator('form[action$="/confirm"] button').click()

        then:
        made.profile.status().id() == 'confirmed'

        where:
        width << [1280, 390]
    }

    void "on a phone the areas of the secretariat fold into one line, which the keyboard opens"() {
        given:
        def page = signedIn('secretariat@demo.example', [phone: true])

        when:
        page.navigate('/moderation')

        then:
        !page.locator('.areas nav').isVisible()
        page.locator('.areas').boundingBox().height < 70

        when:
        page.locator('.areas > summary').focus()
        page.keyboard().press('Enter')

        then:
        page.locator('.areas nav').isVisible()
        looksRight(page, 'areas-phone')

        when:
        page.locator('.areas a[href="/review/rules"]').click()

        then:
        page.url().endsWith('/review/rules')
    }

    void "wide, the areas stand in groups: one row of them, and one of the pages of a group"() {
        given:
        def page = signedIn('admin@demo.example', [language: language])

        when:
        page.navigate('/moderation')

        then:
        tops(page, '.areas .tabs > ul > li > a').size() == 1
        tops(page, '.areas .here li a').size() == 1
        page.locator('.areas .here > a').getAttribute('href') == '/moderation'

        when:
        page.locator('.areas .tabs > ul > li > a[href="/admin/people"]').click()
        page.locator('.areas .here li a[href="/admin/audit"]').click()

        then:
        page.locator('.areas .here [aria-current=page]').getAttribute('href') == '/admin/audit'

        where:
        language << ['en', 'fr', 'uk', 'de']
    }

    void "the log is a table that fits, wide and on a phone, and its details open with the keyboard"() {
        given:
        def page = signedIn('admin@demo.example', [width: width, dark: width == 390])

        when:
        page.navigate('/admin/audit')

        then:
        page.locator('table.audit tbody tr').count() == 50
        page.locator('table.audit').boundingBox().height < 50 * highest
        looksRight(page, "audit-$width")

        when:
        page.locator('table.audit details').first().locator('summary').focus()
        page.keyboard().press('Enter')

        then:
        page.locator('table.audit details').first().locator('dd').first().isVisible()
        looksRight(page, "audit-open-$width")

        when: 'what one person has done is one click away'
        page.locator('table.audit a[href*="?person="]').first().click()

        then:
        page.locator('#f-person').inputValue().size() == 36
        page.locator('a[href^="/admin/audit/export?person="]').isVisible()

        where:
        width | highest
        1280  | 80
        390   | 260
    }

    /** The heights at which these stand, each once. */
    private static Set<Integer> tops(Page page, String what) {
        page.locator(what).all().findAll { it.isVisible() }.collect { it.boundingBox().y.round() as int } as Set
    }

    void "a signal is looked at and closed"() {
        given:
        def made = profiles.confirmed('PT', [officialName: 'Vila dos Sinais', summary: 'See https://shop.example for more.'])
        def flags = { profiles.people.rows('select id from content_flag where subject = ? and closed_at is null', [made.id])*.id }
        new PollingConditions(timeout: 20).eventually { assert !flags().empty }
        def flag = flags()[0]
        def page = signedIn('secretariat@demo.example')

        when:
        page.navigate("/moderation/flags/$flag")

        then:
        looksRight(page, 'flag')

        when:
        page.locator('#f-note').fill('Nothing wrong with it.')
        page.locator('form[action$="/dismiss"] button').click()

        then:
        page.url().contains('/moderation?done=flag-dismissed')
    }

    void "the transparency report is read by everybody, in each language and on a phone"() {
        given:
        def page = window([language: language, width: width])

        when:
        page.navigate('/transparency')

        then:
        looksRight(page, "transparency-$language")
        page.locator('section h2').count() == 7

        where:
        language | width
        'en'     | 1280
        'fr'     | 360
        'uk'     | 360
        'de'     | 390
    }

    /** Folded on a phone, open where there is room. */
    private static void open(Page page, String details) {
        if (!page.locator("$details").first().evaluate('d => d.open')) {
            page.locator("$details > summary").first().click()
        }
    }
}
