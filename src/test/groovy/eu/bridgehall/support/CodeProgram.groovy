package eu.bridgehall.support

import javax.crypto.Mac
import javax.crypto.spec.SecretKeySpec
import java.nio.ByteBuffer

/** A program on somebody's telephone that shows codes: it knows the secret and the time, and nothing of the service. */
class CodeProgram {
    private static final String ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
    private final TestPerson person
    final String secret
    /** The code that has switched it on. */
    String confirmed

    CodeProgram(TestPerson person, String secret) {
        this.person = person
        this.secret = secret
    }

    /** Sets up a second factor over the API. */
    static CodeProgram setUp(TestPerson person, List<String> recoveryCodes = []) {
        def program = new CodeProgram(person, person.api.post('/api/v1/account/second-factor').json.secret)
        program.confirmed = program.code()
        def answer = person.api.post('/api/v1/account/second-factor/confirmation', [password: People.PASSWORD, code: program.confirmed])
        assert answer.status == 200
        recoveryCodes.addAll(answer.json.recoveryCodes)
        program
    }

    /** The code of now, or of so many half minutes later. */
    String code(int later = 0) {
        def key = secret.toList().collect { Integer.toBinaryString(ALPHABET.indexOf(it)).padLeft(5, '0') }.join('')
        def bytes = (0..<key.length().intdiv(8)).collect { Integer.parseInt(key.substring(it * 8, it * 8 + 8), 2) as byte } as byte[]
        def mac = Mac.getInstance('HmacSHA1')
        mac.init(new SecretKeySpec(bytes, 'HmacSHA1'))
        def hash = mac.doFinal(ByteBuffer.allocate(8).putLong(System.currentTimeMillis().intdiv(30_000) + later).array())
        def number = ByteBuffer.wrap(hash, hash[19] & 15, 4).int & Integer.MAX_VALUE
        String.format('%06d', number % 1_000_000)
    }

    /** A code that was not used: as if half minutes had gone by since the last one. */
    String fresh(People people) {
        people.sql('update second_factor set last_step = 0 where person_id = ?', [person.id])
        code()
    }
}
