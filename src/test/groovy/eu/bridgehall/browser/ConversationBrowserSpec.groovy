package eu.bridgehall.browser

import com.microsoft.playwright.Page
import com.microsoft.playwright.options.FilePayload
import eu.bridgehall.messaging.LiveStreams
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Stepwise

/** Two people in two browsers talk; one of them then does everything else that can be done about it. */
@Stepwise
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ConversationBrowserSpec extends BrowserCase {
    @Shared
    Towns.Town lviv, lyon
    @Shared
    String conversation

    void setup() {
        if (conversation == null) {
            def people = new People(server)
            people.association('UA')
            lviv = new Towns(people).confirmed('UA', 'Lviv', 'uk')
            lyon = new Towns(people).confirmed('FR', 'Lyon')
            conversation = Towns.conversation(lviv, lyon)
            [lviv, lyon, lviv].eachWithIndex { town, i ->
                town.owner.api.post("/api/v1/conversations/$conversation/messages", [text: "Message ${i + 1}".toString()])
            }
        }
    }

    void "what is written while the connection is gone is there when it is back"() {
        given:
        def ours = mine()
        def other = theirs()
        [ours, other].each {
            it.navigate("/conversations/$conversation")
            it.waitForCondition { streams().size() > 0 }
        }

        when:
        ours.context().setOffline(true)
        streams()*.end()
        other.locator('#f-text').fill('Are **you** there?\n\n- yes\n- no')
        other.locator('#f-file').setInputFiles(new FilePayload('Програма.pdf', 'application/pdf', '%PDF-1.7 the programme'.bytes))
        other.locator('.write button').click()
        other.waitForURL('**#message-4')

        then:
        ours.locator('.message').count() == 3

        when:
        ours.context().setOffline(false)
        ours.locator('#message-4').waitFor()
        complaints.removeIf { it.contains('ERR_INTERNET_DISCONNECTED') }

        then:
        ours.locator('#message-4 strong').allTextContents().last() == 'you'
        ours.locator('#message-4 .formatted li').count() == 2
        ours.locator('#message-4 .files a[download]').textContent() == 'Програма.pdf'

        when:
        def download = ours.waitForDownload { ours.locator('#message-4 .files a[download]').click() }

        then:
        download.suggestedFilename() == 'Програма.pdf'
        looksRight(ours, 'conversation-file-uk-wide')
    }

    void "a file that is none of those keeps what was typed"() {
        given:
        def page = mine([phone: true])
        page.navigate("/conversations/$conversation")

        when:
        page.locator('#f-text').fill('Here is our programme.')
        page.locator('#f-file').setInputFiles([new FilePayload('plan.pdf', 'application/pdf', '%PDF-1.7'.bytes),
                                               new FilePayload('run.pdf', 'application/pdf', 'MZ'.bytes)] as FilePayload[])
        page.locator('.write button').click()
        page.locator('#errors').waitFor()

        then:
        errors(page) == ['file']
        page.locator('#f-text').inputValue() == 'Here is our programme.'
        page.locator('.write .form-check-label').textContent().startsWith('plan.pdf')
        looksRight(page, 'conversation-file-refused-uk-phone')

        when:
        page.locator('.write button').click()
        page.locator('#message-5').waitFor()

        then:
        page.locator('#message-5 .files a').textContent() == 'plan.pdf'
    }

    void "a message is changed, quoted, found and reported: #size"() {
        given:
        def page = mine([phone: size == 'phone'])
        page.navigate("/conversations/$conversation")

        when:
        page.locator('#f-text').fill('The library opens at nine.')
        page.locator('.write button').click()
        page.waitForURL('**#message-*')
        page.locator('.message.own').last().locator('a[href$="/edit"]').click()
        page.locator('#f-text').fill('The library opens at *ten*.')
        looksRight(page, "conversation-edit-uk-$size")
        page.locator('main form .btn-primary').click()
        page.locator('.message.own').last().locator('a[href$="/history"]').click()

        then:
        page.locator('.message').last().textContent().contains('nine')
        looksRight(page, "conversation-history-uk-$size")

        when:
        page.locator('main a').first().click()
        page.locator('.message:not(.own)').last().locator('a[href*="quote="]').click()
        page.locator('.quoted-now').waitFor()
        page.locator('#f-text').fill('To this I answer.')
        page.locator('.write button').click()
        page.waitForURL('**#message-*')
        page.locator('.conversation-steps > summary').click()

        then:
        page.locator('.message').last().locator('.quoted').isVisible()
        looksRight(page, "conversation-steps-uk-$size")

        when:
        page.navigate('/conversations/search?q=library+TEN')

        then:
        page.locator('mark').first().textContent() == 'library'
        looksRight(page, "conversation-search-uk-$size")

        when:
        page.navigate("/conversations/$conversation")
        page.locator('.message:not(.own)').first().locator('a[href*="report"]').click()
        page.locator('main form .btn-primary').click()

        then:
        errors(page) == ['reason']

        when:
        page.locator('#f-reason').selectOption('spam')
        looksRight(page, "conversation-report-uk-$size")
        page.locator('main form .btn-primary').click()
        page.locator('main .alert').first().waitFor()
        def again = page.url().contains('done=conversation-report')

        then: 'the second time it has been reported before'
        again == (size == 'wide')

        where:
        size << ['wide', 'phone']
    }

    void "an authority writes to its association, which answers, and the secretariat reads reports"() {
        given:
        def page = mine([phone: true])

        when:
        page.navigate('/conversations')
        page.locator('a[href="/conversations/new"]').click()
        page.locator('main form .btn-primary').click()

        then:
        page.locator('h1').isVisible()
        looksRight(page, 'conversation-new-uk-phone')

        when:
        page.locator('input[name=to]').first().check()
        page.locator('#f-subject').fill('Finding a partner')
        page.locator('#f-text').fill('How do we begin?')
        page.locator('main form .btn-primary').click()
        page.locator('#message-1').waitFor()

        then:
        page.locator('h1').textContent() == 'Finding a partner'
        looksRight(page, 'conversation-association-uk-phone')

        when:
        def office = signedIn(new People(server).moderator().email, [password: People.PASSWORD])
        office.navigate('/moderation/reports')

        then:
        office.locator('.rows li.card').count() == 1
        looksRight(office, 'reports-wide')
        office.navigate('/conversations').status() == 200
    }

    private Page mine(Map<String, Object> wish = [:]) { signedIn(lviv.editor.email, [password: People.PASSWORD] + wish) }

    private Page theirs() { signedIn(lyon.editor.email, [password: People.PASSWORD]) }

    private streams() { server.applicationContext.getBean(LiveStreams).streams }
}
