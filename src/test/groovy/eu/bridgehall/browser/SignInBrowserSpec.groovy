package eu.bridgehall.browser

import eu.bridgehall.support.Mailbox
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class SignInBrowserSpec extends BrowserCase {
    void "an officer signs in, is where she wanted to go, and signs out"() {
        given:
        def page = window()

        when:
        page.navigate('/dashboard')

        then:
        page.url().contains('/sign-in?to=')

        when:
        page.locator('#f-email').fill('officer.aachen@demo.example')
        page.locator('#f-password').fill('wrong')
        page.locator('main form button').click()

        then:
        page.locator('[role=alert]').textContent().contains('not right')
        page.locator('#f-email').inputValue() == 'officer.aachen@demo.example'

        when:
        page.locator('#f-password').fill(PASSWORD)
        page.locator('main form button').click()

        then:
        page.url().endsWith('/dashboard')
        page.evaluate('document.cookie') == ''

        when:
        page.locator('form[action="/sign-out"] button').click()

        then:
        page.locator('[role=status]').first().textContent() == 'You are signed out.'
        page.navigate('/dashboard').url().contains('/sign-in')
    }

    void "the pages of accounts look right: #name, #language, #size"() {
        given:
        def page = window(language: language, phone: size == 'phone')

        when:
        page.navigate(path)

        then:
        looksRight(page, "$name-$language-$size")

        where:
        [[name, path], [language, size]] << [
                [['sign-in', '/sign-in'], ['sign-up', '/sign-up'], ['confirm', '/account/confirm'], ['reset', '/account/reset'],
                 ['invitation', '/account/invitation'], ['forgotten', '/account/forgotten'], ['not-found', '/nowhere'],
                 ['about', '/about'], ['help', '/help'], ['accessibility', '/accessibility'], ['privacy', '/privacy'],
                 ['attribution', '/attribution']],
                [['en', 'wide'], ['uk', 'phone']]].combinations()
    }

    void "without a script one signs in just as well"() {
        expect:
        signedIn('officer.aachen@demo.example', [script: false]).url().endsWith('/dashboard')
    }

    void "the language switch shows the same page in the other language, and stays"() {
        given:
        def page = window()

        when:
        page.navigate('/sign-up')
        page.getByText('українська').click()

        then:
        page.url().endsWith('/sign-up')
        page.locator('html').getAttribute('lang') == 'uk'

        when:
        page.navigate('/sign-in')

        then:
        page.locator('h1').textContent() == 'Увійти'
    }

    void "an officer changes name and language, is told of a wrong password, and ends another session"() {
        given:
        def elsewhere = signedIn('officer.lviv@demo.example')
        def page = signedIn('officer.lviv@demo.example')

        when:
        page.navigate('/account')
        page.locator('#f-language').selectOption('en')
        page.locator('#f-name').fill('Oksana Test')
        page.locator('form[action="/account"] button').click()

        then:
        page.locator('[role=status]').first().textContent() == 'Your account is changed.'
        page.locator('header').textContent().contains('Oksana Test')

        when:
        page.locator('#f-currentPassword').fill('wrong')
        page.locator('#f-newPassword').fill('eight bridges over another river')
        page.locator('form[action="/account/password"] button').click()

        then:
        page.locator('#errors').count() == 1
        page.evaluate('document.activeElement.id') == 'errors'
        looksRight(page, 'account-wrong-password')

        when:
        page.locator('form[action$="/end"] button').first().click()

        then:
        page.locator('[role=status]').first().textContent() == 'The session is ended.'
        elsewhere.navigate('/account').url().contains('/sign-in')
    }

    void "what was sent after the session had ended is not kept, and one comes back to its form"() {
        given:
        def page = signedIn('officer.aachen@demo.example')
        page.navigate('/account?lang=en')
        def other = page.context().newPage()
        other.navigate('/dashboard')

        when:
        other.locator('form[action="/sign-out"] button').click()
        other.waitForURL('**/?done=signed-out')
        page.locator('#f-name').fill('Lost Words')
        page.locator('form[action="/account"] button').click()

        then:
        page.url().endsWith('/sign-in?to=%2Faccount&ended=yes')
        page.locator('main [role=alert]').textContent().contains('was not saved')

        when:
        page.locator('#f-email').fill('officer.aachen@demo.example')
        page.locator('#f-password').fill(PASSWORD)
        page.locator('main form button').click()

        then:
        page.waitForURL('**/account')
        page.locator('#f-name').inputValue() != 'Lost Words'
    }

    void "from the town one comes through sign-up, the mail and signing in back to the town"() {
        given:
        def email = "town-${UUID.randomUUID()}@town.example".toString()
        def page = window()

        when:
        page.navigate('/register?q=Brody')
        page.locator('.towns a').first().click()
        def town = URI.create(page.url()).query - 'to='
        page.locator('a[href^="/sign-up?to="]').click()
        page.locator('#f-email').fill(email)
        page.evaluate('document.querySelector("main form").noValidate = true')
        page.locator('main form button').click()

        then: 'what is missing is named, in the order of the form'
        page.locator('#errors a').allTextContents()*.replaceAll(':.*', '') == ['Your name', 'Password', 'Terms of use and rules']

        when:
        page.locator('#f-name').fill('Tilda Town')
        page.locator('#f-password').fill('ten bridges over the Ikva')
        page.locator('#f-acceptTerms').check()
        page.locator('main form button').click()

        then: 'the address is told, for it may be mistyped'
        page.locator('main').textContent().contains(email)
        looksRight(page, 'sign-up-sent-en-wide')

        when:
        def link = (new Mailbox(server).await(email).text =~ /(\/account\/confirm\?to=\S+#token=\S+)/)[0][1] as String
        page.navigate(link)
        page.locator('main form button').click()

        then:
        page.locator('#f-email').inputValue() == email

        when:
        page.locator('#f-password').fill('ten bridges over the Ikva')
        page.locator('main form button').click()

        then:
        town ==~ '/register/\\d+'
        page.waitForURL("**$town")

        when: 'the link is used once more'
        def again = window()
        again.navigate(link)
        again.locator('main form button').click()
        again.locator('a[href^="/account/resend"]').click()

        then:
        again.locator('#f-email').count() == 1
    }

    void "the menu stands in one row or behind its button: #language, #width"() {
        given:
        def page = signedIn('officer.aachen@demo.example')
        page.locator("footer button[value=$language]").click()
        page.waitForLoadState()

        when:
        page.setViewportSize(width, 800)
        page.waitForFunction('document.querySelector(".menu").open === matchMedia(document.getElementById("menu-wide").media).matches')

        then:
        page.locator('.site-head').boundingBox().height <= 66
        page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth') as int <= 0

        where:
        [language, width] << [['en', 'fr', 'de', 'uk'], [1000, 1280]].combinations()
    }
}
