package eu.bridgehall.notifications

import eu.bridgehall.support.People
import eu.bridgehall.support.QueuedMails
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import groovy.json.JsonSlurper
import io.micronaut.runtime.server.EmbeddedServer
import jakarta.inject.Inject
import spock.lang.Specification

/** Two towns, what their people are told, and the mails that come of it. */
abstract class NoticeCase extends Specification {
    static final String LIST = '/api/v1/notices'
    static final String CHOICES = '/api/v1/account/notices'
    @Inject EmbeddedServer server
    @Inject Letters letters
    @Inject Digests digests

    People people
    QueuedMails queue
    Towns.Town lyon
    Towns.Town gent

    void setup() {
        people = new People(server)
        queue = new QueuedMails(people, '', 'introduction-mails', 'message-mails', 'conversations', 'account-mails', 'profile-mails',
                'decision-mails')
        lyon = new Towns(people).confirmed('FR', 'Lyon', 'fr')
        gent = new Towns(people).confirmed('BE', 'Gent', 'de')
        forgetAll()
    }

    void settled() { queue.to(gent.owner) }

    void forgetAll() { settled(); [lyon, gent].collectMany { [it.owner, it.editor] }.each { forget(it) } }

    /** Whatever was told to somebody so far is gone. */
    void forget(TestPerson person) {
        people.sql('delete from notice where person_id = ?', [person.id])
        people.sql('delete from mail where recipient = ?', [person.email])
    }

    List<Map> told(TestPerson person, String query = '') {
        settled()
        person.api.get(LIST + query).json.items
    }

    List<Map<String, Object>> mails(TestPerson person) {
        settled()
        people.rows("""select id, kind, language, facts::text, link_path, message_id, array_to_string(notices, ',') as notices
                       from mail where recipient = ? order by id""", [person.email])
    }

    /** The only mail to somebody as it would be sent now; null where nothing of it would. */
    RenderedMail written(TestPerson person) {
        def rows = mails(person)
        assert rows.size() == 1
        written(person, rows[0])
    }

    RenderedMail written(TestPerson person, Map row) {
        letters.write(new QueuedMail(row.id, new NewMail(person.email, row.language, row.kind,
                new JsonSlurper().parseText(row.facts) as Map, row.link_path == null ? null : MailLink.to(row.link_path)),
                1, row.message_id, row.notices.tokenize(',').collect { UUID.fromString(it) })).orElse(null)
    }

    /** As if everything told so far had been told days ago, so that every digest is due. */
    void daysPass() {
        settled()
        people.sql("update notice set at = at - interval '8 days'")
    }

    Visitor browser(TestPerson person) { new Visitor(server.URI).tap { signIn(person) } }
}
