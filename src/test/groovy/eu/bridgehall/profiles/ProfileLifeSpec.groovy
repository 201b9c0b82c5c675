package eu.bridgehall.profiles

import eu.bridgehall.audit.AuditLog
import eu.bridgehall.kernel.Actor
import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.profiles.model.ProfileAction
import eu.bridgehall.profiles.model.Twinning
import eu.bridgehall.support.AtOnce
import eu.bridgehall.support.DecisionMaker
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.ties.Certainty
import eu.bridgehall.ties.Loads
import eu.bridgehall.ties.Ties
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Specification

/** The life of a profile from the first draft to the archive, and what is kept of it. */
@MicronautTest(transactional = false)
class ProfileLifeSpec extends Specification {
    @Inject EmbeddedServer server
    @Inject AuditLog audit
    @Inject Ties ties
    @Inject Loads loads
    @Inject Reconfirmation reconfirmation
    @Inject ProfileDirectory directory
    @Inject DemoProfiles demo
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "a profile goes its way over HTTP, and every step is in its history, the log and the outbox"() {
        given:
        def made = profiles.draft('FR')
        def api = made.owner.api
        def association = people.associationOfficer('FR').api
        def step = { who, name, body = [:] -> who.post("$made.path/$name", body, made.ifMatch) }
        def returned = [reasons: ['incomplete', 'not-entitled'], text: 'Please name your office.']

        expect: 'nothing incomplete is submitted'
        step(api, 'submit').with { [it.status, it.fields] } ==
                [400, ['needs', 'cooperationTypes', 'languages', 'texts', 'contact.mailbox']]

        when:
        made.edit { ProfileMaker.content(it) }
        def seen = [step(api, 'submit'), step(association, 'return', returned), step(api, 'submit'), step(api, 'withdraw'),
                    step(api, 'submit'), step(association, 'confirm'), step(api, 'pause'), step(api, 'resume'), step(api, 'reconfirm')]

        then:
        seen*.status == [200] * 9
        seen*.json.status == ['submitted', 'returned', 'submitted', 'draft', 'submitted', 'confirmed', 'paused', 'confirmed', 'confirmed']

        when: 'two of the secretariat suspend it, and one of them lifts that'
        def decisions = new DecisionMaker(people)
        def decision = decisions.suspend(made.id)

        then:
        made.profile.status().id() == 'suspended'

        when:
        decisions.lift(decision)

        then:
        made.profile.status().id() == 'confirmed'
        step(api, 'archive').json.status == 'archived'
        step(api, 'submit').status == 409

        when:
        def history = api.get("$made.path/history?limit=200").json

        then:
        history.items*.action == ['start', 'edit', 'submit', 'return', 'submit', 'withdraw', 'submit', 'confirm', 'pause', 'resume',
                                  'reconfirm', 'suspend', 'reinstate', 'archive']
        history.items*.version == (1..14).toList()
        history.items[3].with { [it.actedAs, it.fromStatus, it.toStatus, it.reasons, it.text] } ==
                ['association', 'submitted', 'returned', ['incomplete', 'not-entitled'], 'Please name your office.']
        history.items[0].personId == made.owner.id.toString()
        history.total == 14
        history.items*.decision == [null] * 11 + [decision] * 2 + [null]
        history.items[11..12]*.actedAs == ['secretariat'] * 2

        and: 'an edit keeps what was and what is, but no address'
        history.items[1].fields.languages == [from: [], to: ['en', 'fr']]
        history.items[1].fields.contact == [changed: true]
        !history.toString().contains('town.hall@')

        and:
        audit.about(made.id)*.action().findAll { it.startsWith('profile.') } == history.items*.action.collect { 'profile.' + it }
        events(made.id).count('ProfileChanged') == 14
        events(made.id).containsAll(['ProfileStarted', 'ProfileSubmitted', 'ProfileReturned', 'ProfileConfirmed', 'ProfileSuspended',
                                     'ProfileReinstated', 'ProfileArchived'])
    }

    void "whoever returns or suspends says why"() {
        given:
        def made = profiles.submitted('FR')
        def moderator = people.moderator().api

        expect:
        moderator.post("$made.path/return", [:], made.ifMatch).fields == ['reasons', 'text']
        moderator.post("$made.path/return", [reasons: ['bad mood'], text: 'x'], made.ifMatch).fields == ['reasons[0]']
        moderator.post("$made.path/return", [reasons: ['other'], text: 'a\u202Eb'], made.ifMatch).fields == ['text']
        moderator.post("$made.path/archive", [:], made.ifMatch).status == 400
        made.profile.status().id() == 'submitted'
    }

    void "nobody takes a confirmed profile away by herself, and none that ever was confirmed is closed by others"() {
        given:
        def made = profiles.confirmed('FR')
        def why = [reasons: ['content'], text: 'Advertising.']
        def reviewers = [people.associationOfficer('FR'), people.moderator(), people.administrator()]*.api
        def step = { name -> reviewers.collect { it.post("$made.path/$name", why, made.ifMatch).status } }

        expect:
        step('suspend') == [404] * 3
        step('reinstate') == [404] * 3
        step('return') == [409] * 3
        step('archive') == [409] * 3
        reviewers.every { it.get(made.path).json.steps == ['edit'] }
        reviewers[0].post("$made.path/report", [reason: 'spam']).status == 201

        when: 'its people change the name, and are given it back'
        made.edit { ProfileMaker.content(it, [officialName: 'Another name']) }

        then:
        made.profile.status().id() == 'submitted'
        step('archive') == [409] * 3
        reviewers[0].post("$made.path/return", why, made.ifMatch).json.status == 'returned'
        step('archive') == [409] * 3
        made.owner.api.post("$made.path/archive", [:], made.ifMatch).json.status == 'archived'
    }

    void "what never took part is closed by a reviewer who says why"() {
        given:
        def made = profiles.submitted('FR')

        expect:
        people.associationOfficer('FR').api.post("$made.path/archive", [reasons: ['duplicate'], text: 'There is another.'], made.ifMatch)
                .json.status == 'archived'
    }

    void "the secretariat closes what is suspended once nobody can appeal any more"() {
        given:
        def made = profiles.confirmed('FR')
        def decisions = new DecisionMaker(people)
        def decision = decisions.suspend(made.id)
        def why = [reasons: ['not-entitled'], text: 'Nobody was entitled.']
        def close = { who -> who.api.post("$made.path/archive", why, made.ifMatch).with { [it.status, it.json.type] } }
        def member = people.moderator().memberOf(made.id, MemberRole.VIEWER)

        expect: 'in time for an appeal'
        close(decisions.first) == [409, 'urn:bridgehall:problem:moderation.appeal.possible']

        when: 'somebody appeals'
        def appeal = made.owner.api.post("/api/v1/decisions/$decision/appeal", [text: 'We are.']).json.appeal.id

        then:
        close(decisions.first) == [409, 'urn:bridgehall:problem:moderation.appeal.possible']

        when:
        people.moderator().api.post("/api/v1/moderation/appeals/$appeal/decision", [outcome: 'upheld', answer: 'You are not.'])

        then:
        [member, made.owner, people.associationOfficer('FR')].every { close(it)[0] in [403, 409] }
        made.profile.status().id() == 'suspended'
        decisions.first.api.post("$made.path/archive", why, made.ifMatch).json.status == 'archived'
    }

    void "its own people close no profile while a decision stands against it"() {
        given:
        def made = profiles.confirmed('FR')
        def decisions = new DecisionMaker(people)
        def decision = decisions.about(made.id, [kind: 'restrict', scope: 'no-introductions', days: 30])
        def both = people.associationOfficer('FR').memberOf(made.id, MemberRole.OWNER)

        when:
        def refused = [made.owner, both].collect { it.api.post("$made.path/archive", [:], made.ifMatch) }

        then:
        refused*.status == [409, 409]
        refused[0].json.detail.with { it.contains('until') && it.contains('appeal') }
        made.profile.status().id() == 'confirmed'

        when:
        decisions.lift(decision)

        then:
        made.owner.api.post("$made.path/archive", [:], made.ifMatch).json.status == 'archived'
    }

    void "a confirmed profile stays confirmed when edited, but a new official name goes back to the queue"() {
        given:
        def made = profiles.confirmed('FR')

        when:
        def edited = made.owner.api.patch(made.path, [capacity: 1], made.ifMatch)

        then:
        edited.json.status == 'confirmed'
        loads.of(made.id).capacity() == 1

        when:
        def renamed = made.owner.api.patch(made.path, [officialName: 'Ville Rebaptisée'], made.ifMatch)

        then:
        renamed.json.status == 'submitted'
        people.visitor.get(made.path).status == 404
        people.rows('select name from organisation where id = ?', [made.id])[0].name == 'Ville Rebaptisée'

        when: 'the association corrects it'
        made.step(ProfileAction.CONFIRM, Actor.service())
        def corrected = people.associationOfficer('FR').api.patch(made.path, [officialName: 'Ville rebaptisée'], made.ifMatch)

        then:
        corrected.json.status == 'confirmed'
    }

    void "what speaks for the applicant is shown to those who confirm"() {
        given:
        def made = profiles.submitted('FR', [website: 'https://www.town.example/'])
        def colleague = people.member(made.id, eu.bridgehall.kernel.MemberRole.EDITOR, [email: "anna-${made.id}@mail.town.example".toString()])
        people.member(made.id, eu.bridgehall.kernel.MemberRole.VIEWER, [email: "free-${made.id}@gmail.com".toString()])
        def association = people.associationOfficer('FR').api

        when:
        assert association.post("$made.path/entitlement-notes", [kind: 'call-back', text: 'Called the town hall, the mayor confirms.']).status == 201
        def shown = association.get("$made.path/entitlement").json

        then:
        shown.websiteHost == 'town.example'
        shown.members.collectEntries { [it.role, it.hint] } == [owner: 'other', editor: 'below', viewer: 'free-mail']
        shown.members.find { it.role == 'editor' }.mailDomain == 'mail.town.example'
        !shown.toString().contains(colleague.email)
        shown.notes*.kind == ['call-back']
        association.post("$made.path/entitlement-notes", [kind: 'rumour', text: '']).fields == ['kind', 'text']
    }

    void "two officers who start the profile of one place at the same moment: one gets it"() {
        given:
        def place = profiles.place('IT')
        def officers = (1..4).collect { people.person().api }

        when:
        def answers = AtOnce.run(*(officers.collect { api -> { -> api.post('/api/v1/authorities', [placeId: place]) } }))

        then:
        answers*.status.sort() == [201, 409, 409, 409]
        people.rows('select count(*) as n from authority_profile where place_id = ?', [place])[0].n == 1
        answers.find { it.status == 409 }.json.facts.authority == answers.find { it.status == 201 }.json.id
    }

    void "two authorities of one place that become a region at the same moment: one does, the other is told"() {
        given:
        def place = profiles.place('IT')
        def both = [profiles.draft('IT', [place: place]), profiles.draft('IT', [place: place, type: 'county'])]

        when:
        def answers = AtOnce.run(*(both.collect { made ->
            def version = made.ifMatch
            return { -> made.owner.api.patch(made.path, [type: 'region'], version) }
        }))

        then:
        answers*.status.sort() == [200, 409]
        answers.find { it.status == 409 }.json.type.endsWith('profiles.placeTaken')
        answers.find { it.status == 409 }.json.facts.authority == answers.find { it.status == 200 }.json.id
    }

    void "two who confirm the same profile at the same moment: one does"() {
        given:
        def made = profiles.submitted('FR')
        def reviewers = [people.moderator().api, people.associationOfficer('FR').api, people.administrator().api]
        def version = made.ifMatch

        when:
        def answers = AtOnce.run(*(reviewers.collect { api -> { -> api.post("$made.path/confirm", [:], version) } }))

        then:
        answers*.status.sort() == [200, 412, 412]
        events(made.id).count('ProfileConfirmed') == 1
    }

    void "a city and its region may sit in the same place, two municipalities may not; an archived one frees it"() {
        given:
        def place = profiles.place('ES')
        def city = profiles.draft('ES', [place: place])

        expect:
        people.person().api.post('/api/v1/authorities', [placeId: place, type: 'region']).with {
            [it.status, it.json.content.population] } == [201, null]
        people.person().api.post('/api/v1/authorities', [placeId: place, type: 'city']).status == 409
        city.owner.api.post('/api/v1/authorities', [placeId: place]).json.type.endsWith('placeYours')

        when:
        city.step(ProfileAction.ARCHIVE)

        then:
        people.person().api.post('/api/v1/authorities', [placeId: place]).status == 201
    }

    void "a twin town that is stated is not to be suggested, until it is no longer stated"() {
        given:
        def one = profiles.confirmed('FR')
        def two = profiles.confirmed('DE')

        when:
        one.edit { it.with(it.needs(), it.offers(), it.interests(), it.texts(), [new Twinning(two.profile.placeId(), null, 1963)], it.contact()) }

        then:
        two.id in ties.excludedFor(one.id)
        one.id in ties.excludedFor(two.id)
        ties.between(one.id, two.id)*.certainty() == [Certainty.STATED]
        one.profile.content().twinnings()[0].name()

        when:
        one.edit { it.with(it.needs(), it.offers(), it.interests(), it.texts(), [], it.contact()) }

        then:
        !(two.id in ties.excludedFor(one.id))
    }

    void "a profile that nobody reconfirms is announced, then hidden, and comes back when reconfirmed"() {
        given:
        def made = profiles.confirmed('FR')

        when:
        due(made.id, -10)
        2.times { reconfirmation.run() }

        then: 'still there within the time of grace, reminded once'
        made.profile.status().id() == 'confirmed'
        events(made.id).count('ReconfirmationDue') == 1

        when:
        due(made.id, -31)
        reconfirmation.run()

        then:
        made.profile.status().id() == 'paused'
        people.visitor.get(made.path).status == 404
        'ProfileLapsed' in events(made.id)
        made.owner.api.post("$made.path/resume", [:], made.ifMatch).status == 409

        when:
        def back = made.owner.api.post("$made.path/reconfirm", [:], made.ifMatch)

        then:
        back.json.status == 'confirmed'
        people.visitor.get(made.path).status == 200
        made.profile.reconfirmedAt() > made.profile.confirmedAt()
    }

    void "confirmed profiles are listed in batches, each once"() {
        given:
        def made = (1..5).collect { profiles.confirmed('PT').id } + profiles.submitted('PT').id

        when:
        def found = []
        for (def batch = directory.listConfirmed(null, 2); batch; batch = directory.listConfirmed(batch.last().id(), 2)) {
            found.addAll(batch*.id())
        }

        then:
        found.containsAll(made[0..4])
        !(made[5] in found)
        found.size() == found.toSet().size()
        directory.countConfirmed() == found.size()
        directory.countThemes().find { it.theme() == 'water' }.needs() == found.size()
    }

    void "a profile of the demonstration is made by the same steps and marked"() {
        when:
        def made = demo.confirmed(new StartAuthority(profiles.place('GR'), null, null)) { ProfileMaker.content(it) }

        then:
        made.demo()
        made.status().id() == 'confirmed'
        people.visitor.get("/api/v1/profiles/${made.id()}").json.demo
        people.rows('select action, acted_as from profile_change where profile = ? order by number', [made.id()])*.action ==
                ['start', 'edit', 'submit', 'confirm']
        audit.about(made.id())*.actedAs().unique() == ['service']
    }

    private List<String> events(UUID subject) {
        people.rows('select type from outbox_event where subject = ? order by number', [subject])*.type
    }

    private void due(UUID id, int days) {
        people.sql("update authority_profile set reconfirm_due = now() + make_interval(days => $days) where id = ?".toString(), [id])
    }
}
