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
    @Inject Mails mails
    People people

    void setup() { people = new People(server) }

    void "all mails are wanted until somebody says otherwise, each kind for itself"() {
        given:
        def api = people.person().api

        expect:
        api.get(ADDRESS).json == [introductions: true, messages: true, profiles: true]
        api.patch(ADDRESS, [messages: false]).json == [introductions: true, messages: false, profiles: true]
        api.patch(ADDRESS, [messages: false, profiles: false]).json == [introductions: true, messages: false, profiles: false]
        api.patch(ADDRESS, [profiles: true]).json == [introductions: true, messages: false, profiles: true]
        api.patch(ADDRESS, [:]).json == [introductions: true, messages: false, profiles: true]
        people.person().api.get(ADDRESS).json.messages
        people.visitor.get(ADDRESS).status == 401
        people.visitor.patch(ADDRESS, [messages: true]).status == 401
    }

    void "a mail #kind is #whether to somebody who wants none"() {
        given:
        def nobody = people.person()
        def anybody = people.person()
        nobody.api.patch(ADDRESS, [introductions: false, messages: false, profiles: false])

        when:
        people.inTransaction {
            [nobody, anybody].each { mails.queue(new NewMail(it.email, 'en', kind, [:], null)) }
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
        'profile-confirmed'     | 'not sent'
        'claim-to-join'         | 'not sent'
        'reconfirmation-due'    | 'not sent'
        'introduction-rejected' | 'sent'
        'profile-returned'      | 'sent'
        'profile-suspended'     | 'sent'
        'profile-lapsed'        | 'sent'
        'claim-granted'         | 'sent'
        'claim-removed'         | 'sent'
        'password-changed'      | 'sent'
        'password-reset'        | 'sent'
        'account-suspended'     | 'sent'
        'account-closed'        | 'sent'
        'invitation'            | 'sent'
    }

    void "who wants no mail about introductions sees it on the pages all the same"() {
        given:
        def profiles = new ProfileMaker(people)
        def quiet = profiles.confirmed('FR')
        def colleague = quiet.member(eu.bridgehall.kernel.MemberRole.EDITOR)
        def asker = profiles.confirmed('PL')
        quiet.owner.api.patch(ADDRESS, [introductions: false])

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
