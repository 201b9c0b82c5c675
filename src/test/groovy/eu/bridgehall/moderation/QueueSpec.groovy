package eu.bridgehall.moderation

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import java.time.Duration
import java.time.Instant

import static eu.bridgehall.web.EditForms.post

/** One queue for everything that waits for a person, and one person at a time on each thing in it. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review-countries', value = 'FR')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class QueueSpec extends Specification {
    static final String QUEUE = '/api/v1/moderation/queue'
    static final String VIEWS = '/api/v1/moderation/views'
    @Inject EmbeddedServer server
    People people
    ProfileMaker profiles
    Towns towns
    TestPerson moderator

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
        towns = new Towns(people)
        moderator = people.moderator()
    }

    void "everything that waits stands in one list, each under its kind"() {
        given:
        def submitted = profiles.submitted('FR')
        def changed = profiles.confirmed('FR').edit { ProfileMaker.content(it, [officialName: 'Another name']) }
        def join = claim(submitted, 'join')
        def dispute = claim(submitted, 'dispute')
        def lille = towns.confirmed('FR', 'Lille')
        def gone = lille.editor.api.post("/api/v1/authorities/$lille.id/ownership/requests", [text: 'Our owner has retired.']).json.id
        def asked = lille.ask(towns.confirmed('IT', 'Bologna')).json.id
        def report = reported('fraud')

        expect:
        waiting(moderator)[submitted.id.toString()].kind == 'profile'
        waiting(moderator)[changed.id.toString()].kind == 'profile-change'
        waiting(moderator)[join].kind == 'claim'
        waiting(moderator)[dispute].kind == 'dispute'
        waiting(moderator)[gone].with { kind == 'ownership' && priority == 'normal' && names == ['Lille'] && country == 'FR' && overdue == false }
        waiting(moderator)[asked].with { kind == 'introduction' && names == ['Lille', 'Bologna'] && country == 'FR' }
        waiting(moderator)[report].with { kind == 'report' && priority == 'high' && names == ['Lviv'] && country == 'UA' }
    }

    void "an association has what is its own, and nobody else anything"() {
        given:
        def french = profiles.submitted('FR')
        def german = profiles.submitted('DE')
        def report = reported('spam')

        expect:
        waiting(people.associationOfficer('FR')).keySet().with { french.id.toString() in it && !(german.id.toString() in it) && !(report in it) }
        people.associationOfficer('FR').api.get("$QUEUE?country=DE").status == 403
        people.associationOfficer('FR').api.get("$QUEUE/counts").json.keySet() == ['profile', 'profile-change', 'claim', 'dispute', 'ownership', 'introduction', 'flag'] as Set
        moderator.api.get("$QUEUE/counts").json.with { it.profile >= 2 && it.report >= 1 }
        [french.owner, people.person()].every { person ->
            ['', '/counts'].every { person.api.get(QUEUE + it).status == 403 } && person.api.get(VIEWS).status == 403
        }
        people.visitor.get(QUEUE).status == 401
    }

    void "nobody is given what is about an authority of her own"() {
        given:
        def submitted = profiles.submitted('FR')
        def member = people.moderator().memberOf(submitted.id, MemberRole.EDITOR)

        expect:
        !(submitted.id.toString() in waiting(member).keySet())
        submitted.id.toString() in waiting(moderator).keySet()
        member.api.post("$QUEUE/profile/$submitted.id/claim").status == 404
    }

    void "what should be decided first stands first: what is urgent, and what has waited long"() {
        given:
        def old = profiles.submitted('ES')
        since(old, 6)
        def fresh = profiles.submitted('ES')
        def older = profiles.submitted('ES')
        since(older, 2)
        def dispute = claim(fresh, 'dispute')

        when:
        def page = moderator.api.get("$QUEUE?country=ES&limit=100").json

        then:
        page.items*.subject == [old.id, dispute, older.id, fresh.id]*.toString()
        page.total == 4
        page.items*.overdue == [true, false, false, false]
        page.items*.priority == ['normal', 'high', 'normal', 'normal']
        Duration.between(Instant.parse(page.items[0].since), Instant.parse(page.items[0].due)) == Duration.ofDays(5)

        and: 'page by page it is the same'
        moderator.api.get("$QUEUE?country=ES&limit=2").json.with { items*.subject == page.items*.subject[0..1] && next == '2' && total == 4 }
        moderator.api.get("$QUEUE?country=ES&limit=2&offset=2").json.with { items*.subject == page.items*.subject[2..3] && next == null }
        moderator.api.get("$QUEUE?offset=1001").fields == ['offset']
    }

    void "it is narrowed by kind, country and who works on it"() {
        given:
        def one = profiles.submitted('PT')
        def other = profiles.submitted('PT')
        def dispute = claim(one, 'dispute')
        moderator.api.post("$QUEUE/profile/$one.id/claim")
        def subjects = { TestPerson who, String query -> who.api.get("$QUEUE?country=PT&$query").json.items*.subject as Set }

        expect:
        subjects(moderator, 'kind=profile') == [one.id, other.id]*.toString() as Set
        subjects(moderator, 'kind=dispute&kind=claim') == [dispute] as Set
        subjects(moderator, 'claimed=mine') == [one.id.toString()] as Set
        subjects(people.moderator(), 'claimed=mine') == [] as Set
        subjects(moderator, 'claimed=free') == [other.id.toString(), dispute] as Set
        moderator.api.get("$QUEUE?kind=nonsense").fields == ['kind']
        moderator.api.get("$QUEUE?claimed=nonsense").fields == ['claimed']
        moderator.api.get("$QUEUE?country=ZZ").fields == ['country']
    }

    void "what somebody has taken on nobody else takes on or decides, until it is given back"() {
        given:
        def made = profiles.submitted('FR')
        def colleague = people.moderator()
        def path = "$QUEUE/profile/$made.id/claim"

        when:
        def taken = moderator.api.post(path)

        then:
        taken.status == 200
        taken.json.mine
        waiting(colleague)[made.id.toString()].claim.with { !mine && by == 'Test Person' }
        colleague.api.post(path).with { status == 409 && json.type.endsWith('moderation.claim.taken') }
        colleague.api.delete(path).status == 409
        decide(colleague, made, 'confirm').with { status == 409 && json.type.endsWith('moderation.claim.taken') }
        made.profile.status().name() == 'SUBMITTED'

        when:
        moderator.api.delete(path)

        then:
        waiting(colleague)[made.id.toString()].claim == null
        decide(colleague, made, 'confirm').status == 200
        moderator.api.post(path).status == 404
    }

    void "what somebody has taken on no other reviewer corrects, returns, closes or decides about"() {
        given:
        def made = profiles.submitted('FR')
        def colleague = people.moderator()
        def path = "$QUEUE/profile/$made.id/claim"
        def why = [reasons: ['duplicate'], text: 'There is another.']
        def report = colleague.api.post("$made.path/report", [reason: 'spam']).json.id
        def decision = { TestPerson by, String kind -> by.api.post("/api/v1/moderation/reports/$report/decision",
                [kind: kind, reason: 'spam', rule: 'R4', text: 'It advertises.']) }
        moderator.api.post(path)

        expect:
        [colleague.api.patch(made.path, [capacity: 3], made.ifMatch), colleague.api.post("$made.path/return", why, made.ifMatch),
         colleague.api.post("$made.path/archive", why, made.ifMatch), decision(people.moderator(), 'return'),
         people.moderator().api.post("/api/v1/moderation/authorities/$made.id/decisions", [kind: 'warn', reason: 'spam', rule: 'R4', text: 'No.'])]
                .every { it.status == 409 && it.json.type.endsWith('moderation.claim.taken') }
        made.profile.version() == 3

        when: 'she who has it corrects it, and has it still'
        def edited = moderator.api.patch(made.path, [capacity: 3], made.ifMatch)

        then:
        edited.status == 200
        moderator.api.post(path).json.mine

        when: 'its own people need nobody'
        def withdrawn = made.owner.api.post("$made.path/withdraw", [:], made.ifMatch)

        then:
        withdrawn.status == 200

        when:
        made.owner.api.post("$made.path/submit", [:], made.ifMatch)

        then:
        decision(moderator, 'return').status == 201
        made.profile.status().name() == 'RETURNED'
        people.rows('select count(*) as n from queue_claim where subject = ?', [made.id])[0].n == 0
    }

    void "who has taken on a report of a profile is asked before others decide about the authority"() {
        given:
        def town = towns.confirmed('UA', 'Lviv')
        def report = towns.confirmed('BE', 'Gent').editor.api.post("/api/v1/profiles/$town.id/report", [reason: 'spam']).json.id
        def warn = { TestPerson by -> by.api.post("/api/v1/moderation/authorities/$town.id/decisions",
                [kind: 'warn', reason: 'spam', rule: 'R4', text: 'No.']).status }
        moderator.api.post("$QUEUE/report/$report/claim")

        expect:
        warn(people.moderator()) == 409
        warn(moderator) == 201
        report in waiting(moderator).keySet()
    }

    void "who decides has nothing more to give back, and the secretariat can take over"() {
        given:
        def made = profiles.submitted('FR')
        def officer = people.associationOfficer('FR')
        def path = "$QUEUE/profile/$made.id/claim"
        moderator.api.post(path)

        expect:
        officer.api.post(path, [take: true]).status == 403
        people.moderator().api.post(path, [take: true]).status == 200
        decide(moderator, made, 'confirm').status == 409
        people.moderator().with { it.api.post(path, [take: true]).status == 200 && decide(it, made, 'confirm').status == 200 }
        people.rows('select count(*) as n from queue_claim where subject = ?', [made.id])[0].n == 0
    }

    void "what is not decided in time is free again"() {
        given:
        def made = profiles.submitted('FR')
        moderator.api.post("$QUEUE/profile/$made.id/claim")
        people.sql("update queue_claim set claimed_at = now() - interval '3 hours', expires_at = now() - interval '1 second' where subject = ?", [made.id])

        expect:
        waiting(moderator)[made.id.toString()].claim == null
        people.moderator().api.post("$QUEUE/profile/$made.id/claim").json.mine
    }

    void "of several who take it on at the same instant one has it"() {
        given:
        def made = profiles.submitted('FR')
        def four = (1..4).collect { people.moderator() }

        when:
        def statuses = AtOnce.run(*four.collect { who -> { -> who.api.post("$QUEUE/profile/$made.id/claim").status } })

        then:
        statuses.sort() == [200, 409, 409, 409]
    }

    void "claims, introductions and reports are kept for who has taken them on as well"() {
        given:
        def colleague = people.moderator()
        def dispute = claim(profiles.submitted('FR'), 'dispute')
        def asked = towns.confirmed('FR', 'Lens').ask(towns.confirmed('IT', 'Pisa')).json.id
        def report = reported('spam')
        [dispute: dispute, introduction: asked, report: report].each { kind, id ->
            assert moderator.api.post("$QUEUE/$kind/$id/claim").status == 200
        }

        expect:
        colleague.api.post("/api/v1/claims/$dispute/decision", [grant: false, reason: 'No.']).status == 409
        colleague.api.post("/api/v1/introductions/$asked/approve").status == 409
        colleague.api.post("/api/v1/introductions/$asked/reject", [reason: 'other', text: 'No.']).status == 409
        colleague.api.post("/api/v1/moderation/reports/$report/decision", [kind: 'no-action', reason: 'no-breach', text: 'Nothing.']).status == 409
        moderator.api.post("/api/v1/claims/$dispute/decision", [grant: false, reason: 'No.']).status == 200
        moderator.api.post("/api/v1/introductions/$asked/approve").status == 200
        moderator.api.post("/api/v1/moderation/reports/$report/decision", [kind: 'no-action', reason: 'no-breach', text: 'Nothing.']).status in [200, 201]
        !(report in waiting(moderator).keySet())
    }

    void "a view is saved, changed and forgotten by her whose it is"() {
        given:
        def view = [name: 'French disputes', kinds: ['dispute'], country: 'FR', claimed: 'free', flagged: false]
        def saved = moderator.api.post(VIEWS, view)

        expect:
        saved.status == 201
        saved.json.subMap(view.keySet()) == view
        moderator.api.get(VIEWS).json.items == [saved.json]
        moderator.api.post(VIEWS, view + [name: 'FRENCH DISPUTES']).status == 409
        moderator.api.post(VIEWS, view + [name: '']).fields == ['name']
        moderator.api.post(VIEWS, view + [kinds: ['nonsense']]).fields == ['kind']
        moderator.api.post(VIEWS, view + [country: 'ZZ']).fields == ['country']
        moderator.api.put("$VIEWS/$saved.json.id", [name: 'All']).json.with { name == 'All' && kinds == [] && claimed == 'all' }
        people.moderator().with { it.api.get(VIEWS).json.items == [] && it.api.delete("$VIEWS/$saved.json.id").status == 404 }
        moderator.api.delete("$VIEWS/$saved.json.id").status == 204
        moderator.api.get(VIEWS).json.items == []
    }

    void "her views and what she has taken on are in what is held on her"() {
        given:
        def made = profiles.submitted('FR')
        moderator.api.post("$QUEUE/profile/$made.id/claim")
        moderator.api.post(VIEWS, [name: 'Mine'])

        expect:
        moderator.api.get('/api/v1/account/data').json.with {
            it.moderationQueue.taken*.subject == [made.id.toString()] && it.moderationQueue.views*.name == ['Mine']
        }
    }

    void "the page shows the queue, lets things be taken on, and says who else works on one"() {
        given:
        def made = profiles.submitted('GR', [officialName: 'Naxos and its isles'])
        def browser = Visitor.signedIn(moderator)
        def other = Visitor.signedIn(people.moderator())

        expect:
        browser.get('/dashboard').body().contains('href="/moderation"')
        browser.get('/moderation?country=GR').body().with { contains('Naxos and its isles') && contains("/review/profiles/$made.id") }
        other.get('/moderation?country=IS&kind=appeal').body().contains('fits this choice')

        when:
        def answer = post(browser, '/moderation/claims', [kind: 'profile', subject: made.id, act: 'claim', to: "/review/profiles/$made.id"])

        then:
        answer.statusCode() == 303
        answer.headers().firstValue('Location').get() == "/review/profiles/$made.id?done=queue-claimed"
        browser.get("/review/profiles/$made.id").body().contains('Give it back')
        other.get("/review/profiles/$made.id").body().with { contains('Test Person works on it until') && contains('Take it over') }
        post(other, '/moderation/claims', [kind: 'profile', subject: made.id, act: 'claim']).with { statusCode() == 409 && body().contains('is working on this') }
        post(other, "/review/profiles/$made.id/confirm", [version: made.profile.version()]).with { statusCode() == 409 && body().contains('is working on this') }
        post(browser, '/moderation/claims', [kind: 'profile', subject: made.id, act: 'release']).headers().firstValue('Location').get() == '/moderation?done=queue-released'
    }

    void "a choice is saved as a view on the page, and what is wrong with it is said there"() {
        given:
        def browser = Visitor.signedIn(moderator)

        expect:
        post(browser, '/moderation/views', [kind: 'dispute', country: 'FR', claimed: 'all', name: '']).with { statusCode() == 400 && body().contains('id="errors"') && body().contains('f-name') }
        post(browser, '/moderation/views', [kind: 'dispute', country: 'FR', claimed: 'all', name: 'Disputes here']).headers().firstValue('Location').get() ==
                '/moderation?kind=dispute&country=FR&done=queue-view-saved'
        browser.get('/moderation').body().with { contains('Disputes here') && contains('/moderation?kind=dispute&amp;country=FR') }
        post(browser, "/moderation/views/${moderator.api.get(VIEWS).json.items[0].id}/delete", [:]).statusCode() == 303
        !browser.get('/moderation').body().contains('Disputes here')
        Visitor.signedIn(people.person()).get('/moderation').statusCode() == 403
    }

    private Map<String, Map> waiting(TestPerson who) {
        who.api.get("$QUEUE?limit=100").json.items.collectEntries { [it.subject, it] }
    }

    private String claim(ProfileMaker.Made made, String kind) {
        people.person().api.post('/api/v1/claims', [authority: made.id, kind: kind, message: 'I act for it.']).json.id
    }

    /** A message that was reported; the id of the report. */
    private String reported(String reason) {
        def lviv = towns.confirmed('UA', 'Lviv')
        def gent = towns.confirmed('BE', 'Gent')
        def conversation = Towns.conversation(lviv, gent)
        def message = lviv.editor.api.post("/api/v1/conversations/$conversation/messages", [text: 'Good morning!']).json.id
        gent.editor.api.post("/api/v1/conversations/$conversation/messages/$message/report", [reason: reason]).json.id
    }

    private void since(ProfileMaker.Made made, int days) {
        people.sql("update authority_profile set submitted_at = submitted_at - make_interval(days => $days) where id = ?".toString(), [made.id])
    }

    private static decide(TestPerson who, ProfileMaker.Made made, String step) {
        who.api.post("$made.path/$step", [:], made.ifMatch)
    }
}
