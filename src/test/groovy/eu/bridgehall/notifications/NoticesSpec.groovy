package eu.bridgehall.notifications

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.partnerships.IntroductionDeadlines
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject

/** What people are told on the pages, and which mails come of it. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.base-url', value = 'https://bridgehall.example')
class NoticesSpec extends NoticeCase {
    @Inject AuditLog audit

    void "each reader is told once, however often the event comes, and a mail comes of it once"() {
        when:
        def id = lyon.ask(gent).json.id

        then:
        told(gent.editor)*.kind == ['introduction-arrived']
        mails(gent.editor)*.kind == ['introduction-arrived']
        with(told(gent.editor)[0]) {
            about == 'introductions' && subject == id && link == "/introductions/$id" && readAt == null
            text == 'Lyon would like to be put in touch with Gent'
        }
        gent.editor.api.get(LIST, ['Accept-Language': 'de']).json.items[0].text == 'Lyon möchte mit Gent in Kontakt kommen'
        told(gent.viewer) == []
        told(lyon.editor) == []

        when: 'all events are handled again'
        people.sql("update outbox_progress set transaction = '0', number = 0 where consumer in ('introduction-mails', 'profile-mails')")

        then:
        told(gent.editor).count { it.kind == 'introduction-arrived' } == 1
        mails(gent.editor).count { it.kind == 'introduction-arrived' } == 1
    }

    void "notices are counted, marked one by one or as they were shown, and are nobody else's"() {
        given:
        def id = Towns.conversation(lyon, gent)
        settled()
        gent.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello'])
        def api = lyon.editor.api
        def count = { api.get("$LIST/unread-count").json.total }

        expect:
        told(lyon.editor)*.kind == ['message-arrived', 'introduction-accepted']
        count() == 2
        !told(lyon.editor).toString().contains('Hello')

        when:
        def (newest, oldest) = told(lyon.editor)*.id

        then:
        gent.editor.api.post("$LIST/$newest/read").status == 404
        people.visitor.post("$LIST/$newest/read").status == 401
        people.visitor.get(LIST).status == 401
        people.visitor.get("$LIST/unread-count").status == 401
        api.post("$LIST/read", [:]).with { status == 400 && fields == ['ids'] }
        count() == 2
        api.post("$LIST/$newest/read").status == 204
        api.post("$LIST/$newest/read").status == 204
        told(lyon.editor, '?unread=true')*.id == [oldest]
        count() == 1

        when: 'something comes after the list was shown'
        gent.ask(new Towns(people).confirmed('FR', 'Nantes'))
        lyon.editor.api.post("/api/v1/conversations/$id/read", [upTo: 1])
        gent.editor.api.post("/api/v1/conversations/$id/messages", [text: 'And now?'])

        then:
        told(lyon.editor).size() == 3
        api.post("$LIST/read", [ids: [newest, oldest, UUID.randomUUID()]]).json.total == 1
        api.post("$LIST/read", [ids: (0..200).collect { UUID.randomUUID() }]).with { status == 400 && fields == ['ids'] }
        gent.editor.api.post("$LIST/read", [ids: told(lyon.editor)*.id]).status == 200
        count() == 1
        told(lyon.owner, '?unread=true').size() == 2
        api.get("$LIST?limit=2").json.with { items.size() == 2 && next == '2' && total == 3 }
    }

    void "on the pages: a count in the menu, a list with its marks, and what is opened is read"() {
        given:
        def ids = [lyon.ask(gent).json.id, new Towns(people).confirmed('PL', 'Gdynia').ask(gent).json.id]
        settled()
        def reader = browser(gent.editor)
        def colleague = browser(gent.owner)

        when:
        def page = reader.get('/notices').body()

        then:
        ids.every { page.contains("href=\"/introductions/$it\"") }
        page.count('has-unread') == 2
        page =~ /<span class="count">2</

        when:
        reader.get("/introductions/${ids[0]}")

        then:
        told(gent.editor, '?unread=true')*.subject == [ids[1]]
        reader.get('/notices').body().count('has-unread') == 1
        told(gent.owner, '?unread=true').size() == 2

        when:
        def token = reader.formToken('/notices')
        def shown = (reader.get('/notices').body() =~ /name="ids" value="([^"]+)"/).collect { it[1] }
        def late = lateByAnotherService(gent.editor)
        def answer = reader.post('/notices', [formToken: token, ids: shown[0]])

        then: 'what has come meanwhile is not read, wherever it stands in the list'
        shown.size() == 1
        answer.headers().firstValue('Location').get() == '/notices?done=notices-read'
        told(gent.editor, '?unread=true')*.id == [late]

        when:
        reader.post('/notices', [formToken: token, one: late])

        then:
        told(gent.editor, '?unread=true') == []
        reader.post('/notices', [formToken: token]).statusCode() == 400
        reader.get('/notices?only=unread').body().contains('class="card card-body empty')
        reader.post('/notices', [ids: told(gent.editor)[0].id]).statusCode() == 403
        colleague.post('/notices', [formToken: colleague.formToken('/notices'), one: told(gent.editor)[0].id]).statusCode() == 404
    }

    /** A notice whose number another service has taken early, and that is there only now. */
    private String lateByAnotherService(TestPerson person) {
        def id = '00000000-0000-7000-8000-' + UUID.randomUUID().toString().takeRight(12)
        people.sql("""insert into notice (id, person_id, kind, subject, number, facts, at)
            values (?::uuid, ?, 'password-changed', ?, 1, '{"name": "Anna"}', now())""", [id, person.id, person.id])
        id
    }

    void "a request that #step is new to nobody that it was sent to"() {
        given:
        def id = lyon.ask(gent).json.id

        expect:
        told(gent.owner, '?unread=true')*.kind == ['introduction-arrived']

        when:
        by(step).api.post("/api/v1/introductions/$id/$step", [reason: 'not-now'])

        then:
        told(gent.owner, '?unread=true') == []
        told(gent.owner)*.kind == ['introduction-arrived']
        gent.owner.api.get("$LIST/unread-count").json.total == 0

        where:
        step << ['withdraw', 'accept', 'decline']
    }

    void "on the page a conversation stands once, as it was last told of"() {
        given:
        def id = Towns.conversation(lyon, gent)
        (1..3).each {
            gent.editor.api.post("/api/v1/conversations/$id/messages", [text: "Message $it"])
            settled()
            lyon.editor.api.post("/api/v1/conversations/$id/read", [upTo: it])
        }
        gent.editor.api.post("/api/v1/conversations/$id/messages", [text: 'And one more'])

        expect:
        told(lyon.editor).count { it.kind == 'message-arrived' } == 4
        with(Visitor.signedIn(lyon.editor).get('/notices').body()) {
            it.count('>Nouveau message de Gent</a>') == 1
            it.contains('status-unread')
        }
    }

    private TestPerson by(String step) { step == 'withdraw' ? lyon.editor : gent.editor }

    void "what somebody was told for an authority she reads while she belongs to it, through both doors"() {
        given:
        lyon.ask(gent)
        settled()
        people.inTransaction {
            server.applicationContext.getBean(Notices).tell([new Recipient(server.applicationContext
                    .getBean(eu.bridgehall.accounts.People).get(gent.editor.id), null)],
                    new NewNotice('password-changed', gent.editor.id, 1, [name: 'Anna'], null))
        }
        def reader = browser(gent.editor)

        expect:
        told(gent.editor)*.kind == ['password-changed', 'introduction-arrived']
        reader.get('/notices').body().contains('Lyon')

        when: 'she is put out'
        gent.owner.api.delete("/api/v1/authorities/$gent.id/members/$gent.editor.id")

        then: 'she keeps what is about herself'
        gent.editor.api.get(LIST).json.with { items*.kind == ['password-changed'] && total == 1 }
        gent.editor.api.get("$LIST/unread-count").json.total == 1
        reader.get('/notices').body().with { !contains('Lyon') && it =~ /<span class="count">1</ }
    }

    void "what may not be told any more is not sent: #why"() {
        given:
        def id = Towns.conversation(lyon, gent)
        settled()
        forget(gent.editor)
        lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello'])
        assert written(gent.editor).text().contains('Lyon')

        when:
        change.call(this, id)

        then:
        written(gent.editor) == null

        where:
        why                         | change
        'the message is read'       | { s, talk -> s.gent.editor.api.post("/api/v1/conversations/$talk/read", [upTo: 1]) }
        'the reader has left'       | { s, talk -> s.people.sql('delete from membership where person_id = ?', [s.gent.editor.id]) }
        'the reader is suspended'   | { s, talk -> s.people.sql('update person set suspended_at = now() where id = ?', [s.gent.editor.id]) }
        'the writer was suspended'  | { s, talk -> s.lyon.status('SUSPENDED') }
        'the reader has muted it'   | { s, talk -> s.gent.editor.api.put("/api/v1/conversations/$talk/mute", [:]) }
        'the side has left'         | { s, talk -> s.gent.owner.api.post("/api/v1/conversations/$talk/leave", [:]) }
        'such mails are off by now' | { s, talk -> s.gent.editor.api.patch(CHOICES, [messages: 'off']) }
        'the writer is blocked'     | { s, talk -> s.gent.owner.api.put("/api/v1/conversations/$talk/block", [:]) }
    }

    void "a reminder is not sent once the introduction is answered"() {
        given:
        def id = lyon.ask(gent).json.id
        people.sql("update introduction set sent_at = sent_at - interval '15 days' where id = ?", [UUID.fromString(id)])
        forgetAll()
        server.applicationContext.getBean(IntroductionDeadlines).run()

        expect:
        mails(gent.editor)*.kind == ['introduction-reminder']
        written(gent.editor) != null

        when:
        gent.owner.api.post("/api/v1/introductions/$id/decline", [reason: 'other', text: 'Not now'])

        then:
        written(gent.editor) == null
    }

    void "what was decided about somebody is sent whatever has happened since, and cannot be switched off"() {
        given:
        def submitted = new eu.bridgehall.support.ProfileMaker(people).submitted('FR')
        submitted.owner.api.patch(CHOICES, [profiles: 'off'])

        when:
        submitted.step(eu.bridgehall.profiles.model.ProfileAction.RETURN, eu.bridgehall.kernel.Actor.service(),
                new eu.bridgehall.profiles.ReasonRequest(['other'], 'not yet'))
        settled()
        people.sql('delete from membership where person_id = ?', [submitted.owner.id])

        then:
        mails(submitted.owner)*.kind == ['profile-returned']
        written(submitted.owner).off() == null
        !written(submitted.owner).text().contains('/unsubscribe/')
    }

    void "the link of a mail switches its kind off without signing in, by a post and never by a look"() {
        given:
        lyon.ask(gent)
        def mail = written(gent.editor)
        def path = URI.create(mail.off().url()).with { it.rawPath + '?' + it.rawQuery }
        def choice = { gent.editor.api.get(CHOICES).json.introductions }
        def anybody = new Visitor(server.URI)

        expect:
        mail.off().url().startsWith('https://bridgehall.example/unsubscribe/')
        mail.off().list() == 'introductions.bridgehall.example'
        [mail.text(), mail.html()].every { it.contains(mail.off().url()) && it.contains('/account#notices') }

        when:
        def look = anybody.get(path)

        then:
        look.statusCode() == 200
        look.body().contains('<form method="post" action="/unsubscribe/')
        look.body().contains('lang="de"')
        look.body().contains('Wenn Sie auf die Schaltfläche klicken')
        choice() == 'at-once'

        when: 'a mail program posts, twice'
        def answers = (1..2).collect {
            new Visitor(server.URI).send('POST', path, 'List-Unsubscribe=One-Click', 'application/x-www-form-urlencoded')
        }

        then:
        answers*.statusCode() == [200, 200]
        choice() == 'off'
        written(gent.editor) == null
        gent.editor.api.get(CHOICES).json.messages == 'at-once'
        gent.owner.api.get(CHOICES).json.introductions == 'at-once'
        audit.about(gent.editor.id).findAll { it.action() == 'account.notices' }*.actedAs() == ['visitor']
        anybody.get(path).with { statusCode() == 200 && !body().contains('action="/unsubscribe/') }
        answers.every { it.body().contains('Nachrichten: Sofort') && !it.body().contains('Kontaktanfragen:') }

        when:
        def token = path.tokenize('/')[1].tokenize('?')[0]
        def changed = token[0..-2] + (token[-1] == 'A' ? 'B' : 'A')

        then:
        [changed, 'x' * 60, 'AAAA', 'a.b'].every { anybody.get("/unsubscribe/$it").statusCode() == 404 }
        anybody.send('POST', "/unsubscribe/$changed", '', 'text/plain').statusCode() == 404
    }

    void "an account that is closed leaves no notice behind, and is told what is kept before"() {
        given:
        def person = people.member(gent.id, MemberRole.EDITOR)
        lyon.ask(gent)
        settled()

        expect:
        person.api.get('/api/v1/account/data').json.notices.told*.about == ['introduction-arrived']

        when:
        def closing = browser(person).with { post('/account/close', [formToken: formToken('/account/close'), password: People.PASSWORD]) }

        then:
        closing.statusCode() == 303
        people.rows('select 1 from notice where person_id = ?', [person.id]) == []
    }
}
