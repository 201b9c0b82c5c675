package eu.bridgehall.notifications

import eu.bridgehall.kernel.Actor
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.kernel.PlatformRole
import eu.bridgehall.profiles.ReasonRequest
import eu.bridgehall.profiles.model.ProfileAction
import eu.bridgehall.support.DecisionMaker
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.QueuedMails
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

@MicronautTest(transactional = false)
class ProfileMailSpec extends Specification {
    static final String SECRET = 'the mayor is a keen cyclist'
    static final List<String> KINDS = [
            'profile-submitted', 'profile-confirmed', 'profile-returned', 'profile-reinstated',
            'profile-archived', 'reconfirmation-due', 'profile-lapsed', 'claim-to-join', 'claim-disputed', 'claim-granted',
            'claim-refused', 'claim-removed']
    @Inject EmbeddedServer server

    People people
    ProfileMaker profiles
    QueuedMails queue

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
        queue = new QueuedMails(people, '^(profile|claim)-', 'profile-mails')
    }

    void "who may confirm a profile is told that it waits: the country's association and the moderators, each once"() {
        given:
        def officer = people.associationOfficer('UA').withRole(PlatformRole.MODERATOR)
        def moderator = people.moderator()
        def elsewhere = people.associationOfficer('FR')

        when:
        def made = profiles.submitted('UA')

        then:
        queue.told(officer, moderator) == ['profile-submitted']
        queue.told(elsewhere, made.owner) == []
        queue.to(moderator)[0].link_path == "/review/profiles/$made.id"
    }

    void "nobody reviews what she has written herself, and nobody is told of what is decided already"() {
        given:
        def made = profiles.draft('FR')
        def partial = people.moderator().memberOf(made.id, MemberRole.VIEWER)
        made.edit { ProfileMaker.content(it) }

        when: 'both steps stand before anything is handled'
        people.inTransaction { made.step(ProfileAction.SUBMIT).step(ProfileAction.WITHDRAW) }

        then:
        queue.told(partial, made.owner) == []

        when:
        made.step(ProfileAction.SUBMIT)

        then:
        queue.told(partial, made.owner) == []
    }

    void "who acts for the authority is told that its profile was #kind, in her language and without the reasons' text"() {
        given:
        def made = before.inject(profiles.submitted('FR')) { m, step -> m.step(step, Actor.service()) }
        def earlier = queue.told(made.owner)
        def editor = people.member(made.id, MemberRole.EDITOR, [language: 'de'])
        def viewer = made.member(MemberRole.VIEWER)

        when:
        made.step(action, action == ProfileAction.ARCHIVE ? made.owner.actor : Actor.service(), reason(action))

        then:
        queue.told(editor) == [kind]
        queue.told(made.owner) == earlier + kind
        queue.told(viewer) == []
        with(queue.to(editor)[0]) {
            language == 'de'
            !facts.contains('cyclist')
            link_path == "/authorities/$made.id" + page
        }

        where:
        action                  | before                                          || kind                 | page
        ProfileAction.CONFIRM   | []                                              || 'profile-confirmed'  | ''
        ProfileAction.RETURN    | []                                              || 'profile-returned'   | '/manage'
        ProfileAction.LAPSE     | [ProfileAction.CONFIRM]                         || 'profile-lapsed'     | '/manage'
        ProfileAction.ARCHIVE   | [ProfileAction.CONFIRM]                         || 'profile-archived'   | '/manage'
    }

    void "of a suspension tells the decision alone, of its end the profile too"() {
        given:
        def made = profiles.confirmed('FR')
        def earlier = queue.told(made.owner)
        def decisions = new DecisionMaker(people)

        when:
        decisions.lift(decisions.suspend(made.id))

        then:
        queue.told(made.owner) == earlier + 'profile-reinstated'
    }

    void "an owner is told who asks to join, the claimant how it went, and nobody what was written"() {
        given:
        def made = profiles.draft('FR')
        def editor = made.member(MemberRole.EDITOR)
        def moderator = people.moderator()
        def colleague = people.person([language: 'uk'])

        when:
        def claim = claim(colleague, made, 'join')

        then:
        queue.told(made.owner) == ['claim-to-join']
        queue.told(editor, moderator, colleague) == []
        queue.to(made.owner)[0].link_path == "/review/claims/$claim"

        when:
        made.owner.api.post("/api/v1/claims/$claim/decision", [grant: granted, reason: SECRET])

        then:
        queue.told(colleague) == [kind]
        with(queue.to(colleague)[0]) {
            language == 'uk'
            link_path == '/claims'
            !facts.contains('cyclist')
        }

        where:
        granted || kind
        true    || 'claim-granted'
        false   || 'claim-refused'
    }

    void "who loses a dispute is told, and where no owner can be asked the reviewers are"() {
        given:
        def made = profiles.draft('FR')
        def editor = made.member(MemberRole.EDITOR)
        def moderator = people.moderator()
        def mayor = people.person()
        def disputed = claim(mayor, made, 'dispute')

        when:
        moderator.api.post("/api/v1/claims/$disputed/decision", [grant: true, reason: SECRET, removeOthers: true])

        then:
        queue.told(made.owner, editor) == ['claim-removed']
        queue.told(mayor) == ['claim-granted']

        when:
        people.sql('update person set suspended_at = now() where id = ?', [mayor.id])
        claim(people.person(), made, 'join')

        then:
        queue.told(moderator) == ['claim-disputed', 'claim-to-join']
    }

    void "a dispute is told to those who decide it, and not to the other side"() {
        given:
        def made = profiles.draft('FR')
        def officer = people.associationOfficer('FR')
        def moderator = people.moderator()

        when:
        claim(people.person(), made, 'dispute')

        then:
        queue.told(officer, moderator) == ['claim-disputed']
        queue.told(made.owner) == []
    }

    void "each of these mails can be written in every language"() {
        given:
        def renderer = server.applicationContext.getBean(MailRenderer)

        expect:
        def mail = renderer.render(new NewMail('a@town.example', language, kind, [name: 'Lyon'], MailLink.to('/claims')))
        mail.subject().contains('Lyon')
        !mail.text().contains('{')
        mail.text().contains('/claims')

        where:
        [language, kind] << [['en', 'fr', 'uk', 'de'], KINDS].combinations()
    }

    private static ReasonRequest reason(ProfileAction action) {
        action in [ProfileAction.CONFIRM, ProfileAction.LAPSE] ? null : new ReasonRequest(['other'], SECRET)
    }

    private String claim(person, made, String kind) {
        person.api.post('/api/v1/claims', [authority: made.id, kind: kind, message: SECRET]).json.id
    }
}
