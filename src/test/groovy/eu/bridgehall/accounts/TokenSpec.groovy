package eu.bridgehall.accounts

import com.nimbusds.jose.JWSAlgorithm
import com.nimbusds.jose.JWSHeader
import com.nimbusds.jose.crypto.MACSigner
import com.nimbusds.jwt.JWTClaimsSet
import com.nimbusds.jwt.PlainJWT
import com.nimbusds.jwt.SignedJWT
import eu.bridgehall.platform.SigningKey
import eu.bridgehall.support.Api
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

import java.time.Instant

@MicronautTest(transactional = false)
class TokenSpec extends Specification {
    @Inject
    EmbeddedServer server
    @Inject
    SigningKey key
    People people
    TestPerson person
    UUID session

    void setup() {
        people = new People(server)
        person = people.person()
        session = person.actor.sessionId()
    }

    private JWTClaimsSet claims(Map<String, Object> change = [:]) {
        def given = [iss: 'bridgehall', sub: person.id.toString(), sid: session.toString(), exp: Date.from(Instant.now().plusSeconds(300))] + change
        def builder = new JWTClaimsSet.Builder()
        given.each { name, value -> builder.claim(name, value) }
        builder.build()
    }

    private String signed(JWTClaimsSet claims, byte[] with = key.derive('access-token'), JWSAlgorithm algorithm = JWSAlgorithm.HS256) {
        def jwt = new SignedJWT(new JWSHeader(algorithm), claims)
        jwt.sign(new MACSigner(with))
        jwt.serialize()
    }

    private Api.Answer account(String token) { new Api(server, token).get('/api/v1/account') }

    void "a token of this service is good, so that the refusals below mean something"() {
        expect:
        account(signed(claims())).status == 200
    }

    void "a token names the person and the session and tells nothing else"() {
        expect:
        SignedJWT.parse(person.accessToken).JWTClaimsSet.claims.keySet() == ['iss', 'sub', 'sid', 'iat', 'exp'] as Set
    }

    void "an unsigned token is refused"() {
        expect:
        account(new PlainJWT(claims()).serialize()).status == 401
    }

    void "a token signed with another key is refused"() {
        expect:
        account(signed(claims(), new byte[32])).status == 401
        account(signed(claims(), key.derive('refresh-token-successor'))).status == 401
    }

    void "a token signed by another algorithm is refused"() {
        given: 'a key that is long enough for it, and equal to ours once the zeros at its end are dropped'
        def longer = Arrays.copyOf(key.derive('access-token'), 64)

        expect:
        account(signed(claims(), longer, JWSAlgorithm.HS512)).status == 401
    }

    void "a token that is too old, has no end, or is of another issuer is refused"() {
        expect:
        account(signed(claims(change))).status == 401

        where:
        change << [[exp: Date.from(Instant.now().minusSeconds(1))], [exp: null], [iss: 'https://elsewhere.example'], [iss: null]]
    }

    void "a token of another person's session is refused"() {
        expect:
        account(signed(claims(sub: people.person().id.toString()))).status == 401
        account(signed(claims(sid: UUID.randomUUID().toString()))).status == 401
        account(signed(claims(sid: null))).status == 401
        account(signed(claims(sub: 'me'))).status == 401
    }

    void "what is no token at all is refused"() {
        expect:
        account(token).status == 401

        where:
        token << ['x', 'a.b.c', '...', 'e30.e30.', 'a' * 5000]
    }

    void "a changed token is refused"() {
        given:
        def parts = person.accessToken.split(/\./)

        expect:
        account([parts[0], signed(claims(sub: people.person().id.toString())).split(/\./)[1], parts[2]].join('.')).status == 401
    }

    void "a session that was ended, or is over, is refused at the next request"() {
        given:
        def api = person.api
        assert api.get('/api/v1/account').status == 200

        when:
        people.sql("update session set expires_at = now() - interval '1 second' where id = ?", [session])

        then:
        api.get('/api/v1/account').status == 401
    }

    void "an open endpoint that asks who reads refuses a bad token instead of taking the reader for a visitor"() {
        expect:
        new Api(server, 'bad.token.here').post('/api/v1/invitations/accept', [token: 'x']).status == 401
        people.visitor.post('/api/v1/invitations/accept', [token: 'x']).status == 400
    }
}
