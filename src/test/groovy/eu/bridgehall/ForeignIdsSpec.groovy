package eu.bridgehall

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.yaml.snakeyaml.Yaml
import spock.lang.Shared
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** Every address that takes an id, as the API document lists them, called with somebody else's. */
@MicronautTest(transactional = false)
class ForeignIdsSpec extends Specification {
    /** What everybody may read of a confirmed authority, and report. */
    private static final List<String> OPEN = ['GET /api/v1/places/{id}', 'GET /api/v1/profiles/{id}', 'POST /api/v1/profiles/{id}/report',
                                             'GET /api/v1/statements/{token}', 'POST /api/v1/statements/{token}/appeal',
                                             'POST /api/v1/statements/{token}/closing', 'POST /api/v1/statements/{token}/data.zip', 'GET /api/v1/transparency/{year}']

    private static final byte[] PLAN = '%PDF-1.7'.bytes

    /** Bodies that would be right from those who may, so that a refusal is for the id. */
    private static final Map<String, Object> BODIES = [
            'Acceptance': [token: 'x'], 'MembersController.NewInvitation': [email: 'x@town.example', role: 'viewer'],
            'MembersController.Role': [role: 'owner'], 'AdministrationController.Lock': [reason: 'x'],
            'AdministrationController.AssociationChange': [name: 'x'], 'AskIntroduction': [to: null, text: 'Hello'],
            'ClaimDecision': [grant: true, reason: 'x'], 'Dismissal': [reason: 'other'], 'MarkRead': [upTo: 1],
            'NoteRequest': [kind: 'letter', text: 'x'], 'PostMessage': [text: 'x'], 'EditMessage': [text: 'x'], 'ReportRequest': [reason: 'spam'], 'StepReason': [reason: 'other', text: 'x'],
            'ReasonRequest': [reasons: ['other'], text: 'x'], 'ProfileContent': [officialName: 'Mine now'],
            'WeightsRequest': [weights: [needs: 1]], 'TextRequest': [text: 'x'], 'AppealAnswer': [outcome: 'overturned', answer: 'x'],
            'DecideRequest': [kind: 'warn', reason: 'other', rule: 'R7', text: 'x'], 'QueueViewRequest': [name: 'x'], 'StatementLinkController.Proof': [password: 'x'],
            'OwnershipController.Decision': [grant: true, text: 'x'], 'AdministrationController.FactorReset': [reason: 'x']]

    @Inject EmbeddedServer server
    @Shared
    Map<String, ?> document = new Yaml().load(ForeignIdsSpec.getResourceAsStream('/META-INF/swagger/bridgehall.yml'))

    People people
    Towns.Town theirs
    Towns.Town partner
    TestPerson invited
    Map<String, Object> ids

    void setup() {
        people = new People(server)
        def towns = new Towns(people)
        theirs = towns.confirmed('FR', 'Lille')
        partner = towns.confirmed('BE', 'Gent')
        invited = people.person()
        theirs.owner.api.post("/api/v1/authorities/$theirs.id/invitations", [email: invited.email, role: 'editor'])
        def conversation = Towns.conversation(theirs, partner)
        def talk = "/api/v1/conversations/$conversation"
        def file = theirs.owner.api.upload("$talk/attachments", 'plan.pdf', PLAN).json.id
        def message = theirs.owner.api.post("$talk/messages", [text: 'The plan', attachments: [file]]).json.id
        ids = [
                authorities  : theirs.id, profiles: theirs.id, other: partner.id, personId: theirs.viewer.id,
                claims       : people.person().api.post('/api/v1/claims', [authority: theirs.id, kind: 'join', message: 'Hello']).json.id,
                conversations: conversation, messages: message, attachments: file, introductions: theirs.ask(towns.confirmed('DE', 'Aachen')).json.id,
                invitationId : invited.api.get('/api/v1/account/invitations').json.items[0].id,
                sessionId    : theirs.owner.api.get('/api/v1/account/sessions').json.items[0].id,
                associationId: people.association('FR').id(), role: 'moderator', places: 1,
                changeId     : offered(),
                notices      : notice(), mails: UUID.randomUUID(),
                'forbidden-pairs': people.moderator().api.post('/api/v1/review/forbidden-pairs', [one: theirs.id, other: towns.confirmed('AT', 'Linz').id,
                        reason: 'Decided by both']).json.id] + decided() + watched()
    }

    /** They are reported, warned, and appeal. */
    private Map<String, Object> decided() {
        def decision = people.moderator().api.post("/api/v1/moderation/authorities/$theirs.id/decisions",
                [kind: 'warn', reason: 'untrue', rule: 'R2', text: 'It is not so.']).json.id
        [reports  : partner.owner.api.post("/api/v1/profiles/$theirs.id/report", [reason: 'spam']).json.id, decisions: decision,
         appeals  : theirs.owner.api.post("/api/v1/decisions/$decision/appeal", [text: 'It is so.']).json.appeal.id]
    }

    /** Something is found in what they write, and somebody watches over it. */
    private Map<String, Object> watched() {
        def flag = UUID.randomUUID()
        people.sql("""insert into content_flag (id, kind, subject, authority_id, signals, fingerprint, found_at, waits)
            values (?, 'PROFILE', ?, ?, '{LINK}', '', now(), true)""", [flag, theirs.id, theirs.id])
        [flags: flag, kind: 'flag', subject: flag, year: 2000,
         views: people.moderator().api.post('/api/v1/moderation/views', [name: 'Theirs']).json.id]
    }

    /** Its owner offers to hand it over. */
    private String offered() {
        def ownership = "/api/v1/authorities/$theirs.id/ownership"
        theirs.owner.api.post("$ownership/offers", [to: theirs.editor.id, keeps: 'editor'])
        theirs.owner.api.get(ownership).json.items[0].id
    }

    /** The first that somebody of theirs has been told. */
    private Object notice() {
        def told = { theirs.owner.api.get('/api/v1/notices').json.items }
        new PollingConditions(timeout: 20).eventually { assert !told().empty }
        told()[0].id
    }

    void "a stranger with an authority of his own gets nothing by the ids of others"() {
        given:
        def stranger = new Towns(people).confirmed('IT', 'Bologna').owner
        def before = state()

        when:
        def answers = operations().collectEntries { [it.name, answer(it, stranger.api).status] }

        then:
        answers.size() > 35
        answers.findAll { !(it.value in [403, 404]) && !(it.key in OPEN) } == [:]
        state() == before
    }

    void "a viewer changes nothing of her own authority either"() {
        given:
        def before = state()

        when:
        operations().findAll { !it.name.startsWith('GET') && !it.name.endsWith('/read') }
                .each { answer(it, theirs.viewer.api) }

        then: 'but that she may leave'
        state() == before - "$theirs.viewer.id VIEWER".toString()
    }

    void "a visitor is told to sign in, whatever the id"() {
        given:
        def before = state()

        when:
        def answers = operations().collectEntries { [it.name, answer(it, people.visitor).status] }

        then:
        answers.findAll { it.value != 401 && !(it.key in OPEN) } == [:]
        state() == before
    }

    void "an id that nobody has is not there, for those who may most as well"() {
        given:
        def nobody = ids.collectEntries { name, id -> [name, id instanceof UUID || id.toString().size() == 36 ? UUID.randomUUID() : id] }
        def owner = theirs.owner
        def administrator = people.administrator().withRole(eu.bridgehall.kernel.PlatformRole.MODERATOR)

        expect:
        [owner.api, administrator.api].collectMany { api ->
            operations().findAll { !(it.name in ['GET /api/v1/places/{id}']) }
                    .collect { [it.name, answer(it, api, nobody).status] }
                    .findAll { !(it[1] in [403, 404]) }
        } == []
    }

    private Api.Answer answer(Map operation, Api api, Map<String, Object> with = ids) {
        def parts = operation.path.tokenize('/')
        def path = '/' + parts.indexed().collect { i, part ->
            if (!part.startsWith('{')) return part
            def name = part[1..-2]
            name == 'step' ? 'archive' : with[name] ?: with[name == 'authorityId' ? 'authorities' : parts[i - 1]]
        }.join('/')
        if (operation.body?.content?.containsKey('multipart/form-data')) {
            return api.upload(path, 'plan.pdf', PLAN)
        }
        def schema = operation.body?.content?.values()?.first()?.schema
        def body = schema == null ? null : BODIES[schema.'$ref'?.tokenize('/')?.last()] ?: [:]
        if (body?.containsKey('to')) {
            body = body + [to: partner.id]
        }
        def version = people.rows('select version from authority_profile where id = ?', [theirs.id])[0].version
        api.send(operation.method, path, body ?: (operation.method == 'POST' ? [:] : null), ['If-Match': "\"$version\"".toString()])
    }

    private List<Map> operations() {
        document.paths.findAll { it.key.contains('{') }.collectMany { path, methods ->
            methods.collect { method, operation ->
                [name: "${method.toUpperCase()} $path".toString(), path: path, method: method.toUpperCase(), body: operation.requestBody]
            }
        }
    }

    /** What must stay as it is: profile, members, invitations, talks and requests of these authorities. */
    private List<String> state() {
        people.rows("""
            select 'profile ' || id || ' ' || version || ' ' || status as is from authority_profile where id in (?, ?)
            union all select person_id || ' ' || role from membership where organisation_id = ?
            union all select 'invitation ' || id from invitation where organisation_id = ? and closed_why is null
            union all select 'introduction ' || id || ' ' || status from introduction where from_authority in (?, ?)
            union all select 'weights ' || authority || ' ' || version from authority_weights
            union all select 'messages ' || count(*) from message
            union all select 'decision ' || id || ' ' || status from moderation_decision
            union all select 'appeal ' || id || ' ' || coalesce(outcome, 'open') from moderation_appeal
            union all select 'claim ' || id || ' ' || state from place_claim where profile = ?
            """, [theirs.id, partner.id, theirs.id, theirs.id, theirs.id, partner.id, theirs.id])*.is*.toString().sort()
    }
}
