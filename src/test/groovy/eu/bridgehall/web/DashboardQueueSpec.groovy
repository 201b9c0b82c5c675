package eu.bridgehall.web

import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What the overview tells those who review. */
@MicronautTest(transactional = false)
class DashboardQueueSpec extends Specification {
    @Inject EmbeddedServer server
    People people

    void setup() { people = new People(server) }

    private static String overview(TestPerson person) { Visitor.signedIn(person).get('/dashboard').body() }

    void "whoever reviews is told what the queue holds for her: how much of each kind, since when, and what she has taken on"() {
        given:
        def reviewer = people.associationOfficer('SI')
        def queued = { DashboardSpec.lines(overview(reviewer), 'tasks queued') }

        expect: 'where nothing waits, it says so'
        queued() == []
        overview(reviewer).with { contains('Nothing waits in the queue.') && !contains('Nothing waits for you at present.') }

        when:
        def maker = new ProfileMaker(people)
        def made = (1..2).collect { maker.submitted('SI') }
        people.person().api.post('/api/v1/claims', [authority: made[0].id, kind: 'dispute', message: 'That is our town.'])

        then:
        queued()[0].startsWith('New profiles (2) · the oldest since ')
        queued()[1].startsWith('Disputed authorities (1) · since ')
        queued().size() == 2
        overview(reviewer).with { contains('href="/moderation?kind=profile"') && !contains('Nothing waits') }
        DashboardSpec.lines(overview(reviewer), 'tasks') == []

        when:
        people.sql("update authority_profile set submitted_at = now() - interval '6 days' where id = ?", [made[1].id])
        reviewer.api.post("/api/v1/moderation/queue/profile/${made[1].id}/claim")

        then:
        queued()[0].endsWith(' · overdue · 1 taken on by you')
        overview(reviewer).contains('href="/moderation?claimed=mine"')
        Visitor.signedIn(reviewer).get('/moderation?claimed=mine').body().contains("id=\"q-${made[1].id}\"")
        reviewer.api.get('/api/v1/dashboard').json.queue*.subMap('kind', 'count', 'overdue', 'mine') ==
                [[kind: 'profile', count: 2, overdue: true, mine: 1], [kind: 'dispute', count: 1, overdue: false, mine: 0]]

        and: 'the same numbers as in the queue; others are told nothing of it'
        reviewer.api.get('/api/v1/moderation/queue/counts').json.findAll { it.value > 0 } == [profile: 2, dispute: 1]
        made[0].owner.api.get('/api/v1/dashboard').json.queue == []
        !overview(made[0].owner).contains('What waits in the queue')
    }

    void "a report that waits longer is told as the oldest, also where a harmful one comes first"() {
        given:
        def gent = new Towns(people).confirmed('BE', 'Gent')
        def report = { String reason, String ago ->
            def made = new ProfileMaker(people).confirmed('FR')
            def id = gent.editor.api.post("/api/v1/profiles/$made.id/report", [reason: reason, text: 'Look at it.']).json.id
            people.sql("update report set at = now() - interval '$ago' where id = ?".toString(), [UUID.fromString(id)])
            id
        }

        when:
        def harmless = report('other', '3 days')
        def harmful = report('fraud', '1 hour')
        def moderator = people.moderator()
        def reports = moderator.api.get('/api/v1/moderation/queue?kind=report&limit=2').json.items
        def told = moderator.api.get('/api/v1/dashboard').json.queue.find { it.kind == 'report' }

        then:
        reports*.subject == [harmful, harmless]
        told.count == 2
        told.oldest == reports[1].since
    }
}
