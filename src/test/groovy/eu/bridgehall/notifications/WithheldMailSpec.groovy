package eu.bridgehall.notifications

import eu.bridgehall.support.TestPerson
import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** Mails that wait, at once and in a digest, tell nothing of what a decision has taken away, and all of it once it is back. */
@MicronautTest(transactional = false)
class WithheldMailSpec extends NoticeCase {
    static final String ROOT = '/api/v1/moderation'
    TestPerson moderator
    TestPerson second

    void setup() {
        moderator = people.moderator()
        second = people.moderator()
    }

    void "an introduction that a profile asked for is not mailed #how while its profile is there no more by '#kind'"() {
        given:
        gent.editor.api.patch(CHOICES, [introductions: how])
        lyon.ask(gent)
        waiting()
        assert written(gent.editor).text().contains('Lyon')

        when:
        def made = decide(kind, "/api/v1/profiles/$lyon.id/report")

        then:
        written(gent.editor) == null

        when:
        undo(made)

        then:
        written(gent.editor).text().contains('Lyon')

        where:
        [kind, how] << [['hide', 'suspend', 'return'], ['at-once', 'daily']].combinations()
    }

    void "a message that is there no more by '#kind' is not mailed #how"() {
        given:
        def talk = '/api/v1/conversations/' + eu.bridgehall.support.Towns.conversation(lyon, gent)
        settled()
        forgetAll()
        gent.editor.api.patch(CHOICES, [messages: how])
        def message = lyon.editor.api.post("$talk/messages", [text: 'You zeppelin!']).json.id
        waiting()
        assert written(gent.editor).text().contains('Lyon')

        when:
        def made = decide(kind, "$talk/messages/$message/report")

        then:
        written(gent.editor) == null

        when:
        undo(made)

        then:
        written(gent.editor).text().contains('Lyon')

        where:
        [kind, how] << [['hide', 'remove'], ['at-once', 'daily']].combinations()
    }

    /** What comes in a digest is in one that was queued and not sent yet. */
    private void waiting() {
        settled()
        if (mails(gent.editor).empty) {
            daysPass()
            digests.send()
        }
    }

    private String decide(String kind, String report) {
        def sent = [kind: kind, reason: 'abuse', rule: 'R3', text: 'It insults.']
        if (kind == 'suspend') {
            def proposed = moderator.api.post("$ROOT/authorities/$lyon.id/decisions", sent).json.id
            assert second.api.post("$ROOT/decisions/$proposed/confirm").status == 200
            return proposed
        }
        def reported = gent.viewer.api.post(report, [reason: 'abuse']).json.id
        def made = moderator.api.post("$ROOT/reports/$reported/decision", sent)
        assert made.status == 201
        made.json.id
    }

    private void undo(String decision) {
        def appeal = lyon.owner.api.post("/api/v1/decisions/$decision/appeal", [text: 'It was right.']).json.appeal.id
        assert people.moderator().api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'So it was.']).status == 200
    }
}
