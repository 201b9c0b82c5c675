package eu.bridgehall.notifications

import com.icegreen.greenmail.util.GreenMail
import com.icegreen.greenmail.util.ServerSetup
import eu.bridgehall.platform.retention.Retention
import eu.bridgehall.support.People
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class MailSpec extends Specification {
    @Shared
    GreenMail smtp = new GreenMail(new ServerSetup(0, '127.0.0.1', ServerSetup.PROTOCOL_SMTP))
    @Shared
    @AutoCleanup
    EmbeddedServer server
    PollingConditions eventually = new PollingConditions(timeout: 20, delay: 0.05)
    People people

    void setupSpec() {
        smtp.start()
        server = ApplicationContext.run(EmbeddedServer, [
                'bridgehall.mail.host'    : '127.0.0.1',
                'bridgehall.mail.port'    : smtp.smtp.port,
                'bridgehall.mail.security': 'none',
                'bridgehall.mail.from'    : 'Bridgehall Secretariat <office@bridgehall.example>',
                'bridgehall.base-url'     : 'https://bridgehall.example/'], 'test')
    }

    void cleanupSpec() { smtp.stop() }

    void setup() { people = new People(server) }

    private void restart() {
        smtp = new GreenMail(new ServerSetup(server.applicationContext.getBean(MailSettings).port(), '127.0.0.1', ServerSetup.PROTOCOL_SMTP))
        smtp.start()
    }

    private void queue(String to, Map<String, String> facts = [name: 'Anna'], MailLink link = MailLink.to('/account/forgotten')) {
        people.inTransaction {
            server.applicationContext.getBean(Mails).queue(new NewMail(to, 'fr', 'password-changed', facts, link))
        }
    }

    private Map<String, Object> row(String to) {
        people.rows('select status, attempts, last_error, message_id from mail where recipient = ?', [to])[0]
    }

    private void due() { people.sql("update mail set next_attempt = now() where status = 'QUEUED'") }

    private List received(String to) {
        smtp.receivedMessages.findAll { it.allRecipients[0].toString() == to }
    }

    void "a mail goes through the configured server in the reader's language, as text and as a page"() {
        when:
        queue('anna@mairie.example', [name: 'Anna <b>'])

        then:
        eventually.eventually { assert received('anna@mairie.example').size() == 1 }
        def message = received('anna@mairie.example')[0]
        message.subject == 'Votre mot de passe a été changé'
        message.from[0].toString() == 'Bridgehall Secretariat <office@bridgehall.example>'
        message.messageID == row('anna@mairie.example').message_id
        message.content.getBodyPart(0).content.contains('Bonjour Anna <b>')
        message.content.getBodyPart(0).content.contains('https://bridgehall.example/account/forgotten')
        message.content.getBodyPart(1).content.contains('Bonjour Anna &lt;b&gt;')
        eventually.eventually { assert row('anna@mairie.example').status == 'SENT' }
    }

    void "a mail of a kind that can be switched off says how in its head, one that is always sent does not"() {
        given:
        def off = new RenderedMail.Off('https://bridgehall.example/unsubscribe/x', 'messages.bridgehall.example')
        def mail = { RenderedMail.Off way ->
            MailMessage.of(null, 'office@bridgehall.example',
                    new QueuedMail(UUID.randomUUID(), new NewMail('a@b.example', 'fr', 'message-arrived', [:], null), 1, '<1@bridgehall>', []),
                    new RenderedMail('Subject', 'Text', '<p>Text</p>', null, way), java.time.Instant.now())
        }
        def heads = { message -> ['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post'].collect { message.getHeader(it, null) } }

        expect:
        heads(mail(off)) == ['<messages.bridgehall.example>', '<https://bridgehall.example/unsubscribe/x>', 'List-Unsubscribe=One-Click']
        heads(mail(new RenderedMail.Off('http://localhost/unsubscribe/x', 'messages.localhost')))[2] == null
        heads(mail(null)) == [null, null, null]

        when:
        queue('always@mairie.example')

        then:
        eventually.eventually { assert received('always@mairie.example').size() == 1 }
        heads(received('always@mairie.example')[0]) == [null, null, null]
    }

    void "a mail waits while the server is away and goes when it is back"() {
        given:
        smtp.stop()

        when:
        queue('patient@mairie.example')

        then:
        eventually.eventually {
            with(row('patient@mairie.example')) { assert status == 'QUEUED' && attempts == 1 && last_error != null }
        }

        when:
        restart()
        due()

        then:
        eventually.eventually { assert received('patient@mairie.example').size() == 1 }
        received('patient@mairie.example')[0].messageID == row('patient@mairie.example').message_id
    }

    void "when the service dies after the server took a mail, it is sent again with the same Message-ID"() {
        given:
        queue('twice@mairie.example')
        eventually.eventually { assert row('twice@mairie.example').status == 'SENT' }

        when: 'what was noted after the sending is lost'
        people.sql("update mail set status = 'QUEUED', sent_at = null, next_attempt = now() where recipient = 'twice@mairie.example'")

        then:
        eventually.eventually { assert received('twice@mairie.example').size() == 2 }
        received('twice@mairie.example')*.messageID.toSet().size() == 1
    }

    void "a mail that fails again and again is given up and kept"() {
        given:
        smtp.stop()
        queue('never@mairie.example')
        eventually.eventually { assert row('never@mairie.example').attempts == 1 }

        when:
        people.sql("update mail set attempts = 11, next_attempt = now() where recipient = 'never@mairie.example'")

        then:
        eventually.eventually { assert row('never@mairie.example').status == 'DEAD' }
        row('never@mairie.example').last_error != null

        cleanup:
        restart()
    }

    void "a mail is queued only if what it tells of has happened"() {
        when:
        people.inTransaction {
            server.applicationContext.getBean(Mails).queue(new NewMail('undone@mairie.example', 'fr', 'password-changed', [name: 'A'], null))
            throw new IllegalStateException('undone')
        }

        then:
        thrown(IllegalStateException)
        row('undone@mairie.example') == null
    }

    void "pauses between attempts double up to six hours"() {
        expect:
        MailSender.pause(1).toSeconds() == 30
        MailSender.pause(2).toSeconds() == 60
        MailSender.pause(40).toHours() == 6
    }

    void "mails that were sent long ago are deleted, those that were given up are kept"() {
        given:
        queue('old@mairie.example')
        eventually.eventually { assert row('old@mairie.example').status == 'SENT' }
        people.sql("update mail set sent_at = now() - interval '31 days' where recipient = 'old@mairie.example'")
        people.sql("""insert into mail (id, recipient, language, kind, status, next_attempt, message_id, created_at)
                      values (gen_random_uuid(), 'dead@mairie.example', 'fr', 'x', 'DEAD', now(), 'm', now() - interval '1 year')""")

        when:
        server.applicationContext.getBean(Retention).enforce()

        then:
        row('old@mairie.example') == null
        row('dead@mairie.example').status == 'DEAD'
    }
}
