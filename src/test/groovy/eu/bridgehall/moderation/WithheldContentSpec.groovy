package eu.bridgehall.moderation

import eu.bridgehall.messaging.ConversationService
import eu.bridgehall.messaging.MessageEdits
import eu.bridgehall.platform.retention.Retention
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject

/** Messages and files that are hidden and removed: nobody finds them anywhere, and they come back whole. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class WithheldContentSpec extends DecisionCase {
    static final byte[] PLAN = '%PDF-1.7 the plan'.bytes
    @Inject MessageEdits edits
    @Inject ConversationService conversations
    @Inject Retention retention

    void "a hidden message vanishes from everywhere at once and comes back whole"() {
        given:
        def file = lviv.editor.api.upload("$talk/attachments", 'plan.pdf', PLAN).json.id
        def bad = write('You zeppelin!', lviv, [attachments: [file]])
        write('I quote you.', lyon, [quotes: bad.id])
        def before = lyon.viewer.api.get(talk).json
        def page = Visitor.signedIn(lyon.viewer)

        when:
        def made = decide(report(bad.id), 'hide')
        def seen = [lviv, lyon].collect { read(it) }

        then:
        made.status == 201
        made.json.with { [kind, status, subject, subjectKind, rule, reason] } == ['hide', 'in-force', bad.id, 'message', 'R3', 'abuse']
        seen.every { it[0].with { [text, html, attachments, withheld, mayEdit] } == ['', '', [], 'hidden', false] }
        seen.every { it[1].quote.with { [text, withheld] } == ['', 'hidden'] }

        and: 'neither a search nor a download nor the history has it'
        lyon.viewer.api.get('/api/v1/conversations/search?q=zeppelin').json.total == 0
        lyon.viewer.api.get("$talk/attachments/$file").status == 404
        lyon.viewer.api.get("$talk/messages/$bad.id/history").json.items == []

        and: 'nor what is unread'
        before.unread == 2
        lyon.viewer.api.get(talk).json.with { [unread, revision > before.revision] } == [1, true]
        lyon.viewer.api.get('/api/v1/account/unread').json.total == 1

        and: 'the page says who has hidden it'
        def shown = page.get("/conversations/$id").body()
        shown.contains('Masqué par le secrétariat')
        !shown.contains('zeppelin')
        !shown.contains('plan.pdf')
        edits.listSince(lyon.viewer.actor, UUID.fromString(id), before.revision, 1, 2)*.withheld() == ['hidden']

        and: 'who has written it cannot write over it, and nobody reports it again'
        lviv.editor.api.patch("$talk/messages/$bad.id", [text: 'You dear ones!']).status == 409
        lyon.owner.api.post("$talk/messages/$bad.id/report", [reason: 'spam']).status == 404
        lyon.owner.api.post("$talk/attachments/$file/report", [reason: 'spam']).status == 404

        when:
        def lifted = lift(made.json.id)

        then:
        lifted.status == 200
        lifted.json.status == 'lifted'
        read()[0].with { [text, attachments*.name, withheld] } == ['You zeppelin!', ['plan.pdf'], null]
        read()[1].quote.text == 'You zeppelin!'
        lyon.viewer.api.get('/api/v1/conversations/search?q=zeppelin').json.total == 1
        lyon.viewer.api.get("$talk/attachments/$file").status == 200
        lyon.viewer.api.get(talk).json.unread == 2
    }

    void "a removed message is not lifted by a moderator"() {
        given:
        def bad = write('You zeppelin!')

        when:
        def made = decide(report(bad.id), 'remove')

        then:
        read()[0].withheld == 'removed'
        Visitor.signedIn(lyon.viewer).get("/conversations/$id").body().contains('Supprimé par le secrétariat')
        lift(made.json.id).status == 409
        read()[0].text == ''
    }

    void "what two decisions withhold comes back with the end of the second"() {
        given:
        def bad = write('You zeppelin!')
        def hidden = decide(report(bad.id), 'hide', [days: 7]).json.id
        people.sql('update report set decision_id = null where subject = ?', [UUID.fromString(bad.id)])
        def open = people.rows('select id from report where subject = ?', [UUID.fromString(bad.id)])[0].id

        when:
        decide(open, 'remove')
        termEnds(hidden)

        then:
        read()[0].withheld == 'removed'
    }

    void "what is removed reads as removed although it is hidden after that"() {
        given:
        def bad = write('You zeppelin!')
        decide(report(bad.id), 'remove')
        people.sql('update report set decision_id = null where subject = ?', [UUID.fromString(bad.id)])
        def open = people.rows('select id from report where subject = ?', [UUID.fromString(bad.id)])[0].id

        when:
        def hidden = decide(open, 'hide', [days: 7]).json.id

        then:
        read()[0].withheld == 'removed'

        when:
        lift(hidden)

        then:
        read()[0].withheld == 'removed'
    }

    void "a hidden file is gone, and its message stays"() {
        given:
        def sent = ['plan.pdf', 'zeppelin.pdf'].collect { lviv.editor.api.upload("$talk/attachments", it, PLAN).json.id }
        write('Two files', lviv, [attachments: sent])

        when:
        def reported = lyon.viewer.api.post("$talk/attachments/${sent[1]}/report", [reason: 'privacy'])
        def looked = moderator.api.get("$ROOT/reports/$reported.json.id/file")
        def made = decide(reported.json.id, 'hide')

        then:
        reported.status == 201
        reported.json.with { [kind, files, authority.name] } == ['attachment', ['zeppelin.pdf'], 'Lviv']
        looked.status == 200
        looked.body == new String(PLAN)
        lyon.owner.api.get("$ROOT/reports/$reported.json.id/file").status == 403
        made.status == 201
        read()[0].with { [text, attachments*.name, withheldAttachments] } == ['Two files', ['plan.pdf'], 1]
        lviv.editor.api.get("$talk/attachments/${sent[1]}").status == 404
        def shown = Visitor.signedIn(lyon.viewer).get("/conversations/$id").body()
        shown.contains('1 fichier a été masqué')
        !shown.contains('zeppelin.pdf')

        when:
        lift(made.json.id)

        then:
        read()[0].with { [attachments*.name, withheldAttachments] } == [['plan.pdf', 'zeppelin.pdf'], 0]
    }

    void "what is decided about a file that was erased with its message ends, and an open report of it is decided"() {
        given:
        def file = lviv.editor.api.upload("$talk/attachments", 'plan.pdf', PLAN).json.id
        def bad = write('You zeppelin!', lviv, [attachments: [file]])
        def reported = { by -> by.api.post("$talk/attachments/$file/report", [reason: 'privacy']).json.id }
        def open = reported(lyon.owner)
        people.sql('update report set decision_id = ? where id = ?', [decide(report(write('More').id), 'no-action').json.id, open].collect { UUID.fromString(it) })
        def hidden = decide(reported(lyon.viewer), 'hide', [days: 500]).json.id
        people.sql('update report set decision_id = null where id = ?', [UUID.fromString(open)])
        def removed = decide(report(bad.id), 'remove').json.id

        when: 'a year has passed'
        people.sql("""update moderation_decision set decided_at = decided_at - interval '366 days', in_force_at = in_force_at - interval '366 days'
            where id = any(?::uuid[])""", ["{$hidden,$removed}".toString()])
        retention.enforce()
        termEnds(hidden)

        then:
        people.rows('select id from message_attachment where id = ?', [UUID.fromString(file)]) == []
        moderator.api.get("$ROOT/decisions/$hidden").json.status == 'expired'
        decide(open, 'remove').status == 201
        read()[0].with { [text, withheld] } == ['', 'removed']
    }

    void "a file that was erased by itself stays away when another decision about it ends"() {
        given:
        def file = lviv.editor.api.upload("$talk/attachments", 'plan.pdf', PLAN).json.id
        write('A file', lviv, [attachments: [file]])
        def reported = { by -> by.api.post("$talk/attachments/$file/report", [reason: 'privacy']).json.id }
        def hidden = decide(reported(lyon.viewer), 'hide', [days: 500]).json.id
        people.sql('update report set decision_id = null where decision_id = ?', [UUID.fromString(hidden)])
        def removed = decide(people.rows('select id from report where subject = ?', [UUID.fromString(file)])[0].id, 'remove').json.id

        when:
        people.sql("update moderation_decision set decided_at = decided_at - interval '366 days', in_force_at = in_force_at - interval '366 days' where id = ?",
                [UUID.fromString(removed)])
        retention.enforce()

        then:
        people.rows('select name from message_attachment where id = ?', [UUID.fromString(file)])*.name == ['-']
        lift(hidden).json.status == 'lifted'
        read()[0].with { [attachments, withheldAttachments] } == [[], 1]
    }

    void "a message that is sent again after it was edited, removed and erased is refused as one of before"() {
        given:
        def sent = { lviv.editor.api.post("$talk/messages", [text: 'You zeppelin!'], ['Idempotency-Key': 'one']) }
        def bad = sent().json
        lviv.editor.api.patch("$talk/messages/$bad.id", [text: 'You airship!'])
        def removed = decide(report(bad.id), 'remove').json.id

        when:
        people.sql("update moderation_decision set decided_at = decided_at - interval '366 days', in_force_at = in_force_at - interval '366 days' where id = ?",
                [UUID.fromString(removed)])
        retention.enforce()

        then:
        sent().status == 409
    }

    void "a message that was hidden before its mail was written is not told of"() {
        given:
        def bad = write('You zeppelin!')
        def news = { conversations.findNews(lyon.viewer.actor, UUID.fromString(id), bad.number, bad.number + 1).present }

        expect:
        news()
        decide(report(bad.id), 'hide').status == 201
        !news()
    }
}
