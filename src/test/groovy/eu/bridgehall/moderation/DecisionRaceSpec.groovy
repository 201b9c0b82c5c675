package eu.bridgehall.moderation

import eu.bridgehall.support.AtOnce
import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** Two moderators who act at the same instant: one of them does, the other is told so. */
@MicronautTest(transactional = false)
class DecisionRaceSpec extends DecisionCase {
    static final int ROUNDS = 6

    void "two decide about the same message at once"() {
        expect:
        (1..ROUNDS).each {
            def bad = write("Bad $it".toString()).id
            def reports = [report(bad), report(bad, lyon.editor)]
            def statuses = AtOnce.run({ decide(reports[0], 'hide').status }, { decide(reports[1], 'remove', [:], second).status })
            assert statuses.sort() == [201, 409]
            assert count('moderation_decision', 'subject', bad) == 1
            assert people.rows('select distinct decision_id from report where subject = ?', [UUID.fromString(bad)]).size() == 1
        }
    }

    void "two propose the same suspension, and two confirm it"() {
        given:
        def third = people.moderator()

        expect:
        (1..ROUNDS).each {
            def made = AtOnce.run({ decideAbout(lviv, 'suspend') }, { decideAbout(lviv, 'suspend', [:], third) })
            assert made*.status.sort() == [201, 409]
            def decision = made.find { it.status == 201 }.json.id
            def confirm = { by -> by.api.post("$ROOT/decisions/$decision/confirm").status }
            def fourth = people.moderator()
            assert AtOnce.run({ confirm(second) }, { confirm(fourth) }).sort() == [200, 409]
            assert count('organisation_restriction', 'decision_id', decision) == 1
            assert AtOnce.run({ lift(decision).status }, { lift(decision, second).status }).sort() == [200, 409]
            assert count('organisation_restriction', 'decision_id', decision) == 0
            assert status(lviv) == 'CONFIRMED'
        }
    }

    void "two appeal at once, and two decide the appeal"() {
        expect:
        (1..ROUNDS).each {
            def decision = decideAbout(lviv, 'warn').json.id
            def appeal = { by -> by.api.post("/api/v1/decisions/$decision/appeal", [text: 'It is not so.']).status }
            assert AtOnce.run({ appeal(lviv.owner) }, { appeal(lviv.editor) }).sort() == [201, 409]
            def made = lviv.owner.api.get("/api/v1/decisions/$decision").json.appeal.id
            def third = people.moderator()
            def judge = { by, outcome -> by.api.post("$ROOT/appeals/$made/decision", [outcome: outcome, answer: 'So it is.']).status }
            assert AtOnce.run({ judge(second, 'upheld') }, { judge(third, 'overturned') }).sort() == [200, 409]
        }
    }

    void "two decisions that hide the same profile end at once, and it is shown"() {
        expect:
        (1..ROUNDS).each {
            def hidden = decide(reportProfile(lviv, lyon.viewer), 'hide').json.id
            def suspended = decideAbout(lviv, 'suspend').json.id
            assert second.api.post("$ROOT/decisions/$suspended/confirm").status == 200
            assert AtOnce.run({ lift(hidden).status }, { lift(suspended, second).status }) == [200, 200]
            assert [hidden, suspended].collect { statusOf(it) } == ['lifted', 'lifted']
            assert people.rows('select 1 from organisation_restriction where organisation_id = ?', [lviv.id]) == []
            assert status(lviv) == 'CONFIRMED'
        }
    }

    void "one decision that hides a profile ends while another comes into force, and it stays hidden"() {
        expect:
        (1..ROUNDS).each {
            def hidden = decide(reportProfile(lviv, lyon.viewer), 'hide').json.id
            def suspended = decideAbout(lviv, 'suspend').json.id
            assert AtOnce.run({ lift(hidden).status }, { second.api.post("$ROOT/decisions/$suspended/confirm").status }) == [200, 200]
            assert [hidden, suspended].collect { statusOf(it) } == ['lifted', 'in-force']
            assert status(lviv) == 'SUSPENDED'
            assert lift(suspended).status == 200
            assert status(lviv) == 'CONFIRMED'
        }
    }

    void "two decisions that keep the same message away end at once, and it is shown"() {
        expect:
        (1..ROUNDS).each {
            def bad = write("Bad $it".toString())
            def hidden = decide(report(bad.id), 'hide').json.id
            people.sql('update report set decision_id = null where subject = ?', [UUID.fromString(bad.id)])
            def removed = decide(people.rows('select id from report where subject = ?', [UUID.fromString(bad.id)])[0].id, 'remove').json.id
            def appeal = lviv.owner.api.post("/api/v1/decisions/$removed/appeal", [text: 'It is not so.']).json.appeal.id
            def judge = { second.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'So it is.']).status }
            assert AtOnce.run({ lift(hidden).status }, judge) == [200, 200]
            assert people.rows('select withheld from message where id = ?', [UUID.fromString(bad.id)])*.withheld == [null]
        }
    }

    private String statusOf(Object decision) { moderator.api.get("$ROOT/decisions/$decision").json.status }

    private int count(String table, String column, Object id) {
        people.rows("select 1 from $table where $column = ?".toString(), [UUID.fromString(id.toString())]).size()
    }
}
