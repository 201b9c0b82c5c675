package eu.bridgehall.browser

import com.google.zxing.BinaryBitmap
import com.google.zxing.RGBLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import com.microsoft.playwright.Page
import eu.bridgehall.support.CodeProgram
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires
import spock.lang.TempDir

import javax.imageio.ImageIO
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipFile

/** What people have a right to: a second factor, texts that can be read, their own data, an owner who can be reached. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class RightsBrowserSpec extends BrowserCase {
    @TempDir Path folder
    People people

    void setup() { people = new People(server) }

    private Page of(TestPerson person, Map<String, Object> wish = [:]) {
        def page = signedIn(person.email, wish + [password: People.PASSWORD])
        page.onDialog { it.accept() }
        page
    }

    /** What a telephone reads from the picture. */
    private static String read(Page page) {
        def image = ImageIO.read(new ByteArrayInputStream(page.locator('svg.qr').screenshot()))
        def pixels = image.getRGB(0, 0, image.width, image.height, null, 0, image.width)
        new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(image.width, image.height, pixels)))).text
    }

    void "a second factor is set up by a picture that a telephone can read, and asked for from then on: #name"() {
        given:
        def person = people.person(language: wish.language ?: 'en')
        def page = of(person, wish)

        when:
        page.navigate('/account')
        page.locator('a[href="/account/second-factor"]').click()
        page.locator('main form button').click()
        def address = read(page)
        def secret = page.locator('code.secret').textContent().replace(' ', '')

        then:
        address.startsWith('otpauth://totp/Bridgehall:')
        address.contains("secret=$secret&")
        looksRight(page, "second-factor-begun-$name")

        when: 'the code is wrong'
        page.locator('#f-confirmpassword').fill(People.PASSWORD)
        page.locator('#f-confirmcode').fill('000000')
        page.locator('form[action$="/confirm"] button').click()

        then:
        errors(page) == ['confirmcode']
        page.evaluate('document.activeElement.id') == 'errors'

        when:
        def program = new CodeProgram(person, secret)
        page.locator('#f-confirmpassword').fill(People.PASSWORD)
        page.locator('#f-confirmcode').fill(program.code())
        page.locator('form[action$="/confirm"] button').click()

        then:
        page.locator('.recovery-codes li').count() == 10
        looksRight(page, "recovery-codes-$name")

        when:
        def recovery = page.locator('.recovery-codes li').first().textContent().trim()
        page.navigate('/account/second-factor')

        then:
        looksRight(page, "second-factor-on-$name")

        when:
        def other = window(wish)
        other.navigate('/sign-in')
        other.locator('#f-email').fill(person.email)
        other.locator('#f-password').fill(People.PASSWORD)
        other.locator('main form button').click()
        other.waitForURL('**/sign-in/code')

        then:
        looksRight(other, "sign-in-code-$name")

        when:
        other.locator('#f-code').fill(recovery)
        other.locator('main form button').click()
        other.waitForURL('**/dashboard')

        then:
        other.url().endsWith('/dashboard')

        where:
        name            | wish
        'en-wide'       | [:]
        'uk-phone-dark' | [language: 'uk', phone: true, dark: true]
    }

    void "the texts that people accept are readable: /#text in #language"() {
        given:
        def page = window(language: language, phone: phone)

        when:
        page.navigate("/$text")

        then:
        page.locator('main h2').count() >= 8
        looksRight(page, "$text-$language")

        where:
        text      | language | phone
        'terms'   | 'fr'     | true
        'rules'   | 'uk'     | true
        'privacy' | 'de'     | false
        'rules'   | 'en'     | false
    }

    void "when a text is new its acceptance stands before everything else"() {
        given:
        def person = people.person()
        def page = of(person)
        people.sql("delete from consent where person_id = ? and document = 'RULES'", [person.id])

        when:
        page.navigate('/find?q=water')

        then:
        page.locator('main ul a').allTextContents() == ['Moderation rules']
        looksRight(page, 'account-terms')

        when:
        page.locator('form[action="/account/terms"] button').click()

        then:
        errors(page) == ['acceptTerms']

        when:
        page.locator('#f-acceptTerms').check()
        page.locator('form[action="/account/terms"] button').click()

        then:
        page.url().endsWith('/find?q=water')
    }

    void "what is kept of a person can be read without the service"() {
        given:
        def person = people.person([name: 'Ada <i>Data</i>', language: 'uk'])
        def page = of(person)
        page.navigate('/account')

        when:
        def download = page.waitForDownload { page.locator('section[aria-labelledby=data] button').click() }
        def html = folder.resolve('my-data.html')
        new ZipFile(download.path().toFile()).withCloseable { Files.write(html, it.getInputStream(it.getEntry('my-data.html')).bytes) }
        def own = window(phone: true)
        own.navigate(html.toUri().toString())

        then:
        own.locator('html').getAttribute('lang') == 'uk'
        own.locator('main, body').first().textContent().contains('Ada <i>Data</i>')
        own.locator('i').count() == 0
        looksRight(own, 'my-data-uk-phone')
    }

    void "an owner hands over on a page, and the other accepts"() {
        given:
        def town = new Towns(people).confirmed('FR', 'Villeneuve-Saint-Georges')
        def page = of(town.owner)
        page.navigate("/authorities/$town.id/members")
        page.locator("a[href='/authorities/$town.id/ownership']").click()
        def heir = of(town.viewer, [phone: true, language: 'de'])

        expect:
        looksRight(page, 'ownership-en-wide')

        when:
        page.locator('#f-to').selectOption(town.viewer.id.toString())
        page.locator('form[action$="/offer"] button').click()
        heir.navigate("/authorities/$town.id/ownership")

        then:
        page.locator('[role=status]').first().textContent().contains('It is offered.')
        looksRight(heir, 'ownership-de-phone')

        when:
        heir.locator('form[action$="/accept"] button').click()

        then:
        heir.url().contains('done=ownership-taken')
        people.rows('select role from membership where organisation_id = ? and person_id = ?', [town.id, town.viewer.id])*.role == ['OWNER']
        people.rows('select role from membership where organisation_id = ? and person_id = ?', [town.id, town.owner.id])*.role == ['EDITOR']
    }
}
