package eu.bridgehall.moderation

import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.support.Api
import eu.bridgehall.support.DecisionMaker
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import java.time.LocalDate
import java.time.ZoneOffset
import java.time.temporal.ChronoUnit

/** What was decided in a year, in numbers that give nobody away. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.transparency.keep', value = '0s')
class TransparencySpec extends Specification {
    static final String REPORTS = '/api/v1/transparency'
    @Inject EmbeddedServer server
    People people
    ProfileMaker profiles
    LocalDate today = LocalDate.now(ZoneOffset.UTC)
    LocalDate quarter = today.with(today.month.firstMonthOfQuarter()).withDayOfMonth(1)
    // a day of the last quarter that has ended: what is of that day is told
    LocalDate told = quarter.minusDays(10)
    int year = told.year

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "decisions are counted by what they were and why, with how long they took"() {
        given:
        def moderator = people.moderator()
        6.times {
            def made = profiles.submitted('FR')
            people.sql("update profile_change set at = at - interval '2 days' where profile = ?", [made.id])
            assert moderator.api.post("$made.path/confirm", [:], made.ifMatch).status == 200
        }
        5.times {
            def made = profiles.submitted('FR')
            assert moderator.api.post("$made.path/return", [reasons: ['incomplete'], text: 'More, please.'], made.ifMatch).status == 200
        }
        2.times {
            def made = profiles.submitted('FR')
            assert moderator.api.post("$made.path/return", [reasons: ['duplicate'], text: 'There is one.'], made.ifMatch).status == 200
        }

        pass('profile_change')

        when:
        def lines = table('profiles')

        then:
        lines.find { it.outcome == null }.count >= 13
        lines.find { it.outcome == 'confirm' }.with { count >= 6 && medianDays == 2.0 && ninetyDays == 2.0 }
        lines.find { it.outcome == 'return' && it.reason == null }.count == 7

        and: 'two are too few to be told, and could be found by the rest'
        lines.findAll { it.outcome == 'return' && it.reason }*.count == [null, null]
    }

    void "reports and claims are counted, and what is small is not told"() {
        given:
        def towns = new Towns(people)
        def lviv = towns.confirmed('UA', 'Lviv')
        def gent = towns.confirmed('BE', 'Gent')
        def conversation = Towns.conversation(lviv, gent)
        5.times {
            def message = lviv.editor.api.post("/api/v1/conversations/$conversation/messages", [text: "Good morning $it"]).json.id
            gent.editor.api.post("/api/v1/conversations/$conversation/messages/$message/report", [reason: 'spam'])
        }
        def made = profiles.draft('FR')
        def claim = people.person().api.post('/api/v1/claims', [authority: made.id, kind: 'join', message: 'Me too.']).json.id
        people.moderator().api.post("/api/v1/claims/$claim/decision", [grant: true])

        expect: 'nothing of this quarter'
        table('reports') == []
        table('claims') == []

        when:
        pass('report')
        people.sql('update place_claim set decided_at = decided_at - make_interval(days => ?), at = at - make_interval(days => ?)', [days, days])
        pass('profile_change')

        then:
        table('reports').collect { [it.outcome, it.reason, it.count] } == [[null, null, 5], ['message', null, 5], ['message', 'spam', 5]]
        table('claims').collect { [it.outcome, it.reason, it.count] } == [[null, null, null], ['granted', null, null], ['granted', 'join', null]]
    }

    void "there is a report of each year that there has been, and of no other"() {
        expect:
        people.visitor.get(REPORTS).json.items.first() == today.year
        people.visitor.get("$REPORTS/$today.year").json.with { !complete && smallest == 5 && tables*.topic.size() == 7 }
        people.visitor.get("$REPORTS/${today.year + 1}").status == 404
        people.visitor.get("$REPORTS/1999").status == 404
        people.visitor.get("$REPORTS/soon").status == 400
    }

    void "the present year is told up to the last quarter that has ended, and says so"() {
        given:
        def first = quarter.monthValue == 1
        def until = first ? null : quarter.minusDays(1).toString()
        def page = people.visitor.get("/transparency?year=$today.year", [Accept: 'text/html', 'Accept-Language': 'en']).body

        expect:
        people.visitor.get("$REPORTS/$today.year").json.until == until
        page.contains(first ? 'The first quarter of this year is not over' : 'This year is not over: the numbers are those up to')
        first || page.contains("${quarter.minusDays(1).dayOfMonth}")
    }

    void "what became of an appeal after the last quarter that has ended is not told yet"() {
        given:
        def lviv = new Towns(people).confirmed('UA', 'Lviv')
        def (moderator, judge) = [people.moderator(), people.moderator()]
        5.times {
            def made = moderator.api.post("/api/v1/moderation/authorities/$lviv.id/decisions",
                    [kind: 'warn', reason: 'spam', rule: 'R4', text: 'Again.']).json.id
            def appeal = lviv.owner.api.post("/api/v1/decisions/$made/appeal", [text: 'Not so.']).json.appeal.id
            assert judge.api.post("/api/v1/moderation/appeals/$appeal/decision", [outcome: 'upheld', answer: 'It is.']).status == 200
        }
        pass('profile_change')

        when:
        pass('moderation_appeal')

        then:
        table('appeals').collect { [it.outcome, it.count, it.medianDays] } == [[null, 5, null], ['open', 5, null]]

        when:
        people.sql('update moderation_appeal set decided_at = decided_at - make_interval(days => ?)', [days])

        then:
        table('appeals').collect { [it.outcome, it.count] } == [[null, 5], ['upheld', 5]]
    }

    void "a report that was looked at again took as long as the other look"() {
        given:
        def towns = new Towns(people)
        def lviv = towns.confirmed('UA', 'Lviv')
        def gent = towns.confirmed('BE', 'Gent')
        def conversation = Towns.conversation(lviv, gent)
        def (first, second) = [people.moderator(), people.moderator()]
        def decide = { by, report, kind -> by.api.post("/api/v1/moderation/reports/$report/decision",
                [kind: kind, reason: kind == 'warn' ? 'spam' : 'no-breach', rule: 'R4', text: 'So it is.']).status }
        5.times {
            def message = lviv.editor.api.post("/api/v1/conversations/$conversation/messages", [text: "Good evening $it"]).json.id
            def report = gent.editor.api.post("/api/v1/conversations/$conversation/messages/$message/report", [reason: 'spam']).json.id
            assert decide(first, report, 'no-action') == 201
            assert gent.editor.api.post("/api/v1/reports/$report/again", [text: 'It is.']).status == 201
            assert decide(second, report, 'warn') == 201
        }

        when:
        pass('profile_change')
        people.sql("update moderation_decision set in_force_at = in_force_at - make_interval(days => ?) where decided_by = ?", [days, second.id])
        people.sql("""update report set at = at - make_interval(days => ?), again_at = again_at - make_interval(days => ?)
            where conversation_id = ?""", [days + 150, days + 3, UUID.fromString(conversation)])

        then:
        table('decisions').find { it.outcome == 'warn' && it.reason == null }.with { [count, medianDays] } == [5, 3.0]
    }

    void "it is a page for everybody, and a file for programs"() {
        given:
        def browser = new Api(server)

        expect:
        browser.get('/transparency', [Accept: 'text/html', 'Accept-Language': language]).with { status == 200 && body.contains(heading) }
        browser.get('/transparency?year=1999', [Accept: 'text/html']).status == 404
        browser.get("/transparency/csv?year=$year").with {
            assert header('Content-Disposition').contains("transparency-${year}.csv")
            body.startsWith('year,topic,outcome,reason,count,median_days,ninety_days,until\r\n')
        }

        where:
        language || heading
        'en'     || 'Transparency report'
        'fr'     || 'Rapport de transparence'
        'uk'     || 'Звіт про прозорість'
        'de'     || 'Transparenzbericht'
    }

    void "what reviewers close is counted among the reviews, and nothing that a decision does to a profile"() {
        given:
        def moderator = people.moderator()
        def drafts = (1..5).collect { profiles.submitted('FR') }
        def towns = (1..5).collect { profiles.confirmed('BE') }
        def maker = new DecisionMaker(people)
        pass('profile_change')
        def counts = { table('profiles').findAll { it.reason == null }.collectEntries { [it.outcome, it.count] } }
        def before = counts()

        when: 'each is suspended and shown again by decisions, returned by one, and shown again after an appeal'
        towns.each { town ->
            maker.lift(maker.suspend(town.id))
            def report = people.person().api.post("/api/v1/profiles/$town.id/report", [reason: 'other', text: 'Not so.']).json.id
            def returned = moderator.api.post("/api/v1/moderation/reports/$report/decision", [kind: 'return', reason: 'untrue', rule: 'R2', text: 'No harbour.'])
            assert returned.status == 201
            def appeal = town.owner.api.post("/api/v1/decisions/$returned.json.id/appeal", [text: 'There is.']).json.appeal.id
            assert maker.second.api.post("/api/v1/moderation/appeals/$appeal/decision", [outcome: 'overturned', answer: 'There is.']).status == 200
            assert town.profile.status() == ProfileStatus.CONFIRMED
        }
        pass('profile_change')

        then:
        counts() == before

        when:
        drafts.each { assert moderator.api.post("$it.path/archive", [reasons: ['duplicate'], text: 'There is one.'], it.ifMatch).status == 200 }
        pass('profile_change')

        then:
        counts() == before + [archive: 5] + [(null): before[null] + 5]
    }

    /** As if what has been done by now had been done on the day that is told. */
    private void pass(String table) {
        people.sql("update $table set at = at - make_interval(days => ?) where at > now() - interval '5 days'".toString(), [days])
    }

    private int getDays() { ChronoUnit.DAYS.between(told, today) as int }

    private List<Map> table(String topic) {
        people.visitor.get("$REPORTS/$year").json.tables.find { it.topic == topic }.lines
    }
}
