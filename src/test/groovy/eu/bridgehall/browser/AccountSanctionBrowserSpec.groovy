package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires
import spock.util.concurrent.PollingConditions

/** From the members of an authority to the suspension of an account, its statement without a session, and the appeal. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class AccountSanctionBrowserSpec extends BrowserCase {
    private Page of(TestPerson person, Map<String, Object> wish = [:]) {
        def page = signedIn(person.email, wish + [password: People.PASSWORD])
        page.onDialog { it.accept() }
        page
    }

    void "an account is suspended by two, and its owner reads why and appeals without signing in"() {
        given:
        def people = new People(server)
        def lviv = new Towns(people).confirmed('UA', 'Lviv', 'uk')
        def person = people.member(lviv.id, MemberRole.EDITOR, [language: 'uk', name: 'Olena'])
        def office = of(people.moderator())

        when:
        office.navigate("/authorities/$lviv.id/members")
        office.locator("a[href='/moderation/accounts/$person.id']").click()

        then:
        looksRight(office, 'account-case-wide')

        when:
        office.locator('#f-kind').selectOption('suspend')
        office.locator('#f-reason').selectOption('spam')
        office.locator('#f-rule').selectOption('R4')
        office.locator('#f-days').fill('30')
        office.locator('#f-text').fill('Forty towns got the same offer.')
        office.locator('main form .btn-primary').click()
        office.waitForURL('**done=decision-proposed*')

        then:
        office.locator('.btn-danger').count() == 0

        when:
        def second = of(people.person([language: 'de']).withRole(PlatformRole.MODERATOR), [phone: true])
        second.navigate(office.url().replaceAll(/\?.*/, ''))
        looksRight(second, 'account-confirm-de-phone')
        second.locator('.btn-danger').click()
        second.waitForURL('**done=decision-confirm**')
        def mailed = { new Mailbox(server).to(person.email).find { it.text.contains('/statements/') } }
        new PollingConditions(timeout: 20).eventually { assert mailed() }
        def owner = window([phone: true, language: 'uk-UA'])
        owner.onDialog { it.accept() }
        owner.navigate((mailed().text =~ /(\/statements\/[A-Za-z0-9_-]+)/)[0][1] as String)

        then:
        owner.locator('main').textContent().contains('Forty towns got the same offer.')
        owner.locator("a[href='/decisions']").count() == 0
        looksRight(owner, 'statement-by-link-uk-phone')

        when:
        owner.locator('#f-text').fill('It was somebody else.')
        owner.locator('main form .btn-primary').click()

        then:
        owner.locator('[role=status]').count() >= 1
        owner.locator('#f-text').count() == 0
        owner.locator('main').textContent().contains('It was somebody else.')
        looksRight(owner, 'statement-by-link-appealed-uk-phone')

        when: 'she takes her data away and closes the account'
        owner.locator("a[href*='/account?lang=uk']").click()
        looksRight(owner, 'account-by-link-uk-phone')
        owner.locator('#f-password').fill(People.PASSWORD)
        def file = owner.waitForDownload { owner.locator('main form .btn-primary').click() }

        then:
        file.suggestedFilename() == 'bridgehall-my-data.zip'

        when:
        owner.locator("a[href*='/close?lang=uk']").click()
        looksRight(owner, 'account-by-link-close-uk-phone')
        owner.locator('#f-password').fill(People.PASSWORD)
        owner.locator('main form .btn-outline-danger').click()
        owner.waitForURL('**done=account-closed**')

        then:
        people.rows('select name from person where id = ?', [person.id])[0].name == '-'
    }

    void "an administrator finds an account by its address and locks it"() {
        given:
        def people = new People(server)
        def person = people.person([language: 'fr'])
        def admin = of(people.administrator())

        when:
        admin.navigate('/moderation/accounts')
        looksRight(admin, 'accounts-wide')
        admin.locator('#f-email').fill(person.email)
        admin.locator('main form .btn-primary').click()
        admin.locator("a[href='/moderation/accounts/$person.id/lock']").click()
        looksRight(admin, 'account-lock-wide')
        admin.locator('#f-reason').fill('Others know the password.')
        admin.locator('main form .btn-outline-danger').click()

        then:
        admin.url().contains('done=account-locked')
        new Mailbox(server).await(person.email).with { language == 'fr' && token != null }
    }
}
