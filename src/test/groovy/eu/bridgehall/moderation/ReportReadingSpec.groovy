package eu.bridgehall.moderation

import eu.bridgehall.audit.AuditLog
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject

/** Whoever of the secretariat reads what others have written to each other leaves an entry in the audit log. */
@MicronautTest(transactional = false)
class ReportReadingSpec extends DecisionCase {
    @Inject AuditLog audit

    void "reading a report, alone or in the list or on its page, is an entry, and a refusal is none"() {
        given:
        def bad = write('You zeppelin!')
        def report = report(bad.id)
        def message = UUID.fromString(bad.id as String)

        when:
        lyon.owner.api.get("$ROOT/reports/$report")

        then:
        audit.about(message)*.action() == ['report.make']

        when:
        moderator.api.get("$ROOT/reports/$report")
        moderator.api.get("$ROOT/reports")

        then:
        audit.about(message).last().with { action() == 'report.read' && personId() == moderator.id && details().contains(report) && !details().contains('zeppelin') }
        audit.about(moderator.id).last().with { action() == 'report.list' && details().contains(report) }
    }
}
