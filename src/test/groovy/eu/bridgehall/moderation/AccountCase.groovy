package eu.bridgehall.moderation

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import spock.util.concurrent.PollingConditions

/** Somebody of Lviv whose account two moderators suspend, and the links that she is mailed. */
abstract class AccountCase extends DecisionCase {
    static final Map SPAM = [kind: 'suspend', reason: 'spam', rule: 'R4', text: 'Forty towns got the same offer.']
    TestPerson person

    void setup() { person = people.member(lviv.id, MemberRole.EDITOR, [language: 'uk']) }

    Api.Answer propose(Map more = [:], TestPerson by = moderator, TestPerson about = person) {
        by.api.post("$ROOT/accounts/$about.id/decisions", SPAM + more)
    }

    Api.Answer confirm(Object decision, TestPerson by = second) { by.api.post("$ROOT/decisions/$decision/confirm") }

    /** The id of a decision in force. */
    String suspend(Map more = [:]) {
        def decision = propose(more).json.id
        assert confirm(decision).status == 200
        decision
    }

    int signIn() { people.visitor.post('/api/v1/sessions', [email: person.email, password: People.PASSWORD]).status }

    boolean isSuspended() { people.rows('select suspended_at from person where id = ?', [person.id])[0].suspended_at != null }

    /** What stands in the link of the first mail that has one. */
    String token() { tokens(mailed(person) { tokens(it) })[0] }

    /** The first mail to somebody that is such a one, among whatever else she is told. */
    Mailbox.Mail mailed(TestPerson to, Closure<?> which) {
        Mailbox.Mail found = null
        soon().eventually {
            found = new Mailbox(server).to(to.email).find(which)
            assert found
        }
        found
    }

    /** As if the person were the only one who acts for Lviv. */
    void actsAlone(TestPerson someone) {
        person = someone
        people.sql("delete from membership where organisation_id = ? and role <> 'VIEWER' and person_id <> ?", [lviv.id, someone.id])
    }

    static List<String> tokens(Mailbox.Mail mail) { (mail.text =~ /\/statements\/([A-Za-z0-9_-]+)/).collect { it[1] } }

    /** The links to this decision that somebody was mailed so far. */
    List<String> links(TestPerson to, Object decision) {
        new Mailbox(server).to(to.email).collectMany { tokens(it) }.collect { "/api/v1/statements/$it".toString() }
                .findAll { people.visitor.get(it).json?.id == decision }
    }

    static PollingConditions soon() { new PollingConditions(timeout: 20) }
}
