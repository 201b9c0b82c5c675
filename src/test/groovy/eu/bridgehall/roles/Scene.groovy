package eu.bridgehall.roles

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.moderation.StatementLinks
import eu.bridgehall.notifications.Unsubscription
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.runtime.server.EmbeddedServer
import spock.util.concurrent.PollingConditions

/**
 * Lille, a confirmed authority of France, and what it has: members, a profile that is written and one
 * that waits, introductions in each status, a conversation, a claim, an invitation. Around it stand
 * the others who have nothing to do with it. French introductions are reviewed.
 */
class Scene {
    final People people
    private final ProfileMaker profiles
    private final Towns.Town lille
    private final Map<String, TestPerson> persons
    private final Map<String, Object> things

    /** What stands in an address where nothing else is said: by its name, or what stands before it. */
    private static final Map<String, String> USUAL = [
            authorities: 'lille', profiles: 'lille', introductions: 'sent', conversations: 'conversation', claims: 'claim',
            places     : 'place', invitations: 'invitation', authorityId: 'lille', personId: 'viewer', person: 'viewer',
            invitation : 'invitation', invitationId: 'invitation', sessionId: 'session', sessions: 'session',
            associationId: 'france', other: 'partner', place: 'free-place', message: 'message', messageId: 'message',
            reports    : 'report', decisions: 'decision', appeals: 'appeal',
            changeId   : 'no-change', change: 'no-change', number     : '1', notices: 'notice', token: 'unsubscribing', flags: 'flag']

    Scene(EmbeddedServer server) {
        people = new People(server)
        profiles = new ProfileMaker(people)
        def towns = new Towns(people)
        lille = towns.confirmed('FR', 'Lille')
        def partner = towns.confirmed('IT', 'Bologna')
        persons = [
                viewer     : lille.viewer, editor: lille.editor, owner: lille.owner,
                other      : towns.confirmed('BE', 'Gent').owner,
                association: people.associationOfficer('FR'), foreign: people.associationOfficer('DE'),
                moderator  : people.moderator(), admin: people.administrator(),
                suspended  : people.member(lille.id, MemberRole.OWNER)]
        things = [
                lille      : lille.id, partner: partner.id, stranger: profiles.confirmed('ES').id,
                france     : people.association('FR').id(), place: lilles('place_id'), 'free-place': profiles.place('FR'),
                draft      : ours(profiles.draft('FR')), submitted: ours(profiles.submitted('FR')),
                claim      : people.person().api.post('/api/v1/claims', [authority: lille.id, kind: 'join', message: 'Hello']).json.id,
                invitation : invitation()]
        persons.each { role, person -> things[role] = person.id }
        things.session = session(partner.owner)
        things['no-change'] = UUID.randomUUID()
        things.flag = flag()
        introductions(partner, towns)
        decisions(partner)
        things.statement = statement()
    }

    /** One for each role, the visitor too; the last is suspended when it has signed in. */
    Map<String, Caller> callers() {
        def callers = RoleTable.ROLES.collectEntries { [it, new Caller(people, persons[it])] }
        persons.suspended.suspended()
        callers
    }

    /** The same role with a session that may end. */
    Caller anew(String role) { new Caller(people, persons[role]) }

    static boolean maySignIn(String role) { !(role in ['visitor', 'suspended']) }

    /** Whether the scene knows what to put there. */
    boolean knows(String name, String before) {
        USUAL.containsKey(name) || name == 'id' && USUAL.containsKey(before)
    }

    /** What stands in an address under a name, behind another part of it. */
    Object usual(String name, String before) {
        things[USUAL[name == 'id' ? before : name]] ?: USUAL[name]
    }

    /** What a word of the table means for a role: a thing of the scene, a new one for this request, or itself. */
    Object thing(String word, String role) {
        switch (word) {
            case 'new-email': return "new-${UUID.randomUUID()}@example.org".toString()
            case 'new-person': return people.person().id
            case 'new-member': return people.member(lille.id, MemberRole.VIEWER).id
            case 'new-moderator': return people.person().withRole(PlatformRole.MODERATOR).id
            case 'new-officer': return people.associationOfficer('FR').id
            case 'new-invitation': return invitation()
            case 'new-request': return ownershipRequest()
            case 'new-mail': return deadMail()
            case 'new-session': return maySignIn(role) ? session(persons[role]) : things.session
        }
        def named = things[word]
        named != null ? named : word.isInteger() ? word.toInteger() : word
    }

    /** What must be the same at the end, when everybody has tried everything. */
    List<String> state() {
        def ours = [things.lille, things.draft, things.submitted].collect { "'$it'" }.join(', ')
        people.rows("""
            select 'profile ' || id || ' ' || version || ' ' || status as it from authority_profile where id in ($ours)
            union all select 'member ' || person_id || ' ' || role from membership
                where person_id in (${persons.values().collect { "'$it.id'" }.join(', ')})
            union all select 'introduction ' || id || ' ' || status from introduction
            union all select 'messages ' || count(*) from message
            union all select 'invitation ' || id || ' ' || coalesce(closed_why, 'open') from invitation where id = '$things.invitation'
            union all select 'claim ' || id || ' ' || state from place_claim where id = '$things.claim'
            union all select 'decisions ' || count(*) from moderation_decision
            union all select 'appeal ' || id || ' ' || coalesce(outcome, 'open') from moderation_appeal
            union all select 'report ' || id || ' ' || (decision_id is null) from report
            union all select 'session ' || id || ' ' || (ended_at is null) from session where id = '$things.session'
            """.toString())*.it.sort()
    }

    private Object lilles(String column) {
        people.rows("select $column as it from authority_profile where id = ?".toString(), [lille.id])[0].it
    }

    /** The same people act for it as for Lille. */
    private UUID ours(ProfileMaker.Made made) {
        ['viewer', 'editor', 'owner', 'suspended'].each {
            persons[it].memberOf(made.id, it == 'suspended' ? MemberRole.OWNER : MemberRole.valueOf(it.toUpperCase()))
        }
        made.id
    }

    private Object invitation() {
        def path = "/api/v1/authorities/$lille.id/invitations"
        def email = "invited-${UUID.randomUUID()}@example.org".toString()
        assert lille.owner.api.post(path, [email: email, role: 'viewer']).status == 201
        people.rows('select id from invitation where email = ?', [email])[0].id
    }

    /** A new member of Lille asks to be made owner. */
    private Object ownershipRequest() {
        def answer = people.member(lille.id, MemberRole.VIEWER).api.post("/api/v1/authorities/$lille.id/ownership/requests", [text: 'The owner is gone.'])
        assert answer.status == 201
        answer.json.id
    }

    private Object session(TestPerson person) {
        def token = person.freshToken()
        assert token
        people.rows('select id from session where person_id = ? order by created_at desc, id desc limit 1', [person.id])[0].id
    }

    private void introductions(Towns.Town partner, Towns towns) {
        things.pending = ask(profiles.confirmed('IT').id)
        def asked = { ProfileMaker.Made to -> decide(ask(to.id), persons.moderator, 'approve') }
        things.sent = asked(profiles.confirmed('IT'))
        things.rejected = decide(ask(profiles.confirmed('IT').id), persons.moderator, 'reject', [reason: 'other', text: 'No.'])
        def declining = profiles.confirmed('IT')
        things.declined = decide(asked(declining), declining.owner, 'decline', [reason: 'no-capacity'])
        things.withdrawn = decide(asked(profiles.confirmed('IT')), lille.editor, 'withdraw')
        things.received = partner.ask(lille).json.id
        things.agreed = decide(towns.confirmed('IT', 'Pisa').ask(lille).json.id, lille.owner, 'accept')
        def agreeing = profiles.confirmed('IT')
        things.accepted = decide(asked(agreeing), agreeing.owner, 'accept')
        things.conversation = Towns.conversationOf(things.accepted, lille)
        things.message = lille.editor.api.post("/api/v1/conversations/$things.conversation/messages", [text: 'Hello']).json.id
        things.notice = notice(lille.owner)
        things.unsubscribing = unsubscribing(lille.owner)
        assert things.every { it.value != null }
    }

    /** Lille is reported, warned, and appeals; nobody of the roles has decided it. */
    private void decisions(Towns.Town partner) {
        things.report = partner.owner.api.post("/api/v1/profiles/$lille.id/report", [reason: 'other', text: 'Not so.']).json.id
        things.decision = people.moderator().api.post("/api/v1/moderation/authorities/$lille.id/decisions",
                [kind: 'warn', reason: 'untrue', rule: 'R2', text: 'It is not so.']).json.id
        things.appeal = lille.owner.api.post("/api/v1/decisions/$things.decision/appeal", [text: 'It is so.']).json.appeal.id
        assert things.report && things.decision && things.appeal
    }

    /** What stands in the address of the statement for somebody whose account two others have suspended. */
    private String statement() {
        def person = people.person()
        def decision = people.moderator().api.post("/api/v1/moderation/accounts/$person.id/decisions",
                [kind: 'suspend', reason: 'spam', rule: 'R4', text: 'It is spam.']).json.id
        assert people.moderator().api.post("/api/v1/moderation/decisions/$decision/confirm").status == 200
        people.server.applicationContext.getBean(StatementLinks).find(UUID.fromString(decision), person.id).get().tokenize('/').last()
    }

    /** The first that somebody has been told. */
    private static Object notice(TestPerson person) {
        def told = { person.api.get('/api/v1/notices').json.items }
        new PollingConditions(timeout: 20).eventually { assert !told().empty }
        told()[0].id
    }

    /** What stands in the address that switches off a person's mails about messages. */
    private Object unsubscribing(TestPerson person) {
        def url = people.server.applicationContext.getBean(Unsubscription).of(person.id, 'message-arrived', Locale.ENGLISH).url()
        URI.create(url).path.tokenize('/').last()
    }

    /** What automatic signals have found in Lille's profile. */
    private UUID flag() {
        def id = UUID.randomUUID()
        people.sql("""insert into content_flag (id, kind, subject, authority_id, signals, fingerprint, found_at, waits)
            values (?, 'PROFILE', ?, ?, '{LINK}', '', now(), true)""", [id, lille.id, lille.id])
        id
    }

    private UUID deadMail() {
        def id = UUID.randomUUID()
        people.sql("""insert into mail (id, recipient, language, kind, facts, next_attempt, message_id, created_at, status)
            values (?, ?, 'en', 'account-restored', '{"name": "Anna"}', now(), ?, now(), 'DEAD')""",
                [id, "anna-$id@mairie.example".toString(), "<$id@bridgehall>".toString()])
        id
    }

    private Object ask(UUID to) {
        def answer = lille.editor.api.post("/api/v1/authorities/$lille.id/introductions", [to: to, text: 'We would like to talk.'])
        assert answer.json.status == 'pending-review'
        answer.json.id
    }

    private static Object decide(Object introduction, TestPerson by, String step, Map<String, Object> body = [:]) {
        assert by.api.post("/api/v1/introductions/$introduction/$step", body).status == 200
        introduction
    }
}
