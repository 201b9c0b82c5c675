package eu.bridgehall.notifications

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.moderation.DecisionMade
import eu.bridgehall.platform.outbox.Outbox
import eu.bridgehall.support.Towns
import eu.bridgehall.support.TestPerson
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject

/** Who learns of a decision, and what. */
@MicronautTest(transactional = false)
class DecisionMailSpec extends NoticeCase {
    static final String ROOT = '/api/v1/moderation'
    static final String SECRET = 'You zeppelin!'
    @Inject Outbox outbox
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

    void "of an appeal that was not right only its own side is told, of one that was right both and who has appealed"() {
        given:
        def decision = hidden()
        def own = lyon.editor.api.post("/api/v1/decisions/$decision/appeal", [text: 'I was quoting.']).json.appeal.id
        def theirs = lyon.owner.api.post("/api/v1/decisions/$decision/appeal", [text: 'She was quoting.']).json.appeal.id
        def judge = people.moderator()
        people.sql('delete from membership where person_id = ?', [lyon.editor.id])
        settled()
        forgetEverybody()

        when:
        judge.api.post("$ROOT/appeals/$own/decision", [outcome: 'upheld', answer: 'It hurts.'])

        then:
        mails(lyon.editor).collect { [it.kind, it.link_path] } == [['appeal-upheld', "/decisions/$decision".toString()]]
        mails(lyon.owner) == []

        when:
        forgetEverybody()
        judge.api.post("$ROOT/appeals/$theirs/decision", [outcome: 'overturned', answer: 'So it was.'])

        then:
        [lyon.owner, lyon.editor].every { mails(it)*.kind == ['appeal-overturned'] }
    }

    void "of the authority's appeal that was not right the author is not told"() {
        given:
        def decision = hidden()
        def theirs = lyon.owner.api.post("/api/v1/decisions/$decision/appeal", [text: 'She was quoting.']).json.appeal.id
        people.sql('delete from membership where person_id = ?', [lyon.editor.id])
        def judge = people.moderator()
        settled()
        forgetEverybody()

        when:
        judge.api.post("$ROOT/appeals/$theirs/decision", [outcome: 'upheld', answer: 'It hurts.'])

        then:
        mails(lyon.owner)*.kind == ['appeal-upheld']
        mails(lyon.editor) == []
    }

    void "who has appealed and left the authority since is told that another appeal was right"() {
        given:
        def decision = hidden()
        lyon.owner.api.post("/api/v1/decisions/$decision/appeal", [text: 'She was quoting.'])
        def own = lyon.editor.api.post("/api/v1/decisions/$decision/appeal", [text: 'I was quoting.']).json.appeal.id
        people.member(lyon.id, MemberRole.OWNER)
        people.sql('delete from membership where person_id = ?', [lyon.owner.id])
        settled()
        forgetEverybody()

        when:
        people.moderator().api.post("$ROOT/appeals/$own/decision", [outcome: 'overturned', answer: 'So it was.'])

        then:
        [lyon.owner, lyon.editor].every { mails(it)*.kind == ['appeal-overturned'] }
    }

    void "an appeal of somebody who reports is told to moderators without her name"() {
        given:
        moderator.api.post("$ROOT/people/$gent.viewer.id/decisions", [kind: 'warn', reason: 'misuse', rule: 'R7', text: 'Four reports of nothing.'])
        def made = moderator.api.post("$ROOT/people/$gent.viewer.id/decisions",
                [kind: 'restrict', scope: 'no-reports', days: 30, reason: 'misuse', rule: 'R7', text: 'Five reports of nothing.']).json.id
        settled()
        forgetEverybody()

        when:
        gent.viewer.api.post("/api/v1/decisions/$made/appeal", [text: 'They were true.'])

        then:
        mails(second)*.kind == ['reporter-appealed']
        written(second).with { !subject.contains('Viewer') && !text.contains('Viewer') && text.contains("/moderation/decisions/$made") }
    }

    void "what was published before there was an origin is told without one"() {
        given:
        def decision = hidden()
        forgetEverybody()

        when:
        people.inTransaction { outbox.publish(new DecisionMade(UUID.fromString(decision), 'hide', null, lyon.id, null)) }

        then:
        written(lyon.owner).text.with { contains('concerne') && !contains('origin') }
    }

    /** The id of the decision that hides a message of Lyon's editor. */
    private String hidden() {
        def bad = lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: SECRET]).json.id
        def reported = gent.viewer.api.post("/api/v1/conversations/$id/messages/$bad/report", [reason: 'abuse']).json.id
        def made = moderator.api.post("$ROOT/reports/$reported/decision", [kind: 'hide', reason: 'abuse', rule: 'R3', text: 'It insults.']).json.id
        settled()
        made
    }

    private void forgetEverybody() {
        settled()
        [lyon, gent].collectMany { [it.owner, it.editor, it.viewer] }.each { forget(it) }
        [moderator, second].each { forget(it) }
    }
}
