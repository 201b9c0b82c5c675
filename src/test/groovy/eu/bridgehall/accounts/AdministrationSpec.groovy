package eu.bridgehall.accounts

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

@MicronautTest(transactional = false)
class AdministrationSpec extends Specification {
    @Inject
    EmbeddedServer server
    @Inject
    AuditLog audit
    @Inject
    FirstAdministrator first
    People people

    void setup() { people = new People(server) }

    void "an administrator makes a moderator, and takes the role away again"() {
        given:
        def admin = people.administrator()
        def person = people.person()

        expect:
        admin.api.put("/api/v1/admin/people/$person.id/roles/moderator", [:]).status == 204
        person.actor.isSecretariat()
        admin.api.get("/api/v1/admin/people/$person.id").json.roles == ['moderator']
        admin.api.delete("/api/v1/admin/people/$person.id/roles/moderator").status == 204
        !person.actor.isSecretariat()
        audit.about(person.id)*.action == ['role.grant', 'role.revoke']
        admin.api.delete("/api/v1/admin/people/$person.id/roles/moderator").status == 404
        admin.api.put("/api/v1/admin/people/$person.id/roles/emperor", [:]).fields == ['role']
        admin.api.put("/api/v1/admin/people/$person.id/roles/MODERATOR", [:]).fields == ['role']
        admin.api.put("/api/v1/admin/people/${UUID.randomUUID()}/roles/moderator", [:]).status == 404
    }

    void "who is given a role, or has it no longer, is told by notice and mail"() {
        given:
        def admin = people.administrator()
        def person = people.person(language: 'fr')
        def role = "/api/v1/admin/people/$person.id/roles/moderator"
        def association = people.association('LV')
        def officer = "/api/v1/admin/associations/$association.id/officers/$person.id"
        def mails = new Mailbox(server)
        def told = { int count ->
            new PollingConditions(timeout: 20).eventually { assert mails.to(person.email).size() == count }
            mails.to(person.email)*.subject
        }

        expect: 'once, though it is given twice'
        2.times { assert admin.api.put(role, [:]).status == 204 }
        told(1) == ['Vous travaillez pour le secrétariat']
        admin.api.delete(role).status == 204
        told(2).contains('Vous ne faites plus partie du secrétariat')

        and:
        2.times { assert admin.api.put(officer, [:]).status == 204 }
        told(3).contains("Vous êtes référent de l’association Association of LV".toString())
        admin.api.delete(officer).status == 204
        told(4).contains("Vous n’êtes plus référent de l’association Association of LV".toString())
        person.api.get('/api/v1/notices').json.items*.kind == ['role-of-association-taken', 'role-of-association-given', 'role-taken', 'role-given']
        mails.to(person.email).any { it.text.contains('modération') }
    }

    void "what is typed in search of somebody may hold a zero, and finds nobody"() {
        given:
        def admin = people.administrator()
        def page = Visitor.signedIn(admin)
        def association = people.association('LT').id()

        expect:
        admin.api.get("/api/v1/admin/people?q=%00$admin.email").json.items*.id == [admin.id.toString()]
        page.get("/admin/people?q=%00$admin.email").body().contains("/admin/people/$admin.id")
        page.post('/moderation/accounts', [formToken: page.formToken('/account'), email: 'a\u0000b']).statusCode() == 400
        page.get('/moderation?country=F%00').statusCode() == 400
        page.post("/admin/associations/$association/officers", [formToken: page.formToken('/account'), email: 'a\u0000b']).statusCode() == 400
        page.post('/admin/second-factors', [formToken: page.formToken('/account'), email: 'a\u0000b', reason: 'Lost.']).statusCode() == 400
        admin.api.get('/api/v1/moderation/queue?country=F%00').fields == ['country']
    }

    void "nobody but an administrator administers"() {
        given:
        def target = people.person()
        def actors = [people.person(), people.moderator(), people.associationOfficer('DE'), people.member(people.authority().id())]

        expect:
        actors.every { it.api.get('/api/v1/admin/people').status == 403 }
        actors.every { it.api.put("/api/v1/admin/people/$it.id/roles/administrator", [:]).status == 403 }
        actors.every { it.api.post("/api/v1/admin/people/$target.id/lock", [reason: 'because']).status == 403 }
        actors.every { it.api.post('/api/v1/admin/associations', [countryCode: 'ES', name: 'X']).status == 403 }
        people.visitor.get('/api/v1/admin/people').status == 401
        target.api.get('/api/v1/account').status == 200
    }

    void "an administrator locks an account that others seem to have taken: its owner alone comes in again, by a new password"() {
        given:
        def admin = people.administrator()
        def person = people.member(people.authority().id())
        def town = people.rows('select organisation_id as it from membership where person_id = ?', [person.id])[0].it
        def other = people.member(town, MemberRole.VIEWER)
        def signIn = { String password -> people.visitor.post('/api/v1/sessions', [email: person.email, password: password]) }
        def path = "/api/v1/admin/people/$person.id/lock"
        def refresh = signIn(People.PASSWORD).json.refreshToken
        assert person.api.get('/api/v1/account').status == 200
        assert person.api.post("/api/v1/authorities/$town/ownership/offers", [to: other.id, keeps: 'viewer']).status == 200

        expect:
        admin.api.post(path, [:]).fields == ['reason']
        people.moderator().api.post(path, [reason: 'Please.']).status == 403
        admin.api.post("/api/v1/admin/people/${UUID.randomUUID()}/lock", [reason: 'Nobody.']).status == 404
        admin.api.post("/api/v1/admin/people/$admin.id/lock", [reason: 'Myself.']).with { [status, json.type] } == [409, 'urn:bridgehall:problem:accounts.lockOwn']

        when:
        def locked = admin.api.post(path, [reason: 'Called the town hall: it was not she.'])

        then: 'nobody is in, and the password lets nobody in, nor do the codes that it went with'
        locked.status == 204
        person.api.get('/api/v1/account').status == 401
        people.visitor.post('/api/v1/sessions/refresh', [refreshToken: refresh]).status == 401
        signIn(People.PASSWORD).status == 401

        and: 'what was offered in her name is over'
        other.api.get("/api/v1/authorities/$town/ownership").json.items == []

        and: 'the reason is on record, and not in the audit log'
        people.rows('select kind, by, reason from account_measure where person_id = ?', [person.id]) ==
                [[kind: 'LOCK', by: admin.id, reason: 'Called the town hall: it was not she.']]
        audit.about(person.id).find { it.action() == 'account.lock' }.with { it != null && !details().contains('Called') }

        when:
        def mail = new Mailbox(server).await(person.email)
        def set = people.visitor.post('/api/v1/password-resets/confirm', [token: mail.token, password: 'eleven herons by the river'])

        then:
        mail.subject == 'Set a new password for your account'
        mail.text.contains('no sanction')
        set.status == 204
        signIn('eleven herons by the river').status == 200

        and: 'nobody signs in to a suspended account anyway'
        admin.api.post("/api/v1/admin/people/${people.person().suspended().id}/lock", [reason: 'Again.']).status == 409
    }

    void "the last administrator cannot step down"() {
        given:
        people.sql("delete from platform_role where role = 'ADMINISTRATOR'")
        def admin = people.administrator()

        expect:
        admin.api.delete("/api/v1/admin/people/$admin.id/roles/administrator").status == 409
        admin.api.get('/api/v1/account').status == 200
    }

    void "an association has officers, and an officer belongs to one association"() {
        given:
        def admin = people.administrator()
        def person = people.person()

        when:
        def made = admin.api.post('/api/v1/admin/associations', [countryCode: 'EE', name: 'Eesti liit', website: 'https://liit.example'])
        def id = made.json.id
        def other = people.association('LV').id()

        then:
        made.status == 201
        admin.api.post('/api/v1/admin/associations', [countryCode: 'EE', name: 'Another']).status == 409
        admin.api.post('/api/v1/admin/associations', [countryCode: 'ZZ', name: '', website: 'javascript:alert(1)']).fields == ['name', 'website', 'countryCode']
        people.visitor.get('/api/v1/associations').json.items*.name.contains('Eesti liit')
        admin.api.put("/api/v1/admin/associations/$id/officers/$person.id", [:]).status == 204
        person.actor.isAssociationOf('EE')
        admin.api.put("/api/v1/admin/associations/$other/officers/$person.id", [:]).status == 409
        admin.api.get("/api/v1/admin/associations/$id/officers").json.items*.id == [person.id.toString()]
        admin.api.delete("/api/v1/admin/associations/$id/officers/$person.id").status == 204
        !person.actor.isAssociationOf('EE')
        admin.api.put("/api/v1/admin/associations/${people.authority().id()}/officers/$person.id", [:]).status == 404
    }

    void "accounts are found by a part of address or name, taken as it is written"() {
        given:
        def admin = people.administrator()
        def person = people.person(name: 'Per_cent%', email: "needle-${UUID.randomUUID()}@hay.example")

        expect:
        admin.api.get('/api/v1/admin/people?q=NEEDLE').json.items*.id == [person.id.toString()]
        admin.api.get('/api/v1/admin/people?q=r_c').json.items*.id == [person.id.toString()]
        admin.api.get('/api/v1/admin/people?q=%25').json.items*.id == [person.id.toString()]
        admin.api.get('/api/v1/admin/people?limit=1').json.with { items.size() == 1 && next == '1' }
        admin.api.get('/api/v1/admin/people?offset=999999999').fields == ['offset']
        admin.api.get('/api/v1/admin/people?limit=many').status == 400
    }

    void "the command line makes the first administrator with a password that is checked"() {
        when:
        def id = first.create('boss@secretariat.example', 'The Boss', 'eleven geese in a row', Locale.ENGLISH)

        then:
        people.rows('select role from platform_role where person_id = ?', [id])*.role == ['ADMINISTRATOR']
        people.visitor.post('/api/v1/sessions', [email: 'boss@secretariat.example', password: 'eleven geese in a row']).status == 200

        when:
        first.create('boss2@secretariat.example', 'The Boss', 'password1234', Locale.ENGLISH)

        then:
        thrown(eu.bridgehall.kernel.DomainException.Invalid)
    }
}
