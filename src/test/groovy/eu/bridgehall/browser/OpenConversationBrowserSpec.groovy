package eu.bridgehall.browser

import com.microsoft.playwright.Locator
import com.microsoft.playwright.Page
import com.microsoft.playwright.Route
import com.microsoft.playwright.options.FilePayload
import com.microsoft.playwright.options.WaitForSelectorState
import eu.bridgehall.messaging.LiveStreams
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import spock.lang.Requires

import java.util.concurrent.atomic.AtomicInteger

/** A conversation that stays open: what comes, what fails, and what is being written meanwhile. */
@Requires({ BrowserCase.available() })
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class OpenConversationBrowserSpec extends BrowserCase {
    private static final GONE = new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED)
    Towns.Town lviv, lyon
    String conversation

    void setup() {
        def people = new People(server)
        lviv = new Towns(people).confirmed('UA', 'Lviv')
        lyon = new Towns(people).confirmed('FR', 'Lyon')
        conversation = Towns.conversation(lviv, lyon)
    }

    void "a look for what is new that fails is made again"() {
        given:
        write(1)
        def page = opened()
        def failed = new AtomicInteger()
        page.route('**/newer?*') { Route route ->
            if (failed.getAndIncrement() < 2) {
                route.fulfill(new Route.FulfillOptions().setStatus(503).setBody('gone'))
            } else {
                route.resume()
            }
        }

        when:
        write(1)
        page.locator('#message-2').waitFor()
        complaints.removeIf { it.contains('503') }

        then:
        failed.get() >= 3
        page.locator('#cut-off').textContent() == ''
    }

    void "whoever is offline or signed out is told so at the writing box, and keeps what is typed"() {
        given:
        write(1)
        def page = opened()
        page.locator('#f-text').fill('Half an hour of work')

        when:
        page.context().setOffline(true)
        page.locator('#cut-off:not(:empty)').waitFor()

        then:
        page.locator('#cut-off').textContent().contains('no connection')

        when:
        write(1)
        page.context().setOffline(false)
        page.locator('#message-2').waitFor()
        page.waitForCondition { page.locator('#cut-off').textContent() == '' }

        and:
        page.context().clearCookies()
        streams()*.end()
        page.locator('#cut-off:not(:empty)').waitFor()
        complaints.removeIf { it.contains('ERR_INTERNET_DISCONNECTED') || it.contains('401') || it.contains('newer') || it.contains('/events') }

        then:
        page.locator('#cut-off').textContent().contains('You are signed out')
        page.locator('#f-text').inputValue() == 'Half an hour of work'
        looksRight(page, 'conversation-signed-out')
    }

    void "to quote a message, or to change one, throws away nothing that was typed or chosen"() {
        given:
        write(2)
        assert lyon.editor.api.post("/api/v1/conversations/$conversation/messages", [text: 'Mine']).status == 201
        def page = opened()
        page.locator('#f-text').fill('As you say')
        page.locator('#f-file').setInputFiles(new FilePayload('plan.pdf', 'application/pdf', '%PDF-1.7'.bytes))

        when:
        page.locator('#message-1 a[href*="quote="]').click()
        page.locator('.quoted-now').waitFor()

        then:
        page.locator('#announcer').textContent().contains('Editor of Lviv')
        page.evaluate('document.activeElement.id') == 'f-text'
        page.locator('#f-text').inputValue() == 'As you say'
        page.evaluate("document.getElementById('f-file').files.length") == 1

        when:
        page.locator('#quoted a').click()
        page.locator('.quoted-now').waitFor(GONE)
        page.locator('#message-3 a[href$="/edit"]').click()
        page.locator('main form .btn-link').click()

        then:
        page.locator('#f-text').inputValue() == 'As you say'

        when:
        page.locator('#message-2 a[href*="quote="]').click()
        page.locator('.quoted-now').waitFor()
        page.locator('.write > .btn').click()
        page.waitForURL('**#message-4')

        then:
        page.locator('#message-4 .quoted').textContent().contains('Message 2')
        page.locator('#f-text').inputValue() == ''

        when:
        page.reload()

        then:
        page.locator('#f-text').inputValue() == ''
    }

    void "what the other side reads is seen in the open page"() {
        given:
        assert lyon.editor.api.post("/api/v1/conversations/$conversation/messages", [text: 'Mine']).status == 201
        def page = opened()

        expect:
        page.locator('#marks').textContent().contains('has not read')

        when:
        assert lviv.viewer.api.post("/api/v1/conversations/$conversation/read", [upTo: 1]).status == 200
        page.locator('#marks:has-text("has read")').waitFor()

        then:
        !page.locator('#marks').textContent().contains('has not read')
    }

    void "older messages come in above, and the reader stays where she is"() {
        given:
        write(50)
        def page = opened()

        expect: 'it opens at what is new, and nothing that was not shown counts as read'
        page.locator('.unread-above').textContent().contains('20')
        page.url().endsWith('#new')

        when:
        page.locator('#older a').focus()
        def before = top(page)
        page.keyboard().press('Enter')
        page.locator('#message-1').waitFor()

        then:
        Math.abs(top(page) - before) <= 2
        page.evaluate('document.activeElement.id') == 'message-20'
        page.locator('#announcer').textContent() == '20 older messages'
        page.locator('.new-from').count() == 1
        page.locator('#read form').getAttribute('hx-trigger').contains('pointermove')
        page.locator('#from').inputValue() == '1'

        when:
        page.keyboard().press('Shift')
        page.locator('#read form').waitFor(GONE)

        then:
        lyon.editor.api.get("/api/v1/conversations/$conversation").json.with { [readUpTo, unread] } == [50, 0]
        looksRight(page, 'conversation-older')
    }

    private static double top(Page page) { page.locator('#message-21').boundingBox().y }

    private Page opened() {
        def before = streams().size()
        def page = signedIn(lyon.editor.email, [password: People.PASSWORD])
        page.navigate("/conversations/$conversation")
        page.waitForCondition { streams().size() > before }
        page
    }

    private void write(int count) {
        count.times {
            def path = "/api/v1/conversations/$conversation/messages"
            def number = lviv.editor.api.get("$path?limit=1").json.items*.number.max() ?: 0
            assert lviv.editor.api.post(path, [text: "Message ${number + 1}".toString()]).status == 201
        }
    }

    private streams() { server.applicationContext.getBean(LiveStreams).streams }
}
