package eu.bridgehall.partnerships

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.organisations.Organisations
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import static eu.bridgehall.web.EditForms.post

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review-countries', value = 'UA,MD')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ReviewRulesSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject AuditLog audit
    @Inject Organisations organisations

    People people
    TestPerson moderator
    Towns.Town lyon
    Towns.Town gent

    void setup() {
        people = new People(server)
        moderator = people.moderator()
        lyon = new Towns(people).confirmed('FR', 'Lyon')
        gent = new Towns(people).confirmed('BE', 'Gent')
    }

    void "before anybody has changed them they are those of the installation"() {
        given:
        people.sql('delete from review_rules')

        when:
        def rules = moderator.api.get('/api/v1/review/rules')

        then:
        rules.header('ETag') == '"1"'
        rules.json == [version: 1, all: false, countries: ['UA', 'MD'], first: false, flagged: false,
                       moreOpenThan: null, words: [:], changedAt: null]
        new Towns(people).confirmed('UA', 'Lviv').ask(lyon).json.reviewReasons == ['country']
    }

    void "they follow the installation for as long as nobody has changed them, whatever was kept of them"() {
        given:
        people.sql('delete from review_rules')
        people.sql("""insert into review_rules (version, every, countries, first, flagged, words)
                      values (3, true, '{FR}', true, false, '{}')""")

        expect:
        moderator.api.get('/api/v1/review/rules').json.with { [version, all, countries, first] } == [3, false, ['UA', 'MD'], false]
        lyon.ask(gent).json.status == 'sent'

        when: 'somebody changes them'
        save([countries: ['FR']])

        then:
        moderator.api.get('/api/v1/review/rules').json.with { [version, countries] } == [4, ['FR']]
    }

    void "#who gets #status"() {
        given:
        def api = who == 'visitor' ? people.visitor : who == 'owner' ? lyon.owner.api
                : who == 'association' ? people.associationOfficer('FR').api : people."$who"().api

        expect:
        api.get('/api/v1/review/rules').status == status
        api.send('PUT', '/api/v1/review/rules', [all: false], ['If-Match': version()]).status == status

        where:
        who             || status
        'visitor'       || 401
        'owner'         || 403
        'association'   || 403
        'moderator'     || 200
        'administrator' || 200
    }

    void "whoever is second, or says no version, changes nothing"() {
        given:
        def read = version()
        save([flagged: true])

        expect:
        moderator.api.send('PUT', '/api/v1/review/rules', [all: true], ['If-Match': read]).status == 412
        moderator.api.send('PUT', '/api/v1/review/rules', [all: true]).status == 428
        !moderator.api.get('/api/v1/review/rules').json.all
    }

    void "what is wrong is named: #fields"() {
        when:
        def answer = moderator.api.send('PUT', '/api/v1/review/rules', sent, ['If-Match': version()])

        then:
        answer.status == 400
        answer.fields == fields

        where:
        sent                                  || fields
        [countries: ['FR', 'ZZ']]             || ['countries[1]']
        [moreOpenThan: -1]                    || ['moreOpenThan']
        [moreOpenThan: 1001]                  || ['moreOpenThan']
        [words: ['casino']]                   || ['words']
        [words: [en: 'casino']]               || ['words.en']
        [first: 'perhaps']                    || ['first']
        [words: [zz: ['casino']]]             || ['words.zz']
        [words: [en: ['x' * 61]]]             || ['words.en']
        [words: [en: (1..101).collect { "w$it" }]] || ['words.en']
        [words: [en: [null]]]                 || ['words.en']
        [words: [en: null]]                   || ['words.en']
    }

    void "a change is in the audit log with what was before"() {
        when:
        save([all: true, words: [en: ['casino']]])
        def entry = audit.about(organisations.secretariat().id()).last()

        then:
        entry.action() == 'reviewRules.save'
        entry.personId() == moderator.id
        entry.details().contains('"before"')
        entry.details().contains('casino')
    }

    void "a text is looked at where #reasons was found in it, and the asker is told so in plain words"() {
        given:
        save([flagged: true, words: [en: ['casino'], uk: ['кредит']]])

        when:
        def asked = lyon.ask(gent, text)

        then:
        asked.json.reviewReasons == reasons
        asked.json.status == (reasons.empty ? 'sent' : 'pending-review')
        gent.owner.api.get("/api/v1/introductions/$asked.json.id").status == (reasons.empty ? 200 : 404)

        when:
        def page = Visitor.signedIn(lyon.owner).get("/introductions/$asked.json.id").body()
        def approved = reasons.empty ? null : moderator.api.post("/api/v1/introductions/$asked.json.id/approve").json

        then: 'the reviewer sees why, the side that is asked never does'
        page.contains('before it goes on') == !reasons.empty
        approved == null || approved.reviewReasons == reasons
        gent.owner.api.get("/api/v1/introductions/$asked.json.id").json.reviewReasons == []

        where:
        text                                           || reasons
        'Shall we talk about schools, 2021-2027?'      || []
        'See www.lyon.example'                         || ['link']
        'Write to mayor@lyon.example'                  || ['email']
        'Call +33 4 72 10 30 30'                       || ['phone']
        'A casino, and кредити: www.win.example'       || ['link', 'word']
    }

    void "the same text goes to two town halls, the third is looked at"() {
        given:
        save([flagged: true])
        def others = (1..3).collect { new Towns(people).confirmed('PL', "Town $it") }

        expect:
        others.withIndex().collect { town, i -> lyon.ask(town, i == 1 ? 'Dear  Colleagues,\nhello' : 'Dear colleagues, hello').json.reviewReasons } ==
                [[], [], ['same-text']]
        lyon.ask(gent, 'Dear Gent, hello').json.reviewReasons == []
    }

    void "after one was not let through the next to the same authority is looked at, until one is let through"() {
        given:
        save([flagged: true, words: [en: ['casino']]])
        def reject = { moderator.api.post("/api/v1/introductions/$it/reject", [reason: 'advertising']) }
        reject(lyon.ask(gent, 'A casino for you').json.id)
        save([:])

        when: 'the flagged word is gone, and the rules with it'
        def again = lyon.ask(gent, 'Shall we talk about schools?').json

        then:
        [again.status, again.reviewReasons] == ['pending-review', ['rejected-before']]
        Visitor.signedIn(lyon.owner).get("/introductions/$again.id").body().contains('was not let through')
        lyon.ask(new Towns(people).confirmed('PL', 'Gdynia')).json.status == 'sent'
        gent.owner.api.get("/api/v1/introductions/$again.id").status == 404

        when: 'taking it back does not help'
        lyon.editor.api.post("/api/v1/introductions/$again.id/withdraw")
        def third = lyon.ask(gent).json

        then:
        third.reviewReasons == ['rejected-before']

        when: 'it is let through'
        moderator.api.post("/api/v1/introductions/$third.id/approve")
        lyon.editor.api.post("/api/v1/introductions/$third.id/withdraw")
        people.sql("update introduction set withdrawn_at = withdrawn_at - interval '1 year' where id = ?", [UUID.fromString(third.id)])

        then:
        lyon.ask(gent).json.reviewReasons == []
    }

    void "the first is looked at until one has arrived, of the authority and of each person"() {
        given:
        save([first: true])
        def first = lyon.ask(gent)

        expect:
        first.json.reviewReasons == ['first']

        when:
        moderator.api.post("/api/v1/introductions/$first.json.id/approve")
        def other = new Towns(people).confirmed('PL', 'Gdynia')

        then:
        lyon.ask(other).json.reviewReasons == []
        lyon.owner.api.post("/api/v1/authorities/$lyon.id/introductions",
                [to: new Towns(people).confirmed('PL', 'Sopot').id, text: 'Hello']).json.reviewReasons == ['first']
    }

    void "with more open than so many the next is looked at"() {
        given:
        save([moreOpenThan: 1])

        expect:
        lyon.ask(gent).json.reviewReasons == []
        lyon.ask(new Towns(people).confirmed('PL', 'Gdynia')).json.reviewReasons == ['many-open']
    }

    void "the page shows the rules, keeps what was typed and refuses who came too late"() {
        given:
        save([flagged: true, words: [uk: ['кредит']]])
        def browser = Visitor.signedIn(moderator)
        def page = browser.get('/review/rules').body()

        expect:
        page.contains('кредит')
        Visitor.signedIn(lyon.owner).get('/review/rules').statusCode() == 403

        when:
        def wrong = post(browser, '/review/rules', [version: plain(), first: 'yes', moreOpenThan: 'many', 'words-en': 'lotto'])

        then:
        wrong.statusCode() == 400
        wrong.body().contains('lotto')
        wrong.body().contains('from 0 to 1,000')

        when:
        def late = post(browser, '/review/rules', [version: '1', all: 'yes'])
        def saved = post(browser, '/review/rules', [version: plain(), 'words-en': 'lotto\r\nwin now', countries: 'UA'])

        then:
        late.statusCode() == 412
        saved.statusCode() == 303
        with(moderator.api.get('/api/v1/review/rules').json) {
            words == [en: ['lotto', 'win now']]
            countries == ['UA']
            !flagged
        }
    }

    private String version() { "\"${plain()}\"" }

    private String plain() {
        moderator.api.get('/api/v1/review/rules')
        people.rows('select version from review_rules')[0].version as String
    }

    private void save(Map rules) {
        assert moderator.api.send('PUT', '/api/v1/review/rules', rules, ['If-Match': version()]).status == 200
    }
}
