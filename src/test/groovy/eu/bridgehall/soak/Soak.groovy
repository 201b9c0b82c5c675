package eu.bridgehall.soak

import eu.bridgehall.soak.Ledger.Officer
import eu.bridgehall.support.Api
import eu.bridgehall.support.ServiceProcess
import org.spockframework.runtime.SpockTimeoutError
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException

/**
 * The service as a process of its own on its own PostgreSQL, at work for several clients at once and
 * killed without a warning again and again, now alone and now with its database. At the end
 * everything that was acknowledged must be there, once.
 *
 * <p>When it is killed is drawn from the seed; what the clients are at just then is not.
 */
class Soak implements Closeable {
    private static final int CLIENTS = 6
    private static final int AUTHORITIES_EACH = 20
    private static final int SHORTEST_WORK_MS = 500
    private static final int LONGEST_WORK_MS = 5_500
    private static final int LONGEST_START_MS = 5_000
    private static final int LONGEST_QUIET_SECONDS = 90
    /** For how long a service that runs may fail, as it does while it finds its database again. */
    private static final Duration PATIENCE = Duration.ofSeconds(30)
    private static final int LAST_ANSWER_SECONDS = 60
    private static final String PASSWORD = 'bridgehall-demo-2026'

    private final Duration duration
    private final long seed
    private final Random random
    private final MailTaker mails = new MailTaker()
    private final Ledger ledger = new Ledger()
    private final ServiceProcess service
    private final SoakDatabase database
    private final List<Long> upAfterMs = []
    private int kills
    private int killsOfBoth
    private int killsAtStart
    private final Uptime uptime = new Uptime()

    Soak(Path data, Duration duration, long seed) {
        this.duration = duration
        this.seed = seed
        this.random = new Random(seed)
        database = new SoakDatabase(data)
        service = new ServiceProcess(data, [
                BRIDGEHALL_MAIL_HOST                           : '127.0.0.1',
                BRIDGEHALL_MAIL_PORT                           : mails.port as String,
                BRIDGEHALL_MAIL_SECURITY                       : 'none',
                BRIDGEHALL_MAIL_POLL                           : '200ms',
                BRIDGEHALL_ACCOUNTS_ACCESS_TOKEN_LIFETIME      : '1d',
                BRIDGEHALL_INTRODUCTIONS_OPEN_LIMIT            : '100000',
                // otherwise few pairs could be tried again and again
                BRIDGEHALL_INTRODUCTIONS_NEW_FOR               : '0s',
                BRIDGEHALL_INTRODUCTIONS_AGAIN_AFTER_DECLINE   : '0s',
                BRIDGEHALL_INTRODUCTIONS_AGAIN_AFTER_WITHDRAWAL: '0s',
                BRIDGEHALL_RATE_LIMITS_SIGN_IN_REQUESTS        : '1000',
                // shared with the tests, and made where it is missing
                BRIDGEHALL_SEARCH_PLACE_INDEX_FOLDER           : Path.of('target/test-data/place-index').toAbsolutePath() as String])
    }

    /** Minutes (10) and a seed, each to be left out; ends with 1 where anything was lost or doubled. */
    static void main(String[] args) {
        def minutes = args.length > 0 ? args[0] as double : 10d
        def seed = args.length > 1 ? args[1] as long : System.nanoTime()
        def data = Files.createTempDirectory(Path.of('target').toAbsolutePath(), 'soak-')
        def report = new Soak(data, Duration.ofMillis((minutes * 60_000) as long), seed).withCloseable { it.run() }
        println report
        System.exit(report.clean ? 0 : 1)
    }

    SoakReport run() {
        service.start()
        uptime.rises()
        def officers = officers()
        long end = System.nanoTime() + duration.toNanos()
        def threads = Executors.newFixedThreadPool(CLIENTS)
        try {
            List<Future<?>> clients = officers.collect { me ->
                threads.submit(new Client(uptime, this.&api, PATIENCE, ledger, me, officers - me, new Random(random.nextLong())))
            }
            killUntil(end)
            uptime.end()
            clients.each { finished(it) }
        } finally {
            uptime.end()
            threads.shutdownNow()
        }
        new SoakReport(seed, duration, [kills, killsOfBoth, killsAtStart], upAfterMs, ledger, settled())
    }

    /** The service as an officer calls it, wherever it runs now. */
    Api api(Officer officer) { service.api().as(officer.token) }

    @Override
    void close() {
        service.close()
        database.kill()
        mails.close()
    }

    private void finished(Future<?> client) {
        try {
            client.get(LAST_ANSWER_SECONDS, TimeUnit.SECONDS)
        } catch (TimeoutException ignored) {
            ledger.unexpected << "a client got no last answer for $LAST_ANSWER_SECONDS seconds".toString()
        }
    }

    private void killUntil(long end) {
        while (true) {
            long wait = random.nextInt(SHORTEST_WORK_MS, LONGEST_WORK_MS)
            boolean both = random.nextInt(3) == 0
            boolean databaseFirst = random.nextBoolean()
            if (System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(wait) > end) {
                TimeUnit.NANOSECONDS.sleep(end - System.nanoTime())
                return
            }
            Thread.sleep(wait)
            uptime.falls()
            kill(both, databaseFirst)
            if (random.nextInt(5) == 0) {
                service.launch()
                Thread.sleep(random.nextInt(LONGEST_START_MS))
                killsAtStart++
                kill(false, false)
            }
            long killed = System.nanoTime()
            service.start()
            upAfterMs << TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - killed)
            uptime.rises()
        }
    }

    private void kill(boolean both, boolean databaseFirst) {
        kills++
        if (!both) {
            service.kill()
            return
        }
        killsOfBoth++
        if (databaseFirst) {
            database.kill()
            service.kill()
        } else {
            service.kill()
            database.kill()
        }
    }

    /** Signs in as officers of the demonstration, and lets each act for many of its authorities besides. */
    private List<Officer> officers() {
        def people = database.rows("select email, id from person where email like 'officer.%' order by email limit $CLIENTS".toString())
        def free = database.rows("""select a.id from authority_profile a where a.status = 'CONFIRMED' and (a.capacity is null or a.capacity > 0)
            and not exists (select 1 from membership m join person p on p.id = m.person_id
                             where m.organisation_id = a.id and p.email in (${people.collect { "'$it.email'" }.join(', ')}))
            order by a.id limit ${CLIENTS * AUTHORITIES_EACH}""".toString())*.id
        assert free.size() == CLIENTS * AUTHORITIES_EACH
        [people, free.collate(AUTHORITIES_EACH)].transpose().collect { person, authorities ->
            authorities.each {
                database.execute("insert into membership (organisation_id, person_id, role, since) values ('$it', '$person.id', 'OWNER', now())")
            }
            def signedIn = service.api().post('/api/v1/sessions', [email: person.email, password: PASSWORD])
            assert signedIn.status == 200
            new Officer(person.email as String, signedIn.json.accessToken as String, authorities*.toString())
        }
    }

    /** What is found once everything that follows of what was acknowledged had its time. */
    private Findings settled() {
        Findings found = null
        try {
            new PollingConditions(timeout: LONGEST_QUIET_SECONDS, initialDelay: 1, delay: 1).eventually {
                // a mail that was being sent when the service was killed would wait five minutes for its next turn
                database.execute("update mail set next_attempt = now() where status = 'QUEUED' and next_attempt > now()")
                assert database.rows("select count(*) as it from mail where status = 'QUEUED'")[0].it as long == 0
                found = findings()
                assert found.clean
            }
            return found
        } catch (SpockTimeoutError ignored) {
            return findings()
        }
    }

    private Findings findings() { new Findings(this, ledger, database, mails.times) }
}
