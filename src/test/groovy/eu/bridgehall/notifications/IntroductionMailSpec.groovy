package eu.bridgehall.notifications

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.organisations.Organisations
import eu.bridgehall.support.People
import eu.bridgehall.support.QueuedMails
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review-countries', value = 'UA')
class IntroductionMailSpec extends Specification {
    static final String SECRET = 'the mayor is a keen cyclist'
    @Inject EmbeddedServer server

    People people
    QueuedMails queue
    Towns.Town lyon
    Towns.Town gent

    void setup() {
        people = new People(server)
        queue = new QueuedMails(people, '^(introduction|message)-', 'introduction-mails', 'message-mails', 'conversations')
        lyon = new Towns(people).confirmed('FR', 'Lyon', 'fr')
        gent = new Towns(people).confirmed('BE', 'Gent', 'de')
    }

    void "who acts for the town hall that is asked gets a mail in her language, without the text"() {
        when:
        def id = lyon.ask(gent, SECRET).json.id

        then:
        queue.told(gent.owner, gent.editor) == ['introduction-arrived']
        queue.told(gent.viewer) == []
        queue.told(lyon.owner, lyon.editor) == []
        def mail = queue.to(gent.editor)[0]
        mail.language == 'de'
        mail.link_path == "/introductions/$id"
        !mail.facts.contains('cyclist')
        mail.facts.contains('Lyon')
        mail.facts.contains('Gent')
    }

    void "the asker's people are told that it was #step"() {
        given:
        def id = lyon.ask(gent).json.id

        when:
        gent.editor.api.post("/api/v1/introductions/$id/$step", [reason: 'other', text: SECRET])

        then:
        queue.told(lyon.owner, lyon.editor) == [kind]
        queue.to(lyon.owner).every { it.language == 'fr' && !it.facts.contains('cyclist') }

        where:
        step      || kind
        'accept'  || 'introduction-accepted'
        'decline' || 'introduction-declined'
    }

    void "who reviews is told once, whatever her roles, and nobody of the other side"() {
        given:
        def lviv = new Towns(people).confirmed('UA', 'Lviv', 'uk')
        def officer = people.associationOfficer('UA').withRole(eu.bridgehall.kernel.PlatformRole.MODERATOR)
        def moderator = people.moderator()
        def partial = people.moderator().memberOf(gent.id, MemberRole.VIEWER)
        def elsewhere = people.associationOfficer('FR')

        when:
        def id = lviv.ask(gent).json.id

        then:
        queue.told(officer, moderator) == ['introduction-review']
        queue.told(partial, elsewhere) == []
        queue.told(gent.owner, gent.editor) == []

        when:
        moderator.api.post("/api/v1/introductions/$id/reject", [reason: 'other', text: SECRET])

        then:
        queue.told(lviv.owner, lviv.editor) == ['introduction-rejected']
        queue.told(gent.owner, gent.editor) == []
    }

    void "a mail about a message says nothing of it, and there is no second one before it has been read"() {
        given:
        def id = Towns.conversation(lyon, gent)
        def post = { town -> town.editor.api.post("/api/v1/conversations/$id/messages", [text: SECRET]) }
        def count = { person -> queue.to(person).count { it.kind == 'message-arrived' } }

        when:
        3.times { post(lyon) }

        then:
        count(gent.editor) == 1
        count(gent.owner) == 1
        count(gent.viewer) == 0
        count(lyon.owner) == 0
        with(queue.to(gent.owner).find { it.kind == 'message-arrived' }) {
            link_path == "/conversations/$id"
            !facts.contains('cyclist')
        }

        when: 'one of them has read'
        gent.owner.api.post("/api/v1/conversations/$id/read", [upTo: 3])
        post(lyon)

        then:
        count(gent.owner) == 2
        count(gent.editor) == 1

        when: 'an answer'
        post(gent)

        then:
        count(lyon.owner) == 1
        count(lyon.editor) == 1
        count(gent.owner) == 2
    }

    void "of several sides all are told that are there, but for who has muted it"() {
        given:
        def gdynia = new Towns(people).confirmed('PL', 'Gdynia')
        def oslo = new Towns(people).confirmed('NO', 'Oslo')
        [gent, gdynia, oslo].each { Towns.conversation(lyon, it) }
        def id = begin(lyon.editor, [gent.id, gdynia.id, oslo.id]).id
        def count = { person -> queue.to(person).count { it.kind == 'message-arrived' } }

        expect: 'the first message tells of it'
        [gent, gdynia, oslo].collectMany { [it.owner, it.editor] }.every { count(it) == 1 }
        queue.to(gent.owner).find { it.kind == 'message-arrived' }.link_path == "/conversations/$id"
        [lyon, gent].collectMany { [lyon.owner, it.viewer] }.every { count(it) == 0 }

        when: 'one side leaves, one person mutes it; all have read'
        def talk = "/api/v1/conversations/$id"
        [gent.owner, gent.editor, gdynia.owner, oslo.owner].each { it.api.post("$talk/read", [upTo: 1]) }
        oslo.owner.api.post("$talk/leave")
        gent.owner.api.put("$talk/mute", [:])
        gdynia.editor.api.post("$talk/messages", [text: SECRET])

        then:
        [gent.editor, gent.owner, oslo.owner].collect { count(it) } == [2, 1, 1]
        [lyon.owner, lyon.editor].every { count(it) == 1 }

        when:
        gent.owner.api.delete("$talk/mute")
        gdynia.editor.api.post("$talk/messages", [text: SECRET])

        then:
        count(gent.owner) == 2
    }

    void "an association and the secretariat are told of what is written to them, and the secretariat of reports"() {
        given:
        def officer = people.associationOfficer('FR')
        def moderator = people.moderator()
        def administrator = people.administrator()
        def elsewhere = people.associationOfficer('PL')

        when:
        def point = begin(lyon.editor, [people.association('FR').id()])

        then:
        queue.told(officer) == ['message-arrived']
        queue.to(officer)[0].with { facts.contains('Lyon') && !facts.contains('cyclist') && link_path == "/conversations/$point.id" }
        queue.told(elsewhere, moderator) == []

        when: 'the answer'
        officer.api.post("/api/v1/conversations/$point.id/messages", [text: SECRET])

        then:
        queue.told(lyon.owner, lyon.editor) == ['message-arrived']
        queue.to(lyon.editor)[0].facts.contains('Association of FR')

        when:
        begin(gent.editor, [server.applicationContext.getBean(Organisations).secretariat().id()])

        then:
        queue.told(moderator, administrator) == ['message-arrived']

        when:
        lyon.editor.api.post("/api/v1/conversations/$point.id/report", [reason: 'other', text: SECRET])
        def all = new QueuedMails(people, '^report-', 'message-mails')

        then:
        all.told(moderator, administrator) == ['report-made']
        all.to(moderator)[0].with { link_path == '/moderation/reports' && facts == '{}' }
        all.told(officer, lyon.owner) == []
    }

    private static Map begin(TestPerson by, List<Object> to) {
        def begun = by.api.post('/api/v1/conversations', [to: to, subject: 'Buses', text: SECRET])
        assert begun.status == 201
        begun.json
    }

    void "each of these mails can be written in every language"() {
        given:
        def renderer = server.applicationContext.getBean(MailRenderer)

        expect:
        def mail = renderer.render(new NewMail('a@town.example', language, kind, [from: 'Lyon', to: 'Gent'],
                MailLink.to('/introductions/1')))
        mail.subject().contains('Lyon') || mail.subject().contains('Gent')
        !mail.text().contains('{')
        mail.text().contains('/introductions/1')

        where:
        [language, kind] << [['en', 'fr', 'uk', 'de'],
                             ['introduction-arrived', 'introduction-accepted', 'introduction-declined',
                              'introduction-rejected', 'introduction-review', 'introduction-reminder',
                              'introduction-last-reminder', 'introduction-review-reminder', 'introduction-expired',
                              'introduction-missed', 'introduction-ended', 'introduction-proposed',
                              'introduction-proposal-reminder', 'introduction-proposal-expired',
                              'introduction-proposal-declined', 'introduction-proposal-over', 'message-arrived']].combinations()
    }
}
