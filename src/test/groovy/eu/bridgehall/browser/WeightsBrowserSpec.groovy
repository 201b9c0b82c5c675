package eu.bridgehall.browser

import com.microsoft.playwright.Page
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** What counts for an authority: tried, compared, saved and given up again. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class WeightsBrowserSpec extends BrowserCase {
    void "weights are tried, compared, saved and given up: #language, #size"() {
        given:
        def page = signedIn(officer, [language: language, phone: size == 'phone'])
        def names = { page.locator('article.match h3 a').allTextContents() }
        page.navigate('/matches')
        def standard = names()

        when: 'tried'
        open(page)
        page.locator('#w-size').fill('100')
        page.locator('#own-weights form').waitFor()
        page.locator('#compare').click()
        page.waitForURL('**/matches/comparison?*w-size=100*')

        then:
        page.locator('.compared tbody tr').count() >= 10
        page.locator('.weighed li').count() == 1
        page.locator('.counts li').count() > 0
        looksRight(page, "comparison-$language-$size")

        when: 'saved'
        open(page)
        page.locator('#own-weights button').click()
        page.locator('main > [role=status]').waitFor()
        def saved = names()

        then:
        !page.url().contains('w-size')
        saved != standard
        page.locator('#w-size').inputValue() == '100'
        page.locator('.weighing').first().textContent()
        page.locator('#reset-weights').count() == 0

        when: 'nothing is different from what is saved'
        page.navigate('/matches/comparison')

        then:
        page.locator('#nothing').isVisible()
        looksRight(page, "comparison-nothing-$language-$size")

        when: 'given up'
        page.navigate('/matches')
        open(page)
        page.locator('#own-weights button[name=reset]').click()
        page.locator('main > [role=status]').waitFor()

        then:
        names() == standard
        page.locator('#w-size').inputValue() == '4'

        where:
        officer                      | language | size
        'officer.turku@demo.example' | 'en'     | 'wide'
        'officer.lviv@demo.example'  | 'uk'     | 'phone'
    }

    void "without a script weights are compared and saved as well, and a save that came too late says so"() {
        given:
        def page = signedIn('officer.ghent@demo.example', [script: false])
        page.navigate('/matches/comparison')

        when:
        page.locator('#w-size').fill('95')
        page.locator('#compare-form button').click()

        then:
        page.locator('.compared tbody tr').count() >= 10

        when:
        def late = page.context().newPage()
        late.navigate(page.url())
        page.locator('#own-weights button').click()

        then:
        page.locator('#w-size').inputValue() == '95'
        page.locator('#own-weights button[name=reset]').count() == 1

        when:
        late.locator('#own-weights button').click()

        then:
        late.locator('#errors').isVisible()
        late.locator('#w-size').inputValue() == '95'

        when: 'asked in own words'
        page.locator('#f-q').fill('schools & <b>energy</b>')
        page.locator('#match-form button').click()
        page.locator('.words-found').nth(9).waitFor()

        then:
        page.locator('.words-found').count() == 10
        page.locator('#f-q').inputValue() == 'schools & <b>energy</b>'
    }

    private static void open(Page page) {
        if (!page.locator('#w-size').isVisible()) {
            page.locator('.controls > summary').click()
        }
    }
}
