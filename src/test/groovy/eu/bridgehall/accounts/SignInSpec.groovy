package eu.bridgehall.accounts

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class SignInSpec extends Specification {
    @Inject
    EmbeddedServer server
    People people

    void setup() {
        people = new People(server)
    }

    private Api.Answer signIn(String email, String password = People.PASSWORD) {
        people.visitor.post('/api/v1/sessions', [email: email, password: password])
    }

    private Api.Answer refresh(String token) {
        people.visitor.post('/api/v1/sessions/refresh', [refreshToken: token])
    }

    private int status(String accessToken) {
        new Api(server, accessToken).delete('/api/v1/account/sessions/' + UUID.randomUUID()).status
    }

    void "an officer signs in by address and password, however the address is capitalised"() {
        given:
        def officer = people.person(email: 'Olena@town.example')

        when:
        def answer = signIn('olena@TOWN.example')

        then:
        answer.status == 200
        answer.json.tokenType == 'Bearer'
        answer.json.expiresIn == 600
        status(answer.json.accessToken) != 401
        officer.actor.personId == officer.id
    }

    void "a wrong password and an unknown address get the same answer"() {
        given:
        def officer = people.person()

        when:
        def wrong = signIn(officer.email, 'not the password')
        def unknown = signIn('nobody@town.example', 'not the password')

        then:
        wrong.status == 401
        wrong.problem
        wrong.header('WWW-Authenticate').startsWith('Bearer')
        wrong.json == unknown.json
    }

    void "what is no address is nobody's: #email.length() characters"() {
        given:
        def known = people.visitor.post('/api/v1/sessions', [email: people.person().email, password: 'not the password'])

        expect:
        signIn(email).with { [it.status, it.json] } == [401, known.json]

        and: 'on the page, too, which keeps what was typed'
        def browser = new Visitor(server.URI)
        browser.post('/sign-in', [formToken: browser.formToken('/sign-in'), email: email, password: 'x']).with {
            assert statusCode() == 401
            body().contains('name="email"')
        }

        where:
        email << ['a\u0000b', 'a\u0000@town.example', '\u0000', 'nobody', 'a@' + 'b' * 300 + '.example']
    }

    void "a person signs out and the token is worth nothing at once"() {
        given:
        def tokens = signIn(people.person().email).json

        when:
        def answer = new Api(server, tokens.accessToken).delete('/api/v1/sessions/current')

        then:
        answer.status == 204
        status(tokens.accessToken) == 401
        refresh(tokens.refreshToken).status == 401
    }

    void "a refresh token used again within the grace time gives the same next one"() {
        given:
        def tokens = signIn(people.person().email).json

        when:
        def first = refresh(tokens.refreshToken)
        def again = refresh(tokens.refreshToken)

        then:
        first.status == 200
        first.json.refreshToken != tokens.refreshToken
        again.status == 200
        again.json.refreshToken == first.json.refreshToken
        refresh(first.json.refreshToken).status == 200
    }

    void "a refresh token used again later ends the session for whoever holds it"() {
        given:
        def tokens = signIn(people.person().email).json
        def next = refresh(tokens.refreshToken).json

        when:
        people.sql("update refresh_token set used_at = used_at - interval '21 seconds' where used_at is not null")

        then:
        refresh(tokens.refreshToken).status == 401
        refresh(next.refreshToken).status == 401
        status(next.accessToken) == 401
        status(tokens.accessToken) == 401
    }

    void "roles are read at each request, not from the token"() {
        given:
        def authority = people.authority('PL', 'Lublin')
        def person = people.member(authority.id(), MemberRole.EDITOR)

        expect:
        person.actor.isMember(authority.id(), MemberRole.EDITOR)
        !person.actor.isMember(authority.id(), MemberRole.OWNER)

        when:
        person.memberOf(authority.id(), MemberRole.OWNER).withRole(PlatformRole.MODERATOR)
        person.officerOf(people.association('PL').id())

        then:
        person.actor.isMember(authority.id(), MemberRole.OWNER)
        person.actor.isSecretariat()
        person.actor.isAssociationOf('PL')
    }
}
