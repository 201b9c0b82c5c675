package eu.bridgehall.accounts

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.support.People
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What becomes of the accounts that one administrator had suspended, before suspensions were decisions. */
@MicronautTest(transactional = false)
class FormerSuspensionSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject AuditLog audit

    void "they are locked, and who had suspended them stays on record"() {
        given:
        def people = new People(server)
        def admin = people.administrator()
        def known = people.person().suspended()
        def unknown = people.person().suspended()
        def other = people.person()
        people.inTransaction { 2.times { audit.record(admin.actor, 'account.suspend', known.id) } }
        def last = people.rows("select max(at) as at from audit_entry where subject = ? and action = 'account.suspend'", [known.id])[0].at

        when:
        def script = getClass().getResource('/db/migration/V0247__account_decisions.sql').text
        people.asOwner(script.substring(script.indexOf('insert into account_measure')))

        then:
        people.rows('select kind, by, at from account_measure where person_id = ?', [known.id]) == [[kind: 'LOCK', by: admin.id, at: last]]
        people.rows('select kind, by from account_measure where person_id = ?', [unknown.id]) == [[kind: 'LOCK', by: new UUID(0, 0)]]
        people.rows('select 1 from account_measure where person_id = ?', [other.id]) == []

        and: 'the password is worth nothing, and the owner comes in by a new one'
        [known, unknown].every { people.rows('select suspended_at, password_hash from person where id = ?', [it.id]) == [[suspended_at: null, password_hash: null]] }
        people.visitor.post('/api/v1/sessions', [email: known.email, password: People.PASSWORD]).status == 401
        people.visitor.post('/api/v1/sessions', [email: other.email, password: People.PASSWORD]).status == 200
        known.api.get('/api/v1/account/data').json.measures.onAccount*.kind == ['lock']
    }
}
