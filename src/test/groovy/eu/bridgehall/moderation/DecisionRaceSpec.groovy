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

    private int count(String table, String column, Object id) {
        people.rows("select 1 from $table where $column = ?".toString(), [UUID.fromString(id.toString())]).size()
    }
}
