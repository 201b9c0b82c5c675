package eu.bridgehall.soak

import com.sun.net.httpserver.HttpServer
import eu.bridgehall.soak.Ledger.Asked
import eu.bridgehall.soak.Ledger.Officer
import eu.bridgehall.support.Api
import eu.bridgehall.support.Folders
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration

/** The real thing under load, killed again and again for a minute; the longer run has a command of its own. */
class KilledUnderLoadSpec extends Specification {
    void "a service that runs and fails is told of, and nobody waits for it for ever"() {
        given:
        def failing = HttpServer.create(new InetSocketAddress('127.0.0.1', 0), 0)
        failing.createContext('/') { exchange ->
            exchange.sendResponseHeaders(500, -1)
            exchange.close()
        }
        failing.start()
        def api = new Api(URI.create("http://127.0.0.1:$failing.address.port/"), 'token')
        def uptime = new Uptime()
        def ledger = new Ledger()
        def (me, other) = ['a', 'b'].collect { new Officer("$it@example.org".toString(), 'token', [it]) }
        me.talks << new Asked('1', me, other, 'Hello', 'accepted')
        def client = new Client(uptime, { api }, Duration.ofMillis(100), ledger, me, [other], new Random(1))

        when:
        uptime.rises()
        def work = Thread.startVirtualThread(client)
        new PollingConditions(timeout: 20).eventually { assert !ledger.unexpected.empty }
        uptime.end()

        then:
        work.join(Duration.ofSeconds(20))
        ledger.unexpected.every { it.contains('from a service that runs: 500') }

        cleanup:
        failing.stop(0)
    }

    void "killed at random moments under load, the service keeps everything it has acknowledged, each once"() {
        given:
        def data = Files.createTempDirectory(Path.of('target').toAbsolutePath(), 'soak-')
        def soak = new Soak(data, Duration.ofSeconds(60), System.nanoTime())

        when:
        def report = soak.run()
        println report

        then:
        assert report.clean: report.toString()
        report.kills >= 1

        cleanup:
        soak.close()
        Folders.delete(data)
    }
}
