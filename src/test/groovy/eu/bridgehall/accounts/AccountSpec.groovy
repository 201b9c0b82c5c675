package eu.bridgehall.accounts

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class AccountSpec extends Specification {
    @Inject
    EmbeddedServer server
    People people

    void setup() { people = new People(server) }

    void "a person sees who they are and for whom they act"() {
        given:
        def authority = people.authority('FR', 'Aubagne')
        def person = people.member(authority.id(), MemberRole.EDITOR).officerOf(people.association('FR').id())

        when:
        def account = person.api.get('/api/v1/account').json

        then:
        account.email == person.email
        account.roles == []
        account.authorities == [[id: authority.id().toString(), name: 'Aubagne', countryCode: 'FR', role: 'editor']]
        account.associations*.countryCode == ['FR']
    }

    void "a person changes name and language, and what is not sent stays"() {
        given:
        def person = people.person(name: 'Before')

        expect:
        person.api.patch('/api/v1/account', [language: 'de']).json.with { [name, language] } == ['Before', 'de']
        person.api.patch('/api/v1/account', [name: '  After   all ']).json.with { [name, language] } == ['After all', 'de']
        person.api.patch('/api/v1/account', [name: "\u202Eevil"]).fields == ['name']
        person.api.patch('/api/v1/account', [language: 'tlh']).fields == ['language']
    }

    void "a changed password ends the other sessions and keeps this one"() {
        given:
        def person = people.person()
        def here = person.api
        def elsewhere = people.visitor.post('/api/v1/sessions', [email: person.email, password: People.PASSWORD]).json

        when:
        def wrong = here.put('/api/v1/account/password', [currentPassword: 'wrong', newPassword: 'nine herons by the river'])
        def right = here.put('/api/v1/account/password', [currentPassword: People.PASSWORD, newPassword: 'nine herons by the river'])

        then:
        wrong.status == 400
        wrong.fields == ['currentPassword']
        right.status == 204
        here.get('/api/v1/account').status == 200
        here.as(elsewhere.accessToken).get('/api/v1/account').status == 401
        people.visitor.post('/api/v1/sessions/refresh', [refreshToken: elsewhere.refreshToken]).status == 401
    }

    void "a person lists their sessions and ends one, and nobody else's"() {
        given:
        def person = people.person()
        def stranger = people.person()
        def other = people.visitor.post('/api/v1/sessions', [email: person.email, password: People.PASSWORD]).json.accessToken

        when:
        def sessions = person.api.get('/api/v1/account/sessions').json

        then:
        sessions.total == 2
        sessions.items.count { it.current } == 1

        when:
        def id = sessions.items.find { !it.current }.id

        then:
        stranger.api.delete("/api/v1/account/sessions/$id").status == 404
        person.api.as(other).get('/api/v1/account').status == 200
        person.api.delete("/api/v1/account/sessions/$id").status == 204
        person.api.as(other).get('/api/v1/account').status == 401
        person.api.get('/api/v1/account').status == 200
    }

    void "nothing of an account is shown without signing in"() {
        expect:
        def answer = people.visitor.get(path)
        answer.status == 401
        answer.problem
        answer.header('WWW-Authenticate').startsWith('Bearer')

        where:
        path << ['/api/v1/account', '/api/v1/account/sessions', '/api/v1/account/invitations', '/api/v1/admin/people']
    }
}
