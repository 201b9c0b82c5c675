package eu.bridgehall.profiles

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification

/** Who may do what with a profile, over HTTP: every role at every address. */
@MicronautTest(transactional = false)
class ProfileRolesSpec extends Specification {
    @Inject @Shared EmbeddedServer server
    @Shared People people
    @Shared ProfileMaker profiles
    @Shared Map<String, Api> outsiders = [:]

    static final ROLES = ['visitor', 'stranger', 'viewer', 'editor', 'owner', 'other authority',
                          'association', 'foreign association', 'moderator', 'administrator']

    void setupSpec() {
        people = new People(server)
        profiles = new ProfileMaker(people)
        outsiders = [
                'visitor'            : people.visitor,
                'stranger'           : people.person().api,
                'other authority'    : profiles.confirmed('FR').owner.api,
                'association'        : people.associationOfficer('FR').api,
                'foreign association': people.associationOfficer('DE').api,
                'moderator'          : people.moderator().api,
                'administrator'      : people.administrator().api]
    }

    private Api api(String role, ProfileMaker.Made made) {
        switch (role) {
            case 'owner': return made.owner.api
            case 'editor': return made.member(MemberRole.EDITOR).api
            case 'viewer': return made.member(MemberRole.VIEWER).api
            default: return outsiders[role]
        }
    }

    private ProfileMaker.Made make(String status) {
        switch (status) {
            case 'draft': return profiles.draft('FR').edit { ProfileMaker.content(it) }
            case 'submitted': return profiles.submitted('FR')
            case 'confirmed': return profiles.confirmed('FR')
            case 'members-only': return profiles.confirmed('FR', [visibility: 'members'])
        }
        throw new IllegalArgumentException(status)
    }

    void "#request of a #status profile: each role gets what it should"() {
        given:
        def (method, path) = request.tokenize(' ').with { [it[0], it[1] ?: ''] }
        def body = method == 'GET' ? null : request.contains('entitlement-notes') ? [kind: 'call-back', text: 'Town hall called back.']
                : method == 'PATCH' ? [capacity: 3] : [reasons: ['incomplete'], text: 'The summary says too little.']
        def shared = method == 'GET' ? make(status) : null

        when:
        def answers = ROLES.collect { role ->
            def made = shared ?: make(status)
            api(role, made).send(method, made.path + path, body, method == 'GET' ? [:] : made.ifMatch).status
        }

        then:
        [ROLES, answers].transpose() == [ROLES, expected].transpose()

        where:
        request                   | status         || expected
        //                                            visitor stranger viewer editor owner other assoc foreign mod admin
        'GET'                     | 'draft'        || [404, 404, 200, 200, 200, 404, 200, 404, 200, 200]
        'GET'                     | 'submitted'    || [404, 404, 200, 200, 200, 404, 200, 404, 200, 200]
        'GET'                     | 'confirmed'    || [200, 200, 200, 200, 200, 200, 200, 200, 200, 200]
        'GET'                     | 'members-only' || [404, 404, 200, 200, 200, 200, 200, 200, 200, 200]
        'GET /history'            | 'draft'        || [401, 404, 200, 200, 200, 404, 200, 404, 200, 200]
        'GET /history'            | 'confirmed'    || [401, 403, 200, 200, 200, 403, 200, 403, 200, 200]
        'GET /completeness'       | 'confirmed'    || [401, 403, 200, 200, 200, 403, 200, 403, 200, 200]
        'GET /entitlement'        | 'submitted'    || [401, 404, 403, 403, 403, 404, 200, 404, 200, 200]
        'POST /entitlement-notes' | 'submitted'    || [401, 404, 403, 403, 403, 404, 201, 404, 201, 201]
        'PATCH'                   | 'draft'        || [401, 404, 403, 200, 200, 404, 409, 404, 409, 409]
        'PATCH'                   | 'submitted'    || [401, 404, 403, 409, 409, 404, 200, 404, 200, 200]
        'PATCH'                   | 'confirmed'    || [401, 403, 403, 200, 200, 403, 200, 403, 200, 200]
        'POST /submit'            | 'draft'        || [401, 404, 403, 200, 200, 404, 403, 404, 403, 403]
        'POST /withdraw'          | 'submitted'    || [401, 404, 403, 200, 200, 404, 403, 404, 403, 403]
        'POST /confirm'           | 'submitted'    || [401, 404, 403, 403, 403, 404, 200, 404, 200, 200]
        'POST /confirm'           | 'draft'        || [401, 404, 403, 403, 403, 404, 409, 404, 409, 409]
        'POST /return'            | 'submitted'    || [401, 404, 403, 403, 403, 404, 200, 404, 200, 200]
        'POST /pause'             | 'confirmed'    || [401, 403, 403, 200, 200, 403, 403, 403, 403, 403]
        'POST /reconfirm'         | 'confirmed'    || [401, 403, 403, 200, 200, 403, 403, 403, 403, 403]
        'POST /return'            | 'confirmed'    || [401, 403, 403, 403, 403, 403, 409, 403, 409, 409]
        'POST /suspend'           | 'confirmed'    || [401, 404, 404, 404, 404, 404, 404, 404, 404, 404]
        'POST /reinstate'         | 'confirmed'    || [401, 404, 404, 404, 404, 404, 404, 404, 404, 404]
        'POST /archive'           | 'submitted'    || [401, 404, 403, 403, 200, 404, 200, 404, 200, 200]
        'POST /archive'           | 'confirmed'    || [401, 403, 403, 403, 200, 403, 409, 403, 409, 409]
        'POST /lapse'             | 'confirmed'    || [401, 404, 404, 404, 404, 404, 404, 404, 404, 404]
    }

    void "the queue is for those who confirm, each in her own country"() {
        given:
        def french = profiles.submitted('FR')
        def german = profiles.submitted('DE')

        expect:
        outsiders['visitor'].get('/api/v1/review/profiles').status == 401
        outsiders['stranger'].get('/api/v1/review/profiles').status == 403
        french.owner.api.get('/api/v1/review/profiles').status == 403
        outsiders['association'].get('/api/v1/review/profiles?country=DE').status == 403

        when:
        def queue = { role, query = '' -> outsiders[role].get('/api/v1/review/profiles?limit=200' + query).json }

        then:
        french.id.toString() in queue('association').items*.id
        !(german.id.toString() in queue('association').items*.id)
        german.id.toString() in queue('foreign association').items*.id
        queue('moderator').items*.id.containsAll([french.id.toString(), german.id.toString()])
        queue('moderator', '&country=DE').items*.country.unique() == ['DE']
        queue('moderator', '&status=confirmed').items*.status.unique() == ['confirmed']
        outsiders['moderator'].get('/api/v1/review/profiles?status=nonsense').fields == ['status']
        outsiders['moderator'].get('/api/v1/review/profiles?country=ZZ').fields == ['country']

        and: 'the longest-waiting first, a page at a time'
        def all = queue('moderator').items
        all*.submittedAt == all*.submittedAt.sort()
        def first = outsiders['moderator'].get('/api/v1/review/profiles?limit=1').json
        first.items.size() == 1
        first.total == all.size()
        outsiders['moderator'].get("/api/v1/review/profiles?limit=1&offset=${first.next}").json.items[0].id == all[1].id

        and: 'no contact is in a list'
        !outsiders['moderator'].get('/api/v1/review/profiles').body.contains('town.hall@')
    }

    void "an association that is a member of the authority does not confirm it"() {
        given:
        def made = profiles.submitted('FR')
        def both = people.associationOfficer('FR').memberOf(made.id, MemberRole.VIEWER)

        expect:
        both.api.post("$made.path/confirm", [:], made.ifMatch).status == 403
        both.api.get("$made.path/entitlement").status == 403
    }

    void "my list holds the authorities I act for and nobody else's"() {
        given:
        def mine = profiles.draft('FR')
        profiles.draft('FR')

        expect:
        mine.owner.api.get('/api/v1/authorities').json.with { [it.items*.id, it.total, it.items[0].role] } ==
                [[mine.id.toString()], 1, 'owner']
        people.person().api.get('/api/v1/authorities').json == [items: [], next: null, total: 0]
        mine.owner.api.get('/api/v1/authorities?country=XX').fields == ['country']
        outsiders['foreign association'].get('/api/v1/authorities?limit=200').json.items*.country.unique() in [[], ['DE']]
        outsiders['foreign association'].get('/api/v1/authorities?country=FR').status == 403
        outsiders['visitor'].get('/api/v1/authorities').status == 401
    }
}
