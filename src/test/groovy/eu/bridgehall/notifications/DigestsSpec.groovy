package eu.bridgehall.notifications

import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.data.jdbc.runtime.JdbcOperations
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import io.micronaut.transaction.TransactionOperations
import spock.util.concurrent.PollingConditions

import java.time.Clock
import java.time.DayOfWeek
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.time.ZoneOffset
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors

/** Mails that tell of several notices at a set hour; and what several services take from one queue. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.base-url', value = 'https://bridgehall.example')
class DigestsSpec extends NoticeCase {
    private static final ZoneId BRUSSELS = ZoneId.of('Europe/Brussels')

    private <T> T bean(Class<T> type) { server.applicationContext.getBean(type) }

    /** The digests of a service whose clock stands still. */
    private Digests at(String instant) {
        new Digests(bean(NoticeRepository), bean(Mails), bean(eu.bridgehall.accounts.People), bean(TransactionOperations),
                bean(NoticeSettings), Clock.fixed(Instant.parse(instant), ZoneOffset.UTC))
    }

    private Optional<QueuedMail> take(Instant now, Duration lease) {
        people.inTransaction { new Mails(bean(JdbcOperations), bean(Facts), Clock.fixed(now, ZoneOffset.UTC)).take(lease) }
    }

    /** What comes of the same, done by so many at the same time. */
    private static <T> List<T> atOnce(int many, Closure<T> work) {
        def start = new CountDownLatch(many)
        def pool = Executors.newFixedThreadPool(many)
        try {
            def running = (1..many).collect {
                pool.submit({ start.countDown(); start.await(); work.call() } as Callable<T>)
            }
            running*.get()
        } finally {
            pool.shutdownNow()
        }
    }

    /** As if what the person was told so far had been told many times more, each time about something else. */
    private void manyMore(int more) {
        settled()
        people.sql("""insert into notice (id, person_id, told_for, kind, chosen_as, subject, number, facts, link_path, at, waiting)
            select gen_random_uuid(), person_id, told_for, kind, chosen_as, subject, -n, facts, link_path, at, waiting
              from notice, generate_series(1, $more) n where person_id = ?""".toString(), [gent.editor.id])
    }

    void "the hour strikes in the town of the service, summer and winter: #why"() {
        given:
        def hours = new DigestHours(7, DayOfWeek.MONDAY, BRUSSELS)

        expect:
        hours.lastDaily(Instant.parse(now)) == Instant.parse(daily)
        hours.lastWeekly(Instant.parse(now)) == Instant.parse(weekly)

        where:
        why                               | now                    || daily                  | weekly
        'Monday, a minute before'         | '2026-01-12T05:59:00Z' || '2026-01-11T06:00:00Z' | '2026-01-05T06:00:00Z'
        'Monday, on the hour'             | '2026-01-12T06:00:00Z' || '2026-01-12T06:00:00Z' | '2026-01-12T06:00:00Z'
        'Sunday in the evening'           | '2026-01-11T20:00:00Z' || '2026-01-11T06:00:00Z' | '2026-01-05T06:00:00Z'
        'summer, a minute before'         | '2026-07-15T04:59:00Z' || '2026-07-14T05:00:00Z' | '2026-07-13T05:00:00Z'
        'the day that summer begins'      | '2026-03-29T04:59:00Z' || '2026-03-28T06:00:00Z' | '2026-03-23T06:00:00Z'
        'the same day, on the hour'       | '2026-03-29T05:00:00Z' || '2026-03-29T05:00:00Z' | '2026-03-23T06:00:00Z'
        'the Monday after'                | '2026-03-30T05:00:00Z' || '2026-03-30T05:00:00Z' | '2026-03-30T05:00:00Z'
        'the day that winter begins'      | '2026-10-25T05:59:00Z' || '2026-10-24T05:00:00Z' | '2026-10-19T05:00:00Z'
        'the same day, on the hour again' | '2026-10-25T06:00:00Z' || '2026-10-25T06:00:00Z' | '2026-10-19T05:00:00Z'
        'the Monday after that'           | '2026-10-26T05:59:59Z' || '2026-10-25T06:00:00Z' | '2026-10-19T05:00:00Z'
    }

    void "what was told in the night comes at seven, and on Monday what was told in the week"() {
        given:
        gent.editor.api.patch(CHOICES, [introductions: choice])
        lyon.ask(gent)
        settled()
        people.sql('update notice set at = ?::timestamptz where person_id = ?', ['2040-03-24T23:30:00Z', gent.editor.id])

        when:
        at(before).send()

        then:
        mails(gent.editor) == []

        when:
        at(on).send()

        then:
        mails(gent.editor)*.kind == ['digest']

        where:
        choice   | before                 | on
        'daily'  | '2040-03-25T04:59:59Z' | '2040-03-25T05:00:00Z'
        'weekly' | '2040-03-26T04:59:59Z' | '2040-03-26T05:00:00Z'
    }

    void "of several services that send digests at the same time each reader gets one"() {
        given:
        def readers = [gent.editor, gent.owner]
        readers.each { it.api.patch(CHOICES, [introductions: 'daily']) }
        lyon.ask(gent)
        daysPass()

        when:
        atOnce(4) { digests.send() }

        then:
        readers.every { mails(it)*.kind == ['digest'] }
    }

    void "whose digest fails does not keep the others from theirs, nor herself from the next"() {
        given:
        def readers = [gent.editor, gent.owner]
        readers.each { it.api.patch(CHOICES, [introductions: 'daily']) }
        lyon.ask(gent)
        daysPass()
        people.asOwner("alter table mail add constraint nothing_for_her check (recipient <> '$gent.editor.email')".toString())

        when:
        digests.send()

        then:
        mails(gent.owner)*.kind == ['digest']
        mails(gent.editor) == []

        when:
        people.asOwner('alter table mail drop constraint nothing_for_her')
        digests.send()

        then:
        readers.every { mails(it)*.kind == ['digest'] }

        cleanup:
        people.asOwner('alter table mail drop constraint if exists nothing_for_her')
    }

    void "of several services that look for mails at the same time one takes it, and another only when its time is over"() {
        given:
        lyon.ask(gent)
        def waiting = [gent.owner, gent.editor].collect { mails(it)[0].id }.toSet()
        people.sql("delete from mail where id not in (${waiting.collect { "'$it'" }.join(', ')})".toString())
        new PollingConditions(timeout: 20, delay: 0.05).eventually { assert people.rows("select id from mail where status = 'QUEUED'") == [] }

        and: 'the service that the test runs in looks for them tomorrow, these others the day after'
        people.sql("update mail set status = 'QUEUED', sent_at = null, attempts = 0, next_attempt = now() + interval '1 day'")
        def lease = Duration.ofMinutes(5)
        def now = Instant.now().plus(Duration.ofDays(2))

        when:
        def taken = atOnce(5) { take(now, lease) }

        then:
        taken.findAll { it.present }*.get()*.id().toSet() == waiting
        taken.count { it.present } == 2

        expect: 'it is not taken again before'
        take(now.plus(lease).minusMillis(1), lease).empty

        when:
        def again = take(now.plus(lease), lease).get()

        then:
        again.id() in waiting
        again.attempts() == 2
    }

    void "mails of a kind come at once, in a digest or not at all; the list is the same: #choice"() {
        given:
        gent.editor.api.patch(CHOICES, [introductions: choice])

        when:
        lyon.ask(gent)

        then:
        told(gent.editor)*.kind == ['introduction-arrived']
        mails(gent.editor)*.kind == atOnce

        when:
        digests.send()

        then: 'the hour of what has just come has not struck'
        mails(gent.editor)*.kind == atOnce

        when:
        daysPass()
        2.times { digests.send() }

        then:
        mails(gent.editor)*.kind == later

        where:
        choice    || atOnce                   | later
        'at-once' || ['introduction-arrived'] | ['introduction-arrived']
        'daily'   || []                       | ['digest']
        'weekly'  || []                       | ['digest']
        'off'     || []                       | []
    }

    void "a digest tells what is new, unread and still to be told, in the reader's language, as text and page"() {
        given:
        gent.editor.api.patch(CHOICES, [introductions: 'daily', messages: 'weekly'])
        def towns = ['Nantes', 'Porto', 'Bergen'].collect { new Towns(people).confirmed('FR', it) }
        def ids = towns.collect { it.ask(gent).json.id }
        daysPass()

        when:
        digests.send()
        def digest = written(gent.editor)

        then:
        digest.subject() == '3 Mitteilungen auf Bridgehall'
        ['Nantes', 'Porto', 'Bergen'].every { digest.text().contains(it) && digest.html().contains(it) }
        ids.every { digest.text().contains("https://bridgehall.example/introductions/$it") }
        digest.html().contains('lang="de"')

        when: 'one is read, one taken back, and one asked by somebody who was suspended since'
        gent.editor.api.post("$LIST/${told(gent.editor).find { it.subject == ids[0] }.id}/read")
        towns[1].editor.api.post("/api/v1/introductions/${ids[1]}/withdraw")
        settled()

        then:
        written(gent.editor).text().with { !contains('Nantes') && !contains('Porto') && contains('Bergen') }

        when:
        towns[2].status('SUSPENDED')

        then:
        written(gent.editor) == null
    }

    void "a digest lists fifty, and says how many more there are"() {
        given:
        gent.editor.api.patch(CHOICES, [introductions: 'daily'])
        def id = lyon.ask(gent).json.id
        manyMore(59)
        daysPass()

        when:
        digests.send()
        def digest = written(gent.editor)

        then:
        digest.subject() == '60 Mitteilungen auf Bridgehall'
        digest.text().count("/introductions/$id") == 50
        digest.html().count("/introductions/$id") == 50
        [digest.text(), digest.html()].every { it.contains('Und 10 weitere.') && it.contains('https://bridgehall.example/notices') }
    }

    void "what was switched off meanwhile does not come when it is switched on again"() {
        given:
        gent.editor.api.patch(CHOICES, [introductions: 'daily'])
        lyon.ask(gent)
        daysPass()

        when:
        gent.editor.api.patch(CHOICES, [introductions: 'off'])
        people.sql('update notice set waiting = true where person_id = ?', [gent.editor.id])
        digests.send()

        then: 'nor what was told in the moment in which it was switched off'
        mails(gent.editor) == []

        when:
        gent.editor.api.patch(CHOICES, [introductions: 'daily'])
        digests.send()

        then:
        mails(gent.editor) == []
    }

    void "the link of a digest switches off what comes with digests, and nothing else"() {
        given:
        gent.editor.api.patch(CHOICES, [introductions: 'daily', profiles: 'weekly'])
        lyon.ask(gent)
        daysPass()
        digests.send()
        def path = URI.create(written(gent.editor).off().url()).rawPath

        when:
        def type = 'multipart/form-data; boundary=x'
        def body = '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n'
        def answer = new Visitor(server.URI).send('POST', path, body, type)

        then:
        answer.statusCode() == 200
        gent.editor.api.get(CHOICES).json == [introductions: 'off', messages: 'at-once', profiles: 'off']
        written(gent.editor) == null
        answer.body().with { contains('No mails come to you as a digest') && contains('Messages: At once') && !contains('Profiles: ') }

        when: 'one comes again, and not with a digest'
        gent.editor.api.patch(CHOICES, [introductions: 'at-once'])
        def later = new Visitor(server.URI).get(path).body()

        then: 'the page does not say that it is off'
        later.contains('Introductions: At once')
        !later.contains('switched off')
    }
}
