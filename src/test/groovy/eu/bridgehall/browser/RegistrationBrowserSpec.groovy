package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

/** The way of a town hall from no account to a submitted profile. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.rate-limits.sign-up.requests', value = '1000')
class RegistrationBrowserSpec extends BrowserCase {
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "a newcomer signs up, finds the town by another name, mends what is wrong in each step and submits"() {
        given:
        def email = "newcomer-${System.nanoTime()}@example.org".toString()
        def password = 'eleven bridges in the morning mist'
        def page = window()

        when: 'she looks for her town before she has an account'
        page.navigate('/')
        page.locator('.hero-calls a[href="/register"]').click()
        page.locator('#f-q').fill('Прага')
        page.locator('main form button').first().click()

        then:
        page.locator('.towns h3').first().textContent().contains('Pra')
        looksRight(page, 'register-found')

        when: 'and chooses it'
        page.locator('#f-q').fill('Breslau')
        page.locator('main form button').first().click()
        page.locator('.towns h3 a').first().click()

        then: 'she signs in first'
        page.url().contains('/sign-in?to=')

        when:
        signUp(page.context().newPage(), email, password)
        page.locator('#f-email').fill(email)
        page.locator('#f-password').fill(password)
        page.locator('main form button').click()

        then: 'and comes back to the town'
        page.locator('h1').textContent() == 'Wrocław'
        page.locator('.lead').textContent().contains('Poland')
        looksRight(page, 'register-town')

        when:
        page.locator('main form button').click()

        then:
        page.locator('h1').textContent() == 'What we know of it'
        page.locator('#f-officialName').inputValue() == 'Wrocław'
        page.locator('#f-nameForms').inputValue().contains('Breslau')
        page.locator('[aria-current=step]').textContent().contains('What we know of it')

        when: 'the facts are wrong'
        page.locator('#f-officialName').fill('')
        page.locator('#f-population').fill('many')
        page.locator('#f-website').fill('wroclaw')
        page.locator('#f-twinName-0').fill('Lviv')
        page.locator('#f-twinSince-0').fill('3000')
        save(page)

        then:
        errors(page) == ['officialName', 'website', 'population', 'twinSince-0']
        page.locator('#errors a').first().textContent() == 'Official name: This must be filled in.'
        page.evaluate('document.activeElement.id') == 'errors'
        page.locator('#f-population').inputValue() == 'many'
        page.locator('#f-twinName-0').inputValue() == 'Lviv'
        looksRight(page, 'edit-facts-wrong')

        when:
        page.locator('#f-officialName').fill('Miasto Wrocław')
        page.locator('#f-population').fill('674 132')
        page.locator('#f-website').fill('https://www.wroclaw.example')
        page.locator('#f-twinSince-0').fill('2002')
        save(page)

        then:
        page.locator('h1').textContent() == 'Needs and offers'
        page.locator('.steps .done').count() == 1

        when: 'too many needs'
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        def needs = page.locator('input[name=needs]')
        (0..12).each { needs.nth(it).check() }
        page.locator('#offers-water').check()
        page.locator('[id="f-note.offers.water"]').fill('Our waterworks train others')
        save(page)

        then:
        errors(page) == ['needs']
        page.locator('[id="f-note.offers.water"]').inputValue() == 'Our waterworks train others'
        looksRight(page, 'edit-themes-wrong')

        when:
        (1..12).each { needs.nth(it).uncheck() }
        save(page)

        then:
        page.locator('h1').textContent() == 'Whom you seek'

        when: 'the smallest is larger than the largest'
        page.locator('[id="c-cooperationTypes-twinning"]').check()
        page.locator('[id="f-wishes.minPopulation"]').fill('500000')
        page.locator('[id="f-wishes.maxPopulation"]').fill('100000')
        page.locator('[id="f-wishes.maxDistanceKm"]').fill('0')
        page.locator('#f-regionsOf').selectOption('UA')
        page.locator('#region-list input').first().check()
        save(page)

        then:
        errors(page) as Set == ['wishes.maxPopulation', 'wishes.maxDistanceKm'] as Set
        page.locator('#errors a').allTextContents()*.replaceAll(':.*', '') as Set == ['Inhabitants, at most', 'Distance in kilometres, at most'] as Set
        page.locator('#region-list input:checked').count() == 1
        looksRight(page, 'edit-partners-wrong')

        when:
        page.locator('[id="f-wishes.maxPopulation"]').fill('900000')
        page.locator('[id="f-wishes.maxDistanceKm"]').fill('800')
        page.locator('#f-capacity').fill('2')
        save(page)

        then:
        page.locator('h1').textContent() == 'Languages and texts'

        when: 'a text without its language'
        page.locator('[id="c-languages-pl"]').check()
        page.locator('#f-summaryLanguage-0').selectOption('')
        page.locator('#f-summaryText-0').fill('Miasto nad Odrą szuka partnerów.')
        save(page)

        then:
        errors(page) == ['summaryLanguage-0']
        page.locator('#f-summaryText-0').inputValue() == 'Miasto nad Odrą szuka partnerów.'
        looksRight(page, 'edit-texts-wrong')

        when:
        page.locator('#f-summaryLanguage-0').selectOption('pl')
        save(page)

        then:
        page.locator('h1').textContent() == 'Contact and consent'

        when: 'no address, and nobody has agreed'
        page.locator('[id="f-contact.mailbox"]').fill('international')
        save(page)

        then:
        errors(page) == ['consent']

        when:
        page.locator('#f-consent').check()
        save(page)

        then:
        errors(page) == ['contact.mailbox']
        looksRight(page, 'edit-contact-wrong')

        when: 'she goes back, and what she had written is there'
        page.locator('[id="f-contact.mailbox"]').fill('international@wroclaw.example')
        page.locator('button[value=back]').click()

        then:
        page.locator('h1').textContent() == 'Languages and texts'
        page.locator('#f-summaryText-0').inputValue() == 'Miasto nad Odrą szuka partnerów.'
        page.locator('#f-texts .alert').textContent().contains('English')

        when: 'and submits'
        page.locator('.steps a').last().click()

        then:
        page.locator('.missing').count() == 0
        page.locator('.preview').textContent().contains('Our waterworks train others')
        looksRight(page, 'edit-check')

        when: 'without saying that she may'
        page.locator('form[action$="/check"] button').click()

        then:
        errors(page) == ['agreed']

        when:
        page.locator('#f-agreed').check()
        page.locator('form[action$="/check"] button').click()

        then:
        page.locator('[role=status]').first().textContent().contains('submitted')
        page.locator('.status').textContent() == 'waits for confirmation'
        page.locator('.life').textContent().contains('Submitted')
        looksRight(page, 'manage-submitted')
    }

    void "a place that is taken is told with the name of who has it and the way on"() {
        given:
        def made = profiles.confirmed('FR', [officialName: 'Ville déjà prise'])
        def person = people.person()
        def page = signedIn(person.email, [password: People.PASSWORD])

        when:
        page.navigate("/register/${made.profile.placeId()}")

        then:
        page.locator('.taken').textContent().contains('Ville déjà prise')
        page.locator('.taken a').getAttribute('href') == "/claims/new?authority=$made.id"
        page.locator('#y-municipality').count() == 0
        looksRight(page, 'register-taken')
    }

    void "a step is written by keyboard alone, and Enter saves it"() {
        given:
        def made = profiles.draft('DE')
        def page = signedIn(made.owner.email, [password: People.PASSWORD])
        page.navigate("/authorities/$made.id/edit/partners")

        when:
        reach(page, 'c-cooperationTypes-mentoring')
        page.keyboard().press('Space')
        reach(page, 'f-capacity')
        page.keyboard().type('4')
        page.keyboard().press('Enter')
        page.waitForURL('**/edit/texts**')

        then:
        made.profile.content().cooperationTypes() == ['mentoring']
        made.profile.content().capacity() == 4
    }

    void "without a script the regions are chosen just as well, and a twin town is looked up"() {
        given:
        def made = profiles.draft('FR')
        def page = signedIn(made.owner.email, [password: People.PASSWORD, script: false])

        when:
        page.navigate("/authorities/$made.id/edit/partners")
        page.locator('#f-capacity').fill('3')
        page.locator('#f-regionsOf').selectOption('DE')
        page.locator('#f-regionsOf-part button').click()

        then: 'nothing is saved yet, and nothing lost'
        page.locator('#f-capacity').inputValue() == '3'
        made.profile.content().capacity() == null

        when:
        page.locator('#r-DEA').check()
        save(page)

        then:
        made.profile.content().wishes().regions() == ['DEA']

        when:
        page.navigate("/authorities/$made.id/edit/facts")
        page.locator('#f-twinName-0').fill('Aachen')
        page.locator('button[value=show]').click()

        then: 'the place is shown to be checked'
        page.locator('#f-twinName-0').inputValue() == 'Aachen'
        page.locator('#f-twinPlace-0 option:checked').textContent().contains('Germany')
        made.profile.content().twinnings().empty

        when:
        save(page)

        then:
        made.profile.content().twinnings()[0].placeId() != null
    }

    void "the pages of a registration look right: #name, #language, #size"() {
        given:
        def made = profiles.draft(country)
        people.sql('update person set language = ? where id = ?', [language, made.owner.id])
        if (name != 'draft') {
            made.edit { ProfileMaker.content(it, [needs: ['water', 'waste', 'housing'], interests: ['digital-skills']]) }
        }
        def page = signedIn(made.owner.email, [password: People.PASSWORD, language: language, phone: size == 'phone'])

        expect:
        steps.each {
            page.navigate("/authorities/$made.id/$it")
            looksRight(page, "${it.replace('/', '-')}-$name-$language-$size")
        }

        where:
        [[language, size], [name, country, steps]] << [
                [['en', 'wide'], ['uk', 'phone']],
                [['full', 'UA', ['edit/facts', 'edit/themes', 'edit/partners', 'edit/texts', 'edit/contact', 'edit/check', 'manage']],
                 ['draft', 'FR', ['edit/check', 'edit/texts', 'manage/archive']]]].combinations()
    }

    void "the search for the town looks right: #language, #size"() {
        given:
        def page = window(language: language, phone: size == 'phone')

        when:
        page.navigate('/register')
        page.locator('#f-q').pressSequentially('Kijów')
        page.locator('.towns li').first().waitFor()

        then:
        page.locator('.towns').textContent().contains('Kyiv')
        looksRight(page, "register-$language-$size")

        where:
        [language, size] << [['en', 'wide'], ['uk', 'phone']]
    }

    private void signUp(Page page, String email, String password) {
        page.navigate('/sign-up')
        page.locator('#f-name').fill('Nina Newcomer')
        page.locator('#f-email').fill(email)
        page.locator('#f-password').fill(password)
        page.locator('#f-acceptTerms').check()
        page.locator('main form button').click()
        page.navigate("/account/confirm#token=${new Mailbox(server).await(email).token}")
        page.locator('main form button').click()
        page.waitForURL('**/sign-in**')
        // a page behind another one is drawn once a second; closed on its way to an address, one may never answer again
        page.close()
    }

    private static void save(Page page) {
        page.locator('.edit-form .buttons button').first().click()
        page.waitForLoadState()
    }

    private static void reach(Page page, String id) {
        for (int i = 0; i < 200 && page.evaluate('document.activeElement.id') != id; i++) {
            page.keyboard().press('Tab')
        }
        assert page.evaluate('document.activeElement.id') == id
    }
}
