package eu.bridgehall.browser

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
}
