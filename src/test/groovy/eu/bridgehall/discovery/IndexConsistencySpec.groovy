package eu.bridgehall.discovery

import eu.bridgehall.profiles.model.ProfileStatus
import eu.bridgehall.search.AuthorityIndex
import eu.bridgehall.search.SearchFilter
import eu.bridgehall.search.SearchRequest
import eu.bridgehall.search.SearchSort
import eu.bridgehall.support.TestDatabase
import eu.bridgehall.support.TestProfiles
import io.micronaut.context.ApplicationContext
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path
import java.sql.Connection
import java.sql.DriverManager
import java.util.concurrent.CopyOnWriteArrayList
import java.util.concurrent.atomic.AtomicBoolean

/** A service that is killed leaves what lies on its disk: here, a copy of its index folder. */
class IndexConsistencySpec extends Specification {
    @Shared
    String database
    @TempDir
    Path folder
    @AutoCleanup(value = 'run')
    Closing services = new Closing()

    def eventually = new PollingConditions(timeout: 30, delay: 0.05)

    void setup() {
        database = TestDatabase.newDatabase()
    }

    void "what was committed but not indexed when the service was killed is found at the next start"() {
        given: 'a service that has come so far, and does not get to look at the outbox any more'
        def service = start(folder.resolve('a'), ['bridgehall.index.poll': '1h'])
        def town = profiles(service).store(name: 'Rivertown')
        def other = profiles(service).store(name: 'Hillside')
        assert found(service, 'Rivertown') == []

        when:
        def next = start(killed(service, 'a', 'b'))

        then: 'it has followed what happened, and did not build anew'
        found(next, 'Rivertown') == [town]
        found(next, 'Hillside') == [other]
        generation(next) == generation(service)
    }

    void "what could be found but was not yet on the disk when the service was killed is found at the next start"() {
        given:
        def service = start(folder.resolve('a'), ['bridgehall.index.commit-every': '1h'])
        def town = profiles(service).store(name: 'Rivertown')
        def gone = profiles(service).store(name: 'Hillside')
        eventually.eventually { assert found(service, 'Hillside') == [gone] }
        profiles(service).store(id: gone, name: 'Hillside', status: ProfileStatus.PAUSED)
        eventually.eventually { assert found(service, 'Hillside') == [] }

        when:
        def next = start(killed(service, 'a', 'b'))

        then:
        found(next, 'Rivertown') == [town]
        found(next, 'Hillside') == []
        generation(next) == generation(service)
    }

    void "what was on the disk when the service was killed need not be followed again"() {
        given:
        def service = start(folder.resolve('a'), ['bridgehall.index.commit-events': '1'])
        def town = profiles(service).store(name: 'Rivertown')
        eventually.eventually { assert found(service, 'Rivertown') == [town] }
        def position = service.getBean(ProfileIndexer).position()

        when:
        def index = service.getBean(AuthorityIndex)

        then:
        eventually.eventually { assert index.position().get() == position.toString() }
        found(start(killed(service, 'a', 'b')), 'Rivertown') == [town]
    }

    void "an index folder that belongs to another database is built anew"() {
        given:
        def service = start(folder.resolve('a'))
        def here = profiles(service).store(name: 'Rivertown')
        eventually.eventually { assert found(service, 'Rivertown') == [here] }
        service.close()
        def otherDatabase = TestDatabase.newDatabase()
        execute(otherDatabase, 'update database_identity set id = gen_random_uuid()')
        def elsewhere = start(folder.resolve('c'), [:], otherDatabase)
        def there = profiles(elsewhere).store(name: 'Seaview')
        elsewhere.close()

        when:
        def moved = start(folder.resolve('a'), [:], otherDatabase)

        then:
        found(moved, 'Rivertown') == []
        found(moved, 'Seaview') == [there]
    }

    void "an index that stands before events that are no longer kept is built anew"() {
        given:
        def service = start(folder.resolve('a'), ['bridgehall.index.poll': '1h'])
        def town = profiles(service).store(name: 'Rivertown')
        execute(database, 'insert into outbox_trimmed (transaction, number) select transaction, number from outbox_event')
        execute(database, 'delete from outbox_event')

        when:
        def next = start(killed(service, 'a', 'b'))

        then:
        found(next, 'Rivertown') == [town]
        generation(next) != generation(service)
    }

    void "the index of a database that was restored from a dump is built anew, and goes on"() {
        given: 'a database whose events come from a server that had counted further'
        def service = start(folder.resolve('a'))
        def town = profiles(service).store(name: 'Rivertown')
        def before = generation(service)
        eventually.eventually { assert found(service, 'Rivertown') == [town] }
        service.close()
        execute(database, "update outbox_event set transaction = '9000000001'")

        when:
        def restored = start(folder.resolve('a'))
        def other = profiles(restored).store(name: 'Hillside')

        then:
        found(restored, 'Rivertown') == [town]
        generation(restored) != before
        eventually.eventually { assert found(restored, 'Hillside') == [other] }
    }

    void "while the index is built anew nobody finds less, and what changes meanwhile is not lost"() {
        given: 'more profiles than are read at once'
        def service = start(folder.resolve('a'))
        def count = 120
        def ids = (1..count).collect { profiles(service).store(name: "Oldtown $it", population: 1000 + it) }
        eventually.eventually { assert total(service) == count }
        def totals = new CopyOnWriteArrayList<Long>()
        def running = new AtomicBoolean(true)
        def reader = Thread.start {
            while (running.get()) {
                totals << total(service)
            }
        }

        when: 'it is rebuilt again and again while the profiles change'
        def seen = []
        ['Alpha', 'Beta', 'Gamma'].each { word ->
            def writer = Thread.start {
                (0..9).each { profiles(service).store(id: ids[it], name: "$word $it") }
            }
            service.getBean(Reindex).run { done -> seen << done }
            writer.join()
        }
        eventually.eventually { assert found(service, 'Gamma').size() == 10 }
        running.set(false)
        reader.join()

        then:
        totals.every { it == count }
        totals.size() > 3
        seen.last() == count
        found(service, 'Alpha') == []
        found(service, 'Beta') == []
    }

    void "of two changes that are committed in the other order than they were made, both arrive"() {
        given:
        def service = start(folder.resolve('a'))
        def one = profiles(service).store(name: 'Rivertown')
        def two = profiles(service).store(name: 'Hillside')
        eventually.eventually { assert total(service) == 2 }

        when: 'the older transaction stays open while the younger one commits'
        def older = rename(one, 'Riverside')
        def younger = rename(two, 'Hilltop')
        younger.commit()
        younger.close()
        def third = profiles(service).store(name: 'Seaview')
        older.commit()
        older.close()

        then:
        eventually.eventually {
            assert found(service, 'Seaview') == [third]
            assert found(service, 'Riverside') == [one]
            assert found(service, 'Hilltop') == [two]
        }
    }

    void "a profile that is #status is not found any more"() {
        given:
        def service = start(folder.resolve('a'))
        def town = profiles(service).store(name: 'Rivertown')
        eventually.eventually { assert found(service, 'Rivertown') == [town] }

        when:
        profiles(service).store(id: town, name: 'Rivertown', status: status)

        then:
        eventually.eventually { assert found(service, 'Rivertown') == [] }

        where:
        status << [ProfileStatus.PAUSED, ProfileStatus.SUSPENDED, ProfileStatus.ARCHIVED, ProfileStatus.SUBMITTED]
    }

    private ApplicationContext start(Path data, Map<String, Object> settings = [:], String url = database) {
        def service = ApplicationContext.builder('test').properties([
                'bridgehall.test-database'     : 'false',
                'bridgehall.data'              : data.toString(),
                'bridgehall.index.poll'        : '20ms',
                'datasources.default.url'      : url,
                'datasources.default.username' : 'postgres',
                'datasources.default.password' : 'postgres',
                'datasources.default.maximum-pool-size': 4,
                'bridgehall.signing-key'       : Base64.encoder.encodeToString(new byte[48])] + settings).start()
        services.add(service)
        service
    }

    /** What a kill would leave behind of the folder, as another folder: this process still holds the first. */
    private Path killed(ApplicationContext service, String from, String to) {
        def source = folder.resolve(from)
        def target = folder.resolve(to)
        Files.walk(source).withCloseable { files ->
            files.filter { Files.isRegularFile(it) && it.fileName.toString() != 'write.lock' }.each { file ->
                def copy = target.resolve(source.relativize(file))
                Files.createDirectories(copy.parent)
                Files.copy(file, copy)
            }
        }
        target
    }

    private Connection rename(UUID id, String name) {
        def connection = DriverManager.getConnection(database, 'postgres', 'postgres')
        connection.autoCommit = false
        connection.createStatement().withCloseable {
            it.execute("update authority_profile set official_name = '$name' where id = '$id'")
            it.execute("""insert into outbox_event (type, subject, payload)
                values ('ProfileChanged', '$id', '{"subject": "$id", "version": 2}')""")
        }
        connection
    }

    private static void execute(String url, String sql) {
        DriverManager.getConnection(url, 'postgres', 'postgres').withCloseable { c ->
            c.createStatement().withCloseable { it.execute(sql) }
        }
    }

    private static TestProfiles profiles(ApplicationContext service) { new TestProfiles(service) }

    private static List<UUID> found(ApplicationContext service, String words) {
        service.getBean(AuthorityIndex)
                .find(new SearchRequest(words, SearchFilter.ALL, SearchSort.RELEVANCE, null, 50, null)).hits()*.id()
    }

    private static long total(ApplicationContext service) {
        service.getBean(AuthorityIndex)
                .find(new SearchRequest(null, SearchFilter.ALL, SearchSort.NAME, null, 1, null)).total()
    }

    private static String generation(ApplicationContext service) {
        service.getBean(AuthorityIndex).check().generation()
    }

    /** The services of a feature, closed at its end. */
    static class Closing extends ArrayList<ApplicationContext> {
        void run() { each { it.close() } }
    }
}
