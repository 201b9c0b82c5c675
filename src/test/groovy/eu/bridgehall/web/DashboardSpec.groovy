package eu.bridgehall.web

import eu.bridgehall.kernel.Actor
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.matching.MatchLooks
import eu.bridgehall.profiles.ProfileDirectory
import eu.bridgehall.profiles.Profiles
import eu.bridgehall.profiles.model.ProfileAction
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

/** The overview: who waits for whom, what is new, and how complete and fresh a profile is. */
@MicronautTest(transactional = false)
class DashboardSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject ProfileDirectory directory
    @Inject MatchLooks looks
    @Inject Profiles profiles

    People people
    Towns towns
    Towns.Town lyon
    Towns.Town gent

    void setup() {
        people = new People(server)
        towns = new Towns(people)
        lyon = towns.confirmed('FR', 'Lyon')
        gent = towns.confirmed('BE', 'Gent')
    }

    private Visitor browser(TestPerson person) { new Visitor(server.URI).tap { signIn(person) } }

    private String overview(TestPerson person) { browser(person).get('/dashboard').body() }

    /** The lines of a list, each in words. */
    static List<String> lines(String page, String list) {
        def found = page =~ /(?s)<ul class="$list">(.*?)<\/ul>/
        found.find() ? (found.group(1) =~ /(?s)<a [^>]*>(.*?)<\/a>/).collect {
            it[1].replaceAll(/<[^>]+>/, ' · ').replace('\u00a0', ' ').replaceAll(/\s+/, ' ').replaceAll(/[· ]+$/, '').strip()
        } : []
    }

    void "an introduction waits for those who are asked, and those who asked see that they wait"() {
        given:
        def id = lyon.ask(gent).json.id

        expect:
        lines(overview(gent.editor), 'tasks')[0].startsWith('1 introduction waits for the answer of Gent · since ')
        lines(overview(gent.viewer), 'tasks') == []
        lines(overview(lyon.viewer), 'waiting')[0].startsWith('1 request of Lyon waits for an answer · since ')
        lines(overview(lyon.owner), 'tasks') == []

        when: 'nobody answers for long'
        people.sql("update introduction set sent_at = now() - interval '8 days' where id = ?", [UUID.fromString(id)])

        then:
        lines(overview(gent.owner), 'tasks')[0].contains(' · waiting long, since ')
        lines(overview(lyon.owner), 'waiting')[0].contains(' · waiting long, since ')

        when:
        gent.editor.api.post("/api/v1/introductions/$id/decline", [reason: 'other', text: 'Not now'])

        then:
        lines(overview(gent.owner), 'tasks') == []
        lines(overview(lyon.owner), 'waiting') == []
    }

    void "a proposal waits for each side until that one has answered"() {
        given:
        def id = people.moderator().api.post('/api/v1/review/proposals', [one: lyon.id, other: gent.id, text: 'You share a river.']).json.id

        expect:
        lines(overview(lyon.editor), 'tasks')[0] =~ /^1 introduction waits for the answer of Lyon · since .* · by /
        lines(overview(gent.editor), 'tasks')[0].startsWith('1 introduction waits for the answer of Gent')

        when:
        lyon.editor.api.post("/api/v1/introductions/$id/accept")

        then:
        lines(overview(lyon.editor), 'tasks') == []
        lines(overview(lyon.viewer), 'waiting')[0].startsWith('1 proposal that Lyon has accepted waits for the other side · since ')
        lines(overview(gent.editor), 'tasks')[0].startsWith('1 introduction waits for the answer of Gent')
        lines(overview(gent.editor), 'waiting') == []

        when:
        gent.editor.api.post("/api/v1/introductions/$id/decline", [reason: 'other', text: 'Not now'])

        then:
        [lyon, gent].every { town -> ['tasks', 'waiting'].every { lines(overview(town.owner), it) == [] } }
    }

    void "what is unread goes before what is read and not answered; whoever wrote last waits"() {
        given:
        def id = Towns.conversation(lyon, gent)
        lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello'])

        expect:
        lines(overview(gent.editor), 'tasks')[0].startsWith('1 unread message in your conversations · since ')
        lines(overview(lyon.editor), 'waiting')[0].startsWith('In 1 conversation you wrote last · since ')

        when:
        gent.editor.api.post("/api/v1/conversations/$id/read", [upTo: 1])

        then:
        lines(overview(gent.editor), 'tasks')[0].startsWith('1 conversation waits for your reply · since ')
        lines(overview(gent.owner), 'tasks')[0].startsWith('1 unread message in your conversations · since ')

        when:
        gent.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello, too'])

        then:
        lines(overview(gent.editor), 'tasks') == []

        when: 'and nothing of what is muted'
        lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'When?'])
        gent.owner.api.with { post("/api/v1/conversations/$id/read", [upTo: 3]); put("/api/v1/conversations/$id/mute", [:]) }

        then:
        lines(overview(gent.owner), 'tasks') == []

        when:
        lyon.editor.api.post("/api/v1/conversations/$id/read", [upTo: 3])

        then:
        lines(overview(lyon.editor), 'waiting').size() == 1

        when: 'it has been silent for long'
        people.sql("update message set at = now() - interval '31 days' where conversation_id = ?", [UUID.fromString(id)])

        then:
        lines(overview(lyon.editor), 'waiting') == []
    }

    /** A conversation of the two in which a person has written this once, so long ago. */
    private UUID wrote(TestPerson author, Towns.Town town, String ago) {
        def id = UUID.randomUUID()
        people.sql("""insert into conversation (id, subject, opened_for, opened_at, active_at, last_number, revision)
            select ?, 'Water', ?, i.at, i.at, 1, 1 from (select now() - interval '$ago' as at) i""".toString(), [id, town.id])
        [lyon, gent].each {
            people.sql("insert into conversation_side (conversation_id, organisation_id, kind) values (?, ?, 'AUTHORITY')", [id, it.id])
        }
        people.sql("""insert into message (id, conversation_id, number, revision, organisation_id, author_id, text, at)
            select gen_random_uuid(), id, 1, 1, ?, ?, 'Hello', active_at from conversation where id = ?""", [town.id, author.id, id])
        id
    }

    void "of many conversations the oldest one that is unread is not forgotten, and what a colleague wrote is no task"() {
        given:
        Towns.conversation(lyon, gent)
        def old = wrote(lyon.editor, lyon, '60 days')
        11.times { wrote(gent.owner, gent, "$it hours") }

        expect:
        with(overview(gent.editor)) {
            lines(it, 'tasks').size() == 1
            lines(it, 'tasks')[0].startsWith('1 unread message in your conversations · waiting long, since ')
            lines(it, 'waiting')[0].startsWith('In 11 conversations you wrote last · since ')
        }
        gent.editor.api.get('/api/v1/dashboard').json.mine*.with { [what, count, stale] } == [['unread', 1, true]]

        when:
        gent.editor.api.put("/api/v1/conversations/$old/mute", [:])

        then:
        lines(overview(gent.editor), 'tasks') == []
    }

    void "of very many introductions all are counted, and the oldest says since and until when"() {
        given:
        people.sql("""insert into organisation (id, kind, country_code, name)
            select gen_random_uuid(), 'AUTHORITY', 'IT', 'Town of $gent.id ' || n from generate_series(1, 205) n""".toString())
        people.sql("""insert into introduction (id, from_authority, to_authority, country, status, text, asked_by, asked_at,
                reviewed, sent_at, answer_until)
            select gen_random_uuid(), o.id, ?, 'IT', 'SENT', 'Hello there', ?, o.at, false, o.at, o.at + interval '45 days'
              from (select id, timestamptz '2026-01-01T10:00:00Z' + row_number() over () * interval '1 day' as at
                      from organisation where name like 'Town of $gent.id %') o""".toString(), [gent.id, gent.owner.id])

        expect:
        gent.editor.api.get('/api/v1/dashboard').json.mine == [
                [what : 'answer', count: 205, authority: gent.id.toString(), link: "/introductions?authority=$gent.id".toString(),
                 since: '2026-01-02T10:00:00Z', until: '2026-02-16T10:00:00Z', stale: true]]
        lines(overview(gent.owner), 'tasks')[0].startsWith('205 introductions wait for the answer of Gent · waiting long, since ')
        lines(overview(gent.viewer), 'tasks') == []
    }

    void "other programs ask for the same as the page shows: what has a day first, then what has waited longest"() {
        given:
        lyon.ask(gent)
        def talk = Towns.conversation(gent, towns.confirmed('IT', 'Pisa'))
        people.sql("update authority_profile set reconfirm_due = now() + interval '10 days' where id = ?", [gent.id])
        wrote(lyon.editor, lyon, '1 hour')

        when:
        def told = gent.editor.api.get('/api/v1/dashboard').json
        def id = gent.id.toString()

        then:
        told.mine*.what == ['reconfirm', 'answer', 'unread']
        told.mine[0].with { until != null && since == null && count == null && authority == id && !stale }
        told.mine[2].with { until == null && since != null && authority == null && link == '/conversations' }
        told.theirs == []
        with(told.authorities[0]) {
            it.authority == id && name == 'Gent' && role == 'editor' && status == 'confirmed'
            completeness > 0 && newMatches == 0
            reconfirmation.soon && !reconfirmation.lapsed && reconfirmation.hiddenFrom == reconfirmation.due
        }
        lyon.viewer.api.get('/api/v1/dashboard').json.with { mine == [] && theirs*.what == ['answered'] }
        people.visitor.get('/api/v1/dashboard').status == 401
        talk != null
    }

    void "who may not write in an authority is not told to"() {
        given:
        def made = state == 'returned' ? new ProfileMaker(people).submitted('FR') : new ProfileMaker(people).draft('FR')
        def viewer = made.member(MemberRole.VIEWER)
        if (state == 'returned') {
            made.step(ProfileAction.RETURN, Actor.service(), new eu.bridgehall.profiles.ReasonRequest(['other'], 'not yet'))
        }

        expect:
        lines(overview(made.owner), 'tasks').size() == 1
        lines(overview(viewer), 'tasks') == []

        where:
        state << ['draft', 'returned']
    }

    void "a submitted profile and a claim wait for others"() {
        given:
        def made = new eu.bridgehall.support.ProfileMaker(people).submitted('FR', [officialName: 'Nantes'])
        def claimant = people.person()
        claimant.api.post('/api/v1/claims', [authority: gent.id, kind: 'join', message: 'I work there'])

        expect:
        lines(overview(made.owner), 'waiting')[0].startsWith('The profile of Nantes waits to be confirmed · since ')
        lines(overview(claimant), 'waiting')[0].startsWith('Your claim on Gent waits for a decision · since ')
        lines(overview(gent.owner), 'tasks') == ['1 person asks to act for an authority: decide']
    }

    void "a profile that is due is reconfirmed with one click, also when it has been hidden: #state"() {
        given:
        due(days)
        steps.each { step(it, it == ProfileAction.LAPSE ? Actor.service() : gent.owner.actor) }
        def page = overview(gent.editor)

        expect:
        page.contains(told)
        page.contains('value="dashboard"')
        lines(page, 'tasks')[0].contains(task)
        overview(gent.viewer).with { !contains('/manage/reconfirm') && lines(it, 'tasks') == [] }

        when:
        def reader = browser(gent.editor)
        def form = (page =~ /(?s)<form method="post" action="(\/authorities\/[^"]+\/manage\/reconfirm)".*?name="version" value="(\d+)"/)[0]
        def answer = reader.post(form[1], [formToken: reader.formToken('/dashboard'), version: form[2], from: 'dashboard'])

        then:
        answer.headers().firstValue('Location').get() == '/dashboard?done=profile-reconfirm'
        with(directory.get(gent.id)) {
            it.status().id() == 'confirmed'
            it.reconfirmDue() > java.time.Instant.now().plusSeconds(360L * 24 * 3600)
        }
        !overview(gent.editor).contains('/manage/reconfirm')

        where:
        state                     | steps                  | days || told                                       | task
        'it is due soon'          | []                     | 10   || 'Please confirm it again by'               | 'still right · by '
        'the day has passed'      | []                     | -5   || 'If nobody reconfirms it, it is hidden on' | 'still right · by '
        'it was hidden'           | [ProfileAction.LAPSE]  | -40  || 'one click brings it back'                 | 'is hidden: reconfirm it'
    }

    private void due(int days) {
        people.sql("update authority_profile set reconfirm_due = now() + make_interval(days => $days) where id = ?".toString(), [gent.id])
    }

    private void step(ProfileAction action, Actor actor) {
        profiles.step(actor, gent.id, directory.get(gent.id).version(), action, null)
    }

    void "what its people have paused themselves is not brought back by a click meant for something else: #days days"() {
        given: 'it had been hidden once, and came back'
        step(ProfileAction.LAPSE, Actor.service())
        step(ProfileAction.RECONFIRM, gent.owner.actor)
        step(ProfileAction.PAUSE, gent.owner.actor)
        due(days)

        expect:
        with(overview(gent.editor)) {
            lines(it, 'tasks') == []
            !contains('/manage/reconfirm')
            contains('Next step: resume the profile')
        }
        gent.editor.api.get('/api/v1/dashboard').json.authorities[0].with { status == 'paused' && reconfirmation == null }

        where:
        days << [-40, 10]
    }

    void "what is missing in a profile leads to where it is written, for those who write"() {
        expect:
        with(overview(gent.editor)) {
            contains('% complete')
            contains("/authorities/$gent.id/edit/texts#f-")
            contains("/authorities/$gent.id/edit/themes#f-interests")
        }
        !overview(gent.viewer).contains('class="raises"')
    }

    void "matches are new to whoever has seen the list before they came"() {
        given: 'two that fit each other better than all others here'
        def maker = new ProfileMaker(people)
        def made = maker.confirmed('BE', [officialName: 'Brugge', needs: ['youth'], offers: ['sport']])
        def fits = { String name -> maker.confirmed('FR', [officialName: name, needs: ['sport'], offers: ['youth']]).id }
        def first = fits('Dijon')
        def reader = browser(made.owner)

        expect: 'who has never looked is told nothing'
        !reader.get('/dashboard').body().contains('since you last looked')
        new PollingConditions(timeout: 20).eventually {
            assert reader.get('/matches').body().contains("/authorities/$first")
        }
        !reader.get('/dashboard').body().contains('since you last looked')

        when:
        fits('Nantes')

        then:
        new PollingConditions(timeout: 20).eventually {
            assert reader.get('/dashboard').body().contains('1 new match since you last looked')
        }
        !browser(made.member(MemberRole.EDITOR)).get('/dashboard').body().contains('since you last looked')

        when:
        reader.get('/matches')

        then:
        !reader.get('/dashboard').body().contains('since you last looked')
    }

    void "what only moves up because another one was put aside is not new"() {
        given:
        11.times { new ProfileMaker(people).confirmed('FR') }
        def reader = browser(gent.editor)
        def api = gent.editor.api
        def totals = [0]
        new PollingConditions(timeout: 20, delay: 1).eventually {
            totals << api.get("/api/v1/authorities/$gent.id/matches").json.total
            assert totals[-1] >= 12 && totals[-1] == totals[-2]
        }
        reader.get('/matches')
        def first = api.get("/api/v1/authorities/$gent.id/matches").json.items[0].authority.id

        when:
        def dismissal = api.post("/api/v1/authorities/$gent.id/matches/$first/dismissal", [reason: 'other'])

        then:
        dismissal.status == 204
        !reader.get('/dashboard').body().contains('since you last looked')
        api.get('/api/v1/dashboard').json.authorities[0].newMatches == 0
    }

    void "of those who only oversee an authority no look is kept"() {
        given:
        def one = lyon.id
        def two = new ProfileMaker(people).confirmed('FR').id

        when:
        looks.seen(people.moderator().actor, gent.id, [one])
        looks.seen(gent.viewer.actor, gent.id, [one])

        then:
        people.rows('select count(*) as n from match_look where authority_id = ?', [gent.id])[0].n == 1
        looks.countNew(gent.viewer.actor, gent.id, [one, two]) == 0

        when: 'one that she has not seen comes, or changes'
        people.sql("update authority_profile set changed_at = now() + interval '1 second' where id = ?", [two])

        then:
        looks.countNew(gent.viewer.actor, gent.id, [one, two]) == 1
        looks.countNew(gent.owner.actor, gent.id, [one, two]) == 0

        when: 'it drops out and comes back'
        looks.seen(gent.viewer.actor, gent.id, [two])

        then:
        looks.countNew(gent.viewer.actor, gent.id, [one, two]) == 0
    }
}
