package eu.bridgehall.web

import eu.bridgehall.matching.MatchLooks
import eu.bridgehall.profiles.ProfileDirectory
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
    private static List<String> lines(String page, String list) {
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
        lines(overview(gent.editor), 'tasks') == ['1 unread message in your conversations']
        lines(overview(lyon.editor), 'waiting')[0].startsWith('In 1 conversation you wrote last · since ')

        when:
        gent.editor.api.post("/api/v1/conversations/$id/read", [upTo: 1])

        then:
        lines(overview(gent.editor), 'tasks')[0].startsWith('1 conversation waits for your reply · since ')
        lines(overview(gent.owner), 'tasks') == ['1 unread message in your conversations']

        when:
        gent.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello, too'])

        then:
        lines(overview(gent.editor), 'tasks') == []

        when: 'and nothing of what is muted'
        lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'When?'])
        gent.owner.api.with { post("/api/v1/conversations/$id/read", [upTo: 3]); put("/api/v1/conversations/$id/mute", [:]) }

        then:
        lines(overview(gent.owner), 'tasks') == []

        when: 'it has been silent for long'
        people.sql("update conversation set active_at = now() - interval '31 days' where id = ?", [UUID.fromString(id)])

        then:
        lines(overview(gent.editor), 'waiting') == []
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
        people.sql("update authority_profile set status = ?, reconfirm_due = now() + make_interval(days => $days) where id = ?".toString(), [status, gent.id])
        def page = overview(gent.editor)

        expect:
        page.contains(told)
        page.contains('value="dashboard"')
        lines(page, 'tasks')[0].contains(task)
        !overview(gent.viewer).contains('/manage/reconfirm')

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
        state                     | status      | days || told                                | task
        'it is due soon'          | 'CONFIRMED' | 10   || 'Please confirm it again by'        | 'still right · by '
        'the day has passed'      | 'CONFIRMED' | -5   || 'If nobody reconfirms it, it is hidden on' | 'still right · by '
        'it was hidden'           | 'PAUSED'    | -40  || 'one click brings it back'          | 'is hidden: reconfirm it'
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
        given:
        def reader = browser(gent.editor)

        expect: 'who has never looked is told nothing'
        !reader.get('/dashboard').body().contains('since you last looked')
        new PollingConditions(timeout: 20).eventually {
            assert reader.get('/matches').body().contains("/authorities/$lyon.id")
        }
        !reader.get('/dashboard').body().contains('since you last looked')

        when:
        towns.confirmed('FR', 'Nantes')

        then:
        new PollingConditions(timeout: 20).eventually {
            assert reader.get('/dashboard').body().contains('1 new match since you last looked')
        }
        !overview(gent.owner).contains('since you last looked')

        when:
        reader.get('/matches')

        then:
        !reader.get('/dashboard').body().contains('since you last looked')
    }

    void "of those who only oversee an authority no look is kept"() {
        given:
        def one = UUID.randomUUID()
        def two = UUID.randomUUID()

        when:
        looks.seen(people.moderator().actor, gent.id, [one])
        looks.seen(gent.viewer.actor, gent.id, [one])

        then:
        people.rows('select count(*) as n from match_look where authority_id = ?', [gent.id])[0].n == 1
        looks.countNew(gent.viewer.actor, gent.id, [one, two]) == 1
        looks.countNew(gent.owner.actor, gent.id, [one, two]) == 0

        when: 'it drops out and comes back'
        looks.seen(gent.viewer.actor, gent.id, [two])

        then:
        looks.countNew(gent.viewer.actor, gent.id, [one, two]) == 0
    }
}
