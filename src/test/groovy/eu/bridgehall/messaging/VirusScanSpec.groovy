package eu.bridgehall.messaging

import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.ApplicationContext
import io.micronaut.runtime.server.EmbeddedServer
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification

import java.time.Clock
import java.time.Duration

/** Where there is a virus scanner, no file is kept that it has not looked at, or has found something in. */
class VirusScanSpec extends Specification {
    @Shared
    @AutoCleanup
    FakeVirusScanner scanner = new FakeVirusScanner()
    @Shared
    @AutoCleanup
    EmbeddedServer server = ApplicationContext.run(EmbeddedServer, [
            'bridgehall.virus-scan.host'   : '127.0.0.1',
            'bridgehall.virus-scan.port'   : scanner.port,
            'bridgehall.virus-scan.timeout': '20s'], 'test')
    @Shared
    People people = new People(server)
    @Shared
    Towns.Town lviv = new Towns(people).confirmed('UA', 'Lviv')
    @Shared
    Towns.Town lyon = new Towns(people).confirmed('FR', 'Lyon')
    @Shared
    String id = Towns.conversation(lviv, lyon)

    void "a file in which nothing is found is kept, and the scanner was shown all of it"() {
        given:
        def content = '%PDF-1.7 ' + 'a plan of the town. ' * 2_000

        when:
        def sent = upload(content)

        then:
        sent.status == 201
        scanner.shown.last() == content
    }

    void "a file #what is refused by its name, and nothing of it is kept"() {
        given:
        def before = kept()

        when:
        def refused = upload("%PDF-1.7 $word")

        then:
        refused.status == 400
        refused.fields == ['file']
        refused.json.errors[0].message == message
        kept() == before

        where:
        word      | what                                    || message
        'virus'   | 'with a virus'                          || 'A virus was found in the file “plan.pdf”. It was not kept.'
        'large'   | 'that is too large for the scanner'     || 'The file “plan.pdf” could not be checked for viruses just now, so it was not kept. Send it again in some minutes.'
        'silent'  | 'about which it says nothing'           || 'The file “plan.pdf” could not be checked for viruses just now, so it was not kept. Send it again in some minutes.'
        'endless' | 'about which it does not stop talking'  || 'The file “plan.pdf” could not be checked for viruses just now, so it was not kept. Send it again in some minutes.'
    }

    void "a scanner that is not done in time has not looked at the file"() {
        given:
        def file = File.createTempFile('plan', '.pdf')
        file.text = '%PDF-1.7 slow'
        def scan = new VirusScan(new VirusScanSettings('127.0.0.1', scanner.port, Duration.ofMillis(500)), Clock.systemUTC())

        expect:
        scan.of(file.toPath()) == VirusScan.Verdict.NOT_SCANNED

        cleanup:
        file.delete()
    }

    void "on the page the message says so and what was typed stays; nothing is sent"() {
        given:
        def browser = Visitor.signedIn(lviv.editor)
        def before = lyon.viewer.api.get("/api/v1/conversations/$id").json.unread

        when:
        def answer = browser.upload("/conversations/$id", [formToken: browser.formToken('/account'), text: 'Here is our plan.', key: 'k'],
                ['plan.pdf': '%PDF-1.7 virus'.bytes])

        then:
        answer.statusCode() == 400
        answer.body().contains('A virus was found in the file “plan.pdf”')
        answer.body().contains('Here is our plan.')
        lyon.viewer.api.get("/api/v1/conversations/$id").json.unread == before
    }

    void "where the scanner is not there, no file is kept"() {
        given:
        def gone = new ServerSocket(0).withCloseable { it.localPort }
        def scan = new VirusScan(new VirusScanSettings('127.0.0.1', gone, Duration.ofMillis(500)), Clock.systemUTC())
        def file = File.createTempFile('plan', '.pdf')

        expect:
        scan.of(file.toPath()) == VirusScan.Verdict.NOT_SCANNED
        new VirusScan(new VirusScanSettings(null, gone, Duration.ofMillis(500)), Clock.systemUTC()).of(file.toPath()) == VirusScan.Verdict.CLEAN

        cleanup:
        file.delete()
    }

    private upload(String content) { lviv.editor.api.upload("/api/v1/conversations/$id/attachments", 'plan.pdf', content.bytes) }

    private long kept() { people.rows('select count(*) as n from message_attachment')[0].n as long }
}
