package eu.bridgehall.accounts

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.messaging.ConversationService
import eu.bridgehall.messaging.PostMessage
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class OwnDataSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject AuditLog audit
    People people

    void setup() { people = new People(server) }

    void "a person is given all that is kept of them, and nothing of others"() {
        given:
        def profiles = new ProfileMaker(people)
        def mine = profiles.confirmed('FR')
        def other = profiles.confirmed('UA')
        def me = mine.owner
        def taken = profiles.draft('FR')
        me.api.post('/api/v1/claims', [authority: taken.id, kind: 'dispute', message: 'This is our place.'])
        people.person().api.post('/api/v1/claims', [authority: mine.id, kind: 'join', message: 'A stranger writes.'])
        talk(mine, other, 'We would like to learn from you.', 'Thank you for the welcome.', 'The answer of the other side.')
        me.api.patch('/api/v1/account/notices', [messages: 'off'])

        when:
        def answer = me.api.get('/api/v1/account/data')
        def data = answer.json

        then:
        answer.status == 200
        answer.header('Content-Disposition').contains('attachment')
        answer.header('Cache-Control') == 'no-store'
        data.keySet() == ['account', 'audit', 'claims', 'consents', 'decisions', 'flags', 'forbiddenPairs', 'introductions', 'matches', 'measures', 'messages', 'moderationQueue', 'notices', 'ownership', 'profiles', 'reports'] as Set
        data.account.email == me.email
        data.account.memberships*.role == ['owner']
        data.account.memberships*.authority.id == [mine.id.toString()]
        data.account.sessions.size() == 1
        data.claims*.message == ['This is our place.']
        data.consents.collect { [it.document, it.version] }.toSet() == [['terms', 1], ['privacy', 1], ['rules', 1]] as Set
        data.profiles*.did == ['start', 'edit', 'submit']
        data.introductions*.text == ['We would like to learn from you.']
        data.messages*.text == ['Thank you for the welcome.']
        data.notices.choices == [introductions: 'at-once', messages: 'off', profiles: 'at-once']
        !answer.body.contains('argon2')
        !answer.body.contains('A stranger writes.')
        !answer.body.contains('The answer of the other side.')
        !answer.body.contains(other.owner.email)
        people.visitor.get('/api/v1/account/data').status == 401
    }

    void "it has what she did and what was done to her account, and taking it is an entry of which she is told"() {
        given:
        def me = people.person()
        def administrator = people.administrator()
        me.api.patch('/api/v1/account', [name: 'Another Name'])
        administrator.api.put("/api/v1/admin/people/$me.id/roles/moderator", null)
        administrator.api.delete("/api/v1/admin/people/$me.id/roles/moderator")
        assert me.api.get('/api/v1/account/data').status == 200

        when:
        def entries = me.api.get('/api/v1/account/data').json.audit

        then:
        entries*.action == ['account.change', 'role.grant', 'role.revoke', 'account.export']
        entries*.own == [true, false, false, true]
        entries.collect { it.network != null } == [true, false, false, true]
        entries*.target == [me.id.toString()] * 4
        entries[1].details.contains('MODERATOR')
        !entries.toString().contains(administrator.id.toString())

        and: 'in the file that is a page to read, too'
        me.api.get('/api/v1/account/data.zip').status == 200
        audit.about(me.id)*.action().count('account.export') == 3

        and:
        new PollingConditions(timeout: 20).eventually {
            assert new Mailbox(server).to(me.email)*.subject.contains('Your data was downloaded')
            assert me.api.get('/api/v1/notices').json.items*.kind.count('own-data-taken') == 3
        }
    }

    void "it has what others have written about her and what names her, and of a proposal nothing before it was decided"() {
        given:
        def town = new ProfileMaker(people).confirmed('FR')
        def me = town.member(MemberRole.EDITOR)
        def (first, second) = [people.moderator(), people.moderator()]
        def root = '/api/v1/moderation'
        def data = { TestPerson who -> who.api.get('/api/v1/account/data').json }
        def suspend = { String text -> first.api.post("$root/accounts/$me.id/decisions", [kind: 'suspend', reason: 'abuse', rule: 'R3', text: text, days: 9]).json.id }
        def ownership = "/api/v1/authorities/$town.id/ownership"
        def asked = me.api.post("$ownership/requests", [text: 'She is away.']).json.id
        assert town.owner.api.post("$ownership/$asked/decision", [grant: false, text: 'I am not.']).status == 204

        when:
        def declined = suspend('She shouts.')

        then: 'it waits'
        data(me).decisions.concerning == []
        !data(me).audit*.action.any { it.startsWith('decision') }

        when:
        assert second.api.post("$root/decisions/$declined/decline", [text: 'It was another.']).status == 200
        def made = suspend('She shouts on.')
        assert second.api.post("$root/decisions/$made/confirm").status == 200
        assert first.api.post("$root/decisions/$made/lift", [text: 'She is quiet.']).status == 200
        def back = data(new TestPerson(people, me.id, me.email))

        then:
        back.decisions.concerning.collect { [it.id, it.text, it.status, it.secondText, it.endText, it.rule] } == [
                [declined, 'She shouts.', 'declined', 'It was another.', null, 'R3'],
                [made, 'She shouts on.', 'lifted', null, 'She is quiet.', 'R3']]
        back.decisions.concerning[1].with { until != null && endedAt != null && at != null }
        back.audit.findAll { it.target in [declined, made] }*.action == ['decision.decline', 'decision.confirm', 'decision.lift']
        back.audit.any { it.action.startsWith('ownership.') && !it.own && it.details.contains(me.id.toString()) }
        back.ownership.collect { [it.text, it.words] } == [['She is away.', 'I am not.']]
        ![first, second].any { back.toString().contains(it.id.toString()) }

        and: 'those who decided have what they have written, and nothing about her'
        data(first).decisions.written.collect { [it.decision, it.did, it.text] } == [
                [declined, 'decision', 'She shouts.'], [made, 'decision', 'She shouts on.'], [made, 'end', 'She is quiet.']]
        data(second).decisions.written.collect { [it.decision, it.did, it.text] } == [[declined, 'second-opinion', 'It was another.']]
        [first, second].every { data(it).decisions.concerning == [] }
    }

    void "closing needs the password, and guessing at it is counted"() {
        given:
        def me = people.person()

        expect:
        me.api.post('/api/v1/account/closing', [password: 'wrong']).fields == ['password']
        me.api.post('/api/v1/account/closing', [:]).fields == ['password']
        people.visitor.post('/api/v1/account/closing', [password: People.PASSWORD]).status == 401
        me.api.get('/api/v1/account').status == 200
        (1..8).collect { me.api.post('/api/v1/account/closing', [password: 'wrong']).status }.contains(429)
    }

    void "a closed account is gone: no session, no sign-in, no name, no address, no role"() {
        given:
        def authority = people.authority().id()
        people.member(authority, MemberRole.OWNER)
        def owner = people.member(authority, MemberRole.OWNER)
        def name = "Leaving Person ${UUID.randomUUID()}".toString()
        def me = people.person([name: name]).memberOf(authority, MemberRole.EDITOR).officerOf(people.association('IE').id())
        def elsewhere = people.visitor.post('/api/v1/sessions', [email: me.email, password: People.PASSWORD]).json
        def claimed = new ProfileMaker(people).draft('FR')
        def claim = me.api.post('/api/v1/claims', [authority: claimed.id, kind: 'join', message: 'I work there.']).json.id
        def refused = new ProfileMaker(people).draft('FR')
        def lost = me.api.post('/api/v1/claims', [authority: refused.id, kind: 'join', message: 'I work there, too.']).json.id
        refused.owner.api.post("/api/v1/claims/$lost/decision", [grant: false, reason: 'No.'])
        assert claim in claimed.owner.api.get('/api/v1/claims').json.items*.id
        owner.api.post("/api/v1/authorities/${people.authority().id()}/invitations", [email: me.email, role: 'viewer'])

        when:
        def answer = me.api.post('/api/v1/account/closing', [password: People.PASSWORD])
        def mails = new Mailbox(server)
        new PollingConditions(timeout: 20).eventually { assert mails.to(me.email).any { it.subject == 'Your account is closed' } }

        then:
        answer.status == 204
        me.api.get('/api/v1/account').status == 401
        people.visitor.as(elsewhere.accessToken).get('/api/v1/account').status == 401
        people.visitor.post('/api/v1/sessions/refresh', [refreshToken: elsewhere.refreshToken]).status == 401
        people.visitor.post('/api/v1/sessions', [email: me.email, password: People.PASSWORD]).status == 401
        owner.api.get("/api/v1/authorities/$authority/members").json.items*.email.every { it != me.email }
        claimed.owner.api.get('/api/v1/claims').json.items*.id.every { it != claim }
        people.administrator().api.get("/api/v1/admin/people/$me.id").status == 404
        people.rows('select email, name, password_hash from person where id = ?', [me.id])[0].values().every {
            it == null || !(it.contains(me.email) || it.contains(name))
        }
        ['membership', 'session', 'known_network', 'association_officer', 'platform_role', 'consent'].every {
            people.rows("select 1 from $it where person_id = ?".toString(), [me.id]).empty
        }
        people.rows('select message from place_claim where claimant = ?', [me.id])*.message == ['-']
        'account.close' in audit.about(me.id)*.action()
        'AccountClosed' in people.rows('select type from outbox_event where subject = ?', [me.id])*.type
        people.rows('select payload::text from outbox_event where subject = ?', [me.id]).every { !it.toString().contains(me.email) }
    }

    void "the address can have a new account, which knows nothing of the old one"() {
        given:
        def me = people.person()
        me.api.post('/api/v1/account/closing', [password: People.PASSWORD])

        when:
        people.visitor.post('/api/v1/accounts', [email: me.email, name: 'New Start', password: 'eleven bridges over the Seine', acceptTerms: true])
        def mail = new Mailbox(server).with { box ->
            new PollingConditions(timeout: 20).eventually { assert box.to(me.email).any { it.token } }
            box.to(me.email).find { it.token }
        }

        then:
        people.visitor.post('/api/v1/accounts/confirm', [token: mail.token]).status == 200
        people.visitor.post('/api/v1/sessions', [email: me.email, password: 'eleven bridges over the Seine']).status == 200
    }

    void "the last owner and the last administrator are told what to do first, and nothing is lost"() {
        given:
        def authority = people.authority('FR', 'Ville Seule').id()
        def owner = people.member(authority, MemberRole.OWNER)
        def viewer = people.member(authority, MemberRole.VIEWER)
        people.sql("delete from platform_role where role = 'ADMINISTRATOR'")
        def administrator = people.administrator()

        when:
        def refusedOwner = owner.api.post('/api/v1/account/closing', [password: People.PASSWORD])
        def refusedAdministrator = administrator.api.post('/api/v1/account/closing', [password: People.PASSWORD])

        then:
        [refusedOwner.status, refusedAdministrator.status] == [409, 409]
        refusedOwner.json.detail.contains('Ville Seule')
        owner.api.get('/api/v1/account').json.email == owner.email
        administrator.api.get('/api/v1/account').json.roles == ['administrator']
        new Mailbox(server).to(owner.email).empty

        when: 'there is another'
        owner.api.put("/api/v1/authorities/$authority/members/$viewer.id", [role: 'owner'])
        people.person().withRole(PlatformRole.ADMINISTRATOR)

        then:
        owner.api.post('/api/v1/account/closing', [password: People.PASSWORD]).status == 204
        administrator.api.post('/api/v1/account/closing', [password: People.PASSWORD]).status == 204
    }

    void "what the person has written stays with the other side, without the name"() {
        given:
        def profiles = new ProfileMaker(people)
        def mine = profiles.confirmed('FR')
        def other = profiles.confirmed('UA')
        def conversation = talk(mine, other, 'We would like to learn.', 'See you in spring.', 'Gladly.')
        mine.member(MemberRole.OWNER)

        when:
        def before = other.owner.api.get("/api/v1/conversations/$conversation/messages").json.items
        mine.owner.api.post('/api/v1/account/closing', [password: People.PASSWORD])
        def after = other.owner.api.get("/api/v1/conversations/$conversation/messages").json.items

        then:
        before*.text == after*.text
        before*.author == ['Test Person', 'Test Person']
        after*.author == [null, 'Test Person']
    }

    /** An accepted introduction, and a message of each side. */
    private UUID talk(mine, other, String ask, String first, String second) {
        def introduction = mine.owner.api.post("/api/v1/authorities/$mine.id/introductions", [to: other.id, text: ask]).json
        if (introduction.status == 'pending-review') {
            people.moderator().api.post("/api/v1/introductions/$introduction.id/approve")
        }
        other.owner.api.post("/api/v1/introductions/$introduction.id/accept")
        def opened = { mine.owner.api.get("/api/v1/introductions/$introduction.id").json.conversationId }
        new PollingConditions(timeout: 20).eventually { assert opened() }
        def conversation = opened()
        def conversations = server.applicationContext.getBean(ConversationService)
        conversations.post(mine.owner.actor, UUID.fromString(conversation), new PostMessage(first, mine.id), null)
        conversations.post(other.owner.actor, UUID.fromString(conversation), new PostMessage(second, other.id), null)
        UUID.fromString(conversation)
    }
}
