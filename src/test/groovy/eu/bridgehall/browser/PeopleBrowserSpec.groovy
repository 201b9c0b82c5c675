package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** An administrator decides who works for the secretariat and for the associations. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class PeopleBrowserSpec extends BrowserCase {
    People people

    void setup() { people = new People(server) }

    private Page administrator(Map<String, Object> wish = [:]) {
        def administrator = people.person(language: wish.language ?: 'en').withRole(PlatformRole.ADMINISTRATOR)
        def page = signedIn(administrator.email, wish + [password: People.PASSWORD])
        page.onDialog { it.accept() }
        page
    }

    /** What the page says after a form; not the one before, which says something, too. */
    private static String done(Page page, String what) {
        page.waitForURL("**done=$what*")
        page.locator('main > [role=status]').first().textContent()
    }

    void "an account is found by a part of its address, and becomes a moderator's and nobody's again"() {
        given:
        def person = people.person(name: 'Olena Marchenko')
        def page = administrator()
        page.navigate('/dashboard')

        when:
        page.navigate('/admin/people')
        page.locator('#q').fill(person.email.toUpperCase())
        page.locator('form[role=search] button').click()

        then:
        page.locator('.rows li').count() == 1

        when:
        page.locator('.rows a').click()
        page.locator('form:has([value=moderator]) button').click()

        then:
        done(page, 'role-give') == 'The role is given.'
        person.actor.isSecretariat()

        when:
        page.locator('form:has([value=moderator]) button').click()

        then:
        done(page, 'role-take') == 'The role is taken away.'
        !person.actor.isSecretariat()
    }

    void "a search that finds nothing says so and leads back to all"() {
        given:
        def page = administrator()

        when:
        page.navigate('/admin/people?q=nobody%20%25%20like%20this')

        then:
        page.locator('.empty').textContent().contains('No account')
        page.locator('.empty a').getAttribute('href') == '/admin/people'
        page.locator('#q').inputValue() == 'nobody % like this'
    }

    void "the last administrator keeps the role, in words"() {
        given:
        people.sql("delete from platform_role where role = 'ADMINISTRATOR'", [])
        def last = people.administrator()
        def page = signedIn(last.email, [password: People.PASSWORD])
        page.onDialog { it.accept() }

        when:
        page.navigate("/admin/people/$last.id")
        page.locator('form:has([value=administrator]) button').click()

        then:
        page.locator('#errors').textContent().contains('last administrator')
        last.actor.isAdministrator()
    }

    void "an association is added, wrong input is kept with its messages, officers come and go"() {
        given:
        def officer = people.person(name: 'Jonas Berg')
        def page = administrator()

        when:
        page.navigate('/admin/associations')
        page.locator('#f-countryCode').selectOption('IS')
        page.locator('#f-name').fill('Icelandic Association of Local Authorities')
        page.locator('#f-website').fill('https://')
        page.locator('form:has(#f-countryCode)').evaluate('form => { form.noValidate = true; form.requestSubmit() }')
        page.waitForURL('**/admin/associations')
        page.locator('#errors').waitFor()

        then:
        page.locator('#f-name').inputValue() == 'Icelandic Association of Local Authorities'
        page.locator('#f-website.is-invalid').count() == 1

        when:
        page.locator('#f-website').fill('https://www.samband.is')
        page.locator('form:has(#f-countryCode) button').click()

        then:
        done(page, 'association-added') == 'The association is added.'
        page.locator('h1').textContent() == 'Icelandic Association of Local Authorities'

        when: 'somebody without an account is to act for it'
        page.locator('#f-email').fill('nobody@example.org')
        page.locator('form[action$="/officers"] button').click()

        then:
        page.locator('#e-email').textContent().contains('signs up first')
        page.locator('#f-email').inputValue() == 'nobody@example.org'

        when:
        page.locator('#f-email').fill(officer.email)
        page.locator('form[action$="/officers"] button').click()

        then:
        done(page, 'officer-added') == 'The officer is added.'
        officer.actor.isAssociationOf('IS')

        when:
        page.locator('form[action$="/remove"] button').click()

        then:
        done(page, 'officer-removed') == 'The officer is removed.'
        !officer.actor.isAssociationOf('IS')
    }

    void "the pages look right: #language, #size"() {
        given:
        def made = new ProfileMaker(people).confirmed('FR')
        made.owner.withRole(PlatformRole.MODERATOR)
        def page = administrator([language: language, phone: size == 'phone'])

        when:
        page.navigate('/admin/people')

        then:
        looksRight(page, "people-$language-$size")

        when:
        page.navigate("/admin/people/$made.owner.id")

        then:
        looksRight(page, "person-$language-$size")

        when:
        page.navigate('/admin/associations')

        then:
        looksRight(page, "associations-$language-$size")

        when:
        page.locator('.rows a').first().click()

        then:
        looksRight(page, "association-$language-$size")

        where:
        [language, size] << [['en', 'wide'], ['uk', 'phone'], ['de', 'wide'], ['fr', 'phone']]
    }
}
