package eu.bridgehall.platform

import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.Towns
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What is sent is taken as it is meant or refused; nothing is guessed, and nothing acted on by half. */
@MicronautTest(transactional = false)
class JsonBodySpec extends Specification {
    @Inject EmbeddedServer server
    People people

    void setup() {
        people = new People(server)
    }

    void "#what is no JSON document"() {
        when:
        def answer = people.person().api.patch('/api/v1/account', body)

        then:
        answer.status == 400
        answer.problem
        !answer.body.contains('com.fasterxml')
        answer.fields == ['body']
        answer.json.detail.contains(': body.')

        where:
        what                        | body
        'half a document'           | '{"name":'
        'a document and more'       | '{"name":"Anna"} and more'
        'two documents'             | '{"name":"Anna"}{"name":"Berta"}'
        'a field that is twice'     | '{"name":"Anna","name":"Berta"}'
        'a nest of a hundred lists' | '{"name":' + '[' * 100 + ']' * 100 + '}'
        'a bare word'               | 'name'
        'a NUL'                     | '{"name":"A\u0000"}'
    }

    void "a body of another shape is named as such, not as the program calls it"() {
        expect:
        people.person().api.patch('/api/v1/account', body).fields == ['body']

        where:
        body << ['[]', '"Anna"', '5']
    }

    void "nothing of a refused body is done"() {
        given:
        def api = people.person([name: 'Anna']).api

        when:
        api.patch('/api/v1/account', '{"name":"Berta"}]')

        then:
        api.get('/api/v1/account').json.name == 'Anna'
    }

    void "who is not signed in learns that first"() {
        expect:
        people.visitor.patch('/api/v1/account', '{"name":').status == 401
    }

    void "text is text: #value is none"() {
        when:
        def answer = people.person().api.patch('/api/v1/account', [name: value])

        then:
        answer.status == 400
        answer.fields == ['name']

        where:
        value << [5, true, 1.5, [5], ['Anna'], ['Anna', 'Berta'], [first: 'Anna']]
    }

    void "a number is a number: #value is none for a capacity"() {
        given:
        def made = new ProfileMaker(people).draft('FR')

        when:
        def answer = made.owner.api.patch(made.path, [capacity: value], made.ifMatch)

        then:
        answer.status == 400
        answer.fields == ['capacity']

        where:
        value << [2.5, 'three', '3', true, [3], ['3'], 1e30, 99999999999]
    }

    void "yes or no is yes or no: #value is neither"() {
        given:
        def made = new ProfileMaker(people).draft('FR')

        when:
        def answer = made.owner.api.patch(made.path, [contactHidden: value], made.ifMatch)

        then:
        answer.status == 400
        answer.fields == ['contactHidden']

        where:
        value << ['yes', 'true', 1, [true], ['true']]
    }

    void "whether only unread ones are wanted is yes or no"() {
        given:
        def api = people.person().api

        expect:
        api.get('/api/v1/notices?unread=maybe').fields == ['unread']
        ['', '?unread=true', '?unread=false'].every { api.get("/api/v1/notices$it").status == 200 }
    }

    void "a file is taken from the field of files alone, and is not empty"() {
        given:
        def lviv = new Towns(people).confirmed('UA', 'Lviv')
        def path = "/api/v1/conversations/${Towns.conversation(lviv, new Towns(people).confirmed('FR', 'Lyon'))}/attachments"

        expect:
        lviv.editor.api.upload(path, 'plan.pdf', '%PDF-1.7'.bytes, field).with { [it.status, it.fields] } == [status, fields]
        status == 201 || lviv.editor.api.upload(path, 'plan.pdf', new byte[0]).json.errors[0].message.contains('nothing in the file “plan.pdf”')

        where:
        field        || status | fields
        'file'       || 201    | []
        'attachment' || 400    | ['file']
    }

    void "a field that no profile has is named, whether all is sent or a part"() {
        given:
        def made = new ProfileMaker(people).draft('FR')

        expect:
        made.owner.api.patch(made.path, [neeeds: []], made.ifMatch).fields == ['neeeds']
        made.owner.api.put(made.path, [officialName: 'Lille', neeeds: []], made.ifMatch).fields == ['neeeds']
        made.owner.api.put(made.path, [officialName: 'Lille', wishes: [sizze: 3]], made.ifMatch).fields == ['wishes.sizze']
    }
}
