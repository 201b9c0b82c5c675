package eu.bridgehall.browser

import eu.bridgehall.profiles.ReasonRequest
import eu.bridgehall.profiles.model.ProfileAction
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** What a town hall does with its profile once it was submitted. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ProfileLifeBrowserSpec extends BrowserCase {
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "the returned profile is mended, confirmed, edited, paused and resumed, and closed at last"() {
        given:
        def made = profiles.submitted('FR', [officialName: 'Bourg-en-Attente'])
        def association = people.associationOfficer('FR')
        made.step(ProfileAction.RETURN, association.actor, new ReasonRequest(['incomplete'], 'Le site web manque.'))
        def page = signedIn(made.owner.email, [password: People.PASSWORD])

        expect: 'the reasons stand where she starts'
        page.locator('.tasks a').first().getAttribute('href') == "/authorities/$made.id/manage"

        when:
        page.locator('.tasks a').first().click()

        then:
        page.locator('.returned').textContent().contains('Le site web manque.')
        looksRight(page, 'manage-returned')

        when:
        page.navigate("/authorities/$made.id/edit/facts")
        page.locator('#f-website').fill('https://bourg.example')
        page.locator('button[value=later]').click()
        page.navigate("/authorities/$made.id/edit")

        then: 'all steps are done but the last'
        page.url().endsWith('/edit/check')

        when:
        page.locator('#f-agreed').check()
        page.locator('form[action$="/check"] button').click()
        made.step(ProfileAction.CONFIRM, association.actor)
        page.navigate("/authorities/$made.id/edit/themes")

        then: 'each part is saved by itself now'
        page.locator('.eyebrow').textContent() == 'Bourg-en-Attente'
        page.locator('#needs-water').isChecked()
        page.locator('.edit-form .buttons button').count() == 2

        when:
        page.locator('#interests-housing').evaluate("e => e.closest('details').open = true")
        page.locator('#interests-housing').check()
        page.locator('.edit-form .buttons button').first().click()

        then:
        page.locator('[role=status]').first().textContent() == 'Saved.'
        page.locator('h1').textContent() == 'Needs and offers'
        made.profile.status().id() == 'confirmed'
        made.profile.content().interests()*.theme() == ['housing']

        when:
        page.navigate("/authorities/$made.id/manage")
        looksRight(page, 'manage-confirmed')
        page.locator('form[action$="/pause"] button').click()

        then:
        page.locator('.status').textContent() == 'paused'

        when:
        page.locator('form[action$="/resume"] button').click()

        then:
        page.locator('.status').textContent() == 'confirmed'

        when:
        page.locator('form[action$="/reconfirm"] button').click()

        then:
        page.locator('[role=status]').first().textContent().contains('confirmed anew')

        when: 'the name is what was confirmed'
        page.navigate("/authorities/$made.id/edit/facts")
        page.locator('#f-officialName').fill('Bourg-Nouveau')
        page.locator('.edit-form .buttons button').first().click()

        then:
        page.locator('[role=status]').first().textContent().contains('confirmed again')
        made.profile.status().id() == 'submitted'
        page.navigate("/authorities/$made.id/edit/facts").url().endsWith('/manage')

        when:
        page.locator('form[action$="/withdraw"] button').click()

        then:
        made.profile.status().id() == 'draft'

        when: 'not sure'
        page.locator('a[href$="/manage/archive"]').click()
        page.locator('form[action$="/archive"] button').click()

        then:
        errors(page) == ['sure']
        looksRight(page, 'manage-archive')

        when:
        page.locator('#f-sure').check()
        page.locator('form[action$="/archive"] button').click()

        then:
        page.locator('.status').textContent() == 'closed'
        page.locator('.life').textContent().contains('Closed')
    }

    void "what was typed in a second tab is kept when somebody was faster, and can be saved then"() {
        given:
        def made = profiles.confirmed('FR')
        def first = signedIn(made.owner.email, [password: People.PASSWORD])
        def second = first.context().newPage()
        [first, second]*.navigate("/authorities/$made.id/edit/contact")

        when:
        first.locator('[id="f-contact.name"]').fill('From the first tab')
        first.locator('#f-consent').check()
        first.locator('.edit-form .buttons button').first().click()
        second.locator('[id="f-contact.name"]').fill('From the second tab')
        second.locator('#f-consent').check()
        def answer = second.waitForResponse({ it.request().method() == 'POST' }) {
            second.locator('.edit-form .buttons button').first().click()
        }

        then:
        answer.status() == 412
        second.locator('#errors').count() == 1
        second.locator('[id="f-contact.name"]').inputValue() == 'From the second tab'
        made.profile.content().contact().name() == 'From the first tab'
        looksRight(second, 'edit-stale')

        when:
        second.locator('.edit-form .buttons button').first().click()

        then:
        made.profile.content().contact().name() == 'From the second tab'
    }
}
