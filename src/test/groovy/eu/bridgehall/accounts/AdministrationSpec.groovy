package eu.bridgehall.accounts

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

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

    void "nobody but an administrator administers"() {
        given:
        def target = people.person()
        def actors = [people.person(), people.moderator(), people.associationOfficer('DE'), people.member(people.authority().id())]

        expect:
        actors.every { it.api.get('/api/v1/admin/people').status == 403 }
        actors.every { it.api.put("/api/v1/admin/people/$it.id/roles/administrator", [:]).status == 403 }
        actors.every { it.api.put("/api/v1/admin/people/$target.id/suspension", [reason: 'because']).status == 403 }
        actors.every { it.api.post('/api/v1/admin/associations', [countryCode: 'ES', name: 'X']).status == 403 }
        people.visitor.get('/api/v1/admin/people').status == 401
        target.api.get('/api/v1/account').status == 200
    }

    void "a suspended account is closed at once and opened again"() {
        given:
        def admin = people.administrator()
        def person = people.person()
        def signIn = { people.visitor.post('/api/v1/sessions', [email: person.email, password: People.PASSWORD]) }
        assert person.api.get('/api/v1/account').status == 200

        expect:
        admin.api.put("/api/v1/admin/people/$person.id/suspension", [:]).fields == ['reason']
        admin.api.put("/api/v1/admin/people/$person.id/suspension", [reason: 'Shared the password.']).status == 204
        person.api.get('/api/v1/account').status == 401
        signIn().status == 403
        people.visitor.post('/api/v1/sessions', [email: person.email, password: 'wrong']).status == 401
        new Mailbox(server).await(person.email).subject == 'Your account is suspended'
        admin.api.put("/api/v1/admin/people/$person.id/suspension", [reason: 'Again.']).status == 409
        admin.api.delete("/api/v1/admin/people/$person.id/suspension").status == 204
        signIn().status == 200
    }

    void "the last administrator can neither step down nor be suspended"() {
        given:
        people.sql("delete from platform_role where role = 'ADMINISTRATOR'")
        def admin = people.administrator()

        expect:
        admin.api.delete("/api/v1/admin/people/$admin.id/roles/administrator").status == 409
        admin.api.put("/api/v1/admin/people/$admin.id/suspension", [reason: 'Holidays.']).status == 409
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
