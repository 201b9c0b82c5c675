package eu.bridgehall.platform

import eu.bridgehall.platform.retention.Retained
import eu.bridgehall.platform.retention.Retention
import eu.bridgehall.support.People
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification
import spock.util.concurrent.PollingConditions

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration

/** What is of no use any more goes when its time is over, and not before. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.retention.match-looks', value = '10d')
class RetentionSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject Retention retention
    People people
    PollingConditions eventually = new PollingConditions(timeout: 20, delay: 0.1)

    void setup() { people = new People(server) }

    void "of two rows of one kind the one that is over goes and the other stays: #kind"() {
        given:
        def town = new Towns(people).confirmed()
        def keep = retention.kinds().find { it.kind() == kind }.keep()
        def over = "now() - interval '${keep.toSeconds() + 60} seconds'"
        def kept = "now() - interval '${keep.toSeconds() - 60} seconds'"
        def insert = { String at -> def person = people.person(); people.sql(row.replace(':at', at).replace(':id', "'${UUID.randomUUID()}'")
                .replace(':person', "'$person.id'").replace(':town', "'$town.id'")) }
        if (kind == 'files-without-message') {
            Towns.conversation(town, new Towns(people).confirmed('BE', 'Gent'))
        }
        insert(over)
        insert(kept)

        expect: 'an event waits until everybody has seen it'
        eventually.eventually {
            retention.enforce()
            assert people.rows("select count(*) as n from ${where(table)} $time <= $over".toString())[0].n == 0
        }
        people.rows("select count(*) as n from ${where(table)} $time >= $kept - interval '10 seconds'".toString())[0].n >= 1

        where:
        kind                    | table                | time                              | row
        'sign-ups'              | 'sign_up'            | 'expires_at'                      | "insert into sign_up (id, email, name, password_hash, language, created_at, expires_at) values (:id, 'a@b.example', 'A', 'x', 'en', now(), :at)"
        'links'                 | 'link_token'         | 'expires_at'                      | "insert into link_token (hash, kind, subject, created_at, expires_at) values (decode(replace(:id, '-', ''), 'hex'), 'RESET_PASSWORD', :person, now(), :at)"
        'sessions'              | 'session'            | 'coalesce(ended_at, expires_at)'  | "insert into session (id, person_id, created_at, last_seen, expires_at, ended_at, ended_why, network, client) values (:id, :person, now(), now(), now(), :at, 'SIGNED_OUT', '', '')"
        'known-networks'        | 'known_network'      | 'last_at'                         | "insert into known_network (person_id, network, last_at) values (:person, :id, :at)"
        'sign-in-failures'      | 'sign_in_failure'    | 'last_at'                         | "insert into sign_in_failure (key, failures, last_at, blocked_until) values (decode(replace(:id, '-', ''), 'hex'), 1, :at, :at)"
        'invitations'           | 'invitation'         | 'coalesce(closed_at, expires_at)' | "insert into invitation (id, organisation_id, email, role, language, created_at, expires_at, closed_at, closed_why) values (:id, :town, 'a@b.example', 'VIEWER', 'en', now(), now(), :at, 'WITHDRAWN')"
        'claims'                | 'place_claim'        | 'decided_at'                      | "insert into place_claim (id, profile, claimant, kind, message, at, state, decided_at) values (:id, :town, :person, 'JOIN', 'x', now(), 'REFUSED', :at)"
        'mails'                 | "mail where status = 'SENT'" | 'sent_at'        | "insert into mail (id, recipient, language, kind, status, next_attempt, sent_at, message_id, created_at) values (:id, 'a@b.example', 'en', 'x', 'SENT', now(), :at, :id, now())"
        'dead-mails'            | "mail where status = 'DEAD'" | 'next_attempt'   | "insert into mail (id, recipient, language, kind, status, next_attempt, message_id, created_at) values (:id, 'a@b.example', 'en', 'x', 'DEAD', :at, :id, now())"
        'notices'               | 'notice'             | 'at'                              | "insert into notice (id, person_id, kind, subject, number, at) values (:id, :person, 'x', :id, 1, :at)"
        'events'                | "outbox_event where type = 'Old'" | 'at'        | "insert into outbox_event (type, subject, payload, at) values ('Old', :id, '{}', :at)"
        'failed-events'         | 'outbox_failure'     | 'at'                              | "insert into outbox_failure (consumer, transaction, number, error, at) values (:id, '1', 1, 'x', :at)"
        'files-without-message' | 'message_attachment' | 'at'                              | "insert into message_attachment (id, conversation_id, author_id, name, type, size, content, at) select :id, id, :person, 'x', 'x', 1, 'x', :at from conversation limit 1"
        'match-looks'           | 'match_look'         | 'at'                              | "insert into match_look (authority_id, person_id, seen, at) values (:town, :person, '{}', :at)"
        'queue-claims'          | 'queue_claim'        | 'expires_at'                      | "insert into queue_claim (kind, subject, person_id, claimed_at, expires_at) values ('REPORT', :id, :person, timestamp '2000-01-01', :at)"
        'ownership-changes'     | 'ownership_change'   | 'decided_at'                      | "insert into ownership_change (id, organisation_id, kind, taker, at, state, decided_at) values (:id, :town, 'REQUEST', :person, now(), 'DECLINED', :at)"
        'ownership-changes'     | 'ownership_change'   | 'ends_at'                         | "insert into ownership_change (id, organisation_id, kind, giver, keeps, taker, at, state, ends_at) values (:id, :town, 'OFFER', :person, 'VIEWER', :person, :at, 'OPEN', :at)"
        'ownership-changes'     | "ownership_change where state = 'OPEN' and ends_at is null" | 'at' | "insert into ownership_change (id, organisation_id, kind, taker, at, state) values (:id, :town, 'REQUEST', :person, :at, 'OPEN')"
        'signals'               | 'content_flag'       | 'closed_at'                       | "insert into content_flag (id, kind, subject, authority_id, signals, fingerprint, found_at, waits, closed_at, closed_why) values (:id, 'ACCOUNT', :person, :town, '{LINK}', 'x', now(), true, :at, 'GONE')"
        'shown'                 | 'authority_shown'    | 'seen'                            | "insert into authority_shown (asker, shown, place, seen) values (:id, :town, 1, :at)"
        'introductions'         | 'introduction'       | 'withdrawn_at'                    | "insert into introduction (id, from_authority, to_authority, country, status, text, asked_by, asked_at, reviewed, withdrawn_by, withdrawn_at) select :id, :town, o.id, 'FR', 'WITHDRAWN', 'abc', :person, timestamp '2000-01-01', false, :person, :at from organisation o where o.id <> :town limit 1"
        'profile-steps'         | 'profile_change where person_id is not null' | 'at'      | "insert into profile_change (profile, version, at, person_id, acted_as, action, to_status, text) values (:town, 99, :at, :person, 'member', 'edit', 'CONFIRMED', 'x')"
    }

    void "each kind stands in the table of docs security, with its time, and no other does"() {
        given:
        def rows = Files.readAllLines(Path.of('docs/security.md')).findAll { it.startsWith('| `kept:') }
        def told = rows.collectEntries { [it.find(/`kept:([a-z-]+)`/) { all, k -> k }, it] }

        expect:
        told.keySet() == retention.kinds()*.kind() as Set
        retention.kinds().every { Retained it -> it.kind() == 'match-looks' || it.keep() == Duration.ZERO || told[it.kind()].contains(days(it.keep())) }
    }

    void "a setting changes the time, and one kind that fails keeps no other from going"() {
        given:
        def failing = new Retained('failing', Duration.ofDays(1), 'delete from no_such_table where at < ?')
        def all = new Retention([failing] + retention.kinds(), server.applicationContext.getBean(io.micronaut.data.jdbc.runtime.JdbcOperations),
                server.applicationContext.getBean(io.micronaut.transaction.TransactionOperations), java.time.Clock.systemUTC())
        def person = people.person()
        people.sql("insert into known_network (person_id, network, last_at) values (?, 'x', now() - interval '400 days')", [person.id])

        when:
        all.enforce()

        then:
        people.rows('select 1 from known_network where person_id = ?', [person.id]) == []
        retention.kinds().find { it.kind() == 'match-looks' }.keep() == Duration.ofDays(10)
    }

    private static String where(String table) { table + (table.contains(' where ') ? ' and' : ' where') }

    private static String days(Duration keep) { "${keep.toDays()} day" }
}
