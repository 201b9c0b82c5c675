package eu.bridgehall.notifications

import eu.bridgehall.support.Towns
import eu.bridgehall.support.TestPerson
import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** Who learns of a decision, and what. */
@MicronautTest(transactional = false)
class DecisionMailSpec extends NoticeCase {
    static final String ROOT = '/api/v1/moderation'
    static final String SECRET = 'You zeppelin!'
    TestPerson moderator
    TestPerson second
    String message
    String id

    void setup() {
        moderator = people.moderator()
        second = people.moderator()
        id = Towns.conversation(lyon, gent)
        message = lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: SECRET]).json.id
        forgetEverybody()
    }

    void "a decision reaches owners, editors and the author in their language, whatever they have chosen"() {
        given:
        lyon.owner.api.patch(CHOICES, [introductions: 'off', messages: 'off', profiles: 'off'])
        def reported = gent.viewer.api.post("/api/v1/conversations/$id/messages/$message/report", [reason: 'abuse']).json.id
        settled()
        forgetEverybody()

        when:
        def decision = moderator.api.post("$ROOT/reports/$reported/decision",
                [kind: 'hide', reason: 'abuse', rule: 'R3', text: 'It insults.']).json.id

        then:
        [lyon.owner, lyon.editor].every { mails(it)*.kind == ['decision-made'] }
        mails(lyon.owner)[0].with { [language, link_path, facts.contains('Lyon'), facts.contains('insults')] } == ['fr', "/decisions/$decision", true, false]
        written(lyon.owner).text.contains('Quelqu’un l’avait signalé.')
        told(lyon.editor)*.kind == ['decision-made']
        mails(lyon.viewer) == []
        written(lyon.owner).off() == null

        and: 'who has reported it learns that something was done, and nothing of others'
        mails(gent.viewer).collect { [it.kind, it.facts, it.link_path] } == [['report-acted', '{}', "/reports/$reported".toString()]]
        mails(gent.owner) == []

        when:
        forgetEverybody()
        moderator.api.post("$ROOT/decisions/$decision/lift", [text: 'Settled.'])

        then:
        mails(lyon.owner)*.kind == ['decision-ended']
    }

    void "moderators learn of what was corrected, those whom it concerns of the answer"() {
        given:
        def reported = gent.viewer.api.post("/api/v1/conversations/$id/messages/$message/report", [reason: 'abuse']).json.id
        def decision = moderator.api.post("$ROOT/reports/$reported/decision",
                [kind: 'hide', reason: 'abuse', rule: 'R3', text: 'It insults.']).json.id
        settled()
        forgetEverybody()

        when:
        lyon.editor.api.post("/api/v1/decisions/$decision/correction", [content: 'You dear ones!'])

        then:
        [moderator, second].every { mails(it).collect { m -> [m.kind, m.link_path] } == [['correction-made', "/moderation/decisions/$decision".toString()]] }
        !mails(second)[0].facts.contains('dear')

        when:
        forgetEverybody()
        second.api.post("$ROOT/decisions/$decision/correction", [outcome: 'kept', answer: 'No.'])

        then:
        [lyon.owner, lyon.editor].every { mails(it)*.kind == ['correction-refused'] }
        mails(gent.owner) == []

        when:
        forgetEverybody()
        lyon.editor.api.post("/api/v1/decisions/$decision/correction", [content: 'You kind ones!'])
        second.api.post("$ROOT/decisions/$decision/correction", [outcome: 'restored', answer: 'Yes.'])

        then:
        mails(lyon.editor)*.kind == ['decision-ended']
    }

    void "where nothing is done only the reporter is told"() {
        given:
        def reported = gent.viewer.api.post("/api/v1/conversations/$id/messages/$message/report", [reason: 'abuse']).json.id
        settled()
        forgetEverybody()

        when:
        moderator.api.post("$ROOT/reports/$reported/decision", [kind: 'no-action', reason: 'no-breach', text: 'Fine.'])

        then:
        mails(gent.viewer)*.kind == ['report-unfounded']
        [lyon.owner, lyon.editor, gent.owner].every { mails(it) == [] }
    }

    void "a hidden profile is told of once, by the decision"() {
        given:
        def reported = gent.owner.api.post("/api/v1/profiles/$lyon.id/report", [reason: 'spam']).json.id
        settled()
        forgetEverybody()

        when:
        moderator.api.post("$ROOT/reports/$reported/decision", [kind: 'hide', reason: 'untrue', rule: 'R2', text: 'Not so.'])

        then:
        mails(lyon.owner)*.kind == ['decision-made']
        mails(gent.owner)*.kind == ['report-acted']
    }

    void "moderators learn of what waits for a second of them and of appeals, the appellant of the outcome"() {
        when:
        def decision = moderator.api.post("$ROOT/authorities/$lyon.id/decisions",
                [kind: 'suspend', reason: 'repeated', rule: 'R7', text: 'Again.']).json.id

        then:
        mails(second).collect { [it.kind, it.link_path] } == [['decision-proposed', "/moderation/decisions/$decision".toString()]]
        mails(moderator) == []
        mails(lyon.owner) == []

        when:
        second.api.post("$ROOT/decisions/$decision/confirm")
        settled()
        forgetEverybody()
        def appeal = lyon.owner.api.post("/api/v1/decisions/$decision/appeal", [text: SECRET]).json.appeal.id

        then:
        [moderator, second].every { mails(it)*.kind == ['appeal-made'] }
        !mails(second)[0].facts.contains('zeppelin')

        when:
        forgetEverybody()
        def judge = people.moderator()
        judge.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'Too much.'])

        then:
        mails(lyon.owner)*.kind.contains('appeal-overturned')
    }

    private void forgetEverybody() {
        settled()
        [lyon, gent].collectMany { [it.owner, it.editor, it.viewer] }.each { forget(it) }
        [moderator, second].each { forget(it) }
    }
}
