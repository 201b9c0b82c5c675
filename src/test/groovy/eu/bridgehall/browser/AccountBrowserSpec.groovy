package eu.bridgehall.browser

import com.microsoft.playwright.Page
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.notifications.Unsubscription
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import groovy.json.JsonSlurper
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires
import spock.util.concurrent.PollingConditions

import java.util.zip.ZipFile

/** A person's own account: which mails she wants, what is kept of her, and its end. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.demo', value = 'true')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class AccountBrowserSpec extends BrowserCase {
    People people

    void setup() { people = new People(server) }

    /** An authority with something of everything that can wait, and what its owner is told of that. */
    private Towns.Town busy(String language) {
        def towns = new Towns(people)
        def own = towns.confirmed('FR', 'Saint-Germain-en-Laye', language)
        def others = ['Gent', 'Aachen', 'Lviv'].collect { towns.confirmed('BE', it) }
        def propose = { people.moderator().api.post('/api/v1/review/proposals', [one: own.id, other: it.id, text: 'You share a river.']).json.id }
        others[0].ask(own)
        own.ask(others[1])
        own.owner.api.post("/api/v1/introductions/${propose(others[2])}/accept")
        propose(towns.confirmed('PL', 'Nowy Targ'))
        people.sql("update introduction set sent_at = sent_at - interval '9 days', answer_until = answer_until - interval '9 days' where to_authority = ?", [own.id])
        people.sql("update authority_profile set reconfirm_due = now() + interval '10 days' where id = ?", [own.id])
        new PollingConditions(timeout: 20).eventually {
            // whether she also hears of the confirmation depends on whether it was told before she joined
            assert told(own).count { it.kind.startsWith('introduction-') } == 3
        }
        own
    }

    private List<Map> told(Towns.Town town) { town.owner.api.get('/api/v1/notices').json.items }

    private Page of(TestPerson person, Map<String, Object> wish = [:]) {
        def page = signedIn(person.email, wish + [password: People.PASSWORD])
        page.onDialog { it.accept() }
        page
    }

    void "of each kind of mail it is chosen how it comes"() {
        given:
        def person = people.person()
        def page = of(person)
        def chosen = { ['introductions', 'messages', 'profiles'].collect { page.locator("#n-$it").inputValue() } }

        when:
        page.navigate('/account')

        then:
        chosen() == ['at-once'] * 3

        when:
        page.locator('#n-messages').selectOption('daily')
        page.locator('#n-profiles').selectOption('off')
        page.locator('form[action="/account/notices"] button').click()

        then:
        page.locator('[role=status]').first().textContent() == 'Your choice is saved.'
        chosen() == ['at-once', 'daily', 'off']
        person.api.get('/api/v1/account/notices').json == [introductions: 'at-once', messages: 'daily', profiles: 'off']
    }

    void "the sessions are told apart by words"() {
        given:
        def page = of(people.person())

        when:
        page.navigate('/account')

        then:
        page.locator('section[aria-labelledby=sessions] strong').first().textContent() ==~ /Chrome on (Linux|macOS|Windows)/
    }

    void "what is kept about a person is one file, which others cannot get"() {
        given:
        def person = people.person([name: 'Ada Data'])
        def page = of(person)
        page.navigate('/account')

        when:
        def download = page.waitForDownload { page.locator('section[aria-labelledby=data] button').click() }
        def data = new ZipFile(download.path().toFile()).withCloseable { new JsonSlurper().parse(it.getInputStream(it.getEntry('data.json'))) }

        then:
        download.suggestedFilename() == 'bridgehall-my-data.zip'
        data.account.name == 'Ada Data'
        data.account.email == person.email
        window().navigate('/account').url().contains('/sign-in')
    }

    void "an account is closed with the password, after a page that says what happens"() {
        given:
        def person = people.person()
        def elsewhere = of(person)
        def page = of(person)

        when:
        page.navigate('/account')
        page.locator('a[href="/account/close"]').click()
        page.locator('#f-password').fill('wrong')
        page.locator('form[action="/account/close"] button').click()

        then:
        page.locator('#errors a[href="#f-password"]').count() == 1
        page.evaluate('document.activeElement.id') == 'errors'
        person.api.get('/api/v1/account').status == 200

        when:
        page.locator('#f-password').fill(People.PASSWORD)
        page.locator('form[action="/account/close"] button').click()

        then:
        page.locator('[role=status]').first().textContent().contains('Your account is closed.')
        page.navigate('/dashboard').url().contains('/sign-in')
        elsewhere.navigate('/dashboard').url().contains('/sign-in')

        when:
        page.navigate('/sign-in')
        page.locator('#f-email').fill(person.email)
        page.locator('#f-password').fill(People.PASSWORD)
        page.locator('main form button').click()

        then:
        page.locator('[role=alert]').count() == 1
        page.url().endsWith('/sign-in')
    }

    void "what somebody wrote stays with the other side when she has closed her account, without her name"() {
        given:
        def towns = new Towns(people)
        def (lyon, gent) = [towns.confirmed('FR', 'Lyon'), towns.confirmed('BE', 'Gent')]
        def conversation = Towns.conversation(lyon, gent)
        lyon.editor.api.post("/api/v1/conversations/$conversation/messages", [text: 'Our trams run all night.'])
        def name = lyon.editor.api.get('/api/v1/account').json.name
        def reader = of(gent.editor, [phone: true])

        when:
        reader.navigate("/conversations/$conversation")

        then:
        reader.locator('.message').textContent().contains(name)

        when:
        def page = of(lyon.editor)
        page.navigate('/account/close')
        page.locator('#f-password').fill(People.PASSWORD)
        page.locator('form[action="/account/close"] button').click()
        reader.reload()

        then:
        reader.locator('.message').textContent().contains('Our trams run all night.')
        reader.locator('.message strong').textContent() == 'A former colleague'
        !reader.content().contains(name)
        looksRight(reader, 'erased-other-side-phone')
    }

    void "who is the only owner is led to the members first"() {
        given:
        def made = new ProfileMaker(people).confirmed('FR')
        def heir = made.member(MemberRole.EDITOR)
        def page = of(made.owner)

        when:
        page.navigate('/account/close')

        then:
        page.locator('form[action="/account/close"]').count() == 0
        looksRight(page, 'account-close-owner')

        when:
        page.locator("main a[href='/authorities/$made.id/members']").click()
        page.locator("#role-$heir.id").selectOption('owner')
        page.locator("form[action\$='$heir.id/role'] button").click()
        page.navigate('/account/close')
        page.locator('#f-password').fill(People.PASSWORD)
        page.locator('form[action="/account/close"] button').click()

        then:
        page.url().contains('done=account-closed')
        heir.actor.isMember(made.id, MemberRole.OWNER)
        heir.api.get("/api/v1/authorities/$made.id/members").json.items*.personId == [heir.id.toString()]
    }

    void "the page to close an account looks right: #language, #size"() {
        given:
        def page = of(people.person([language: language]), [language: language, phone: size == 'phone'])

        when:
        page.navigate('/account/close')

        then:
        looksRight(page, "account-close-$language-$size")

        where:
        [language, size] << [['en', 'wide'], ['uk', 'phone']]
    }

    void "mails that were given up look right: #language, #size"() {
        given:
        people.sql("""insert into mail (id, recipient, language, kind, facts, next_attempt, message_id, created_at, attempts, status, last_error)
            select gen_random_uuid(), 'anna.' || n || '@mairie-de-saint-germain.example', 'fr', kind, '{}', now(), gen_random_uuid()::text,
                   now() - interval '2 days', 12, 'DEAD', 'SMTPSendFailedException: 554 5.7.1 The message was refused by the policy of the recipient'
              from (values (1, 'introduction-arrived'), (2, 'message-arrived')) as t (n, kind)""", [])
        def administrator = people.administrator()
        people.sql('update person set language = ? where id = ?', [language, administrator.id])
        def page = of(administrator, [language: language, phone: size == 'phone'])

        when:
        page.navigate('/admin/mails')

        then:
        looksRight(page, "mails-$language-$size")

        when:
        page.locator('main a[href$="/drop"]').first().click()

        then:
        looksRight(page, "mails-drop-$language-$size")

        cleanup:
        people.sql("delete from mail where status = 'DEAD'", [])

        where:
        [language, size] << [['en', 'wide'], ['uk', 'phone']]
    }

    void "the account looks right: #language, #size"() {
        given:
        def own = busy(language)
        def page = of(own.owner, [language: language, phone: size == 'phone'])

        when:
        page.navigate('/account')

        then:
        looksRight(page, "account-$language-$size")

        when:
        page.navigate('/dashboard')

        then:
        looksRight(page, "dashboard-owner-$language-$size")

        when:
        page.navigate('/notices')

        then:
        page.locator('.notices li').count() == told(own).size()
        looksRight(page, "notices-$language-$size")

        when:
        page.locator('form:has([name=ids]) button').click()

        then:
        page.locator('main > [role=status]').count() == 1
        page.locator('.site-head .count').count() == 0

        when:
        page.navigate(URI.create(server.applicationContext.getBean(Unsubscription).of(own.owner.id, 'message-arrived', Locale.of(language)).url()).path)

        then:
        looksRight(page, "unsubscribe-$language-$size")

        where:
        [language, size] << [['en', 'wide'], ['uk', 'phone']]
    }
}
