package eu.bridgehall.accounts

import eu.bridgehall.support.Api
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class SignUpSpec extends Specification {
    @Inject
    EmbeddedServer server
    People people
    Mailbox mailbox

    void setup() {
        people = new People(server)
        mailbox = new Mailbox(server)
    }

    private Api.Answer signUp(Map<String, Object> change = [:]) {
        people.visitor.post('/api/v1/accounts',
                [email: 'oksana@rada.example', name: 'Оксана Коваль', password: 'three storks on a chimney', language: 'uk', acceptTerms: true] + change)
    }

    private Api.Answer signIn(String email, String password) {
        people.visitor.post('/api/v1/sessions', [email: email, password: password])
    }

    private Api.Answer confirm(String token) {
        people.visitor.post('/api/v1/accounts/confirm', [token: token])
    }

    void "an officer signs up, confirms the address by the link and signs in"() {
        given:
        def email = 'oksana@rada.example'

        when:
        def answer = signUp()
        def mail = mailbox.await(email)

        then:
        answer.status == 202
        answer.json == [mailSent: true]
        mail.language == 'uk'
        mail.subject == 'Підтвердьте свою адресу'
        mail.html.contains(mail.token)

        and: 'nothing is open before'
        signIn(email, 'three storks on a chimney').status == 401

        when:
        def confirmed = confirm(mail.token)

        then:
        confirmed.status == 200
        confirmed.json.email == email

        when:
        def tokens = signIn(email, 'three storks on a chimney')

        then:
        tokens.status == 200
        new Api(server, tokens.json.accessToken).get('/api/v1/account').json.name == 'Оксана Коваль'

        and: 'the link is used up'
        confirm(mail.token).status == 400
    }

    void "whoever signs up with an address that has an account gets the same answer, and its owner a mail"() {
        given:
        def owner = people.person()

        when:
        def answer = signUp(email: owner.email.toUpperCase())

        then:
        answer.status == 202
        answer.json == [mailSent: true]

        when:
        def mail = mailbox.await(owner.email)

        then:
        mail.subject == 'You already have an account'
        mail.token == null
    }

    void "each request for an account has its own link, and the first that is used decides the password"() {
        given:
        def email = 'twice@town.example'
        signUp(email: email, password: 'what a stranger chose')
        def first = mailbox.await(email, 1)
        signUp(email: email, password: 'what the owner chose')
        def second = mailbox.await(email, 2)

        when:
        def confirmed = confirm(second.token)

        then:
        confirmed.status == 200
        signIn(email, 'what a stranger chose').status == 401
        signIn(email, 'what the owner chose').status == 200
        confirm(first.token).status == 400
    }

    void "the link is mailed again on request, and nothing to an address that never asked"() {
        given:
        def email = 'again@town.example'
        signUp(email: email)
        mailbox.await(email, 1)

        when:
        def again = people.visitor.post('/api/v1/accounts/confirm/resend', [email: email])
        def unknown = people.visitor.post('/api/v1/accounts/confirm/resend', [email: 'never@town.example'])

        then:
        again.status == 202
        unknown.json == again.json
        confirm(mailbox.await(email, 2).token).status == 200
        mailbox.to('never@town.example').empty
    }

    void "a link that is too old is refused"() {
        given:
        def email = 'late@town.example'
        signUp(email: email)
        def token = mailbox.await(email).token

        when:
        people.sql("update link_token set expires_at = now() - interval '1 second' where kind = 'CONFIRM_EMAIL'")

        then:
        confirm(token).status == 400
        confirm(token).fields == ['token']
    }

    void "only the hash of a link's token is kept, and no token is in the outbox or among the mails"() {
        given:
        def email = 'secret@town.example'
        signUp(email: email)

        when:
        def token = mailbox.await(email).token

        then:
        people.rows("select 1 from outbox_event where payload::text like ?", ['%' + token + '%']).empty
        people.rows("select 1 from mail where row(mail.*)::text like ?", ['%' + token + '%']).empty
        people.rows("select 1 from link_token where row(link_token.*)::text like ?", ['%' + token + '%']).empty
    }

    void "a sign-up that is not right names each field"() {
        expect:
        def answer = signUp(given)
        answer.status == 400
        answer.problem
        answer.fields == fields

        where:
        given                                                         | fields
        [email: 'no address']                                         | ['email']
        [email: 'a@b']                                                | ['email']
        [email: "a@town.example\r\nBcc: all@town.example"]            | ['email']
        [name: "Ann\u0000a"]                                          | ['name']
        [name: "Ann\u202Ena"]                                         | ['name']
        [name: "Ann\u200Ba"]                                          | ['name']
        [name: "Anna\nBcc: x"]                                        | ['name']
        [name: '   ']                                                 | ['name']
        [name: 'x' * 121]                                             | ['name']
        [password: 'short one']                                       | ['password']
        [password: 'passwordpassword']                                | ['password']
        [password: 'aaaaaaaaaaaaaaaa']                                | ['password']
        [password: 'oksana oksana oksana']                            | ['password']
        [language: 'xx']                                              | ['language']
        [acceptTerms: false]                                          | ['acceptTerms']
        [acceptTerms: null]                                           | ['acceptTerms']
        [email: null, name: null, password: null]                     | ['email', 'name', 'password']
    }

    void "a body that is no JSON, or of the wrong types, is refused as such"() {
        expect:
        people.visitor.post('/api/v1/accounts', '{"email":').status == 400
        people.visitor.post('/api/v1/accounts', [email: [1, 2]]).status == 400
        people.visitor.post('/api/v1/accounts', '{}', ['Content-Type': 'text/plain']).status == 415
        people.visitor.post('/api/v1/accounts', [name: 'x' * 2_000_000]).status == 413
    }

    void "a forgotten password is set anew by the link, which ends all sessions and works once"() {
        given:
        def person = people.person()
        def before = person.api

        when:
        def known = people.visitor.post('/api/v1/password-resets', [email: person.email])
        def unknown = people.visitor.post('/api/v1/password-resets', [email: 'nobody@nowhere.example'])
        def token = mailbox.await(person.email).token

        then:
        known.status == 202
        unknown.status == 202
        known.json == unknown.json

        and: 'a password that is too weak leaves the link as it is'
        people.visitor.post('/api/v1/password-resets/confirm', [token: token, password: 'short']).fields == ['password']

        when:
        def answer = people.visitor.post('/api/v1/password-resets/confirm', [token: token, password: 'a new one that is long'])

        then:
        answer.status == 204
        before.get('/api/v1/account').status == 401
        signIn(person.email, People.PASSWORD).status == 401
        signIn(person.email, 'a new one that is long').status == 200
        people.visitor.post('/api/v1/password-resets/confirm', [token: token, password: 'another that is long']).status == 400
        mailbox.await(person.email, 2).subject == 'Your password was changed'
    }

    void "a link is good for what it was made for only"() {
        given:
        def person = people.person()
        people.visitor.post('/api/v1/password-resets', [email: person.email])

        expect:
        confirm(mailbox.await(person.email).token).status == 400
    }
}
