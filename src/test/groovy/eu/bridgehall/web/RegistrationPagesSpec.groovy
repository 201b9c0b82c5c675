package eu.bridgehall.web

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.profiles.ReasonRequest
import eu.bridgehall.profiles.model.PartnerWishes
import eu.bridgehall.profiles.model.ProfileAction
import eu.bridgehall.support.DecisionMaker
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
import eu.bridgehall.support.TestPerson
import eu.bridgehall.web.BrowserSessionSpec.Visitor
import io.micronaut.context.annotation.Property
import io.micronaut.runtime.server.EmbeddedServer
import io.micronaut.test.extensions.spock.annotation.MicronautTest
import jakarta.inject.Inject
import spock.lang.Shared
import spock.lang.Specification

import static eu.bridgehall.web.EditForms.post
import static eu.bridgehall.web.EditForms.save
import static eu.bridgehall.web.EditForms.shown

/** Who may register and write which profile, and what a forged form is told. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class RegistrationPagesSpec extends Specification {
    static final List<String> STEPS = ['facts', 'themes', 'partners', 'texts', 'contact', 'check']

    @Inject
    @Shared
    EmbeddedServer server
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "a visitor signs in before she chooses a town or opens a step"() {
        given:
        def made = profiles.draft('FR')
        def visitor = new Visitor(server.URI)

        expect:
        visitor.get('/register').statusCode() == 200
        leads(visitor, "/register/${made.profile.placeId()}")
        STEPS.every { leads(visitor, "/authorities/$made.id/edit/$it") }
        leads(visitor, "/authorities/$made.id/manage")
    }

    void "#who is refused with #status, for reading a step, saving it and every step of life"() {
        given:
        def made = profiles.draft('FR')
        made.edit { ProfileMaker.content(it) }
        def browser = Visitor.signedIn(person(who, made))
        def before = made.profile

        expect:
        STEPS.every { browser.get("/authorities/$made.id/edit/$it").statusCode() == status }
        STEPS.every { save(browser, made, it, [officialName: 'Stolen', agreed: 'yes']).statusCode() == status }
        ['withdraw', 'pause', 'resume', 'reconfirm', 'archive'].every {
            post(browser, "/authorities/$made.id/manage/$it", [version: '2', sure: 'yes']).statusCode() == status
        }
        post(browser, "/authorities/$made.id/manage/archive", [version: '2']).statusCode() == status
        save(browser, made, 'check', [:]).statusCode() == status
        save(browser, made, 'facts', [then: 'show', twinName: 'Aachen']).statusCode() == status
        browser.get("/authorities/$made.id/manage/archive").statusCode() == status
        made.profile == before

        where:
        who                                   || status
        'a stranger'                          || 404
        'a member of another authority'       || 404
        'the association of another country'  || 404
        'a viewer'                            || 403
    }

    void "a viewer reads how the profile stands, an editor writes it and does not close it"() {
        given:
        def made = profiles.confirmed('FR')
        def viewer = Visitor.signedIn(made.member(MemberRole.VIEWER))
        def editor = Visitor.signedIn(made.member(MemberRole.EDITOR))

        expect:
        viewer.get("/authorities/$made.id/manage").with {
            assert statusCode() == 200
            assert body().contains('You may look at this profile')
            !body().contains("/authorities/$made.id/manage/pause") && !body().contains("/authorities/$made.id/edit")
        }
        editor.get("/authorities/$made.id/manage").with {
            body().contains("/authorities/$made.id/manage/pause") && !body().contains('manage/archive')
        }
        editor.get("/authorities/$made.id/manage/archive").statusCode() == 403
        [[sure: 'yes'], [:]].every { post(editor, "/authorities/$made.id/manage/archive", [version: made.profile.version() as String] + it).statusCode() == 403 }
        save(editor, made, 'themes', [needs: 'housing']).statusCode() == 303
        made.profile.content().needs()*.theme() == ['housing']
    }

    void "the association corrects what it reviews, and its members wait"() {
        given:
        def made = profiles.submitted('FR')
        def association = Visitor.signedIn(people.associationOfficer('FR'))
        def owner = Visitor.signedIn(made.owner)

        expect:
        owner.get("/authorities/$made.id/edit/themes").with { statusCode() == 303 && headers().firstValue('Location').get().endsWith('/manage') }
        ['next', 'show'].every { then ->
            save(owner, made, 'themes', [needs: 'housing', then: then]).with { statusCode() == 409 && !body().contains('id="f-step"') && body().contains('waiting to be confirmed') }
        }
        save(owner, made, 'check', [:]).with { statusCode() == 409 && !body().contains('name="agreed"') }
        made.profile.content().needs()*.theme() == ['water']
        save(association, made, 'themes', [needs: 'housing']).headers().firstValue('Location').get().endsWith('/edit/partners?done=profile-saved')
        made.profile.content().needs()*.theme() == ['housing']
        association.get("/authorities/$made.id/manage").statusCode() == 200
    }

    void "whom a decision restricts closes nothing, and is led to the decision"() {
        given:
        def made = profiles.confirmed('FR')
        def decision = new DecisionMaker(people).about(made.id, [kind: 'restrict', scope: 'no-introductions', days: 30])
        def owner = Visitor.signedIn(made.owner)
        def page = "/authorities/$made.id/manage"

        expect:
        owner.get(page).body().with { contains('the profile cannot be closed') && contains('href="/decisions"') && !contains('manage/archive') }
        owner.get("$page/archive").with { statusCode() == 409 && body().contains('the profile cannot be closed') }
        post(owner, "$page/archive", [version: made.profile.version() as String, sure: 'yes']).with {
            statusCode() == 409 && body().contains('the profile cannot be closed') }
        made.profile.status().id() == 'confirmed'
        decision != null
    }

    void "whoever oversees a confirmed profile is led to the report of it, and its history to the decision"() {
        given:
        def made = profiles.confirmed('FR')
        def page = "/authorities/$made.id/manage"
        def report = "href=\"/authorities/$made.id/report\"".toString()
        def office = Visitor.signedIn(people.moderator())

        expect:
        Visitor.signedIn(people.associationOfficer('FR')).get(page).body().with { contains(report) && !contains('/moderation/authorities/') }
        office.get(page).body().with { contains(report) && contains("/moderation/authorities/$made.id") }
        !Visitor.signedIn(made.owner).get(page).body().contains(report)

        when:
        def decision = new DecisionMaker(people).suspend(made.id)

        then:
        Visitor.signedIn(made.owner).get(page).body().contains("href=\"/decisions/$decision\"")
        !Visitor.signedIn(made.member(MemberRole.VIEWER)).get(page).body().contains("/decisions/$decision")
        !office.get(page).body().contains(report)
    }

    void "an address that was made up leads to nothing: #path"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)

        expect:
        owner.get(path.replace('ID', made.id.toString())).statusCode() == 404

        where:
        path << ['/register/0', '/register/99999999999', '/register/paris', '/register/-1',
                 '/authorities/ID/edit/nothing', '/authorities/x/edit/facts', '/authorities/x/manage',
                 '/authorities/00000000-0000-7000-8000-000000000000/edit/facts',
                 '/authorities/00000000-0000-7000-8000-000000000000/manage']
    }

    void "what the form has never offered is refused, naming the field: #field"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)
        def before = made.profile.content()

        when:
        def answer = save(owner, made, step, [type: 'city', officialName: 'X', visibility: 'public'] + [(field): value] + more)

        then:
        answer.statusCode() == 400
        answer.body().contains("href=\"#f-$named\"")
        made.profile.content() == before

        where:
        step       | field                  | value     | more                      || named
        'themes'   | 'needs'                | 'magic'   | [:]                       || 'needs'
        'themes'   | 'offers'               | 'digital' | [:]                       || 'offers'
        'partners' | 'cooperationTypes'     | 'war'     | [:]                       || 'cooperationTypes'
        'partners' | 'wishes.countries'     | 'XX'      | [:]                       || 'wishes.countries'
        'partners' | 'wishes.regions'       | 'FR00'    | [:]                       || 'wishes.regions'
        'partners' | 'wishes.traits'        | 'desert'  | [:]                       || 'wishes.traits'
        'partners' | 'wishes.musts'         | 'money'   | [:]                       || 'wishes.musts'
        'partners' | 'capacity'             | '-3'      | [:]                       || 'capacity'
        'texts'    | 'languages'            | 'qq'      | [:]                       || 'languages'
        'texts'    | 'summaryLanguage'      | 'qq'      | [summaryText: 'A text']   || 'summaryLanguage-0'
        'texts'    | 'ideaLanguage'         | 'en'      | [ideaText: 'a\u202eb']    || 'ideaText-0'
        'contact'  | 'visibility'           | 'nobody'  | [:]                       || 'visibility'
        'contact'  | 'contact.phone'        | 'call me' | [consent: 'yes']          || 'contact.phone'
        'facts'    | 'type'                 | 'empire'  | [:]                       || 'type'
        'facts'    | 'type'                 | 'hromada' | [:]                       || 'type'
        'facts'    | 'areaKm2'              | '1.234'   | [:]                       || 'areaKm2'
        'facts'    | 'traits'               | 'desert'  | [:]                       || 'traits'
        'facts'    | 'memberships'          | 'nato'    | [:]                       || 'memberships'
        'facts'    | 'degurba'              | '7'       | [:]                       || 'degurba'
        'facts'    | 'knownTwin'            | '1'       | [:]                       || 'twinName-0'
    }

    void "a step leaves what was written in the others"() {
        given:
        def made = profiles.draft('FR')
        made.edit { ProfileMaker.content(it, [wishes: new PartnerWishes(['UA'], ['FRK'], ['coast'], 10, 20, 30, true, ['size']), capacity: 7]) }
        def owner = Visitor.signedIn(made.owner)
        def full = made.profile.content()

        when: 'each step is saved as it was shown'
        STEPS.minus('check').each { step ->
            def answer = post(owner, "/authorities/$made.id/edit/$step", shown(owner.get("/authorities/$made.id/edit/$step").body()))
            assert answer.statusCode() == 303: answer.body()
        }

        then: 'nothing at all has changed'
        made.profile.content() == full
        made.profile.version() == 2

        when:
        save(owner, made, 'contact', ['contact.mailbox': 'new@town.example', consent: 'yes', visibility: 'members'])

        then:
        with(made.profile.content()) {
            contact().mailbox() == 'new@town.example'
            contact().phone() == null
            visibility() == 'members'
            wishes() == full.wishes()
            texts() == full.texts()
            needs() == full.needs()
            nameForms() == full.nameForms()
            capacity() == 7
        }
    }

    void "an older version is told and changes nothing; what is not complete cannot be submitted"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)
        def stale = post(owner, "/authorities/$made.id/edit/partners", [version: '0', capacity: '5'])
        def unfinished = post(owner, "/authorities/$made.id/edit/check", [version: '1', agreed: 'yes'])

        expect:
        stale.statusCode() == 412
        stale.body().contains('value="5"')
        stale.body().contains('name="version" value="1"')
        unfinished.statusCode() == 400
        unfinished.body().contains("/authorities/$made.id/edit/themes#f-needs")
        made.profile.status().id() == 'draft'
        post(owner, "/authorities/$made.id/manage/pause", [version: '1']).statusCode() == 409
        post(owner, "/authorities/$made.id/manage/archive", [version: '7', sure: 'yes']).statusCode() == 412
    }

    void "a place that somebody has taken meanwhile is refused with the way on, also of a type that was not offered"() {
        given:
        def made = profiles.confirmed('FR', [officialName: 'Pris'])
        def browser = Visitor.signedIn(people.person())
        def path = "/register/${made.profile.placeId()}".toString()

        when:
        def answer = post(browser, path, [type: 'city'])

        then:
        answer.statusCode() == 409
        answer.body().contains("/claims/new?authority=$made.id")
        answer.body().contains('Pris')
        ['empire', 'hromada'].every { post(browser, path, [type: it]).with { statusCode() == 400 && body().contains('href="#f-type"') } }

        and: 'another level of government can still be started there, and its starter may write it'
        def county = post(browser, path, [type: 'county'])
        county.statusCode() == 303
        browser.get(county.headers().firstValue('Location').get()).statusCode() == 200

        and: 'her own is told as hers'
        post(browser, path, [type: 'county']).body().contains('You are already a member')
    }

    void "who looks for a town learns of a profile there only where she may see it"() {
        given:
        def open = profiles.confirmed('FR')
        def hidden = profiles.confirmed('FR', [visibility: 'members'])
        def draft = profiles.draft('FR')
        def marked = { Visitor browser, made ->
            def place = people.rows('select id, name from place where id = ?', [made.profile.placeId()])[0]
            def found = browser.get("/register?q=${URLEncoder.encode(place.name as String, 'UTF-8')}").body()
            def row = found.split('<li class="card card-body">').find { it.contains("\"/register/$place.id\"") }
            assert row != null
            row.contains('class="tag"')
        }

        expect:
        [open, hidden, draft].collect { marked(new Visitor(server.URI), it) } == [true, false, false]
        [open, hidden, draft].collect { marked(Visitor.signedIn(people.person()), it) } == [true, false, false]
        [open, hidden, draft].collect { marked(Visitor.signedIn(open.owner), it) } == [true, true, false]
        marked(Visitor.signedIn(draft.owner), draft)
    }

    void "nobody starts more unconfirmed authorities than the service allows, and is told so"() {
        given:
        def person = people.person()
        def browser = Visitor.signedIn(person)
        5.times { post(browser, "/register/${profiles.place('ES')}", [type: 'municipality']) }

        when:
        def sixth = post(browser, "/register/${profiles.place('ES')}", [type: 'municipality'])

        then:
        sixth.statusCode() == 409
        sixth.body().contains('not confirmed yet')
        person.actor.authorities().size() == 5
    }

    void "the history tells in words who did what, and why"() {
        given:
        def made = profiles.submitted('FR')
        made.step(ProfileAction.RETURN, people.associationOfficer('FR').actor, new ReasonRequest(['incomplete'], 'No website'))

        when:
        def page = Visitor.signedIn(made.owner).get("/authorities/$made.id/manage").body()

        then:
        ['Returned', 'Submitted', 'Changed: ', 'Needs', 'Started', 'Test Person, owner', 'national association', 'No website', 'Something is missing']
                .every { page.contains(it) }
    }

    private TestPerson person(String who, ProfileMaker.Made made) {
        switch (who) {
            case 'a viewer': return made.member(MemberRole.VIEWER)
            case 'a member of another authority': return profiles.confirmed('DE').owner
            case 'the association of another country': return people.associationOfficer('PT')
            default: return people.person()
        }
    }

    private static boolean leads(Visitor visitor, String path) {
        def answer = visitor.get(path)
        answer.statusCode() == 303 && answer.headers().firstValue('Location').get() == '/sign-in?to=' + URLEncoder.encode(path, 'UTF-8')
    }
}
