package eu.bridgehall.moderation

import eu.bridgehall.platform.retention.Retention
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject

/** What the secretariat has decided goes when nobody can appeal any more and nothing of it is in force; and what was removed is erased. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ModerationRetentionSpec extends DecisionCase {
    static final byte[] PLAN = '%PDF-1.7 the plan'.bytes
    @Inject Retention retention
    @Inject TransparencyReports reports

    void "a removed message is erased when its time is over, and the conversation of the others is whole"() {
        given:
        def file = lviv.editor.api.upload("$talk/attachments", 'plan.pdf', PLAN).json.id
        def bad = write('You zeppelin!', lviv, [attachments: [file]])
        write('I quote you.', lyon, [quotes: bad.id])
        lviv.editor.api.patch("$talk/messages/$bad.id", [text: 'You airship!'])
        def report = report(bad.id)
        def decision = decide(report, 'remove').json.id

        when: 'an appeal waits'
        assert lviv.editor.api.post("/api/v1/decisions/$decision/appeal", [text: 'It was a joke.']).status == 201
        pass(decision, 366)
        retention.enforce()

        then:
        text(bad.id) == 'You airship!'

        when: 'it was decided, but not long ago'
        people.sql("""update moderation_appeal set decided_by = ?, decided_at = now() - interval '364 days', outcome = 'UPHELD', answer = 'No.'
            where decision_id = ?""", [second.id, uuid(decision)])
        retention.enforce()

        then:
        text(bad.id) == 'You airship!'

        when:
        people.sql("update moderation_appeal set decided_at = now() - interval '366 days' where decision_id = ?", [uuid(decision)])
        retention.enforce()

        then:
        text(bad.id) == '-'
        count('message_version where message_id = ?', bad.id) == 0
        count('message_attachment where id = ?', file) == 0
        read()*.withheld == ['removed', null]
        read()[1].with { [text, quote.withheld, quote.text] } == ['I quote you.', 'removed', '']
        moderator.api.get("$ROOT/reports/$report").json.with { [excerpt, earlier, files, decision] } == [null, [], [], decision]

        and: 'what was erased is in no file of what is kept about its author'
        !lviv.editor.api.get('/api/v1/account/data').body.with { contains('zeppelin') || contains('airship') }

        and: 'the decision stays for its own time'
        moderator.api.get("$ROOT/decisions/$decision").json.status == 'in-force'
    }

    void "what an author has corrected goes with the message that was removed after all"() {
        given:
        def messages = [write('You zeppelin!'), write('You balloon!')]
        def hidden = messages.collect { decide(report(it.id), 'hide').json.id }
        [hidden, ['You airship!', 'Dear all!']].transpose().each { made, text ->
            assert lviv.editor.api.post("/api/v1/decisions/$made/correction", [content: text, note: "Now it says: $text"]).status == 201
            assert second.api.post("$ROOT/decisions/$made/correction", [outcome: 'restored', answer: 'Thank you.']).status == 200
        }
        def removed = decide(report(messages[0].id), 'remove').json.id

        when:
        pass(removed, 364)
        retention.enforce()

        then:
        correction(hidden[0]).content == 'You airship!'

        when:
        pass(removed, 2)
        retention.enforce()

        then:
        correction(hidden[0]).with { [content, note, outcome, answer] } == [null, null, 'restored', 'Thank you.']
        correction(hidden[1]).with { [content, note] } == ['Dear all!', 'Now it says: Dear all!']
        [lviv.editor.api.get("/api/v1/decisions/${hidden[0]}"), lviv.editor.api.get('/api/v1/account/data')].every { it.status == 200 && !it.body.contains('airship') }
    }

    void "what has hidden a file goes when the file went with its message; what hides a file that is there stays"() {
        given:
        def files = (1..2).collect { lviv.editor.api.upload("$talk/attachments", "plan${it}.pdf", PLAN).json.id }
        def messages = files.collect { write('See the plan.', lviv, [attachments: [it]]) }
        def hidden = files.collect { decide(lyon.viewer.api.post("$talk/attachments/$it/report", [reason: 'abuse']).json.id, 'hide').json.id }
        def removed = decide(report(messages[0].id), 'remove').json.id

        when:
        hidden.each { pass(it, 1096) }
        retention.enforce()

        then:
        hidden.every { moderator.api.get("$ROOT/decisions/$it").json.status == 'in-force' }

        when: 'the one is erased'
        pass(removed, 366)
        2.times { retention.enforce() }

        then:
        hidden.collect { moderator.api.get("$ROOT/decisions/$it").status } == [404, 200]
    }

    void "of a removed file the place stays, and neither its name nor what was in it"() {
        given:
        def file = lviv.editor.api.upload("$talk/attachments", 'secret-plan.pdf', PLAN).json.id
        write('See the plan.', lviv, [attachments: [file]])
        def report = lyon.viewer.api.post("$talk/attachments/$file/report", [reason: 'abuse']).json.id
        def decision = decide(report, 'remove').json.id

        when:
        pass(decision, 366)
        retention.enforce()

        then:
        people.rows('select name, octet_length(content) as n from message_attachment where id = ?', [uuid(file)]) == [[name: '-', n: 1]]
        read()[0].with { [text, attachments, withheldAttachments] } == ['See the plan.', [], 1]
        moderator.api.get("$ROOT/reports/$report/file").status == 404
        !moderator.api.get("$ROOT/reports/$report").body.contains('secret-plan')
    }

    void "a hidden message is not erased, for its decision may be lifted"() {
        given:
        def bad = write('You zeppelin!')
        def decision = decide(report(bad.id), 'hide').json.id

        when:
        pass(decision, 3000)
        retention.enforce()

        then:
        text(bad.id) == 'You zeppelin!'
        lift(decision).status == 200
        read()[0].text == 'You zeppelin!'
    }

    void "a #kind goes three years after it was decided, with its report and appeal"() {
        given:
        def report = report(write('You zeppelin!').id)
        def decision = decide(report, kind).json.id
        if (kind == 'warn') {
            assert lviv.editor.api.post("/api/v1/decisions/$decision/appeal", [text: 'It was a joke.']).status == 201
            people.sql("update moderation_appeal set decided_by = ?, decided_at = now(), outcome = 'UPHELD', answer = 'No.' where decision_id = ?",
                    [second.id, uuid(decision)])
        }

        when:
        pass(decision, 1094)
        retention.enforce()

        then:
        moderator.api.get("$ROOT/decisions/$decision").status == 200
        moderator.api.get("$ROOT/reports/$report").status == 200

        when:
        pass(decision, 2)
        people.sql("update moderation_appeal set at = at - interval '1096 days', decided_at = decided_at - interval '1096 days' where decision_id = ?", [uuid(decision)])
        retention.enforce()

        then:
        moderator.api.get("$ROOT/decisions/$decision").status == 404
        moderator.api.get("$ROOT/reports/$report").status == 404
        count('moderation_appeal where decision_id = ?', decision) == 0
        read()[0].text == 'You zeppelin!'

        where:
        kind << ['no-action', 'warn']
    }

    void "a decision that is in force stays as long as it is, with its report; one that was lifted goes"() {
        given:
        def first = report(write('You zeppelin!').id)
        def hidden = decide(first, 'hide').json.id
        def lifted = decideAbout(lyon, 'restrict', [scope: 'read-only', days: 30]).json.id
        lift(lifted)
        def open = report(write('You balloon!').id)

        when:
        [hidden, lifted].each { pass(it, 3000) }
        people.sql("update report set at = at - interval '3000 days' where id = ?", [uuid(open)])
        retention.enforce()

        then:
        moderator.api.get("$ROOT/decisions/$hidden").json.status == 'in-force'
        moderator.api.get("$ROOT/reports/$first").status == 200
        moderator.api.get("$ROOT/reports/$open").json.decision == null
        moderator.api.get("$ROOT/decisions/$lifted").status == 404
        count('organisation_restriction where decision_id = ?', lifted) == 0
    }

    void "a conversation goes long after the last word, or after all its authorities were archived; what the secretariat answers for stays"() {
        given:
        write('Hello.')
        lviv.editor.api.upload("$talk/attachments", 'plan.pdf', PLAN)
        def quoted = write('What?', lyon)
        write('This.', lviv, [quotes: quoted.id])
        def introduction = people.rows('select introduction_id as i from conversation where id = ?', [uuid(id)])[0].i
        def silent = Towns.conversation(lviv, new Towns(people).confirmed('BE', 'Gent'))
        def reported = Towns.conversation(lyon, new Towns(people).confirmed('BE', 'Brugge'))
        lyon.viewer.api.post("/api/v1/conversations/$reported/report", [reason: 'spam'])

        when: 'one of the two is archived'
        [id, silent].each { asOld(it, 1096) }
        archived(lviv.id, 1096)
        asOld(reported, 4000)
        retention.enforce()

        then:
        [id, silent, reported].every { count('conversation where id = ?', it) == 1 }

        when: 'so is the other, not long ago'
        archived(lyon.id, 1094)
        asOld(silent, 2560)
        retention.enforce()

        then:
        count('conversation where id = ?', id) == 1
        count('conversation where id = ?', silent) == 0

        when:
        archived(lyon.id, 2)
        retention.enforce()

        then:
        count('conversation where id = ?', id) == 0
        count('message where conversation_id = ?', id) == 0
        count('introduction where id = ?', introduction) == 0
        count('conversation where id = ?', reported) == 1
    }

    void "an archived authority loses its contact and the notes on who may act for it, a living one keeps them"() {
        given:
        [lviv, lyon].each { town ->
            people.sql("insert into profile_contact (profile, mailbox) values (?, 'mayor@town.example') on conflict (profile) do update set mailbox = excluded.mailbox", [town.id])
            people.sql("insert into entitlement_note (id, profile, person_id, at, kind, text) values (gen_random_uuid(), ?, ?, now(), 'LETTER', 'x')", [town.id, moderator.id])
        }

        when:
        archived(lviv.id, 366)
        people.sql("update authority_profile set changed_at = now() - interval '366 days' where id = ?", [lyon.id])
        retention.enforce()

        then:
        ['profile_contact', 'entitlement_note'].every { count("$it where profile = ?", lviv.id) == 0 && count("$it where profile = ?", lyon.id) == 1 }
    }

    void "the report of a year that is over stays when what it counts has gone"() {
        given:
        people.sql("update profile_change set at = timestamp '2023-03-01' where number = (select min(number) from profile_change)")
        def made = (1..6).collect { people.sql("""insert into place_claim (id, profile, claimant, kind, message, at, state, decided_at)
            values (gen_random_uuid(), ?, ?, 'JOIN', 'x', timestamp '2023-04-01', 'REFUSED', timestamp '2023-04-03')""", [lviv.id, people.person().id]) }

        when:
        reports.keepFinal()
        people.sql("delete from place_claim where decided_at < timestamp '2023-12-31'")

        then:
        made.sum() == 6
        people.visitor.get('/api/v1/transparency/2023').json.tables.find { it.topic == 'claims' }.lines[0].count == 6
    }

    private void pass(Object decision, int days) {
        people.sql("""update moderation_decision set decided_at = decided_at - make_interval(days => ?), confirmed_at = confirmed_at - make_interval(days => ?),
            in_force_at = in_force_at - make_interval(days => ?), lifted_at = lifted_at - make_interval(days => ?) where id = ?""",
                [days, days, days, days, uuid(decision)])
    }

    private void asOld(Object conversation, int days) {
        people.sql('update conversation set active_at = active_at - make_interval(days => ?) where id = ?', [days, uuid(conversation)])
    }

    private void archived(Object authority, int days) {
        people.sql("update authority_profile set changed_at = case status when 'ARCHIVED' then changed_at else now() end - make_interval(days => ?), status = 'ARCHIVED' where id = ?",
                [days, authority])
    }

    private Map correction(Object decision) { moderator.api.get("$ROOT/decisions/$decision").json.correction }

    private String text(Object message) { people.rows('select text from message where id = ?', [uuid(message)])[0].text }

    private long count(String which, Object key) { people.rows("select count(*) as n from $which".toString(), [uuid(key)])[0].n as long }

    private static UUID uuid(Object id) { UUID.fromString(id.toString()) }
}
