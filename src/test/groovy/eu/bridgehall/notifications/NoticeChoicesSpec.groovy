package eu.bridgehall.notifications

import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.QueuedMails
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class NoticeChoicesSpec extends Specification {
    private static final String ADDRESS = '/api/v1/account/notices'
    @Inject EmbeddedServer server
    @Inject Notices notices
    @Inject eu.bridgehall.accounts.People directory
    People people

    void setup() { people = new People(server) }

    void "all mails come at once until somebody says otherwise, of each kind for itself"() {
        given:
        def api = people.person().api

        expect:
        api.get(ADDRESS).json == [introductions: 'at-once', messages: 'at-once', profiles: 'at-once']
        api.patch(ADDRESS, [messages: 'off']).json == [introductions: 'at-once', messages: 'off', profiles: 'at-once']
        api.patch(ADDRESS, [messages: 'daily', profiles: 'weekly']).json == [introductions: 'at-once', messages: 'daily', profiles: 'weekly']
        api.patch(ADDRESS, [profiles: 'at-once']).json == [introductions: 'at-once', messages: 'daily', profiles: 'at-once']
        api.patch(ADDRESS, [:]).json == [introductions: 'at-once', messages: 'daily', profiles: 'at-once']
        api.patch(ADDRESS, [profiles: 'never']).with { status == 400 && fields == ['profiles'] }
        people.person().api.get(ADDRESS).json.messages == 'at-once'
        people.visitor.get(ADDRESS).status == 401
        people.visitor.patch(ADDRESS, [messages: 'off']).status == 401
    }

    void "a mail #kind is #whether to somebody who wants none"() {
        given:
        def nobody = people.person()
        def anybody = people.person()
        nobody.api.patch(ADDRESS, [introductions: 'off', messages: 'off', profiles: 'off'])

        when:
        people.inTransaction {
            notices.tell([nobody, anybody].collect { new Recipient(directory.get(it.id), null) }, new NewNotice(kind, UUID.randomUUID(), 1, [:], null))
        }
        def queued = { person -> people.rows('select 1 from mail where recipient = ?', [person.email]).size() }

        then:
        queued(anybody) == 1
        queued(nobody) == (whether == 'sent' ? 1 : 0)

        where:
        kind                    | whether
        'introduction-arrived'  | 'not sent'
        'introduction-review'   | 'not sent'
        'message-arrived'       | 'not sent'
        'profile-confirmed'     | 'sent'
        'claim-to-join'         | 'not sent'
        'reconfirmation-due'    | 'not sent'
        'introduction-rejected' | 'sent'
        'profile-returned'      | 'sent'
        'profile-lapsed'        | 'sent'
        'claim-granted'         | 'sent'
        'claim-removed'         | 'sent'
        'password-changed'      | 'sent'
        'account-suspended'     | 'sent'
    }

    void "who wants no mail about introductions sees it on the pages all the same"() {
        given:
        def profiles = new ProfileMaker(people)
        def quiet = profiles.confirmed('FR')
        def colleague = quiet.member(eu.bridgehall.kernel.MemberRole.EDITOR)
        def asker = profiles.confirmed('PL')
        quiet.owner.api.patch(ADDRESS, [introductions: 'off'])

        when:
        asker.owner.api.post("/api/v1/authorities/$asker.id/introductions", [to: quiet.id, text: 'Shall we work together?'])
        people.rows('select id from introduction where from_authority = ? and status = ?', [asker.id, 'PENDING_REVIEW']).each {
            people.moderator().api.post("/api/v1/introductions/$it.id/approve")
        }
        def mails = new QueuedMails(people, '^introduction-', 'introduction-mails')

        then:
        mails.told(colleague) == ['introduction-arrived']
        mails.told(quiet.owner) == []
        quiet.owner.api.get("/api/v1/authorities/$quiet.id/introductions?box=received").json.total == 1
    }
}
