package eu.bridgehall.browser

import com.microsoft.playwright.Page
import com.microsoft.playwright.options.Media
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** What holds for each page, whoever reads it: on the narrowest screen, in the dark, on paper, by keyboard. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.rate-limits.public-search.requests', value = '10000')
class EveryPageBrowserSpec extends BrowserCase {
    private static final List<String> OPEN = [
            '/', '/find?country=UA&place=Aachen+(DE)&within=1500', '/sign-up', '/help', '/ranking', '/attribution', '/transparency', '/nowhere', '/register?q=Kolin']
    private static final List<String> OFFICER = [
            '/dashboard', '/matches', '/matches/comparison', '/introductions', '/conversations', '/notices', '/register', '/claims', '/decisions', '/account', '/account/close',
            'own', 'own/fit', 'own/edit/facts', 'own/edit/themes', 'own/edit/partners', 'own/edit/texts', 'own/edit/contact',
            'own/edit/check', 'own/manage', 'own/members']
    private static final List<String> REVIEWER = [
            '/dashboard', '/moderation', '/review', '/review/claims', '/review/introductions', '/review/proposals', '/review/proposals/new', '/account']

    void "nothing is lost at 320 pixels in the dark: #who"() {
        given:
        def page = person ? signedIn(person, [width: 320, dark: true]) : window([width: 320, dark: true, language: 'uk'])
        def own = person ? ownOf(page) : null

        expect:
        pages.eachWithIndex { path, i ->
            page.navigate(address(path, own))
            looksRight(page, "dark-320-$who-$i")
            assert brightness(page) < 60
        }

        where:
        who       | person                                | pages
        'visitor' | null                                  | OPEN
        'officer' | 'officer.lille@demo.example'          | OFFICER
        'review'  | 'association.fr@demo.example'         | REVIEWER
    }

    void "on paper a page is its content"() {
        given:
        def page = signedIn('officer.lille@demo.example', [dark: true])
        def own = ownOf(page)

        expect:
        ['own', '/matches'].each { path ->
            page.navigate(address(path, own))
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT))
            assert page.locator('h1').isVisible()
            assert !page.locator('.site-head').isVisible() && !page.locator('.site-foot').isVisible()
            assert brightness(page) > 200
            assert page.locator('main').evaluate('e => getComputedStyle(e).color') == 'rgb(0, 0, 0)'
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("print-${path.replaceAll('\\W', '')}.png")).setFullPage(true))
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN))
        }
    }

    void "the first stop of the keyboard skips to the content, and every stop is seen: #path"() {
        given:
        def page = signedIn('officer.lille@demo.example')
        page.navigate(address(path, ownOf(page)))

        when:
        page.keyboard().press('Tab')

        then:
        page.evaluate('document.activeElement.className').toString().contains('skip')

        when:
        def unseen = (1..40).collect {
            page.keyboard().press('Tab')
            page.evaluate('''() => {
                const e = document.activeElement, s = getComputedStyle(e), parent = e.closest('label, summary, li') || e;
                const shown = [s, getComputedStyle(parent)].some(x =>
                    (x.outlineStyle !== 'none' && parseFloat(x.outlineWidth) > 0) || x.boxShadow !== 'none');
                return e === document.body || shown ? null : e.outerHTML.slice(0, 120);
            }''')
        }.findAll { it != null }

        then:
        unseen == []

        where:
        path << ['/find', '/matches', 'own/edit/themes']
    }

    private static String ownOf(Page page) {
        page.navigate('/dashboard')
        def link = page.locator('a[href^="/authorities/"]')
        link.count() == 0 ? null : link.first().getAttribute('href').find(/\/authorities\/[0-9a-f-]{36}/)
    }

    private static String address(String path, String own) {
        path.startsWith('own') ? path.replaceFirst('own', own) : path
    }

    /** Of the ground on which the page stands, 0 for black and 255 for white. */
    private static double brightness(Page page) {
        page.evaluate('''() => {
            const c = getComputedStyle(document.body).backgroundColor.match(/[0-9.]+/g).map(Number);
            return (c[0] + c[1] + c[2]) / 3;
        }''') as double
    }
}
