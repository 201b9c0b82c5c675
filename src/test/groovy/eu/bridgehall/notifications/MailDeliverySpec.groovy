package eu.bridgehall.notifications

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.support.People
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** A mail server that refuses, hangs, dies and leaves, and what administrators do about it. */
class MailDeliverySpec extends Specification {
    private static final String MAILS = '/api/v1/admin/mails'
    @Shared
    @AutoCleanup
    ScriptedMailServer smtp = new ScriptedMailServer()
    @Shared
    @AutoCleanup
    EmbeddedServer server = ApplicationContext.run(EmbeddedServer, [
            'bridgehall.mail.host'    : '127.0.0.1',
            'bridgehall.mail.port'    : smtp.port,
            'bridgehall.mail.security': 'none',
            'bridgehall.mail.timeout' : '300ms'], 'test')
    @Shared
    People people = new People(server)
    PollingConditions eventually = new PollingConditions(timeout: 20, delay: 0.05)

    void cleanup() { people.sql("delete from mail") }

    /** A mail to somebody with whom the server does as the name says. */
    private String queue(String behaviour) {
        String to = "${behaviour}.${System.nanoTime()}@mairie.example"
        people.inTransaction {
            server.applicationContext.getBean(Mails).queue(new NewMail(to, 'fr', 'account-restored', [name: 'Anna'], null))
        }
        to
    }

    private Map<String, Object> row(String to) {
        people.rows('select id, status, attempts, last_error, message_id, next_attempt > now() as waits from mail where recipient = ?', [to])[0]
    }

    private void tried(String to, String status) {
        eventually.eventually {
            with(row(to)) { assert it.status == status && it.attempts == 1 && (it.waits || status == 'DEAD') && it.last_error != null }
        }
    }

    private void due() { people.sql("update mail set next_attempt = now() where status = 'QUEUED'") }

    void "what the server refuses for good is given up at once: #behaviour"() {
        when:
        def to = queue(behaviour)

        then:
        tried(to, 'DEAD')
        smtp.takenFor(to) == []

        where:
        behaviour << ['unknown', 'refused']
    }

    void "what it refuses for now is tried again after a pause, and arrives once: #behaviour"() {
        given:
        def to = queue(behaviour)
        tried(to, 'QUEUED')

        when:
        smtp.instead[behaviour] = 'takes'
        due()

        then:
        eventually.eventually { assert row(to).status == 'SENT' }
        smtp.takenFor(to) == [row(to).message_id]

        cleanup:
        smtp.instead.clear()

        where:
        behaviour << ['full', 'later', 'relay', 'order', 'stranger', 'listed']
    }

    void "when the server takes a mail and #behaviour before it says so, it comes again with the same Message-ID"() {
        given:
        def to = queue(behaviour)
        tried(to, 'QUEUED')

        when:
        smtp.instead[behaviour] = 'takes'
        due()

        then:
        eventually.eventually { assert row(to).status == 'SENT' }
        smtp.takenFor(to) == [row(to).message_id] * 2

        cleanup:
        smtp.instead.clear()

        where:
        behaviour << ['dies', 'hangs']
    }

    void "when it says so and leaves without a word, the mail is sent and does not come again"() {
        when:
        def to = queue('leaves')

        then:
        eventually.eventually { assert row(to).status == 'SENT' }
        row(to).attempts == 1
        smtp.takenFor(to).size() == 1
    }

    void "an administrator sees what was given up and why, and of the address no more than is needed"() {
        given:
        def to = queue('unknown')
        tried(to, 'DEAD')
        def id = row(to).id
        def administrator = people.administrator()

        when:
        def listed = administrator.api.get(MAILS)

        then:
        listed.json.total == 1
        with(listed.json.items[0]) {
            it.id == id.toString() && kind == 'account-restored' && about == 'account' && recipient == 'u…@mairie.example' && attempts == 1
            reason.contains('550') && reason.contains('u…@mairie.example')
        }
        !listed.body.contains(to)
        people.moderator().api.get(MAILS).status == 403
        people.person().api.get(MAILS).status == 403
        people.visitor.get(MAILS).status == 401
        people.moderator().api.post("$MAILS/$id/retry").status == 403
        people.person().api.delete("$MAILS/$id").status == 403
        row(to).status == 'DEAD'

        when:
        smtp.instead['unknown'] = 'takes'

        then:
        administrator.api.post("$MAILS/$id/retry").status == 204
        eventually.eventually { assert row(to).status == 'SENT' }
        smtp.takenFor(to) == [row(to).message_id]
        administrator.api.post("$MAILS/$id/retry").status == 409
        administrator.api.delete("$MAILS/$id").status == 409
        administrator.api.delete("$MAILS/${UUID.randomUUID()}").status == 404
        log(id) == ['mail.retry']

        cleanup:
        smtp.instead.clear()
    }

    void "on the page a mail is dropped after it was asked once more, and is never sent"() {
        given:
        def to = queue('refused')
        tried(to, 'DEAD')
        def id = row(to).id
        def administrator = people.administrator()
        def moderator = people.person([language: 'uk']).withRole(PlatformRole.MODERATOR)
        def browser = new Visitor(server.URI).tap { signIn(administrator) }

        expect:
        browser.get('/dashboard').body().contains('href="/admin/mails"')
        browser.get('/admin/mails').body().with {
            contains('r…@mairie.example') && contains('554') && !contains(to) && contains('about an account') && !contains('account-restored')
        }
        browser.get("/admin/mails/$id/drop").statusCode() == 200
        row(to).status == 'DEAD'
        browser.post("/admin/mails/$id/drop", [:]).statusCode() == 403
        !browser.get('/review').body().findAll('href="/admin/mails"').empty

        and: 'who may not see it is told so in her language'
        def refused = new Visitor(server.URI).tap { signIn(moderator) }.get('/admin/mails')
        refused.statusCode() == 403
        refused.body().contains('<html lang="uk"')

        when:
        def answer = browser.post("/admin/mails/$id/drop", [formToken: browser.formToken('/admin/mails')])

        then:
        answer.headers().firstValue('Location').get() == '/admin/mails?done=mail-dropped'
        row(to).status == 'DROPPED'
        log(id) == ['mail.drop']
        browser.get("/admin/mails/$id/drop").statusCode() == 404
        (browser.get('/dashboard').body() =~ /(?s)class="tasks".*?<\/ul>/).every { !it.contains('/admin/mails') }

        when:
        people.sql("update mail set next_attempt = now() - interval '31 days' where id = ?", [id])
        server.applicationContext.getBean(MailSender).clean()

        then:
        row(to) == null
    }

    void "when the fault is mended all are tried again, after the administrator was asked once more"() {
        given:
        def both = ['unknown', 'refused'].collect { queue(it) }
        both.each { tried(it, 'DEAD') }
        def ids = both.collect { row(it).id }
        def administrator = people.administrator()
        def moderator = people.moderator()
        def browser = new Visitor(server.URI).tap { signIn(administrator) }

        expect:
        browser.get('/admin/mails').body().contains('href="/admin/mails/retry"')
        browser.get('/admin/mails/retry').body().with { contains('2 mails') && contains('action="/admin/mails/retry"') }
        moderator.api.post("$MAILS/retry").status == 403
        both.every { row(it).status == 'DEAD' }

        when:
        smtp.instead.putAll([unknown: 'takes', refused: 'takes'])
        def answer = browser.post('/admin/mails/retry', [formToken: browser.formToken('/admin/mails')])

        then:
        answer.headers().firstValue('Location').get() == '/admin/mails?done=mails-retried'
        eventually.eventually { assert both.every { row(it).status == 'SENT' } }
        ids.every { log(it) == ['mail.retry'] }
        ids.every { browser.get("/admin/mails/$it/drop").statusCode() == 404 }
        administrator.api.post("$MAILS/retry").json == [total: 0]

        cleanup:
        smtp.instead.clear()
    }

    private List<String> log(UUID id) {
        people.inTransaction { server.applicationContext.getBean(AuditLog).about(id)*.action() }
    }
}
