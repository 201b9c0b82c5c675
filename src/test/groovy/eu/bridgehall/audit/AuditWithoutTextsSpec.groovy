package eu.bridgehall.audit

import eu.bridgehall.moderation.StatementLinks
import eu.bridgehall.organisations.Organisations
import eu.bridgehall.support.CodeProgram
import eu.bridgehall.support.Mailbox
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.Towns
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** What people write to each other, their names and their addresses are nowhere in the log. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.introductions.review-countries', value = 'BE')
class AuditWithoutTextsSpec extends Specification {
    @Inject EmbeddedServer server
    int sent
    List<String> secrets = []

    void "the main flows leave entries, and no text, name or address in them"() {
        given:
        def people = new People(server)
        def towns = new Towns(people)
        def lille = towns.confirmed('FR', secret('Lille'))
        def gent = towns.confirmed('BE', secret('Gent'))
        def lviv = towns.confirmed('UA', secret('Lviv'))
        def moderator = people.moderator()
        def admin = people.administrator()
        secrets.addAll([lille.owner, lille.editor, gent.editor, lviv.editor, moderator, admin]*.email)

        when: 'somebody signs up, changes her name and her password, and is invited'
        def email = "${secret('anna')}@mairie.example".toString()
        def name = secret('Anna')
        people.visitor.post('/api/v1/accounts', [email: email, name: name, password: 'a long bridge of spans', language: 'en', acceptTerms: true])
        def mail = new Mailbox(server).await(email)
        done people.visitor.post('/api/v1/accounts/confirm', [token: mail.token])
        def anna = people.visitor.as(people.visitor.post('/api/v1/sessions', [email: email, password: 'a long bridge of spans']).json.accessToken)
        done anna.patch('/api/v1/account', [name: secret('Anne')])
        done anna.put('/api/v1/account/password', [currentPassword: 'a long bridge of spans', newPassword: 'another bridge of spans'])
        done lille.owner.api.post("/api/v1/authorities/$lille.id/invitations", [email: "${secret('bob')}@mairie.example", role: 'viewer'])

        and: 'a profile is written, noted on, claimed and decided on'
        def made = new ProfileMaker(people).submitted('FR', [officialName: secret('Made')])
        done moderator.api.post("/api/v1/profiles/$made.id/entitlement-notes", [kind: 'call-back', text: secret('note')])
        def claim = people.person().api.post('/api/v1/claims', [authority: lille.id, kind: 'dispute', message: secret('claim')]).json.id
        done moderator.api.post("/api/v1/claims/$claim/decision", [grant: false, reason: secret('refused')])

        and: 'introductions are asked for, reviewed, declined and accepted'
        def asked = lille.ask(lviv, secret('first')).json.id
        done lviv.editor.api.post("/api/v1/introductions/$asked/decline", [reason: 'other', text: secret('declined')])
        def reviewed = gent.ask(lille, secret('reviewed')).json.id
        done moderator.api.post("/api/v1/introductions/$reviewed/reject", [reason: 'other', text: secret('rejected')])
        def conversation = Towns.conversation(lviv, lille)

        and: 'messages are written, changed and reported, with files; what endangers others is kept apart'
        def path = "/api/v1/conversations/$conversation"
        done lille.editor.api.upload("$path/attachments", "${secret('file')}.pdf", '%PDF-1.7'.bytes)
        def message = lviv.editor.api.post("$path/messages", [text: secret('message')])
        done message
        done lviv.editor.api.patch("$path/messages/$message.json.id", [text: secret('changed')])
        done lille.editor.api.post("$path/messages", [text: secret('answer')])
        done lille.editor.api.post("$path/messages/$message.json.id/report", [reason: 'other', text: secret('reported')])
        done lille.owner.api.post('/api/v1/conversations', [to: [secretariat(people)], subject: secret('subject'), text: secret('secretariat')])
        done moderator.api.post('/api/v1/review/forbidden-pairs', [one: lille.id, other: gent.id, reason: secret('kept apart for good')])

        and: 'accounts are locked, suspended, appealed about and opened again, and a second factor is taken away'
        def mallory = people.person([name: secret('Mallory')])
        done admin.api.post("/api/v1/admin/people/$mallory.id/lock", [reason: secret('locked')])
        def suspended = moderator.api.post("/api/v1/moderation/accounts/$mallory.id/decisions", [kind: 'suspend', reason: 'spam', rule: 'R4', text: secret('suspended')]).json.id
        done admin.api.post("/api/v1/moderation/decisions/$suspended/confirm")
        def link = people.context.getBean(StatementLinks).find(UUID.fromString(suspended), mallory.id).get()
        def appeal = people.visitor.post("/api/v1$link/appeal", [text: secret('appealed')]).json.appeal.id
        done people.moderator().api.post("/api/v1/moderation/appeals/$appeal/decision", [outcome: 'upheld', answer: secret('upheld')])
        done moderator.api.post("/api/v1/moderation/decisions/$suspended/lift", [text: secret('lifted')])
        def again = moderator.api.post("/api/v1/moderation/accounts/$mallory.id/decisions", [kind: 'suspend', reason: 'spam', rule: 'R4', text: secret('again')]).json.id
        done admin.api.post("/api/v1/moderation/decisions/$again/decline", [text: secret('not agreed')])
        def forgetful = people.person()
        CodeProgram.setUp(forgetful)
        done admin.api.post("/api/v1/admin/people/$forgetful.id/second-factor-reset", [reason: secret('called back')])

        and: 'somebody asks to be made owner, is refused, and is appointed'
        def here = "/api/v1/authorities/$gent.id/ownership"
        def request = gent.editor.api.post("$here/requests", [text: secret('owner gone')]).json.id
        done moderator.api.post("$here/$request/decision", [grant: false, text: secret('refused owner')])
        people.sql("update person set suspended_at = now() where id in (select person_id from membership where organisation_id = ? and role = 'OWNER')", [gent.id])
        done moderator.api.post("$here/appointments", [person: gent.editor.id, text: secret('appointed')])

        then: 'each of these left its entry'
        def log = people.rows('select action, details::text as details, coalesce(network, \'\') as network, acted_as from audit_entry')
        ['account.create', 'account.change', 'account.password', 'introduction.ask', 'introduction.decline', 'introduction.accept', 'message.post',
         'message.edit', 'report.make', 'conversation.begin', 'pair.forbid', 'profile.submit', 'profile.claim', 'profile.claimRefuse',
         'profile.entitlementNote', 'introduction.reject', 'invitation.make',
         'account.lock', 'account.suspend', 'account.restore', 'decision.make', 'decision.confirm', 'decision.decline', 'decision.lift', 'appeal.make',
         'appeal.decide', 'account.factor-reset', 'ownership.asked', 'ownership.refused', 'ownership.appointed'].every { it in log*.action }

        and: 'and nothing that anybody has written'
        secrets.size() > 20
        def text = log.collect { it.values().join(' ') }.join('\n')
        secrets.findAll { text.contains(it) } == []
        !(text =~ /[\w.]+@[\w.]+/)
    }

    /** A word that stands nowhere else. */
    private String secret(String what) {
        def word = "Secret${what.capitalize()}${++sent}x${UUID.randomUUID().toString().take(8)}".toString()
        secrets << word
        word
    }

    private static UUID secretariat(People people) {
        people.context.getBean(Organisations).secretariat().id()
    }

    private static void done(answer) {
        assert answer.status < 300
    }
}
