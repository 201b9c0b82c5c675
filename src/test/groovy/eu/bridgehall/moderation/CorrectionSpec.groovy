package eu.bridgehall.moderation

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

import static eu.bridgehall.web.EditForms.post

/** Hidden until it has been corrected: who corrects it, says so, and what a moderator makes of that. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class CorrectionSpec extends DecisionCase {
    static final String WAITS = '/api/v1/moderation/queue?kind=correction&limit=100'

    void "the author corrects a hidden message, and a moderator shows it again as it is now"() {
        given:
        def bad = write('You zeppelin!')
        write('I quote you.', lyon, [quotes: bad.id])
        def made = decide(report(bad.id), 'hide').json.id

        expect: 'she is given what it says, nobody else is'
        told(made).with { [mayCorrect, content, correction] } == [true, 'You zeppelin!', null]
        told(made, lviv.owner).with { [mayCorrect, content] } == [false, null]
        decisionOf(made).with { [correction, containsKey('content')] } == [null, false]

        when:
        def sent = correct(made, lviv.editor, [content: 'Dear colleagues!', note: 'I am sorry.'])

        then: 'it waits, hidden as before'
        sent.status == 201
        sent.json.with { [mayCorrect, content, status, correction.content, correction.note, correction.outcome] } ==
                [false, null, 'in-force', 'Dear colleagues!', 'I am sorry.', null]
        [lviv, lyon].every { read(it)[0].with { [text, withheld] } == ['', 'hidden'] }
        lyon.viewer.api.get("$talk/messages/$bad.id/history").json.items == []
        moderator.api.get(WAITS).json.items.find { it.subject == made }.with { [kind, names, priority] } == ['correction', ['Lviv'], 'normal']
        decisionOf(made).correction.with { [content, note, by] } == ['Dear colleagues!', 'I am sorry.', 'Editor of Lviv']

        and: 'once until it is answered'
        correct(made, lviv.editor, [content: 'And again']).status == 409

        when:
        def answered = answer(made, second, [outcome: 'restored', answer: 'Thank you.'])

        then:
        answered.status == 200
        answered.json.with { [status, liftText, correction.outcome, correction.answer] } == ['lifted', 'Thank you.', 'restored', 'Thank you.']
        read()[0].with { [text, withheld, editedAt != null] } == ['Dear colleagues!', null, true]
        read()[1].quote.text == 'Dear colleagues!'
        told(made).with { [status, endText, correction.outcome, mayCorrect] } == ['lifted', 'Thank you.', 'restored', false]
        !moderator.api.get(WAITS).json.items*.subject.contains(made)

        and: 'its history says that it was changed, and not what was hidden'
        lyon.viewer.api.get("$talk/messages/$bad.id/history").json.items.collect { [it.text, it.withheld] } == [['', 'hidden']]
        lyon.viewer.api.get('/api/v1/conversations/search?q=zeppelin').json.total == 0
        !Visitor.signedIn(lyon.viewer).get("/conversations/$id/messages/$bad.id/history").body().contains('zeppelin')
        lyon.viewer.api.post("$talk/messages/$bad.id/report", [reason: 'spam']).json.earlier == []

        and: 'for its author it is all there'
        lviv.editor.api.get('/api/v1/account/data').body.contains('You zeppelin!')

        and: 'there is nothing more to answer or to correct'
        answer(made, second, [outcome: 'kept', answer: 'No.']).status == 409
        correct(made, lviv.editor, [content: 'More']).status == 409
    }

    void "what was hidden is in the history again where an appeal is right"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id
        correct(made, lviv.editor, [content: 'Dear colleagues!'])
        answer(made, moderator, [outcome: 'restored', answer: 'Thank you.'])
        def appeal = lviv.editor.api.post("/api/v1/decisions/$made/appeal", [text: 'It was a joke.']).json.appeal.id

        when:
        second.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'It was.'])

        then:
        lyon.viewer.api.get("$talk/messages/$bad.id/history").json.items.collect { [it.text, it.withheld] } == [['You zeppelin!', null]]
    }

    void "a side that has left does not read in its old state what was hidden and corrected"() {
        given:
        def gdynia = new Towns(people).confirmed('PL', 'Gdynia')
        Towns.conversation(lviv, gdynia)
        id = lviv.editor.api.post('/api/v1/conversations', [to: [lyon.id, gdynia.id], subject: 'A network', text: 'Good morning!']).json.id
        def bad = write('You zeppelin!')
        def reported = report(bad.id)
        assert lyon.editor.api.post("$talk/leave").status == 200
        def made = decide(reported, 'hide').json.id
        correct(made, lviv.editor, [content: 'Dear colleagues!'])

        expect:
        answer(made, moderator, [outcome: 'restored', answer: 'Thank you.']).status == 200
        read().find { it.id == bad.id }.with { [text, withheld] } == ['', 'hidden']
        read(lviv).find { it.id == bad.id }.text == 'Dear colleagues!'
    }

    void "what is kept hidden can be corrected again, and those whom it concerns are told why"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id
        correct(made, lviv.editor, [content: 'You balloon!'])

        when:
        def kept = answer(made, moderator, [outcome: 'kept', answer: 'That is no better.'])

        then:
        kept.status == 200
        kept.json.with { [status, correction.outcome] } == ['in-force', 'kept']
        read()[0].withheld == 'hidden'
        told(made).with { [mayCorrect, content, correction.answer] } == [true, 'You balloon!', 'That is no better.']
        told(made, lviv.owner).correction.answer == 'That is no better.'

        when:
        correct(made, lviv.editor, [content: 'Dear colleagues!'])
        answer(made, moderator, [outcome: 'restored', answer: 'Thank you.'])

        then:
        read()[0].text == 'Dear colleagues!'
        lyon.viewer.api.get("$talk/messages/$bad.id/history").json.items*.text == ['', '']
    }

    void "those who act for an authority correct its hidden profile and say so"() {
        given:
        def made = decide(reportProfile(lviv, lyon.owner), 'hide').json.id

        expect: 'not before it has been changed, and not a viewer'
        told(made, lviv.owner).mayCorrect
        correct(made, lviv.owner).status == 409
        correct(made, lviv.viewer).status == 404

        when:
        edit('uk', 'de')
        def sent = correct(made, lviv.editor, [note: 'It is right now.'])

        then:
        sent.status == 201
        sent.json.correction.with { [content, note] } == [null, 'It is right now.']
        status(lviv) == 'SUSPENDED'
        lyon.owner.api.get("/api/v1/profiles/$lviv.id").status == 404

        when:
        answer(made, second, [outcome: 'kept', answer: 'The partners are wrong, too.'])

        then: 'what was kept hidden has to be changed anew'
        status(lviv) == 'SUSPENDED'
        correct(made, lviv.owner).status == 409

        when:
        edit('uk')
        correct(made, lviv.owner)
        answer(made, second, [outcome: 'restored', answer: 'Thank you.'])

        then:
        status(lviv) == 'CONFIRMED'
        lyon.owner.api.get("/api/v1/profiles/$lviv.id").status == 200
    }

    void "what reviewers have changed in a hidden profile is no correction by its people"() {
        given:
        def made = decide(reportProfile(lviv, lyon.owner), 'hide').json.id
        def officer = people.associationOfficer('UA')
        def member = people.associationOfficer('UA').memberOf(lviv.id, MemberRole.EDITOR)

        expect:
        Visitor.signedIn(lviv.owner).get("/decisions/$made").body().contains('назву й вид може змінити лише секретаріат')

        when:
        edit(officer, 'uk', 'de')

        then:
        correct(made, lviv.owner).status == 409

        when: 'a member does, who is an officer as well'
        edit(member, 'uk')

        then:
        correct(made, member).status == 201
    }

    void "who has made a correction does not answer it, also when she has left the authority"() {
        given:
        def member = people.moderator().memberOf(lviv.id, MemberRole.EDITOR)
        def made = decide(reportProfile(lviv, lyon.owner), 'hide').json.id
        edit(member, 'uk', 'de')
        assert correct(made, member).status == 201

        when:
        people.sql('delete from membership where person_id = ? and organisation_id = ?', [member.id, lviv.id])

        then:
        answer(made, member, [outcome: 'restored', answer: 'Fine.']).status == 403
        !member.api.get(WAITS).json.items*.subject.contains(made)
        !Visitor.signedIn(member).get("/moderation/decisions/$made").body().contains('value="answer"')
        answer(made, second, [outcome: 'restored', answer: 'Fine.']).status == 200
    }

    void "a correction is refused where #why"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id

        expect:
        correct(made, who(this), sent).with { [status, fields ?: []] } == [refusal, fields]
        read()[0].withheld == 'hidden'

        where:
        why                         | who             | sent                                  || refusal | fields
        'it concerns her not'       | { it.lyon.editor } | [content: 'Dear!']                    || 404     | []
        'she is a viewer'           | { it.lviv.viewer } | [content: 'Dear!']                    || 404     | []
        'a colleague has written it' | { it.lviv.owner } | [content: 'Dear!']                    || 403     | []
        'it says nothing'           | { it.lviv.editor } | [:]                                   || 400     | ['content']
        'it says the same'          | { it.lviv.editor } | [content: 'You zeppelin!']            || 400     | ['content']
        'the note is too long'      | { it.lviv.editor } | [content: 'Dear!', note: 'x' * 4_001] || 400     | ['note']
    }

    void "only what is hidden now can be corrected"() {
        given:
        def bad = write('You zeppelin!')
        def removed = decide(report(bad.id), 'remove').json.id
        def warned = decide(report(write('Again!').id), 'warn').json.id
        def file = lviv.editor.api.upload("$talk/attachments", 'plan.pdf', '%PDF-1.7'.bytes).json.id
        write('A file', lviv, [attachments: [file]])
        def hiddenFile = decide(lyon.viewer.api.post("$talk/attachments/$file/report", [reason: 'spam']).json.id, 'hide').json.id
        def lifted = decide(report(write('Third').id), 'hide').json.id
        lift(lifted)

        expect:
        [removed, warned, hiddenFile, lifted].every {
            correct(it, lviv.editor, [content: 'Dear!']).status == 409 && !told(it).mayCorrect
        }
    }

    void "what was removed meanwhile, and what may not be written in any more, is not corrected"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id
        decideAbout(lviv, 'restrict', [scope: 'read-only', days: 7])

        expect:
        !told(made).mayCorrect
        correct(made, lviv.editor, [content: 'Dear!']).status == 403

        when:
        lyon.editor.api.post("$talk/leave")
        people.sql('delete from organisation_restriction where organisation_id = ?', [lviv.id])

        then:
        !told(made).mayCorrect
        correct(made, lviv.editor, [content: 'Dear!']).status == 409
    }

    void "an answer is refused to #whom"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id
        correct(made, lviv.editor, [content: 'Dear colleagues!'])

        expect:
        answer(made, who(this), [outcome: 'restored', answer: 'Fine.']).status == status
        read()[0].withheld == 'hidden'

        where:
        whom                                  | who                                                                || status
        'the author'                          | { it.lviv.editor }                                                 || 403
        'the side that was written to'        | { it.lyon.owner }                                                  || 403
        'a moderator of the same authority'   | { it.people.moderator().memberOf(it.lviv.id, MemberRole.VIEWER) } || 404
        'an officer of an association'        | { it.people.associationOfficer('UA') }                             || 403
    }

    void "a moderator who has reported it does not answer, nor sees that it waits"() {
        given:
        def reporter = people.moderator()
        def reported = reportProfile(lviv, reporter)
        def made = decide(reported, 'hide').json.id
        edit('uk', 'de')
        correct(made, lviv.owner)

        expect:
        answer(made, reporter, [outcome: 'restored', answer: 'Fine.']).status == 403
        !reporter.api.get(WAITS).json.items*.subject.contains(made)
        second.api.get(WAITS).json.items*.subject.contains(made)
    }

    void "an answer says which, and why, and of two at once only who has taken it on answers"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id

        expect:
        answer(made, moderator, [outcome: 'restored', answer: 'Fine.']).status == 409
        correct(made, lviv.editor, [content: 'Dear colleagues!']).status == 201
        answer(made, moderator, [outcome: 'perhaps', answer: '']).fields == ['outcome', 'answer']
        second.api.post("$ROOT/queue/correction/$made/claim").status in [200, 201]
        answer(made, moderator, [outcome: 'kept', answer: 'No.']).status == 409
        lift(made, moderator).status == 409
        answer(made, second, [outcome: 'kept', answer: 'No.']).status == 200
    }

    void "a decision that ends otherwise leaves nothing to answer"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide', [days: 7]).json.id
        correct(made, lviv.editor, [content: 'Dear colleagues!'])

        when:
        termEnds(made)

        then:
        read()[0].text == 'Dear colleagues!'
        !moderator.api.get(WAITS).json.items*.subject.contains(made)
        answer(made, moderator, [outcome: 'kept', answer: 'No.']).status == 409
    }

    void "it is corrected and answered on the pages"() {
        given:
        def bad = write('You zeppelin!')
        def made = decide(report(bad.id), 'hide').json.id
        def author = Visitor.signedIn(lviv.editor)

        expect:
        author.get("/decisions/$made").body().contains('>You zeppelin!</textarea>')
        post(author, "/decisions/$made/correction", [content: '', note: 'Typed']).with { [it.statusCode(), it.body().contains('>Typed</textarea>')] } == [400, true]
        post(author, "/decisions/$made/correction", [content: 'Dear colleagues!', note: 'Sorry.']).statusCode() == 303
        author.get("/decisions/$made").body().with { [it.contains('Dear colleagues!'), it.contains('/correction"')] } == [true, false]

        when:
        def reader = Visitor.signedIn(moderator)
        def page = reader.get("/moderation/decisions/$made").body()

        then:
        ['Dear colleagues!', 'Sorry.', 'value="answer"', 'value="restored"'].every { page.contains(it) }
        !Visitor.signedIn(lviv.owner).get("/decisions/$made").body().contains('/correction"')
        post(reader, "/moderation/decisions/$made", [step: 'answer', outcome: 'kept', answer: '']).statusCode() == 400
        post(reader, "/moderation/decisions/$made", [step: 'answer', outcome: 'restored', answer: 'Thanks.']).statusCode() == 303
        read()[0].text == 'Dear colleagues!'
        author.get("/decisions/$made").body().contains('Thanks.')
    }

    private Map told(Object decision, TestPerson by = lviv.editor) { by.api.get("/api/v1/decisions/$decision").json }

    private Map decisionOf(Object decision) { second.api.get("$ROOT/decisions/$decision").json }

    private static Api.Answer correct(Object decision, TestPerson by, Map sent = [:]) {
        by.api.post("/api/v1/decisions/$decision/correction", sent)
    }

    private static Api.Answer answer(Object decision, TestPerson by, Map sent) {
        by.api.post("$ROOT/decisions/$decision/correction", sent)
    }

    private void edit(String... languages) { edit(lviv.editor, languages) }

    private void edit(TestPerson by, String... languages) {
        def now = by.api.get("/api/v1/profiles/$lviv.id").json
        assert by.api.patch("/api/v1/profiles/$lviv.id", [languages: languages],
                ['If-Match': "\"$now.version\"".toString()]).status == 200
    }
}
