package eu.bridgehall.discovery

import eu.bridgehall.support.ServiceProcess
import eu.bridgehall.support.TestDatabase
import eu.bridgehall.support.TestProfiles
import io.micronaut.context.ApplicationContext
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

import java.nio.file.Path

/** The real thing: the service as a process of its own, killed without a warning. */
class KilledServiceSpec extends Specification {
    private static final String KEY = Base64.encoder.encodeToString(new byte[48])

    @TempDir
    Path folder
    def database = TestDatabase.newDatabase()
    @AutoCleanup
    ServiceProcess service
    @AutoCleanup
    ApplicationContext writer
    def eventually = new PollingConditions(timeout: 60, delay: 0.1)

    void "a service that is killed finds at its next start what happened before and while it was down"() {
        given: 'a service that seldom writes its index to the disk, and another one through which the test writes'
        writer = ApplicationContext.builder('test').properties([
                'bridgehall.test-database'    : 'false',
                'bridgehall.data'             : folder.resolve('writer').toString(),
                'datasources.default.url'     : database,
                'datasources.default.username': 'postgres',
                'datasources.default.password': 'postgres',
                'bridgehall.signing-key'      : KEY]).start()
        def profiles = new TestProfiles(writer)
        service = new ServiceProcess(folder.resolve('service'), [
                DATASOURCES_DEFAULT_URL      : database,
                DATASOURCES_DEFAULT_USERNAME : 'postgres',
                DATASOURCES_DEFAULT_PASSWORD : 'postgres',
                BRIDGEHALL_SIGNING_KEY       : KEY,
                BRIDGEHALL_INDEX_COMMIT_EVERY: '1h',
                BRIDGEHALL_RATE_LIMITS_PUBLIC_SEARCH_REQUESTS: '100000'] + ServiceProcess.PLACES).start()
        def town = profiles.store(name: 'Rivertown')
        eventually.eventually { assert found('Rivertown') == [town.toString()] }

        when:
        service.kill()
        def later = profiles.store(name: 'Hillside')
        profiles.store(id: town, name: 'Riverside')
        service.start()

        then: 'from its first answer on everything is there'
        found('Hillside') == [later.toString()]
        found('Riverside') == [town.toString()]
        found('Rivertown') == []
    }

    private List<String> found(String words) {
        service.api().get("/api/v1/profiles?q=$words").json.items*.authority*.id
    }
}
