package eu.bridgehall.browser

import com.microsoft.playwright.Page
import com.microsoft.playwright.assertions.PlaywrightAssertions
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.rate-limits.public-search.requests', value = '10000')
class FindBrowserSpec extends BrowserCase {
    void "whoever searches narrows the list down in place, and sends the link to somebody else"() {
        given:
        def page = window()
        page.navigate('/find')
        def all = total(page)

        when: 'a country is ticked'
        page.locator('#g-country > summary').click()
        page.locator('#o-country-DE').check()
        page.waitForURL('**/find?country=DE')

        then: 'the list is shorter, the group stays open, the focus stays, the total is said'
        waitFor(page, '.chip')
        total(page) < all
        page.locator('#g-country').getAttribute('open') != null
        page.evaluate('document.activeElement.id') == 'o-country-DE'
        page.locator('#announcer').textContent().contains('found')
        page.locator('.found-where').allTextContents().every { it.contains('Germany') }

        when: 'the link is opened elsewhere'
        def other = window()
        other.navigate(page.url())

        then:
        total(other) == total(page)
        other.locator('.found h3 a').allTextContents() == page.locator('.found h3 a').allTextContents()
        other.locator('#o-country-DE').isChecked()

        when: 'the condition is removed'
        page.locator('.chip').click()
        page.waitForURL('**/find')

        then:
        total(page) == all
    }

    void "words are searched for while they are typed, and nothing found says so"() {
        given:
        def page = window()
        page.navigate('/find')

        when:
        page.locator('#f-q').pressSequentially('Lille')
        page.waitForURL('**/find?q=Lille')

        then:
        waitFor(page, '.chip')
        page.locator('.found h3').first().textContent().contains('Lille')
        page.evaluate('document.activeElement.id') == 'f-q'

        when:
        page.locator('#f-q').fill('zzzzqqqq')

        then:
        waitFor(page, '.empty')
        total(page) == 0
    }

    void "what was searched for is marked, and a slip of the keys is asked about"() {
        given:
        def page = window()

        when:
        page.navigate('/find?q=Lille')

        then:
        page.locator('.found h3 mark').first().textContent() == 'Lille'

        when: 'a theme is called by another word'
        page.navigate('/find?q=solar+panels')

        then:
        page.locator('.found-themes mark').count() > 0

        when:
        page.navigate('/find?q=renewble')
        page.locator('.did-you-mean a').click()
        page.waitForURL('**/find?q=*enewable*')

        then:
        page.locator('.did-you-mean').count() == 0
        total(page) > 0
    }

    void "the nearest to a place that was proposed come first"() {
        given:
        def page = window()
        page.navigate('/find')

        when:
        page.locator('#f-place').pressSequentially('Aach')
        waitFor(page, '#place-options .option')
        page.keyboard().press('ArrowDown')
        page.keyboard().press('Enter')
        page.waitForURL('**at=*')

        then:
        waitFor(page, '.chip')
        page.locator('#f-place').inputValue().contains('(DE)')
        page.locator('.found-where').first().textContent().contains('km away')

        when:
        page.locator('#f-within').selectOption('250')
        page.waitForURL('**within=250*')

        then:
        waitFor(page, '.chip')
        total(page) >= 1
    }

    void "more is shown below, and the focus goes to the first of it"() {
        given:
        def page = window()
        page.navigate('/find?sort=name')
        def before = page.locator('.found').count()

        when:
        page.locator('#more a').click()
        page.waitForCondition { page.locator('.found').count() > before }

        then:
        page.locator('.found h3 a').nth(before).evaluate('e => e === document.activeElement')
        page.locator('.found h3 a').evaluateAll('all => all.map(a => a.href)').unique(false).size() == page.locator('.found').count()
    }

    void "what is wrong with the population is said, and what was typed is kept"() {
        given:
        def page = window(script: false)

        when:
        page.navigate('/find?populationMin=many&country=DE')

        then:
        page.locator('#e-populationMin').textContent().contains('whole number')
        page.locator('#f-populationMin').inputValue() == 'many'
        page.locator('#o-country-DE').isChecked()
    }

    void "without a script one searches, chooses the place from a list and turns the page"() {
        given:
        def page = window(script: false)
        page.navigate('/find')

        when:
        page.locator('#f-place').fill('Neustadt')
        page.locator('.find-go').click()

        then: 'the place must be chosen'
        page.locator('#e-place').textContent().contains('Which place')
        page.locator('#filters').getAttribute('open') != null
        page.locator('.found').count() > 0

        when:
        page.locator('#place-options .option').first().click()

        then:
        page.locator('.chip').count() == 1
        page.locator('.found-where').first().textContent().contains('km away')

        when:
        page.navigate('/find')
        def first = page.locator('.found h3 a').first().textContent()
        page.locator('#more a').click()

        then:
        page.url().contains('cursor=')
        page.locator('.found h3 a').first().textContent() != first
    }

    void "a cluster that is opened by keyboard gives the focus to the map"() {
        given:
        def page = window()
        page.navigate('/find')
        page.waitForSelector('[data-map][data-shown] .cluster')

        when:
        page.locator('.cluster').first().focus()
        page.keyboard().press('Enter')

        then:
        page.waitForFunction('document.activeElement === document.querySelector("[data-map]")')
    }

    void "the map shows what the list finds, and its points are reached by keyboard"() {
        given:
        def page = window()

        when:
        page.navigate('/find?country=UA')
        page.waitForSelector('[data-map][data-shown]')

        then:
        (page.locator('[data-map]').getAttribute('data-shown') as int) == total(page)

        when:
        page.navigate('/find?q=Lille&country=FR&populationMin=200000')
        page.waitForSelector('.pin')
        page.locator('.pin').first().focus()
        page.keyboard().press('Enter')
        page.waitForSelector('.leaflet-popup a[href^="/authorities/"]')
        page.keyboard().press('Enter')
        page.waitForURL('**/authorities/*')

        then:
        page.locator('h1').textContent().contains('Lille')
    }

    void "the start page proposes authorities and places, and Escape closes the proposals"() {
        given:
        def page = window()
        page.navigate('/')

        when:
        page.locator('#q').pressSequentially('Льві')
        waitFor(page, '#suggestions .option')

        then:
        page.locator('#suggestions .option').first().textContent().contains('Lviv')

        when:
        page.keyboard().press('Escape')

        then:
        page.locator('#suggestions .option').count() == 0
        page.evaluate('document.activeElement.id') == 'q'

        when:
        page.locator('#q').fill('Lille')
        waitFor(page, '#suggestions a[href^="/authorities/"]')
        page.keyboard().press('ArrowDown')
        page.keyboard().press('Enter')
        page.waitForURL('**/authorities/*')

        then:
        page.locator('h1').textContent().contains('Lille')
    }

    void "an officer sees on another's page how well the two fit, from both sides"() {
        given:
        def page = signedIn('officer.aachen@demo.example')

        when:
        page.navigate(addressOf(page, 'Lviv'))
        waitFor(page, '.fit')

        then:
        page.locator('.fit-side').count() == 2
        page.locator('.fit-why').count() > 2
        page.locator('.fit a.btn-primary').getAttribute('href') ==~ '/introductions/new\\?from=[0-9a-f-]{36}&to=[0-9a-f-]{36}'
        looksRight(page, 'authority-signed-in-en-wide')

        when: 'she goes to it without a script'
        def plain = signedIn('officer.aachen@demo.example', [script: false])
        plain.navigate(page.url())
        plain.locator('a[href*="/fit?for="]').first().click()

        then:
        plain.locator('.fit-side').count() == 2

        when: 'the page is looked at by scripts, which a window without them would keep waiting'
        page.navigate(plain.url())

        then:
        looksRight(page, 'fit-en-wide')
    }

    void "on a phone the filters open by themselves where a place must be chosen"() {
        given:
        def page = window(phone: true)

        when:
        page.navigate('/find?place=Neustadt&within=100')

        then:
        page.locator('#e-place').isVisible()

        when: 'nothing is to be chosen'
        page.navigate('/find')

        then:
        !page.locator('#f-place').isVisible()
    }

    void "what may not be seen is not there"() {
        given:
        def page = window()

        expect:
        page.navigate(path).status() == 404

        where:
        path << ['/authorities/0199b000-0000-7000-8000-000000000000', '/authorities/nonsense']
    }

    void "the pages look right: #name, #language, #size"() {
        given:
        def page = window(language: language, phone: size == 'phone')

        when:
        page.navigate(path == 'authority' ? addressOf(page, 'Lviv') : path)
        def map = page.locator('[data-map]').first()
        if (map.isVisible()) {
            map.scrollIntoViewIfNeeded()
            page.waitForSelector('.leaflet-container .land', new Page.WaitForSelectorOptions().setState(
                    com.microsoft.playwright.options.WaitForSelectorState.ATTACHED))
            page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE)
        }

        then:
        looksRight(page, "$name-$language-$size")

        where:
        [[name, path], [language, size]] << [
                [['home', '/'], ['find', '/find'], ['find-narrowed', '/find?country=UA&need=climate-energy&place=Aachen+(DE)&within=1500'],
                 ['find-empty', '/find?q=zzzzqqqq'], ['authority', 'authority']],
                [['en', 'wide'], ['uk', 'phone']]].combinations()
    }

    private static String addressOf(Page page, String name) {
        page.navigate("/find?q=$name")
        page.locator('.found h3 a').first().getAttribute('href')
    }

    private static int total(Page page) {
        page.locator('#results-heading').textContent().replaceAll('\\D', '').with { it ? it as int : 0 }
    }

    private static boolean waitFor(Page page, String selector) {
        PlaywrightAssertions.assertThat(page.locator(selector).first()).isVisible()
        true
    }
}
