package eu.bridgehall.audit

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import org.apache.commons.csv.CSVFormat
import spock.lang.Specification

/** Administrators read the log, narrow it and take it with them; nobody else does. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.trusted-proxies', value = '127.0.0.1')
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class AuditTrailSpec extends Specification {
    private static final String API = '/api/v1/admin/audit'

    @Inject EmbeddedServer server
    @Inject AuditChain chain
    People people

    void setup() { people = new People(server) }

    void "an entry says who, in which role, on whom, what, from where and why, and no name"() {
        given:
        def admin = people.administrator()
        def person = people.person([name: 'Olena Демченко'])

        when:
        admin.api.put("/api/v1/admin/people/$person.id/roles/moderator", [:], ['X-Forwarded-For': address])
        def entry = admin.api.get("$API?subject=$person.id").json.items[0]

        then:
        entry.person == admin.id.toString()
        entry.actedAs == 'administrator'
        entry.action == 'role.grant'
        entry.subject == person.id.toString()
        entry.network == network
        entry.details == [role: 'MODERATOR']
        entry.at =~ /^20\d\d-/
        !entry.toString().contains('Olena') && !entry.toString().contains(person.email) && !entry.toString().contains(admin.email)

        where:
        address                                || network
        '203.0.113.77'                         || '203.0.113.0/24'
        '2001:db8:1:2:3:4:5:6'                 || '2001:db8:1:0:0:0:0:0/48'
        "203.0.113.77'; delete from audit--"   || 'unknown'
    }

    void "it is narrowed by person, action, subject and days, and walked page by page"() {
        given:
        def admin = people.administrator()
        def authority = people.authority().id()
        def owner = people.member(authority, MemberRole.OWNER)
        def members = (1..3).collect { people.member(authority, MemberRole.VIEWER) }
        members.each { assert owner.api.put("/api/v1/authorities/$authority/members/$it.id", [role: 'editor']).status < 300 }

        when:
        def get = { String query -> admin.api.get("$API?$query") }
        def first = get("subject=$authority&limit=2").json
        def rest = get("subject=$authority&limit=2&offset=$first.next").json

        then:
        first.total == 3 && first.items.size() == 2 && rest.items.size() == 1 && rest.next == null
        (first.items + rest.items)*.details*.person == members.reverse()*.id*.toString()
        (first.items + rest.items)*.number == (first.items + rest.items)*.number.sort().reverse()
        get("person=$owner.id").json.total == 3
        get("person=$owner.id&action=member").json.total == 3
        get("person=$owner.id&action=member.put").json.total == 3
        get("person=$owner.id&action=member.p").json.total == 0
        get("person=$owner.id&action=account").json.total == 0
        get("person=$owner.id&from=${java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1)}&until=${java.time.LocalDate.now(java.time.ZoneOffset.UTC)}").json.total == 3
        get("person=$owner.id&until=2020-01-01").json.total == 0
        get("person=$owner.id&from=9999-12-31").json.total == 0
    }

    void "what cannot be asked for is named: #query"() {
        expect:
        people.administrator().api.get("$API?$query").with {
            assert status == 400
            fields == named
        }

        where:
        query                                     || named
        'person=anna'                             || ['person']
        'subject=1&action=%25&from=x&until=-1'    || ['action', 'subject', 'from', 'until']
        'action=profile%20or%201=1'               || ['action']
        'from=2026-02-30'                         || ['from']
        'until=%2B999999999-12-31'                || ['until']
        'limit=1000'                              || ['limit']
    }

    void "the state of the chain is told"() {
        given:
        def admin = people.administrator()
        people.inTransaction { server.applicationContext.getBean(AuditLog).record(admin.actor, 'parcel.send', admin.id) }
        chain.seal()
        chain.check()

        when:
        def told = admin.api.get("$API/chain").json

        then:
        told.sealed > 0 && told.unsealed == 0 && told.oldestUnsealed == null
        told.head ==~ "$told.sealed:[0-9a-f]{64}"
        told.sealedAt =~ /^20\d\d-/
        told.guarded
        told.lastCheck.faults == [] && told.lastCheck.faultCount == 0 && told.lastCheck.head == told.head
    }

    void "the page shows the same, keeps what was typed and says what is wrong with it"() {
        given:
        def admin = people.administrator()
        def person = people.person()
        admin.api.post("/api/v1/admin/people/$person.id/lock", [reason: 'Somebody else is in.'])
        people.inTransaction { people.context.getBean(AuditLog).record(admin.actor, 'account.lock', person.id, [reason: 'He wrote <b>adverts</b>.']) }
        def browser = Visitor.signedIn(admin)

        when:
        def page = browser.get("/admin/audit?subject=$person.id&action=account")

        then:
        page.statusCode() == 200
        page.body().contains('2 entries<') && page.body().contains('account.lock') && page.body().contains('127.0.0.0/24')
        page.body().contains('as an administrator')
        page.body().contains('He wrote &lt;b&gt;adverts&lt;/b&gt;.') && !page.body().contains('<b>adverts')
        page.body().contains("value=\"$person.id\"")
        page.body().contains("href=\"/admin/audit/export?action=account&amp;subject=$person.id\"")

        when:
        def wrong = browser.get('/admin/audit?person=%22%3E%3Cscript%3E&from=yesterday')

        then:
        wrong.statusCode() == 400
        wrong.body().contains('href="#f-person"') && wrong.body().contains('href="#f-from"')
        !wrong.body().contains('"><script>')

        and:
        browser.get("/admin/audit?subject=${UUID.randomUUID()}").body().contains('There is no entry that fits.')
        Visitor.signedIn(people.moderator()).get('/admin/audit').statusCode() == 403
        !Visitor.signedIn(people.moderator()).get('/dashboard').body().contains('href="/admin/audit"')
        browser.get('/dashboard').body().contains('href="/admin/audit"')
    }

    void "all that fits is saved as a file, longer than any page, and the saving is in the log"() {
        given: 'more than are read at once'
        def admin = people.administrator()
        def subject = UUID.randomUUID()
        people.asOwner("""insert into audit_entry (acted_as, action, subject, details)
            select 'service', 'parcel.send', '$subject', jsonb_build_object('why', '=1+1, "Привіт"', 'n', n) from generate_series(1, 2500) n""")
        def browser = Visitor.signedIn(admin)

        when:
        def file = browser.get("/admin/audit/export?subject=$subject")
        def lines = CSVFormat.RFC4180.builder().setHeader().get().parse(new StringReader(file.body())).records

        then:
        file.statusCode() == 200
        file.headers().firstValue('Content-Type').get().startsWith('text/csv')
        file.headers().firstValue('Content-Disposition').get() == 'attachment; filename="audit.csv"'
        file.headers().firstValue('Cache-Control').get() == 'no-store'
        lines.size() == 2500
        lines*.get('number')*.toLong() == lines*.get('number')*.toLong().sort().reverse()
        lines.every { it.get('action') == 'parcel.send' && it.get('subject') == subject.toString() && it.get('details').contains('Привіт') }
        lines.collect { it.get('details').find(/"n": (\d+)/) }.unique().size() == 2500

        and: 'no cell begins a formula'
        lines.every { line -> line.toList().every { it.empty || !('=+-@'.contains(it[0])) } }
        admin.api.get("$API?person=$admin.id&action=audit.export").json.items[0].details == [subject: subject.toString()]
        browser.get('/admin/audit/export?person=x').statusCode() == 400
    }
}
