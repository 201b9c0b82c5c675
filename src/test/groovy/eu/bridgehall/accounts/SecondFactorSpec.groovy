package eu.bridgehall.accounts

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.support.Api
import eu.bridgehall.support.CodeProgram
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.TestPerson
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
@Property(name = 'bridgehall.accounts.second-factor-for-secretariat', value = 'true')
class SecondFactorSpec extends Specification {
    private static final String HERE = '/api/v1/account/second-factor'

    @Inject EmbeddedServer server
    @Inject AuditLog audit
    @Inject FirstAdministrator first
    People people

    void setup() { people = new People(server) }

    private Api.Answer signIn(TestPerson person, Map<String, Object> more = [:]) {
        people.visitor.post('/api/v1/sessions', [email: person.email, password: People.PASSWORD] + more)
    }

    private static Map<String, Object> proof(String code) { [password: People.PASSWORD, code: code] }

    private TestPerson administrator() {
        def person = people.administrator()
        CodeProgram.setUp(person)
        person
    }

    void "a person sets up a second factor with password and code, and other sessions end"() {
        given:
        def person = people.person()
        def elsewhere = new Api(server, person.freshToken())

        when:
        def begun = person.api.post(HERE)
        def program = new CodeProgram(person, begun.json.secret)

        then:
        begun.status == 201
        begun.json.secret ==~ /[A-Z2-7]{32}/
        begun.json.address.startsWith('otpauth://totp/Bridgehall:person-')
        begun.json.address.contains("secret=$begun.json.secret&issuer=Bridgehall&algorithm=SHA1&digits=6&period=30")
        person.api.get(HERE).json == [since: null, recoveryCodesLeft: 0, required: false]
        signIn(person).status == 200

        and: 'both must be right'
        person.api.post("$HERE/confirmation", [:]).fields == ['password', 'code']
        person.api.post("$HERE/confirmation", [password: 'wrong', code: program.code()]).fields == ['password']
        person.api.post("$HERE/confirmation", proof('000000')).fields == ['code']

        when:
        def answer = person.api.post("$HERE/confirmation", proof(program.code()))

        then:
        answer.status == 200
        answer.json.recoveryCodes.toSet().size() == 10
        answer.json.recoveryCodes.every { it ==~ /([a-z2-7]{4}-){3}[a-z2-7]{4}/ }
        person.api.get(HERE).json.with { since != null && recoveryCodesLeft == 10 }
        elsewhere.get('/api/v1/account').status == 401
        person.api.post(HERE).status == 409
        person.api.post("$HERE/confirmation", proof(program.code())).status == 409
        new Mailbox(server).await(person.email).subject == 'Your second factor is on'
        'account.factor-on' in audit.about(person.id)*.action()

        and: 'whoever has only the database has nothing'
        def kept = people.rows("""select encode(secret, 'hex') || encode(secret, 'escape') as it from second_factor where person_id = ?
            union all select encode(hash, 'hex') || encode(hash, 'escape') from recovery_code where person_id = ?""", [person.id, person.id])
        kept.size() == 11
        kept*.it.every { text -> !text.contains(program.secret) && answer.json.recoveryCodes.every { !text.contains(it) } }
    }

    void "signing in asks for a code then, each good once, and a clock may be a little wrong"() {
        given:
        def person = people.person()
        def program = CodeProgram.setUp(person)

        when:
        def without = signIn(person)

        then:
        without.status == 401
        without.json.type == 'urn:bridgehall:problem:accounts.codeNeeded'
        signIn(person, [code: ' ']).json.type == 'urn:bridgehall:problem:accounts.codeNeeded'
        signIn(person, [password: 'wrong', code: program.code(1)]).json.type == 'urn:bridgehall:problem:accounts.signInFailed'

        when: 'the code that switched it on is spent'
        def spent = signIn(person, [code: program.confirmed])

        then:
        spent.status == 401
        spent.json.type == 'urn:bridgehall:problem:accounts.codeWrong'

        when:
        def code = program.fresh(people)
        def right = signIn(person, [code: code.substring(0, 3) + ' ' + code.substring(3)])

        then:
        right.status == 200
        new Api(server, right.json.accessToken).get('/api/v1/account').json.email == person.email
        signIn(person, [code: code]).status == 401
        people.sql('update second_factor set last_step = 0 where person_id = ?', [person.id]) == 1
        signIn(person, [code: program.code(-3)]).status == 401
    }

    void "a secret that another signing key has encrypted lets nobody in, and is replaced where it was not confirmed"() {
        given:
        def person = people.person()
        def program = CodeProgram.setUp(person)
        def other = people.person()
        other.api.post(HERE)

        when:
        people.sql("update second_factor set secret = sha512('another key') where person_id in ('$person.id', '$other.id')")

        then:
        signIn(person, [code: program.code()]).with { [status, json.type] } == [401, 'urn:bridgehall:problem:accounts.codeWrong']
        other.api.post("$HERE/confirmation", proof('123456')).fields == ['code']
        CodeProgram.setUp(other)
        other.api.get(HERE).json.since != null
    }

    void "a recovery code lets in once, and its owner is told"() {
        given:
        def person = people.person()
        def codes = []
        CodeProgram.setUp(person, codes)

        when:
        def answer = signIn(person, [code: codes[0].toUpperCase().replace('-', ' ')])

        then:
        answer.status == 200
        signIn(person, [code: codes[0]]).status == 401
        new Api(server, answer.json.accessToken).get(HERE).json.recoveryCodesLeft == 9
        new Mailbox(server).await(person.email, 2).subject == 'A recovery code of yours was used'
        'account.factor-recovery' in audit.about(person.id)*.action()

        and: 'those of others are worth nothing'
        def other = people.person()
        CodeProgram.setUp(other)
        signIn(other, [code: codes[1]]).status == 401
    }

    void "new recovery codes take the place of the old ones"() {
        given:
        def person = people.person()
        def old = []
        def program = CodeProgram.setUp(person, old)

        when:
        def fresh = person.api.post("$HERE/recovery-codes", proof(program.fresh(people)))

        then:
        fresh.status == 200
        fresh.json.recoveryCodes.size() == 10
        signIn(person, [code: old[3]]).status == 401
        signIn(person, [code: fresh.json.recoveryCodes[3]]).status == 200
        person.api.post("$HERE/recovery-codes", proof('12345')).fields == ['code']
    }

    void "who knows the password and guesses at the code is slowed, and the right password wins nothing back"() {
        given:
        def person = people.person()
        def program = CodeProgram.setUp(person)

        when:
        def answers = (1..8).collect { signIn(person, [code: '000000']) }

        then:
        answers*.status.take(5).every { it == 401 }
        answers.last().status == 429
        answers.last().header('Retry-After') as int > 0
        signIn(person, [code: program.fresh(people)]).status == 429
    }

    void "turning it off needs password and code"() {
        given:
        def person = people.person()
        def program = CodeProgram.setUp(person)

        expect:
        person.api.post("$HERE/removal", [password: 'wrong', code: program.fresh(people)]).fields == ['password']
        person.api.post("$HERE/removal", proof('000000')).fields == ['code']
        person.api.post("$HERE/removal", [password: People.PASSWORD]).fields == ['code']
        signIn(person).status == 401
        person.api.post("$HERE/removal", proof(program.fresh(people))).status == 204
        signIn(person).status == 200
        person.api.post("$HERE/removal", proof(program.fresh(people))).status == 409
        'account.factor-off' in audit.about(person.id)*.action()
        people.rows('select 1 from recovery_code where person_id = ?', [person.id]).empty
        new Mailbox(server).await(person.email, 2).subject == 'Your second factor was turned off'
    }

    void "the people of the secretariat can do nothing until they have one; others need none"() {
        given:
        def person = people.person().withRole(role)

        when:
        def refused = person.api.get('/api/v1/account')

        then:
        refused.status == 403
        refused.json.type == 'urn:bridgehall:problem:accounts.factorMissing'
        refused.json.detail.contains('second factor')
        ['/api/v1/claims', '/api/v1/admin/people', '/api/v1/notices', '/api/v1/account/data'].every { person.api.get(it).status == 403 }
        person.api.get(HERE).json == [since: null, recoveryCodesLeft: 0, required: true]

        when:
        def program = CodeProgram.setUp(person)

        then:
        person.api.get('/api/v1/account').status == 200

        when: 'it is off again'
        person.api.post("$HERE/removal", proof(program.fresh(people)))

        then:
        person.api.get('/api/v1/account').status == 403
        people.member(people.authority().id(), MemberRole.OWNER).api.get('/api/v1/account').status == 200
        people.associationOfficer('FR').api.get('/api/v1/account').status == 200

        where:
        role << PlatformRole.values()
    }

    void "an administrator takes a lost one away, with a reason, and its owner is told"() {
        given:
        def admin = administrator()
        def person = people.person()
        CodeProgram.setUp(person)
        def path = "/api/v1/admin/people/$person.id/second-factor-reset"

        expect:
        admin.api.post(path, [:]).fields == ['reason']
        people.person().api.post(path, [reason: 'Please']).status == 403
        admin.api.post("/api/v1/admin/people/$admin.id/second-factor-reset", [reason: 'Mine']).status == 403
        admin.api.post("/api/v1/admin/people/${people.person().id}/second-factor-reset", [reason: 'None']).status == 404
        signIn(person).status == 401

        when:
        def answer = admin.api.post(path, [reason: 'Lost the telephone, called back.'])

        then:
        answer.status == 204
        person.api.get('/api/v1/account').status == 401
        signIn(person).status == 200
        new Mailbox(server).await(person.email, 2).subject == 'The secretariat has taken away your second factor'
        !audit.about(person.id).find { it.action() == 'account.factor-reset' }.details().contains('called back')
        people.rows('select kind, by, reason from account_measure where person_id = ?', [person.id]) ==
                [[kind: 'FACTOR_RESET', by: admin.id, reason: 'Lost the telephone, called back.']]

        and: 'both find it in what is kept of them'
        new Api(server, person.freshToken()).get('/api/v1/account/data').json.measures.onAccount*.reason == ['Lost the telephone, called back.']
        admin.api.get('/api/v1/account/data').json.measures.did*.kind == ['factor-reset']

        when:
        new Api(server, person.freshToken()).post('/api/v1/account/closing', [password: People.PASSWORD])

        then:
        people.rows('select 1 from account_measure where person_id = ?', [person.id]).empty
    }

    void "whoever owns the database gives an administrator who has lost it a way back"() {
        given:
        def admin = administrator()

        when:
        first.create(admin.email, 'Chief', 'nine herons by the river', Locale.ENGLISH)

        then:
        signIn(admin, [password: 'nine herons by the river']).status == 200
        'account.factor-reset' in audit.about(admin.id)*.action()
    }

    void "what is kept of it is told to its owner, and goes with the account"() {
        given:
        def person = people.person()
        def program = CodeProgram.setUp(person)

        when:
        def data = person.api.get('/api/v1/account/data')

        then:
        data.json.account.secondFactorSince != null
        data.json.account.recoveryCodesLeft == 10
        !data.body.contains(program.secret)

        when:
        person.api.post('/api/v1/account/closing', [password: People.PASSWORD])

        then:
        people.rows('select 1 from second_factor where person_id = ?', [person.id]).empty
        people.rows('select 1 from recovery_code where person_id = ?', [person.id]).empty
    }
}
