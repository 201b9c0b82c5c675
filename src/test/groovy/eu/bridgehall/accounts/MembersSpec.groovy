package eu.bridgehall.accounts

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class MembersSpec extends Specification {
    @Inject
    EmbeddedServer server
    People people
    Mailbox mailbox
    UUID authority

    void setup() {
        people = new People(server)
        mailbox = new Mailbox(server)
        authority = people.authority('UA', 'Тростянець').id()
    }

    private String members() { "/api/v1/authorities/$authority/members" }

    private String invitations() { "/api/v1/authorities/$authority/invitations" }

    void "members see each other, the secretariat sees them, a stranger does not"() {
        given:
        people.member(authority, MemberRole.OWNER)
        def viewer = people.member(authority, MemberRole.VIEWER)

        expect:
        viewer.api.get(members()).json.items*.role == ['owner', 'viewer']
        people.moderator().api.get(members()).status == 200
        people.person().api.get(members()).status == 403
        people.associationOfficer('PL').api.get(members()).status == 403
        people.visitor.get(members()).status == 401
        viewer.api.get("/api/v1/authorities/${UUID.randomUUID()}/members").status == 404
    }

    void "only owners invite, change roles and remove"() {
        given:
        def owner = people.member(authority, MemberRole.OWNER)
        def other = people.member(authority, MemberRole.VIEWER)

        expect:
        def api = (role == null ? people.person() : people.member(authority, role)).api
        api.post(invitations(), [email: 'new@town.example', role: 'editor']).status == 403
        api.get(invitations()).status == 403
        api.put(members() + "/$other.id", [role: 'owner']).status == 403
        api.delete(members() + "/$other.id").status == 403
        api.delete(members() + "/$owner.id").status == 403
        api.delete(invitations() + "/${UUID.randomUUID()}").status == 403

        where:
        role << [MemberRole.EDITOR, MemberRole.VIEWER, null]
    }

    void "the owner of another authority can do nothing here"() {
        given:
        def elsewhere = people.member(people.authority().id(), MemberRole.OWNER).api
        def member = people.member(authority, MemberRole.OWNER)

        expect:
        elsewhere.get(members()).status == 403
        elsewhere.put(members() + "/$member.id", [role: 'viewer']).status == 403
        elsewhere.delete(members() + "/$member.id").status == 403
        elsewhere.post(invitations(), [email: 'me@town.example', role: 'owner']).status == 403
    }

    void "the last owner cannot go, nor step down, until there is another"() {
        given:
        def owner = people.member(authority, MemberRole.OWNER)
        def editor = people.member(authority, MemberRole.EDITOR)

        expect:
        owner.api.delete(members() + "/$owner.id").status == 409
        owner.api.put(members() + "/$owner.id", [role: 'editor']).status == 409
        owner.api.put(members() + "/$editor.id", [role: 'owner']).status == 204
        owner.api.delete(members() + "/$owner.id").status == 204
        owner.api.get(members()).status == 403
        editor.api.delete(members() + "/$editor.id").status == 409
    }

    void "a member leaves by themselves"() {
        given:
        people.member(authority, MemberRole.OWNER)
        def viewer = people.member(authority, MemberRole.VIEWER)

        expect:
        viewer.api.delete(members() + "/$viewer.id").status == 204
        viewer.api.get(members()).status == 403
    }

    void "an administrator gives an authority whose last owner is gone a new one; a moderator does not"() {
        given:
        def person = people.person()

        expect:
        people.moderator().api.put(members() + "/$person.id", [role: 'owner']).status == 403
        people.administrator().api.put(members() + "/${UUID.randomUUID()}", [role: 'owner']).status == 404
        people.administrator().api.put(members() + "/$person.id", [role: 'owner']).status == 204
        person.actor.isMember(authority, MemberRole.OWNER)
    }

    void "a colleague without an account accepts by the link and has one then"() {
        given:
        def owner = people.member(authority, MemberRole.OWNER)
        def email = "colleague-$authority@rada.example".toString()

        when:
        def invited = owner.api.post(invitations(), [email: email, role: 'editor'], ['Accept-Language': 'uk'])
        def mail = mailbox.await(email)

        then:
        invited.status == 201
        mail.language == 'uk'
        mail.subject.contains('Тростянець')

        and: 'what is missing for an account is named, and the link is still good'
        people.visitor.post('/api/v1/invitations/accept', [token: mail.token]).fields == ['name', 'password', 'acceptTerms']

        when:
        def accepted = people.visitor.post('/api/v1/invitations/accept',
                [token: mail.token, name: 'Іван', password: 'four wheels and a cart', acceptTerms: true])

        then:
        accepted.status == 200
        accepted.json == [authorityId: authority.toString(), role: 'editor']
        owner.api.get(members()).json.items*.email.contains(email)
        owner.api.get(invitations()).json.items.empty
        people.visitor.post('/api/v1/sessions', [email: email, password: 'four wheels and a cart']).status == 200
        people.visitor.post('/api/v1/invitations/accept', [token: mail.token, name: 'X', password: 'four wheels and a cart']).status == 400
    }

    void "a colleague with an account accepts signed in, by the link or from the list"() {
        given:
        def owner = people.member(authority, MemberRole.OWNER)
        def colleague = people.person()
        owner.api.post(invitations(), [email: colleague.email, role: 'viewer'])
        def token = mailbox.await(colleague.email).token

        expect: 'not signed in, or as somebody else, it is refused'
        people.visitor.post('/api/v1/invitations/accept', [token: token, name: 'X', password: 'four wheels and a cart']).status == 401
        people.person().api.post('/api/v1/invitations/accept', [token: token]).status == 403

        when:
        def own = colleague.api.get('/api/v1/account/invitations').json.items

        then:
        own*.authorityName == ['Тростянець']
        people.person().api.post("/api/v1/account/invitations/${own[0].id}/acceptance").status == 404
        colleague.api.post("/api/v1/account/invitations/${own[0].id}/acceptance").status == 200
        colleague.actor.isMember(authority, MemberRole.VIEWER)
        colleague.api.post('/api/v1/invitations/accept', [token: token]).status == 400
    }

    void "an invitation that was withdrawn or is too old is worth nothing"() {
        given:
        def owner = people.member(authority, MemberRole.OWNER)
        def first = people.person()
        def second = people.person()
        def id = owner.api.post(invitations(), [email: first.email, role: 'viewer']).json.id
        owner.api.post(invitations(), [email: second.email, role: 'viewer'])
        def tokens = [first, second].collect { mailbox.await(it.email).token }

        when:
        def withdrawn = owner.api.delete(invitations() + "/$id")
        people.sql("update invitation set expires_at = now() - interval '1 second' where email = ?", [second.email])

        then:
        withdrawn.status == 204
        first.api.post('/api/v1/invitations/accept', [token: tokens[0]]).status == 400
        second.api.post('/api/v1/invitations/accept', [token: tokens[1]]).status == 404
        owner.api.get(invitations()).json.items.empty
    }

    void "nobody is invited twice, and no member at all"() {
        given:
        def owner = people.member(authority, MemberRole.OWNER)

        expect:
        owner.api.post(invitations(), [email: 'once@town.example', role: 'viewer']).status == 201
        owner.api.post(invitations(), [email: 'ONCE@town.example', role: 'viewer']).status == 409
        owner.api.post(invitations(), [email: owner.email, role: 'viewer']).status == 409
        owner.api.post(invitations(), [email: 'x', role: null]).fields == ['email', 'role']
    }

    void "a role is named as the API names it, and in no other way"() {
        given:
        def owner = people.member(authority, MemberRole.OWNER)
        def editor = people.member(authority, MemberRole.EDITOR)

        when:
        def invited = owner.api.post(invitations(), [email: 'x@town.example', role: role])
        def changed = owner.api.put(members() + "/$editor.id", [role: role])

        then:
        [invited, changed].every {
            it.status == 400 && it.json.errors == [[field: 'role', message: 'Choose one of these: viewer, editor, owner.']]
        }

        where:
        role << ['king', 'EDITOR', 'Editor', '']
    }
}
