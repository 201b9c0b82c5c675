package eu.bridgehall.notifications

import eu.bridgehall.support.People
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

class RefusedMailSpec extends Specification {
    @AutoCleanup
    RefusingServer smtp = new RefusingServer(0)
    @AutoCleanup
    EmbeddedServer server = ApplicationContext.run(EmbeddedServer, [
            'bridgehall.mail.host'    : '127.0.0.1',
            'bridgehall.mail.port'    : smtp.port,
            'bridgehall.mail.security': 'none'], 'test')

    void "an address that the server refuses for good is given up at once and kept"() {
        given:
        def people = new People(server)

        when:
        people.inTransaction {
            server.applicationContext.getBean(Mails).queue(
                    new NewMail('unknown@mairie.example', 'fr', 'account-restored', [name: 'Anna'], null))
        }

        then:
        new PollingConditions(timeout: 20, delay: 0.05).eventually {
            with(people.rows('select status, attempts, last_error from mail')[0]) {
                assert status == 'DEAD'
                assert attempts == 1
                assert last_error != null
            }
        }
    }
}
