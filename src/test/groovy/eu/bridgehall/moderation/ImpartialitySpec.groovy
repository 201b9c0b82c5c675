package eu.bridgehall.moderation

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.QueuedMails
import eu.bridgehall.support.TestPerson
import eu.bridgehall.support.Towns
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.test.extensions.spock.annotation.MicronautTest

/** A moderator is shown nothing that is about herself, an authority of hers or a conversation of one. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class ImpartialitySpec extends DecisionCase {
    void "a report is there for no moderator who acts for a side of the conversation, or has written what is reported"() {
        given:
        def author = people.moderator().memberOf(lviv.id, MemberRole.EDITOR)
        def bad = author.api.post("$talk/messages", [text: 'You zeppelin!']).json.id
        people.sql('delete from membership where person_id = ?', [author.id])
        def reports = [report(bad), lyon.viewer.api.post("$talk/report", [reason: 'spam']).json.id]
        def partial = [memberOf(lviv), memberOf(lyon)]

        expect:
        reports.every { sees(moderator, 'reports', it) }
        partial.every { who -> reports.every { isHidden(who, 'reports', it) } }
        isHidden(author, 'reports', reports[0])
        sees(author, 'reports', reports[1])
        [partial, author].flatten().every { who -> who.api.get("$ROOT/reports/${reports[0]}/file").status == 404 }
        partial.every { who -> reports.every { decide(it, 'no-action', [:], who).status == 404 } }
        decide(reports[0], 'no-action', [:], author).status == 404
        partial.every { who -> reports.every { !queued(who, 'report').contains(it) } }
        reports.every { queued(moderator, 'report').contains(it) }
        !queued(author, 'report').contains(reports[0])
    }

    void "of a conversation with the secretariat every moderator reads what was reported"() {
        given:
        def secretariat = people.rows("select id from organisation where kind = 'SECRETARIAT'")[0].id
        def begun = lviv.editor.api.post('/api/v1/conversations', [to: [secretariat], subject: 'Help', text: 'Please']).json.id
        def reported = lviv.viewer.api.post("/api/v1/conversations/$begun/report", [reason: 'spam']).json.id

        expect:
        sees(moderator, 'reports', reported)
    }

    void "a proposal, a decision and an appeal are there for nobody of the authority that they are about"() {
        given:
        def member = memberOf(lviv)
        def other = memberOf(lyon)
        def made = decideAbout(lviv, 'suspend').json.id

        expect:
        sees(other, 'reports', reportProfile(lviv, people.person()))
        isHidden(member, 'decisions', made)
        sees(other, 'decisions', made)
        member.api.post("$ROOT/decisions/$made/confirm").status == 404
        member.api.post("$ROOT/decisions/$made/decline", [text: 'No.']).status == 404
        !queued(member, 'second-opinion').contains(made)
        queued(other, 'second-opinion').contains(made)
        member.api.get("$ROOT/authorities/$lviv.id/decisions").with { [status, json.type] } == [403, 'urn:bridgehall:problem:moderation.own']
        other.api.get("$ROOT/authorities/$lviv.id/decisions").json.items*.id == [made]
        Visitor.signedIn(member).get("/moderation/authorities/$lviv.id").statusCode() == 403

        when:
        second.api.post("$ROOT/decisions/$made/confirm")
        def appeal = lviv.owner.api.post("/api/v1/decisions/$made/appeal", [text: 'Not so.']).json.appeal.id

        then:
        member.api.post("$ROOT/decisions/$made/lift", [text: 'Fine.']).status == 404
        member.api.post("$ROOT/appeals/$appeal/decision", [outcome: 'overturned', answer: 'Fine.']).status == 404
        !listed(member, 'appeals').contains(made)
        listed(other, 'appeals').contains(made)
        !queued(member, 'appeal').contains(made)
        queued(other, 'appeal').contains(made)

        and: 'on the pages as well'
        def page = Visitor.signedIn(member)
        ['reports', 'decisions', 'appeals'].every { page.get("/moderation/$it?state=all").with { statusCode() == 200 && !body().contains(made) } }
        page.get("/moderation/decisions/$made").statusCode() == 404
    }

    void "a signal in a message is there for no moderator who acts for a side of the conversation"() {
        given:
        def bad = write('Have you tried our online casino?')
        def flag = UUID.randomUUID()
        people.sql("""insert into content_flag (id, kind, subject, authority_id, conversation_id, signals, fingerprint, found_at, waits)
            values (?, 'MESSAGE', ?, ?, ?, '{LINK}', '', now(), true) on conflict do nothing""",
                [flag, UUID.fromString(bad.id), people.authority().id(), UUID.fromString(id)])

        expect:
        moderator.api.get("$ROOT/flags/$flag").status == 200
        [lviv, lyon].every { memberOf(it).api.get("$ROOT/flags/$flag").status == 404 }
        [lviv, lyon].every { !queued(memberOf(it), 'flag').contains(flag.toString()) }
        queued(moderator, 'flag').contains(flag.toString())
    }

    void "nobody is told what is kept from her"() {
        given:
        def mails = new QueuedMails(people, '^(report|decision|appeal)-', 'message-mails', 'decision-mails')
        def member = memberOf(lviv)
        def other = memberOf(lyon)

        when:
        reportProfile(lviv, lyon.viewer)
        def made = decideAbout(lviv, 'suspend').json.id
        second.api.post("$ROOT/decisions/$made/confirm")
        lviv.owner.api.post("/api/v1/decisions/$made/appeal", [text: 'Not so.'])

        then:
        mails.to(other)*.kind as Set == ['report-made', 'decision-proposed', 'appeal-made'] as Set
        mails.to(member) == []
        member.api.get('/api/v1/notices').json.items == []
    }

    private TestPerson memberOf(Towns.Town town) { people.moderator().memberOf(town.id, MemberRole.VIEWER) }

    private static List<String> listed(TestPerson who, String what) { who.api.get("$ROOT/$what?limit=100").json.items*.id }

    private static List<String> queued(TestPerson who, String kind) { who.api.get("$ROOT/queue?kind=$kind&limit=100").json.items*.subject }

    private static boolean sees(TestPerson who, String what, Object id) { assert shown(who, what, id) == [true, 200, 200]; true }

    private static boolean isHidden(TestPerson who, String what, Object id) { assert shown(who, what, id) == [false, 404, 404]; true }

    private static List<Object> shown(TestPerson who, String what, Object id) {
        [listed(who, what).contains(id), who.api.get("$ROOT/$what/$id").status, Visitor.signedIn(who).get("/moderation/$what/$id").statusCode()]
    }
}
