package eu.bridgehall.soak

import eu.bridgehall.support.Folders
import spock.lang.Specification

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration

/** The real thing under load, killed again and again for a minute; the longer run has a command of its own. */
class KilledUnderLoadSpec extends Specification {
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
