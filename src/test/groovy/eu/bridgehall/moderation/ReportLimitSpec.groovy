package eu.bridgehall.moderation

import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

import static eu.bridgehall.web.EditForms.post

/** How often one reports. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
@Property(name = 'bridgehall.rate-limits.reports.requests', value = '2')
class ReportLimitSpec extends DecisionCase {
    void "who reports too often is told when to come back, whatever is reported and by whatever way"() {
        given:
        def bad = write('You zeppelin!')
        def page = Visitor.signedIn(lyon.viewer)

        expect:
        lyon.viewer.api.post("$talk/messages/$bad.id/report", [reason: 'abuse']).status == 201
        lyon.viewer.api.post("$talk/report", [reason: 'abuse']).status == 201

        when:
        def refused = [
                "$talk/messages/$bad.id/report", "$talk/report", "/api/v1/profiles/$lviv.id/report",
                "$talk/attachments/$bad.id/report"
        ].collect { lyon.owner.api.post(it.toString(), [reason: 'abuse']) }

        then:
        refused.every { it.status == 429 && it.problem && it.header('Retry-After').toInteger() > 0 }
        ["/authorities/$lviv.id/report", "/conversations/$id/report", "/conversations/$id/attachments/$bad.id/report"].every {
            post(page, it.toString(), [reason: 'abuse']).statusCode() == 429
        }
    }
}
