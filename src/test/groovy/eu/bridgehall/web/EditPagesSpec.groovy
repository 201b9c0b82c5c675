package eu.bridgehall.web

import eu.bridgehall.kernel.MemberRole
import eu.bridgehall.support.People
import eu.bridgehall.support.ProfileMaker
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

/** What becomes of what is typed in the steps of a profile. */
@MicronautTest(transactional = false)
@Property(name = 'bridgehall.rate-limits.sign-in.requests', value = '1000')
class EditPagesSpec extends Specification {
    @Inject
    @Shared
    EmbeddedServer server
    People people
    ProfileMaker profiles

    void setup() {
        people = new People(server)
        profiles = new ProfileMaker(people)
    }

    void "a colleague's save is not lost where the form was shown again in between"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)
        def colleague = Visitor.signedIn(made.member(MemberRole.EDITOR))
        def read = made.profile.version() as String
        assert save(colleague, made, 'facts', [type: 'city', officialName: 'By the colleague']).statusCode() == 303

        when:
        def again = post(owner, "/authorities/$made.id/edit/facts", [version: read, type: 'city', officialName: 'Mine', then: 'show'])

        then: 'the form is still about what was read'
        again.statusCode() == 200
        again.body().contains("name=\"version\" value=\"$read\"")

        when:
        def saved = post(owner, "/authorities/$made.id/edit/facts", shown(again.body()))

        then:
        saved.statusCode() == 412
        saved.body().contains('value="Mine"')
        saved.body().contains("name=\"version\" value=\"${made.profile.version()}\"")
        made.profile.content().officialName() == 'By the colleague'
    }

    void "a form that was wrong is still about the version that was read"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)
        def wrong = save(owner, made, 'facts', [type: 'city', officialName: ''])
        def read = made.profile.version()

        expect:
        wrong.statusCode() == 400
        wrong.body().contains("name=\"version\" value=\"$read\"")
    }

    void "a twin town is the place that was chosen, and never one that is only spelled alike"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)
        def facts = [type: 'city', officialName: 'Ville']

        when: 'it is saved as it was typed'
        save(owner, made, 'facts', facts + [twinName: 'Aachen', twinPlace: ''])

        then:
        made.profile.content().twinnings()*.name() == ['Aachen']
        made.profile.content().twinnings()*.placeId() == [null]

        when: 'a name with an error in it is looked up'
        def page = save(owner, made, 'facts', facts + [twinName: 'Aachenn', twinPlace: '', then: 'show']).body()

        then: 'the place is offered and not chosen'
        page.contains('value="Aachenn"')
        page.contains('Aachen, ')
        shown(page).findAll { it[0] == 'twinPlace' && it[1].isLong() }.empty

        when: 'the name is right'
        page = save(owner, made, 'facts', facts + [twinName: 'Aachen', twinPlace: '', then: 'show']).body()

        then:
        shown(page).findAll { it[0] == 'twinPlace' && it[1].isLong() }.size() == 1
    }

    void "of many twin towns a few are looked up at once, and too many are refused"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)
        def many = { int count, String then ->
            post(owner, "/authorities/$made.id/edit/facts", [['version', made.profile.version() as String], ['type', 'city'],
                    ['officialName', 'Ville'], ['then', then]] + (1..count).collect { ['twinName', 'Aachen'] })
        }

        expect:
        (many(150, 'show').body() =~ /name="twinPlace">/).size() == 20
        many(150, 'stay').with { statusCode() == 400 && body().contains('href="#f-twinnings"') }
        made.profile.version() == 1
    }

    void "who has looked at the facts and left them as they are is led to what is missing"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)
        def facts = owner.get("/authorities/$made.id/edit/facts").body()

        expect: 'nobody is told that they are done, or not'
        !(facts =~ /(?s)edit\/facts" aria-current="step">[^<]*<span class="step-state"/).find()
        (facts =~ /(?s)edit\/themes">[^<]*<span class="step-state"/).find()
        post(owner, "/authorities/$made.id/edit/facts", shown(facts)).statusCode() == 303
        owner.get("/authorities/$made.id/edit").headers().firstValue('Location').get().endsWith('/edit/themes')
    }

    void "another contact needs a new consent, the same one does not"() {
        given:
        def made = profiles.confirmed('FR')
        def owner = Visitor.signedIn(made.owner)
        def stored = made.profile.content().contact()
        def same = ['contact.mailbox': stored.mailbox(), 'contact.name': stored.name(), 'contact.phone': stored.phone(), visibility: 'members']

        expect: 'nothing is ticked for anybody'
        !(owner.get("/authorities/$made.id/edit/contact").body() =~ /<input[^>]*name="consent"[^>]*checked/).find()
        save(owner, made, 'contact', same).statusCode() == 303
        made.profile.content().visibility() == 'members'
        save(owner, made, 'contact', same + ['contact.name': 'Somebody Else']).with { statusCode() == 400 && body().contains('href="#f-consent"') }
        made.profile.content().contact() == stored
        save(owner, made, 'contact', same + ['contact.name': 'Somebody Else', consent: 'yes']).statusCode() == 303
        made.profile.content().contact().name() == 'Somebody Else'
    }

    void "a form that is not encoded as one is refused: #path"() {
        given:
        def made = profiles.draft('FR')
        def owner = Visitor.signedIn(made.owner)
        def token = owner.formToken('/dashboard')

        expect:
        owner.send('POST', path.replace('ID', made.id.toString()), "formToken=$token&version=1&x=$wrong".toString(),
                'application/x-www-form-urlencoded').statusCode() == 400

        where:
        [path, wrong] << [['/authorities/ID/edit/facts', '/authorities/ID/manage/pause', '/account'], ['%zz', '%', '%f']].combinations()
    }
}
