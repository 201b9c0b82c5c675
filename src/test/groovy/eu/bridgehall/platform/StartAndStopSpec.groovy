package eu.bridgehall.platform

import eu.bridgehall.support.ServiceProcess
import eu.bridgehall.support.TestDatabase
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions

/** The program as its operator meets it: started, ended, killed, started again. */
@Stepwise
class StartAndStopSpec extends Specification {
    @Shared
    @TempDir
    Path data

    def eventually = new PollingConditions(timeout: 60, delay: 0.02)

    void "on a fresh machine the service starts its own database and says where to go"() {
        given:
        def service = new ServiceProcess(data).start()

        expect:
        Files.exists(data.resolve('postgres/PG_VERSION'))
        service.output().contains('http://localhost:')

        when: 'it is ended'
        def exit = service.stop()

        then: 'it ends by itself, and its database with it'
        exit == 143
        !Files.exists(data.resolve('postgres/postmaster.pid'))
    }

    void "the key that signs tokens is made at the first start, for its owner only"() {
        expect:
        PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve('signing.key'))) == 'rw-------'

        and: 'nobody else can put programs where the database is started from'
        PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve('postgres-binaries'))) == 'rwx------'
    }

    void "after a kill -9 the next start goes on with the same database, and a second service is refused"() {
        given:
        def killed = new ServiceProcess(data).start()
        def before = killed.api().get('/api/v1/profiles?limit=5').json

        when:
        killed.kill()
        def next = new ServiceProcess(data).start()

        then:
        before.total >= 300
        next.api().get('/api/v1/profiles?limit=5').json == before

        when: 'another one is started on the same folder'
        def second = new ServiceProcess(data).launch()

        then:
        second.awaitExit() != 0
        second.output().contains('Another instance')

        when: 'the index is to be built anew by the command line meanwhile'
        def reindex = new ServiceProcess(data).launch('reindex')

        then: 'that is refused in one line and the service goes on'
        reindex.awaitExit() == 1
        told(reindex)*.contains('Another instance') == [true]
        next.api().get('/api/v1/profiles?limit=5').json == before

        cleanup:
        next?.stop()
        reindex?.close()
        second?.close()
        killed?.close()
    }

    void "the command line builds the index of a stopped service anew, tells how far it is and how many can be found"() {
        given:
        def reindex = new ServiceProcess(data).launch('reindex')

        when:
        def exit = reindex.awaitExit()
        def told = told(reindex)

        then:
        exit == 0
        told[-2] ==~ /3\d\d profiles/
        told[-1] == "Done: ${told[-2]} can be found"

        cleanup:
        reindex.close()
    }

    void "the command line makes an administrator of a good password, and says what is wrong with another"() {
        given:
        def command = { Map<String, String> environment ->
            new ServiceProcess(data, environment).launch('create-administrator', '--email', 'chief@example.org', '--name', 'Chief')
        }
        def good = command([BRIDGEHALL_ADMIN_PASSWORD: 'a long bridge of many spans'])

        expect:
        good.awaitExit() == 0
        good.output().contains('Administrator ')

        when: 'no password is given at all'
        def refused = command([:])

        then:
        refused.awaitExit() == 1
        refused.output().contains('password: ')
    }

    void "a package without a database of its own says which settings name one, and ends"() {
        given:
        def service = new ServiceProcess(data.resolve('bare'), [:], 'embedded-postgres').launch()

        expect:
        service.awaitExit() != 0
        service.output().contains('set DATASOURCES_DEFAULT_URL')

        cleanup:
        service.close()
    }

    void "ended while its database is being #what, it leaves no process behind"() {
        given:
        def folder = data.resolve(what)
        def service = new ServiceProcess(folder).launch()

        when:
        eventually.eventually {
            assert Files.exists(folder.resolve(when)) && service.output().contains(said)
        }
        service.stop()

        then:
        eventually.eventually {
            assert ProcessHandle.allProcesses().noneMatch { it.info().commandLine().orElse('').contains(folder.toString()) }
        }

        cleanup:
        service?.close()

        where:
        what      | when                       | said
        'started' | 'postgres/PG_VERSION'      | ''
        'filled'  | 'postgres/postmaster.pid'  | 'rows of region'
    }

    void "against an external database the service refuses to start without a signing key"() {
        given:
        def service = new ServiceProcess(data.resolve('external'), externalDatabase()).launch()

        expect:
        service.awaitExit() != 0
        service.output().contains('BRIDGEHALL_SIGNING_KEY')

        cleanup:
        service.close()
    }

    void "against an external database nothing embedded is started and there is no demo data"() {
        given:
        def folder = data.resolve('external')
        def key = [BRIDGEHALL_SIGNING_KEY: Base64.encoder.encodeToString(new byte[48])]
        def service = new ServiceProcess(folder, externalDatabase() + key + ServiceProcess.PLACES).start()

        expect:
        !Files.exists(folder.resolve('postgres'))
        !Files.exists(folder.resolve('signing.key'))
        service.api().get('/api/v1/profiles').json.total == 0
        service.api().get('/api/v1/places?q=Lviv').json.items[0].countryCode == 'UA'

        cleanup:
        service.close()
    }

    /** What a command has printed for its user: all but the log. */
    private static List<String> told(ServiceProcess command) {
        command.output().readLines().findAll { !(it ==~ /\d{4}-\d\d-\d\dT.*/) }
    }

    private static Map<String, String> externalDatabase() {
        [DATASOURCES_DEFAULT_URL     : TestDatabase.emptyDatabase(), DATASOURCES_DEFAULT_USERNAME: 'postgres',
         DATASOURCES_DEFAULT_PASSWORD: 'postgres']
    }
}
