package eu.bridgehall.notifications

import eu.bridgehall.support.Queries
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** Whom notices and mails name, and when a conversation is told of again. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.base-url', value = 'https://bridgehall.example')
class NoticeNamesSpec extends NoticeCase {
    void "a message that may be told is mailed though the first unread one is of a side that was suspended since"() {
        given:
        def porto = new Towns(people).confirmed('PT', 'Porto')
        def talk = "/api/v1/conversations/${Towns.conversation(lyon, gent, porto)}"
        settled()
        gent.editor.api.post("$talk/read", [upTo: 1])
        settled()
        forget(gent.editor)
        porto.editor.api.post("$talk/messages", [text: 'Hello'])

        expect:
        mails(gent.editor)*.kind == ['message-arrived']

        when:
        porto.status('SUSPENDED')
        2.times { lyon.editor.api.post("$talk/messages", [text: 'Are you there?']) }

        then: 'and once'
        mails(gent.editor)*.kind == ['message-arrived'] * 2
        written(gent.editor, mails(gent.editor)[0]) == null
        written(gent.editor, mails(gent.editor)[1]).subject().contains('Lyon')
        told(gent.editor, '?unread=true')*.text == ['New message from Lyon']
    }

    void "a digest names who has written what may be told, and not who was suspended since"() {
        given:
        def porto = new Towns(people).confirmed('PT', 'Porto')
        def talk = "/api/v1/conversations/${Towns.conversation(lyon, gent, porto)}"
        settled()
        gent.editor.api.patch(CHOICES, [messages: 'daily'])
        gent.editor.api.post("$talk/read", [upTo: 1])
        settled()
        forget(gent.editor)
        [porto, lyon].each { it.editor.api.post("$talk/messages", [text: 'Hello']) }
        daysPass()
        digests.send()

        expect:
        written(gent.editor).text().with { contains('Porto') && !contains('Lyon') }

        when:
        porto.status('SUSPENDED')

        then:
        written(gent.editor).text().with { !contains('Porto') && contains('Lyon') }
    }

    void "what is read through the API is read in the list, up to where it was read, for the reader alone"() {
        given:
        def id = Towns.conversation(lyon, gent)
        settled()
        forget(gent.editor)
        lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello'])

        expect:
        told(gent.editor, '?unread=true')*.kind == ['message-arrived']

        when:
        gent.editor.api.post("/api/v1/conversations/$id/read", [upTo: 0])

        then:
        told(gent.editor, '?unread=true')*.kind == ['message-arrived']

        when:
        gent.editor.api.post("/api/v1/conversations/$id/read", [upTo: 1])

        then:
        told(gent.editor, '?unread=true') == []
        gent.editor.api.get("$LIST/unread-count").json.total == 0
        told(gent.owner, '?unread=true')*.kind.contains('message-arrived')
    }

    void "no notice names an authority that its reader sees no longer, on the page and through the API"() {
        given:
        def id = Towns.conversation(lyon, gent)
        settled()
        forgetAll()
        lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello'])
        new Towns(people).confirmed('PT', 'Porto').ask(gent)
        def reader = browser(gent.editor)

        expect:
        told(gent.editor)*.text == ['Porto would like to be put in touch with Gent', 'New message from Lyon']

        when:
        lyon.status('SUSPENDED')

        then:
        told(gent.editor)*.text == ['Porto would like to be put in touch with Gent', 'New message from [hidden authority]']
        reader.get('/notices').body().with { contains('[verborgene Kommune]') && !contains('Lyon') && contains('Porto') }

        when:
        lyon.status('PAUSED')

        then:
        told(gent.editor)*.text.last() == 'New message from Lyon'
    }

    void "a name is told as it is by now"() {
        given:
        lyon.ask(gent)
        settled()

        when:
        people.sql("update organisation set name = 'Lugdunum' where id = ?", [lyon.id])

        then:
        told(gent.editor)*.text == ['Lugdunum would like to be put in touch with Gent']
        written(gent.editor).subject().startsWith('Lugdunum')
    }

    void "the secretariat is called in each reader's language what it is, in notices, mails and conversations"() {
        given:
        def begun = people.moderator().api.post('/api/v1/conversations', [to: [gent.id], subject: 'A question', text: 'Good morning!'])

        expect:
        begun.json.own.party.name == 'Secretariat'
        gent.editor.api.get("/api/v1/conversations/$begun.json.id", ['Accept-Language': 'uk']).json.others*.party*.name == ['Секретаріат']
        gent.editor.api.get("/api/v1/conversations/$begun.json.id/messages", ['Accept-Language': 'fr']).json.items*.side*.name == ['Secrétariat']
        settled()
        gent.editor.api.get(LIST, ['Accept-Language': 'fr']).json.items*.text == ['Nouveau message de Secrétariat']
        written(gent.editor).subject() == 'Neue Nachricht von Sekretariat'
        browser(gent.editor).get("/conversations/$begun.json.id").body().with { contains('Sekretariat') && !contains('Secretariat') }
    }

    void "a French mail sets its colons as French does"() {
        when:
        gent.ask(lyon)

        then:
        written(lyon.editor).text().with { contains('\u00a0:\nhttps://') && contains('\u00a0: https://') && !(it =~ /\p{L}:\s/) }
    }

    void "a digest costs as much for many messages as for one"() {
        given:
        gent.editor.api.patch(CHOICES, [messages: 'daily'])
        def id = Towns.conversation(lyon, gent)
        settled()
        forgetAll()
        def say = { lyon.editor.api.post("/api/v1/conversations/$id/messages", [text: 'Hello']) }
        say()
        daysPass()
        digests.send()
        def digest = mails(gent.editor)[0]
        def cost = { Queries.least { assert written(gent.editor, digest) != null } }
        def one = cost()

        when:
        30.times { say() }
        settled()

        then:
        cost() == one
        one > 2
        one < 30
    }
}
