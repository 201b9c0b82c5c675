package eu.bridgehall.platform

import eu.bridgehall.support.ServiceProcess
import io.micronaut.context.ApplicationContext
import io.micronaut.context.exceptions.BeanContextException
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path
import java.util.stream.Stream

/** What an operator has mistyped is told to her in one line before anything is begun. */
class SettingsSpec extends Specification {
    @TempDir
    Path data

    /** What the start ends with; null where it does not end. */
    private String reason(Map<String, Object> settings) {
        try {
            ApplicationContext.run([
                    'bridgehall.data'       : data.toString(),
                    'bridgehall.signing-key': Base64.encoder.encodeToString(new byte[48])] + settings, 'test').close()
            null
        } catch (BeanContextException failure) {
            Stream.iterate(failure, { it != null }, { it.cause }).filter { it instanceof CannotStart }.findFirst().orElseThrow { failure }.message
        }
    }

    void "#setting cannot be '#value'"() {
        when:
        def told = reason([(setting): value])

        then:
        told.contains(setting)
        told.contains("\"$value\"")
        told.contains(right)
        !told.contains('\n')

        where:
        setting                                     | value       | right
        'bridgehall.rate-limits.sign-in.requests'   | 'many'      | 'a whole number, from 1'
        'bridgehall.accounts.session-idle'          | '-5d'       | 'from 1m'
        'bridgehall.accounts.access-token-lifetime' | 'soon'      | 'a span of time'
        'bridgehall.outbox.poll'                    | '0s'        | 'from 1ms'
        'bridgehall.mail.security'                  | 'ssl'       | 'starttls, tls, none'
        'bridgehall.introductions.review'           | 'sometimes' | 'none, all'
        'bridgehall.introductions.review-countries' | 'ua'        | 'in capitals'
        'bridgehall.introductions.review-countries' | 'QQ'        | 'no country'
        'bridgehall.languages'                      | 'xx'        | 'messages_xx.properties'
        'bridgehall.notices.digest-zone'            | 'Europe/Nowhere' | 'a time zone such as'
        'bridgehall.demo'                           | 'yess'      | 'true or false'
        'bridgehall.embedded-database'              | 'no'        | 'true or false'
        'bridgehall.trusted-proxies'                | '10.0.0.0/8' | 'not names or ranges'
        'bridgehall.first-administrator.email'      | 'chief'     | 'name@town.example'
    }

    void "a limit that there is not is told from one that is set in part"() {
        expect:
        reason(['bridgehall.rate-limits.signin.requests': '5']).contains('bridgehall.rate-limits.signin.period is missing')
    }

    void "a secret is never told"() {
        when:
        def told = reason(['bridgehall.signing-key': 'hunter2'])

        then:
        told.contains('bridgehall.signing-key')
        !told.contains('hunter2')
    }

    void "what is right is taken, and what is set to nothing is not set"() {
        expect:
        reason(['bridgehall.introductions.review': 'ALL', 'bridgehall.introductions.review-countries': ' UA, MD',
                'bridgehall.accounts.session-idle': '30d', 'bridgehall.trusted-proxies': '']) == null
    }

    void "the program says in one line what is wrong with #what, with no database started"() {
        given:
        def taken = new ServerSocket(0)
        def service = new ServiceProcess(data.resolve(folder), environment.collectEntries { name, value ->
            [name, value == 'taken' ? "$taken.localPort".toString() : value]
        })
        Files.writeString(data.resolve('file'), '')

        when:
        def exit = service.launch().awaitExit()
        def told = service.output().readLines().findAll { it.contains(right) }

        then:
        exit == 1
        told.size() == 1
        !service.output().contains('\tat ')
        !Files.exists(data.resolve('data/postgres'))

        cleanup:
        service.close()
        taken.close()

        where:
        what                  | folder      | environment                                                                | right
        'a setting'           | 'data'      | [BRIDGEHALL_ACCOUNTS_SESSION_IDLE: '-5d']                                  | 'bridgehall.accounts.session-idle'
        'the data folder'     | 'file/data' | [:]                                                                        | 'BRIDGEHALL_DATA'
        'the port'            | 'data'      | [MICRONAUT_SERVER_PORT: 'taken']                                           | 'MICRONAUT_SERVER_PORT'
        'the database'        | 'data'      | [DATASOURCES_DEFAULT_URL: 'jdbc:postgresql://anna:hunter2@127.0.0.1:1/x', BRIDGEHALL_SIGNING_KEY: 'A' * 64] | 'DATASOURCES_DEFAULT_URL'
    }
}
